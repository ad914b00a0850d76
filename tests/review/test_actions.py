"""What reviewers do, against a real store."""

# ruff: noqa: E501  sentences and scripts stay on one line

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction, apply, approve_article
from copydesk.review.current import Checks, Reader
from copydesk.review.findings import fixes
from copydesk.review.intake import take_in
from copydesk.review.publish import PublishTarget, publish
from copydesk.review.refusal import RefusedError, StaleError
from copydesk.review.states import Action
from copydesk.store import decisions, queue, reviews
from copydesk.store.database import Connection, connect
from copydesk.store.people import Person
from copydesk.store.queue import Wanted
from copydesk.store.reviews import SegmentRow
from web import newsroom
from web.rooms import MakeRoom, Room

ANA = Person("Ana", "approver")
BEN = Person("Ben", "reviewer")


@pytest.fixture
def desk(room: Room) -> Iterator[tuple[Connection, Reader]]:
    with closing(connect(room.store)) as connection:
        reader = Reader(Checks())
        take_in(connection, reader)
        yield connection, reader


def holding(connection: Connection, words: str) -> SegmentRow:
    ((row, _),) = queue.page(connection, Wanted(state="", text=words)).rows
    return row


def settle(connection: Connection, reader: Reader) -> int:
    """Deal with every error of the bus article; returns its id."""
    bus = holding(connection, "28.500")
    price = Marked("Le véhicule a coûté 28 500 euros et arrivera en mai.")
    apply(connection, reader, ANA, bus.id, ReviewAction(Action.FIX, bus.version, price))
    stops = holding(connection, "paradas")
    text = Marked("Le service aura 14 arrêts et 3 conducteurs.")
    apply(connection, reader, ANA, stops.id, ReviewAction(Action.EDIT, stops.version, text))
    return bus.article


def test_the_queue_begins_with_the_changed_number(desk: Any) -> None:
    connection, _ = desk
    rows = [row for row, _ in queue.page(connection, Wanted()).rows]
    assert "28.500" in rows[0].source
    assert rows[0].blocking == 1
    assert [row.rank for row in rows] == sorted(row.rank for row in rows)


def test_filters_and_search_leave_what_they_say(desk: Any) -> None:
    connection, _ = desk
    assert all(" numbers " in row.rules for row, _ in queue.page(connection, Wanted(rule="numbers")).rows)
    assert queue.page(connection, Wanted(rule="numbers")).rows
    assert holding(connection, "autobus electrico").source.startswith("El ayuntamiento")
    assert not queue.page(connection, Wanted(pair="es-de")).rows
    assert not queue.page(connection, Wanted(text='"*:()')).rows
    assert queue.number(connection, Wanted(state="")) == 7


def test_pages_follow_each_other_without_gap_or_repetition(desk: Any) -> None:
    connection, _ = desk
    seen: list[int] = []
    after = None
    while True:
        page = queue.page(connection, Wanted(), after=after, size=2)
        seen += [row.id for row, _ in page.rows]
        after = page.after
        if after is None:
            break
    assert len(seen) == len(set(seen)) == 7


def test_a_number_fix_is_offered_and_settles_the_number(desk: Any) -> None:
    connection, reader = desk
    row = holding(connection, "28.500")
    article = reviews.article(connection, row.article)
    assert article is not None
    part = reader.read(connection, article.article, "fr").parts[row.segment]
    (fix, *_) = fixes(
        part.translation.text, part.languages, part.flags, source=part.source.text, ledger=part.ledger
    )
    done = apply(
        connection, reader, BEN, row.id, ReviewAction(Action.FIX, row.version, Marked(fix.text), fix.mark)
    )
    assert "25 800" not in done.target
    assert (done.state, done.who, done.blocking, done.version) == ("edited", "Ben", 0, row.version + 1)


def test_a_stale_save_is_refused_with_the_text_in_force(desk: Any) -> None:
    connection, reader = desk
    row = holding(connection, "verano")
    apply(connection, reader, ANA, row.id, ReviewAction(Action.EDIT, row.version, Marked("Premier.")))
    with pytest.raises(StaleError, match="Ana changed it") as caught:
        apply(connection, reader, BEN, row.id, ReviewAction(Action.EDIT, row.version, Marked("Second.")))
    assert (caught.value.row.target, caught.value.text) == ("Premier.", "Second.")
    now = reviews.segment(connection, row.id)
    assert now is not None
    assert (now.target, now.who) == ("Premier.", "Ana")


def test_undo_goes_back_step_by_step_to_the_machine(desk: Any) -> None:
    connection, reader = desk
    row = holding(connection, "verano")
    apply(connection, reader, ANA, row.id, ReviewAction(Action.EDIT, None, Marked("Un.")))
    apply(connection, reader, ANA, row.id, ReviewAction(Action.APPROVE, None, Marked("Deux.")))
    assert apply(connection, reader, ANA, row.id, ReviewAction(Action.UNDO, None)).target == "Un."
    back = apply(connection, reader, ANA, row.id, ReviewAction(Action.UNDO, None))
    assert (back.target, back.state) == (row.target, "machine")
    assert decisions.human_texts(connection, article="autobus.txt", target="fr") == {}
    with pytest.raises(RefusedError, match="nothing to undo"):
        apply(connection, reader, ANA, row.id, ReviewAction(Action.UNDO, None))


