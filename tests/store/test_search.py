"""Search and similar sentences find the same on each kind of store."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.store import queue, reviews
from copydesk.store.address import address
from copydesk.store.connection import Connection
from copydesk.store.database import connect, transaction
from copydesk.store.queue import Wanted
from store.segments import list_segments

TEXTS = {
    "El autobús eléctrico costó 28.500 euros.": "L'autobus électrique a coûté 28 500 euros.",
    "Los vecinos de L'Hospitalet no esperan más.": "Les habitants de L'Hospitalet n'attendent plus.",
    "Die Straße ist 1e5-mal länger (z.B. A-7).": "La rue est plus longue.",
    "Ελλάδα και Россия: ñandú, œuvre, café_bar": "Grèce et Russie",
}
BUS, PEOPLE, STREET, WORLD = TEXTS


@pytest.fixture
def connection(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Connection]:
    url = request.getfixturevalue("make_url")() if backend == "postgresql" else ""
    with contextlib.closing(connect(address(url or str(tmp_path / "desk.sqlite")))) as opened:
        list_segments(opened, TEXTS)
        yield opened


def found(connection: Connection, text: str) -> set[str]:
    wanted = Wanted(state="", text=text)
    rows = {row.source for row, _ in queue.page(connection, wanted).rows}
    assert queue.number(connection, wanted) == len(rows)
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("autobus electrico", {BUS}),
        ("AUTOBÚS", {BUS}),
        ("28.500", {BUS}),
        ("28 50", {BUS}),
        ("500 autob", {BUS}),
        ("coute", {BUS}),
        ("l'hospitalet", {PEOPLE}),
        ("hospitalet esperan", {PEOPLE}),
        ("esper hospitalet", set()),
        ("straße 1e5", {STREET}),
        ("a-7", {STREET}),
        ("ελλάδα РОССИЯ", {WORLD}),
        ("nandu œuvr", {WORLD}),
        ("café bar", {WORLD}),
        ("la rue", {STREET}),
        ("euros & | ! : * ' \\ (", {BUS}),
        ("'; DROP TABLE decision", set()),
        ("inexistente", set()),
        ('"*:()', set()),
        ("_", set()),
    ],
)
def test_a_search_finds_words_whatever_their_case_and_accents(
    connection: Connection, text: str, expected: set[str]
) -> None:
    assert found(connection, text) == expected


def test_a_changed_text_is_found_by_its_new_words_only(connection: Connection) -> None:
    ((row, _),) = queue.page(connection, Wanted(state="", text="habitants")).rows
    with transaction(connection):
        reviews.change(connection, replace(row, target="Les voisins patientent."))
    assert found(connection, "habitants") == set()
    assert found(connection, "voisins patient") == {PEOPLE}


def test_similar_sentences_share_a_word_of_the_source(connection: Connection) -> None:
    def sources(*words: str) -> set[str]:
        return {source for source, _, _ in queue.similar(connection, words, pair="es-fr", apart=0)}

    assert sources("autobús", "vecinos") == {BUS, PEOPLE}
    assert sources("habitants") == set()
    assert sources("l'hospitalet", "28.500") == {BUS, PEOPLE}
    assert not list(queue.similar(connection, ["autobús"], pair="es-de", apart=0))


def test_a_rule_is_found_by_its_whole_name(connection: Connection) -> None:
    assert len(queue.page(connection, Wanted(state="", rule="numbers")).rows) == 4
    assert not queue.page(connection, Wanted(state="", rule="number")).rows
    assert queue.facets(connection).rules == ("numbers",)
    assert queue.totals(connection).open_segments == 4


def test_a_text_longer_than_an_index_takes_is_found_by_its_beginning(
    connection: Connection,
) -> None:
    long = "principio " + " ".join(f"palabra{n}" for n in range(200_000))
    list_segments(connection, {long: long})
    assert found(connection, "principio") == {long}
