"""Round trips with other tools."""

# ruff: noqa: E501  sentences stay on one line

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from copydesk.errors import InputError
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Marked, Note
from copydesk.formats.xliff import read_xliff
from copydesk.formats.xliff2 import write_xliff2
from copydesk.formats.xliff12 import write_xliff12
from copydesk.review.actions import ReviewAction, apply
from copydesk.review.current import Checks, Reader
from copydesk.review.exchange import export_article
from copydesk.review.imports import import_article
from copydesk.review.intake import take_in
from copydesk.review.states import Action
from copydesk.review.table import export_table, read_table
from copydesk.store import queue, reviews
from copydesk.store.database import Connection, connect
from copydesk.store.people import Person
from copydesk.store.queue import Wanted
from web import newsroom
from web.rooms import MakeRoom, Room

ANA = Person("Ana", "approver")
BEN = Person("Ben", "reviewer")
Opened = tuple[Connection, Reader]


@pytest.fixture(scope="module")
def built(make_room: MakeRoom, tmp_path_factory: pytest.TempPathFactory) -> Room:
    linked = "<html lang=es><body><h1>Aviso del puerto</h1><p>La <a href='https://example.org/'>naviera</a> cancela 2 viajes hoy.</p>"
    folder = tmp_path_factory.mktemp("newsroom")
    return make_room(folder, {**newsroom.ARTICLES, "puerto.html": linked})


@pytest.fixture
def desk(built: Room, tmp_path: Path) -> Iterator[Opened]:
    with closing(connect(built.copied(tmp_path).store)) as connection:
        reader = Reader(Checks())
        take_in(connection, reader)
        yield connection, reader


def dump(connection: Connection) -> list[Any]:
    tables = ("review_event", "decision", "review_segment", "review_article")
    return [connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in tables]


def exchanges(connection: Connection, reader: Reader) -> dict[str, Exchange]:
    found = {}
    for row in queue.articles(connection):
        current = reader.read(connection, row.article, row.target)
        assert current is not None
        found[row.article] = export_article(current)
    return found


def with_segment(exchange: Exchange, words: str, **changes: Any) -> Exchange:
    def changed(segment: ExchangeSegment) -> ExchangeSegment:
        return replace(segment, **changes) if words in segment.source.text else segment

    units = (replace(u, segments=tuple(map(changed, u.segments))) for u in exchange.units)
    return replace(exchange, units=tuple(units))


@pytest.mark.parametrize("write", [write_xliff2, write_xliff12])
def test_an_unedited_file_changes_nothing(desk: Opened, write: Any) -> None:
    connection, reader = desk
    ((row, _),) = queue.page(connection, Wanted(text="verano")).rows
    apply(connection, reader, ANA, row.id, ReviewAction(Action.APPROVE, None))
    apply(connection, reader, ANA, row.id, ReviewAction(Action.COMMENT, None, note="fine"))
    before = dump(connection)
    for exchange in exchanges(connection, reader).values():
        (back,) = read_xliff(write(exchange))
        done = import_article(connection, reader, ANA, back)
        assert (done.changed, done.refused) == (0, ())
    assert dump(connection) == before


@pytest.mark.parametrize("write", [write_xliff2, write_xliff12])
def test_edits_states_and_notes_come_back(desk: Opened, write: Any) -> None:
    connection, reader = desk
    exchange = exchanges(connection, reader)["biblioteca.txt"]
    text = Marked("Dès octobre, la bibliothèque ouvre aussi le dimanche.")
    exchange = with_segment(exchange, "octubre", target=text, state=ExchangeState.FINAL)
    (unit, *others) = exchange.units
    noted = replace(unit, notes=(*unit.notes, Note("a good title", "reviewer", 3, unit.segments[0].id)))
    (back,) = read_xliff(write(replace(exchange, units=(noted, *others))))
    assert import_article(connection, reader, ANA, back).changed == 1
    ((row, _),) = queue.page(connection, Wanted(state="approved")).rows
    assert (row.target, row.who) == (text.text, "Ana")
    comments = connection.execute("SELECT note FROM review_event WHERE action = 'comment'").fetchall()
    assert comments == [("a good title",)]


def test_a_changed_source_an_unknown_id_and_a_lost_code_are_refused_by_name(desk: Opened) -> None:
    connection, reader = desk
    port = exchanges(connection, reader)["puerto.html"]
    port = with_segment(port, "naviera", target=Marked("La compagnie annule 2 voyages aujourd'hui."))
    port = with_segment(port, "Aviso", source=Marked("Otra cosa"), target=Marked("Autre chose"))
    port = with_segment(port, "Otra", id="zz.9")
    done = import_article(connection, reader, ANA, port)
    assert done.changed == 0
    reasons = {refused.segment: refused.reason for refused in done.refused}
    assert "no such segment" in reasons["zz.9"]
    assert any("lost the inline code <a>" in reason for reason in reasons.values())
    assert any("lacks this segment" in reason for reason in reasons.values())
    bus = exchanges(connection, reader)["autobus.txt"]
    bus = with_segment(bus, "verano", source=Marked("Otro verano."))
    bus = with_segment(bus, "alcaldesa", target=Marked("La maire exclut d'autres achats."))
    done = import_article(connection, reader, ANA, bus)
    assert done.changed == 1
    assert [refused.reason for refused in done.refused] == ["its source text is not the store's"]


def left_alone(exchange: Exchange) -> Exchange:
    """A file from before copydesk wrote what a segment left as."""
    units = (
        replace(u, segments=tuple(replace(s, exported=None) for s in u.segments)) for u in exchange.units
    )
    return replace(exchange, units=tuple(units))


