"""Bulk actions on each kind of store: what they change, refuse, and take back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from copydesk.data import Inline, Span
from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction, apply, approve_article
from copydesk.review.bulk import approving, begin, perform, rejecting, undo_operation, waiving
from copydesk.review.current import Checks, Reader
from copydesk.review.intake import take_in
from copydesk.review.refusal import RefusedError
from copydesk.review.replace import Replacement
from copydesk.review.states import Action
from copydesk.store import queue, review_log, reviews
from copydesk.store.database import connect
from copydesk.store.people import Person
from copydesk.store.queue import Wanted
from web.rooms import Room

ANA = Person("Ana", "approver")


@pytest.fixture
def desk(room: Room) -> Iterator[tuple[Any, Reader]]:
    with closing(connect(room.store)) as connection:
        reader = Reader(Checks())
        take_in(connection, reader)
        yield connection, reader


def do(desk: Any, propose: Any, wanted: Wanted) -> tuple[str, int, list[str]]:
    """Do it to all that is wanted; the operation, how many changed, and the refusals."""
    connection, reader = desk
    places = queue.places(connection, wanted, 1000)
    operation = begin(connection, ANA, "test")
    steps = list(perform(connection, reader, ANA, places, propose, operation=operation))
    return operation, sum(s.changed for s in steps), [why for s in steps for _, why in s.refused]


def undo(desk: Any, operation: str) -> tuple[str, int, list[str]]:
    connection, reader = desk
    events = review_log.of_operation(connection, operation)
    own = begin(connection, ANA, "undo")
    steps = list(undo_operation(connection, reader, ANA, events, operation=own))
    return own, sum(s.changed for s in steps), [why for s in steps for _, why in s.refused]


def texts(desk: Any) -> dict[int, tuple[str, str]]:
    return {row.id: (row.target, row.state) for row, _ in queue.page(desk[0], Wanted(state="")).rows}


def test_an_approval_of_everything_refuses_errors_and_is_undone_and_redone_at_once(desk: Any) -> None:
    before = texts(desk)
    operation, changed, refused = do(desk, approving, Wanted())
    assert changed == len(before) - 2
    assert refused == ["not approved: 1 error is neither fixed nor waived"] * 2
    own, back, _ = undo(desk, operation)
    assert (back, texts(desk)) == (changed, before)
    undo(desk, own)
    assert texts(desk) == before  # an undo is no decision that could be taken back


def test_segments_that_somebody_worked_on_since_stay_and_are_named(desk: Any) -> None:
    connection, reader = desk
    operation, changed, _ = do(desk, rejecting("no"), Wanted())
    ((row, _),) = queue.page(connection, Wanted(state="", text="verano")).rows
    apply(connection, reader, ANA, row.id, ReviewAction(Action.EDIT, None, Marked("En été.")))
    _, back, refused = undo(desk, operation)
    assert (back, refused) == (changed - 1, ["somebody worked on it since"])
    assert texts(desk)[row.id] == ("En été.", "edited")


def test_errors_are_waived_with_a_reason_and_an_article_approved_and_undone(desk: Any) -> None:
    connection, reader = desk
    with pytest.raises(RefusedError, match="needs a reason"):
        waiving(" ")
    _, changed, _ = do(desk, waiving("by phone"), Wanted(errors=True))
    assert changed == 2
    article = queue.articles(connection)[0].id
    rows, operation = approve_article(connection, reader, ANA, article)
    assert undo(desk, operation)[1] == len(rows)
    after = reviews.article(connection, article)
    assert after is not None
    assert (after.state, after.open_segments, after.blocking) == ("machine", len(rows), 0)


def test_a_replacement_keeps_case_and_marks(desk: Any) -> None:
    asked = Replacement("la mairie", "la ville", case=False, words=True)
    marked = Marked("La mairie et la mairies", (Inline(Span(3, 9), "b"),))
    assert asked.text(marked) == Marked("La ville et la mairies", (Inline(Span(3, 8), "b"),))
    assert Replacement("mairie", "ville", case=True).text(Marked("MAIRIE")) is None
    wanted = Wanted(holds=asked.variants)
    _, changed, _ = do(desk, asked.propose, wanted)
    assert changed == 1
    assert queue.places(desk[0], wanted, 9) == []
