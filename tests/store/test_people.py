"""Users, their tokens and their sessions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from copydesk.errors import ConfigError
from copydesk.store import people
from copydesk.store.address import address
from copydesk.store.database import Connection, connect
from copydesk.store.people import Person
from postgres_server import Cluster

LINK = Person("root", "approver")


@pytest.fixture
def connection(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Connection]:
    if backend == "postgresql":
        cluster: Cluster = request.getfixturevalue("cluster")
        place = address(cluster.url(cluster.database()))
    else:
        place = tmp_path / "store.sqlite"
    with closing(connect(place)) as found:
        yield found


def test_the_first_user_ends_the_sessions_of_the_link(connection: Connection) -> None:
    key = people.sign_in(connection, LINK)
    assert people.signed_in(connection, key) == LINK
    people.add(connection, "root", "reviewer")
    assert people.signed_in(connection, key) is None
    assert people.sessions(connection) == ()
    people.sign_in(connection, LINK)
    people.add(connection, "ana", "approver")
    (session,) = people.sessions(connection)
    assert (session.name, session.role) == ("root", "reviewer")


def test_sessions_are_listed_by_name_and_ended_one_by_one(connection: Connection) -> None:
    people.add(connection, "ana", "reviewer")
    ana = Person("ana", "reviewer")
    first, second = people.sign_in(connection, ana, "Firefox"), people.sign_in(connection, ana, "Chromium")
    listed = {one.agent: one.number for one in people.sessions(connection)}
    assert people.end_session(connection, listed["Firefox"]) is not None
    assert people.end_session(connection, listed["Firefox"]) is None
    assert people.end_session(connection, "%") is None
    assert people.signed_in(connection, first) is None
    assert people.signed_in(connection, second) == ana


def test_a_role_changes_in_open_sessions_and_a_new_token_ends_them(connection: Connection) -> None:
    old = people.add(connection, "ana", "reviewer")
    key = people.sign_in(connection, Person("ana", "reviewer"))
    assert people.change_role(connection, "ana", "approver")
    assert people.signed_in(connection, key) == Person("ana", "approver")
    new = people.rotate(connection, "ana")
    assert new is not None
    assert people.signed_in(connection, key) is None
    assert people.by_token(connection, old) is None
    assert people.by_token(connection, new) == Person("ana", "approver")
    assert people.rotate(connection, "ben") is None
    assert not people.change_role(connection, "ben", "reviewer")


@pytest.mark.parametrize("name", ["ana", "Ana", " ana ", "a\u200bna", "a\u202ena", "a\nb", "", 65 * "x"])
def test_names_that_are_taken_or_cannot_be_told_apart_are_refused(connection: Connection, name: str) -> None:
    token = people.add(connection, "ana", "reviewer")
    with pytest.raises(ConfigError):
        people.add(connection, name, "approver")
    assert people.by_token(connection, token) == Person("ana", "reviewer")


def test_names_are_kept_composed(connection: Connection) -> None:
    people.add(connection, "Jose\u0301 Núñez", "reviewer")
    with pytest.raises(ConfigError, match="already"):
        people.add(connection, "josé núñez", "reviewer")
