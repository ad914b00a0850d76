"""People and runs that work at the same moment, on each kind of store."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import pytest

from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction, apply, approve_article
from copydesk.review.current import Checks, Current, Reader
from copydesk.review.intake import take_in
from copydesk.review.publish import PublishTarget, publish
from copydesk.review.refusal import RefusedError
from copydesk.review.states import Action
from copydesk.store import decisions, outbox, queue, reviews
from copydesk.store.database import Connection, connect
from copydesk.store.people import Person
from copydesk.store.queue import Wanted
from copydesk.store.reviews import SegmentRow
from web.rooms import Room

ANA = Person("Ana", "approver")
BEN = Person("Ben", "reviewer")


@pytest.fixture
def ours(room: Room) -> Iterator[Connection]:
    with closing(connect(room.store)) as connection:
        yield connection


@pytest.fixture
def theirs(room: Room) -> Iterator[Connection]:
    with closing(connect(room.store)) as connection:
        yield connection


def library(connection: Connection) -> list[SegmentRow]:
    """The segments of the article without errors."""
    ((row, _),) = queue.page(connection, Wanted(state="", text="biblioteca")).rows
    return list(reviews.segments(connection, row.article))


def edit(connection: Connection, row: SegmentRow, text: str) -> None:
    apply(connection, Reader(Checks()), BEN, row.id, ReviewAction(Action.EDIT, None, Marked(text)))


class Meeting(Reader):
    """Reads when all of a party have come to read for the first time."""

    def __init__(self, party: threading.Barrier) -> None:
        super().__init__(Checks())
        self._party: threading.Barrier | None = party

    def read(self, connection: Connection, article: str, target: str) -> Current | None:
        """Wait once, then read."""
        if self._party is not None:
            party, self._party = self._party, None
            party.wait(30)
        return super().read(connection, article, target)


def test_an_edition_that_several_desks_see_at_once_is_taken_in_once(room: Room) -> None:
    party = threading.Barrier(4)

    def look(_: int) -> int:
        with closing(connect(room.store)) as connection:
            return take_in(connection, Meeting(party))

    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(look, range(4)))
    assert sum(taken) == 2
    with closing(connect(room.store)) as connection:
        rows = [row for row, _ in queue.page(connection, Wanted(state="")).rows]
    assert [row.version for row in rows] == [1] * 7


def test_a_save_that_failed_halfway_leaves_nothing_and_is_not_shown_later(
    ours: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(Checks())
    take_in(ours, reader)
    row = library(ours)[1]

    def broken(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(decisions, "record", broken)
        with pytest.raises(OSError, match="No space"):
            apply(ours, reader, ANA, row.id, ReviewAction(Action.EDIT, row.version, Marked("Perdu.")))
    assert reviews.segment(ours, row.id) == row
    assert (
        apply(ours, reader, ANA, row.id, ReviewAction(Action.EDIT, row.version, Marked("Gardé."))).target
        == "Gardé."
    )
    article = reviews.article(ours, row.article)
    assert article is not None
    current = reader.read(ours, article.article, article.target)
    assert current is not None
    assert current.parts[row.segment].translation.text == "Gardé."


def test_what_is_changed_while_the_article_is_published_stays_open(
    ours: Connection, theirs: Connection, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(Checks())
    take_in(ours, reader)
    row = library(ours)[1]
    approve_article(ours, reader, ANA, row.article)
    press = PublishTarget(room.store, room.folder / "out")
    write_all = outbox.write_all

    def interrupted(files: Any) -> Any:
        edit(theirs, row, "Elle reste ouverte.")
        return write_all(files)

    with monkeypatch.context() as patched:
        patched.setattr(outbox, "write_all", interrupted)
        with pytest.raises(RefusedError, match="somebody worked on the article"):
            publish(ours, reader, ANA, row.article, target=press)
    take_in(ours, reader)
    article, now = reviews.article(ours, row.article), reviews.segment(ours, row.id)
    assert article is not None
    assert now is not None
    assert (article.state, now.state, now.target) == ("machine", "edited", "Elle reste ouverte.")
    approve_article(ours, reader, ANA, row.article)
    assert publish(ours, reader, ANA, row.article, target=press).state == "published"
    (page,) = (room.folder / "out").glob("*biblioteca*/fr/article.md")
    assert "Elle reste ouverte." in page.read_text("utf-8")
