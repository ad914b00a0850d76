"""One action on many segments, article by article: told in one summary, undone at once."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from copydesk.review.actions import ReviewAction, carry_out
from copydesk.review.current import Part, Reader
from copydesk.review.refusal import BlockedError, OutrunError, RefusedError
from copydesk.review.seen import Seen, changed_since
from copydesk.review.states import UNDOABLE, Action, AuditEvent, State, record
from copydesk.store import reviews
from copydesk.store.database import Connection, transaction
from copydesk.store.people import Person
from copydesk.store.review_log import Event
from copydesk.store.reviews import ArticleRow, SegmentRow

MOST = 20_000
"""Segments that one action takes."""

Propose = Callable[[Part], Sequence[ReviewAction]]
"""What is to be done to a segment, nothing where there is nothing to do; refuses by RefusedError."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one article's segments: how many were looked at and changed, which refused and why."""

    seen: int
    changed: int
    refused: tuple[tuple[SegmentRow, str], ...] = ()


def begin(connection: Connection, person: Person, what: str) -> str:
    """Let the log know that an operation begins, with ``what`` it does in words; its name."""
    operation = secrets.token_hex(8)
    with transaction(connection):
        record(connection, AuditEvent.BULK, person.name, what, operation=operation)
    return operation


def perform(
    connection: Connection,
    reader: Reader,
    person: Person,
    places: Iterable[tuple[int, int]],
    propose: Propose,
    *,
    operation: str,
    seen: Seen | None = None,
) -> Iterator[Step]:
    """Do what ``propose`` says to the segments at ``places`` (article, id), sorted; a step for each article.

    Each article is one transaction. A segment that refuses is named and costs no other;
    so does one that others worked on since the person saw it (``seen``; None does not ask).
    """
    for article, some in groupby(places, key=lambda place: place[0]):
        numbers = {number for _, number in some}
        try:
            yield _article(connection, reader, person, article, numbers, propose, operation, seen)
        except RefusedError as error:
            rows = tuple((row, error.message) for row in reviews.segments(connection, article))
            yield Step(len(numbers), 0, tuple(item for item in rows if item[0].id in numbers))


def _article(
    connection: Connection,
    reader: Reader,
    person: Person,
    number: int,
    numbers: set[int],
    propose: Propose,
    operation: str,
    seen: Seen | None,
) -> Step:
    listed = reviews.article(connection, number)
    if listed is not None:
        reader.read(connection, listed.article, listed.target)  # what takes long, before anybody has to wait
    wanted: list[tuple[SegmentRow, ReviewAction]] = []
    refused: list[tuple[SegmentRow, str]] = []
    with transaction(connection):
        article = reviews.hold(connection, number)
        current = reader.read(connection, article.article, article.target) if article else None
        if article is None or current is None:
            return Step(len(numbers), 0)
        sources: set[str] = set()
        rows = reviews.segments(connection, number)
        changed_by = changed_since(connection, article, rows, person, seen) if seen else {}
        for row in rows:
            part = current.parts.get(row.segment)
            if row.id not in numbers or part is None or row.source in sources:
                continue
            try:
                if row.id in changed_by:
                    raise OutrunError(changed_by[row.id])
                wanted += [(row, action) for action in propose(part)]
                sources.add(row.source)
            except RefusedError as error:
                refused.append((row, error.message))
        changed = {row.source for row, _ in wanted}
        if not wanted:
            return Step(len(numbers), 0, tuple(refused))
        current = carry_out(connection, reader, person, article, wanted, operation=operation)
    reader.keep(current)
    return Step(len(numbers), len(changed), tuple(refused))


def approving(part: Part) -> Sequence[ReviewAction]:
    """Approve what is open and has no error that stands."""
    errors = sum(flag.blocking for flag in part.flags)
    if part.status.state.settled:
        return ()
    if part.status.state is State.REJECTED:
        raise RefusedError("it is rejected", remedy="Look at it by itself")
    if errors:
        raise BlockedError(errors)
    return (ReviewAction(Action.APPROVE, None),)


def rejecting(note: str) -> Propose:
    """Reject, with a reason if there is one."""

    def propose(part: Part) -> Sequence[ReviewAction]:
        return () if part.status.state is State.REJECTED else (ReviewAction(Action.REJECT, None, note=note),)

    return propose


def waiving(note: str, rule: str = "") -> Propose:
    """Waive, with a reason, the errors that stand; of one ``rule`` the warnings too.

    Raises:
        RefusedError: there is no reason.
    """
    if not note.strip():
        raise RefusedError("a waiver needs a reason", remedy="Say in a few words why they may stand")

    def propose(part: Part) -> Sequence[ReviewAction]:
        flags = [flag for flag in part.flags if flag.waiver is None]
        chosen = [flag for flag in flags if (flag.finding.rule == rule if rule else flag.blocking)]
        return [ReviewAction(Action.WAIVE, None, mark=flag.mark, note=note) for flag in chosen]

    return propose


def undo_operation(
    connection: Connection, reader: Reader, person: Person, events: Iterable[Event], *, operation: str
) -> Iterator[Step]:
    """Take back the ``events`` of an operation, a step for each article.

    Segments that somebody worked on since are named and stay. The undoing is an operation itself.
    """
    mine: dict[tuple[str, str], dict[str, list[Event]]] = {}
    for event in events:
        if event.segment:
            mine.setdefault((event.article, event.target), {}).setdefault(event.source, []).append(event)
    for (name, target), by_source in mine.items():
        article = reviews.find_article(connection, name, target)
        if article is not None:
            yield _undo(connection, reader, person, article, by_source, operation)


def _undo(
    connection: Connection,
    reader: Reader,
    person: Person,
    article: ArticleRow,
    by_source: Mapping[str, list[Event]],
    operation: str,
) -> Step:
    wanted: list[tuple[SegmentRow, ReviewAction]] = []
    refused: list[tuple[SegmentRow, str]] = []
    reader.read(connection, article.article, article.target)
    with transaction(connection):
        held = reviews.hold(connection, article.id)
        current = reader.read(connection, article.article, article.target) if held else None
        if held is None or current is None:
            return Step(len(by_source), 0)
        rows = {row.source: row for row in reversed(reviews.segments(connection, held.id))}
        for source, events in by_source.items():
            row = rows.get(source)
            if row is None:
                continue
            history = current.parts[row.segment].status.history
            own = _last(history, {event.id for event in events})
            if own is None:
                refused.append((row, "somebody worked on it since"))
            else:
                wanted += [(row, ReviewAction(Action.UNDO, None, mark=str(number))) for number in own]
        if wanted:
            current = carry_out(connection, reader, person, held, wanted, operation=operation)
    reader.keep(current)
    return Step(len(by_source), len({row.source for row, _ in wanted}), tuple(refused))


def _last(history: Sequence[Event], own: set[int]) -> list[int] | None:
    """The ids of ``own`` that stand, newest first; None if anything stands that came after them."""
    undone = {event.mark for event in history if event.action == Action.UNDO}
    standing = [e.id for e in history if e.action in UNDOABLE and str(e.id) not in undone]
    mine = [number for number in reversed(standing) if number in own]
    return mine if mine == standing[::-1][: len(mine)] else None
