"""One action on many segments: chosen ones, a whole search, find and replace; undone at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import Thread
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from markupsafe import Markup

from copydesk.errors import CopydeskError
from copydesk.review.bulk import (
    MOST,
    Propose,
    Step,
    approving,
    begin,
    perform,
    rejecting,
    undo_operation,
    waiving,
)
from copydesk.review.refusal import RefusedError
from copydesk.review.replace import Replacement
from copydesk.review.seen import Seen
from copydesk.review.states import UNDOABLE, Action
from copydesk.review.worddiff import word_diff
from copydesk.store import queue, review_log
from copydesk.store.database import Connection
from copydesk.store.people import Person
from copydesk.store.queue import COUNTED, Wanted
from copydesk.store.reviews import SegmentRow
from copydesk.text.apply import apply as applied
from copydesk.web.desk import Desk, Job
from copydesk.web.marked import LONGEST, diff_markup, text_markup
from copydesk.web.page import page
from copydesk.web.searches import nested_search, resolved
from copydesk.web.session import person_of
from copydesk.web.views import Side

_SHOWN = 100
_AT_ONCE = 1.5
"""Seconds that an answer waits for the end, before it shows how far the work has come."""


def bulk_routes(desk: Desk) -> APIRouter:
    """``/bulk``, ``/replace`` and ``/operations``."""
    router = APIRouter()

    @router.post("/bulk")
    def bulk(
        request: Request,
        action: Annotated[Action, Form()],
        seen: Annotated[str, Form()],
        query: str = Form(""),
        id: Annotated[list[int] | None, Form()] = None,  # noqa: A002
        everything: str = Form("", alias="all"),
        note: str = Form(""),
    ) -> Response:
        wanted, known = nested_search(query), Seen.of(seen)
        with desk.store() as connection:
            person = person_of(request, connection)
            desk.take_in(connection)
            places = _places(connection, resolved(wanted, person), id or [], bool(everything))
            propose = _propose(action, note, wanted.rule)
            what = f"{action.value} {len(places):,} segments" + (f": {note.strip()}" if note.strip() else "")
            operation = begin(connection, person, what)
        return _started(desk, person, places, propose, operation, known)

    @router.get("/replace")
    def preview(request: Request, find: str = "", by: str = "", case: str = "", words: str = "") -> Response:
        query = request.query_params.get("in", "")
        asked = Replacement(find, by, bool(case), bool(words))
        with desk.store() as connection:
            person = person_of(request, connection)
            mark = review_log.newest_id(connection)
            wanted = replace(resolved(nested_search(query), person), holds=asked.variants)
            rows = queue.page(connection, wanted, size=_SHOWN).rows if find else ()
            number = queue.number(connection, wanted) if find else 0
        lines = [line for row, title in rows if (line := _replaced(row, title, asked))]
        seen = Seen(mark, versions={row.id: row.version for row, _ in rows})
        return page(
            request, "replace.html", asked=asked, query=query, seen=seen, lines=lines, number=number,
            most=COUNTED,
        )  # fmt: skip

    @router.post("/replace")
    def replace_all(
        request: Request,
        find: Annotated[str, Form()],
        seen: Annotated[str, Form()],
        by: str = Form(""),
        case: str = Form(""),
        words: str = Form(""),
        query: str = Form(""),
        leave: Annotated[list[int] | None, Form()] = None,
    ) -> Response:
        asked, known = Replacement(find, by, bool(case), bool(words)), Seen.of(seen)
        with desk.store() as connection:
            person = person_of(request, connection)
            wanted = replace(resolved(nested_search(query), person), holds=asked.variants)
            places = _places(connection, wanted, [], True)
            places = [place for place in places if place[1] not in (leave or ())]
            operation = begin(connection, person, f"replace “{find}” by “{by}”"[:300])
        return _started(desk, person, places, asked.propose, operation, known)

    @router.get("/operations")
    def operations(request: Request) -> Response:
        with desk.store() as connection:
            person_of(request, connection)
            found = review_log.operations(connection, _SHOWN)
        return page(request, "operations.html", events=found)

    @router.get("/operations/{operation}")
    def operation(request: Request, operation: str) -> Response:
        with desk.store() as connection:
            person_of(request, connection)
            events = review_log.of_operation(connection, operation)
        if not events:
            raise RefusedError("there is no such operation", remedy="Go to the list of bulk actions")
        texts = {(e.article, e.target, e.source): e for e in events if e.segment}
        lines = [(Side.of(e.target), text_markup(e.text[:LONGEST]), e.action, e.note) for e in texts.values()]
        return page(
            request, "operation.html", first=events[0], lines=lines[:_SHOWN], changed=len(texts),
            job=desk.jobs.get(operation), operation=operation,
            undoable=any(event.action in UNDOABLE for event in events),
        )  # fmt: skip

    @router.post("/operations/{operation}/undo")
    def undo(request: Request, operation: str) -> Response:
        with desk.store() as connection:
            person = person_of(request, connection)
            events = review_log.of_operation(connection, operation)
            if not events:
                raise RefusedError("there is no such operation", remedy="Go to the list of bulk actions")
            undoing = begin(connection, person, f"undo: {events[0].note or events[0].action}"[:300])
        total = len({(e.article, e.target, e.source) for e in events if e.segment})
        return _run(
            desk, Job(undoing, total),
            lambda connection: undo_operation(connection, desk.reader, person, events, operation=undoing),
        )  # fmt: skip

    return router


def _places(
    connection: Connection, wanted: Wanted, ids: list[int], everything: bool
) -> list[tuple[int, int]]:
    found = queue.places(connection, wanted, MOST + 1) if everything else queue.chosen(connection, ids)
    if not found:
        raise RefusedError("nothing is chosen", remedy="Tick segments, or all of the search")
    if len(found) > MOST:
        raise RefusedError(f"more than {MOST:,} segments at once", remedy="Narrow the search")
    return found


def _propose(action: Action, note: str, rule: str) -> Propose:
    if action is Action.APPROVE:
        return approving
    if action is Action.REJECT:
        return rejecting(note)
    if action is Action.WAIVE:
        return waiving(note, rule)
    raise RefusedError(f"{action.value} cannot be done to many segments", remedy="Approve, reject or waive")


def _replaced(row: SegmentRow, title: str, asked: Replacement) -> tuple[SegmentRow, str, Side, Markup] | None:
    edits = asked.edits(row.target[:LONGEST])
    if not edits:
        return None
    difference = diff_markup(word_diff(row.target[:LONGEST], applied(row.target[:LONGEST], edits)))
    return row, title, Side.of(row.pair.partition("-")[2]), difference


def _started(
    desk: Desk, person: Person, places: list[tuple[int, int]], propose: Propose, operation: str,
    seen: Seen,
) -> Response:  # fmt: skip
    return _run(
        desk, Job(operation, len(places)),
        lambda connection: perform(
            connection, desk.reader, person, places, propose, operation=operation, seen=seen
        ),
    )  # fmt: skip


def _run(desk: Desk, job: Job, steps: Callable[[Connection], Iterator[Step]]) -> Response:
    """Work in the background, wait a moment for the end, and go to where the summary is."""

    def work() -> None:
        try:
            with desk.store() as connection:
                for step in steps(connection):
                    job.add(step)
            job.problem = ""
        except CopydeskError as error:
            job.problem = str(error)
        finally:
            job.ended.set()

    desk.keep(job)
    Thread(target=work, daemon=True, name=f"operation {job.operation}").start()
    job.ended.wait(_AT_ONCE)
    return RedirectResponse(f"/operations/{job.operation}", 303)