def test_a_waiver_needs_a_reason_and_unblocks_until_the_text_changes(desk: Any) -> None:
    connection, reader = desk
    row = holding(connection, "28.500")
    article = reviews.article(connection, row.article)
    assert article is not None
    part = reader.read(connection, article.article, "fr").parts[row.segment]
    mark = next(flag.mark for flag in part.flags if flag.blocking)
    with pytest.raises(RefusedError, match="needs a reason"):
        apply(connection, reader, ANA, row.id, ReviewAction(Action.WAIVE, None, mark=mark, note=" "))
    waived = apply(
        connection, reader, ANA, row.id, ReviewAction(Action.WAIVE, None, mark=mark, note="the source errs")
    )
    assert waived.blocking == 0
    again = apply(
        connection,
        reader,
        ANA,
        row.id,
        ReviewAction(Action.EDIT, None, Marked("Il a coûté 31 000 euros en mai.")),
    )
    assert again.blocking == 1


def test_an_article_with_an_error_is_not_approved(desk: Any) -> None:
    connection, reader = desk
    number = holding(connection, "28.500").article
    with pytest.raises(RefusedError, match=r"not approved: 2 segments .*\(2, 4\)"):
        approve_article(connection, reader, ANA, number)
    settle(connection, reader)
    with pytest.raises(RefusedError, match="only an approver"):
        approve_article(connection, reader, BEN, number)
    assert {row.state for row in approve_article(connection, reader, ANA, number)[0]} == {"approved"}


def test_what_is_published_is_the_reviewed_text_and_the_next_run_leaves_it(desk: Any, room: Room) -> None:
    connection, reader = desk
    number = settle(connection, reader)
    press = PublishTarget(room.store, room.folder / "out")
    with pytest.raises(RefusedError, match="not approved yet"):
        publish(connection, reader, ANA, number, target=press)
    approve_article(connection, reader, ANA, number)
    done = publish(connection, reader, ANA, number, target=press)
    assert done.state == "published"
    (page,) = (room.folder / "out").glob("*autobus*/fr/article.md")
    assert "28 500" in page.read_text("utf-8")
    manifest = json.loads((page.parent / "manifest.json").read_text("utf-8"))
    assert manifest["version"] == 2
    before = page.read_bytes()
    totals: Any = room.run()
    assert totals["articles"]["unchanged"] == 2
    assert totals["files_written"] == 0
    assert page.read_bytes() == before


def test_an_approved_segment_wins_over_the_machine_in_a_changed_and_in_a_new_article(
    desk: Any, room: Room
) -> None:
    connection, reader = desk
    row = holding(connection, "alcaldesa")
    apply(
        connection,
        reader,
        ANA,
        row.id,
        ReviewAction(Action.APPROVE, None, Marked("La maire exclut tout autre achat.")),
    )
    folder = room.folder / "articles"
    (folder / "autobus.txt").write_text(
        newsroom.ARTICLES["autobus.txt"].replace("en mayo", "en junio"), "utf-8"
    )
    (folder / "resumen.txt").write_text(
        "La semana en breve\n\nLa alcaldesa dijo que no habrá más compras este año.\n", "utf-8"
    )
    room.run()
    for stem in ("autobus", "semana"):
        (page,) = (room.folder / "out").glob(f"*{stem}*/fr/article.md")
        assert "La maire exclut tout autre achat." in page.read_text("utf-8").replace("’", "'")


def test_an_approval_goes_stale_when_its_source_changes(desk: Any, room: Room) -> None:
    connection, reader = desk
    row = holding(connection, "verano")
    apply(connection, reader, ANA, row.id, ReviewAction(Action.APPROVE, None))
    changed = newsroom.ARTICLES["autobus.txt"].replace("antes del verano", "antes del otoño")
    (room.folder / "articles" / "autobus.txt").write_text(changed, "utf-8")
    room.run()
    assert take_in(connection, reader) == 1
    now = holding(connection, "otoño")
    assert (now.state, now.stale) == ("machine", row.source)
    assert now.id == row.id


def test_segments_that_read_alike_in_an_article_follow_each_other(
    make_room: MakeRoom, tmp_path: Path
) -> None:
    text = "Resumen\n\nLos vecinos esperan que la línea empiece antes del verano.\n\nOtra cosa.\n\nLos vecinos esperan que la línea empiece antes del verano.\n"
    room = make_room(tmp_path, {"doble.txt": text})
    with closing(connect(room.store)) as connection:
        reader = Reader(Checks())
        take_in(connection, reader)
        one, two = (row for row, _ in queue.page(connection, Wanted(text="vecinos")).rows)
        apply(
            connection,
            reader,
            ANA,
            one.id,
            ReviewAction(Action.EDIT, one.version, Marked("Ils attendent l'été.")),
        )
        other = reviews.segment(connection, two.id)
        assert other is not None
        assert (other.target, other.version) == ("Ils attendent l'été.", two.version + 1)