def table(connection: Connection, reader: Reader, name: str) -> bytes:
    article = reviews.find_article(connection, name, "fr")
    current = reader.read(connection, name, "fr")
    assert article is not None
    assert current is not None
    return "".join(export_table([(article, current)])).encode()


def test_copies_of_one_export_are_merged_and_none_reverts_another(desk: Opened) -> None:
    connection, reader = desk
    left = exchanges(connection, reader)["autobus.txt"]
    one = with_segment(left, "verano", target=Marked("Avant l'été."))
    two = with_segment(left, "alcaldesa", target=Marked("La maire dit non."))
    for exchange, who in ((one, ANA), (two, BEN), (left, ANA)):
        assert import_article(connection, reader, who, exchange).refused == ()
    texts = {row.target: row.who for row, _ in queue.page(connection, Wanted(state="edited")).rows}
    assert texts == {"Avant l'été.": "Ana", "La maire dit non.": "Ben"}


def test_what_both_sides_changed_is_refused_with_both_texts(desk: Opened) -> None:
    connection, reader = desk
    left = exchanges(connection, reader)["autobus.txt"]
    ((row, _),) = queue.page(connection, Wanted(text="verano")).rows
    apply(connection, reader, BEN, row.id, ReviewAction(Action.EDIT, None, Marked("Au bureau.")))
    file = with_segment(left, "verano", target=Marked("Dans le fichier."))
    for exchange in (file, left_alone(file)):
        (refused,) = import_article(connection, reader, ANA, exchange).refused
        assert (refused.segment, refused.file, refused.store) == (
            row.segment,
            "Dans le fichier.",
            "Au bureau.",
        )
        assert refused.reason.startswith("Ben changed it")
    apply(connection, reader, BEN, row.id, ReviewAction(Action.UNDO, None))
    assert import_article(connection, reader, ANA, file).changed == 1


def test_an_approval_in_a_file_does_not_undo_a_rejection(desk: Opened) -> None:
    connection, reader = desk
    left = exchanges(connection, reader)["autobus.txt"]
    ((row, _),) = queue.page(connection, Wanted(text="verano")).rows
    apply(connection, reader, BEN, row.id, ReviewAction(Action.REJECT, None))
    (refused,) = import_article(
        connection, reader, ANA, with_segment(left, "verano", state=ExchangeState.FINAL)
    ).refused
    assert refused.segment == row.segment


def test_old_findings_in_a_file_do_not_come_back_as_comments(desk: Opened) -> None:
    connection, reader = desk
    left = exchanges(connection, reader)["autobus.txt"]
    ((row, _),) = queue.page(connection, Wanted(text="vehículo")).rows
    price = Marked("Le véhicule a coûté 28 500 euros et arrivera en mai.")
    apply(connection, reader, BEN, row.id, ReviewAction(Action.EDIT, None, price))
    before = dump(connection)
    assert import_article(connection, reader, ANA, left).refused == ()
    assert dump(connection) == before


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_comes_back_from_a_spreadsheet(desk: Opened, delimiter: str) -> None:
    connection, reader = desk
    ((row, _),) = queue.page(connection, Wanted(text="verano")).rows
    apply(connection, reader, BEN, row.id, ReviewAction(Action.EDIT, None, Marked('\'=2 ou -2,\nvoire "3"')))
    before = dump(connection)
    (untouched,) = read_table(table(connection, reader, "autobus.txt")).exchanges
    assert import_article(connection, reader, ANA, untouched).refused == ()
    assert dump(connection) == before
    lines = list(csv.DictReader(io.StringIO(table(connection, reader, "puerto.html").decode(), newline="")))
    (ship,) = (line for line in lines if "naviera" in line["source"])
    assert ship["target"].startswith("La <1>naviera</1>")
    ship["target"] = "La <1>compagnie</1> annule 2 voyages."
    ship["state"] = "approved"
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(ship), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(lines)
    (edited,) = read_table(b"\xef\xbb\xbf" + out.getvalue().encode()).exchanges
    done = import_article(connection, reader, ANA, edited)
    assert (done.changed, done.refused) == (1, ())
    ((row, _),) = queue.page(connection, Wanted(state="approved")).rows
    assert row.target == "La compagnie annule 2 voyages."


def test_a_row_that_cannot_be_read_is_named_and_the_others_are_taken(desk: Opened) -> None:
    connection, reader = desk
    data = table(connection, reader, "puerto.html").decode()
    found = read_table(data.replace("La <1>", "La ").encode())
    assert ["</1> has no <1>" in one.reason for one in found.refused] == [True]
    assert len(found.exchanges[0].units[0].segments) == data.count("puerto.html,") - 1
    with pytest.raises(InputError, match="UTF-8"):
        read_table(data.encode("utf-16"))
    with pytest.raises(InputError, match="no column"):
        read_table(b"a,b\n1,2\n")


def test_an_article_that_the_store_does_not_hold_is_an_input_error(desk: Opened) -> None:
    connection, reader = desk
    exchange = replace(exchanges(connection, reader)["autobus.txt"], original="elsewhere.txt")
    with pytest.raises(InputError, match=r"no article 'elsewhere\.txt'"):
        import_article(connection, reader, ANA, exchange)


def test_no_cell_of_the_table_is_a_formula(desk: Opened) -> None:
    connection, reader = desk
    ((row, _),) = queue.page(connection, Wanted(text="verano")).rows
    apply(connection, reader, ANA, row.id, ReviewAction(Action.EDIT, None, Marked('=HYPERLINK("x")')))
    article = reviews.article(connection, row.article)
    assert article is not None
    current = reader.read(connection, article.article, "fr")
    assert current is not None
    lines = list(export_table([(article, current)]))
    assert len(lines) == len(current.parts) + 1
    assert any("\"'=HYPERLINK" in line for line in lines)
