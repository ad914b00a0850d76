"""One segment: opened, closed, and what can be done to it. What was typed is never lost on the way."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from copydesk.review.actions import LONGEST, ReviewAction, apply
from copydesk.review.matches import MATCH
from copydesk.review.refusal import RefusedError
from copydesk.review.repetitions import repeat
from copydesk.review.states import CATEGORIES, SEVERITIES, Action
from copydesk.store import reviews, unsaved
from copydesk.store.database import Connection
from copydesk.store.people import Person
from copydesk.store.reviews import SegmentRow
from copydesk.store.unsaved import unsaved_key
from copydesk.web.article import Problem, article_page, opened_view, unsaved_of
from copydesk.web.desk import Desk, known_article
from copydesk.web.forms import action_of, lines
from copydesk.web.page import is_part, page
from copydesk.web.parameters import Id, Number, Version
from copydesk.web.session import person_of
from copydesk.web.views import segment_view

_STAYS_OPEN = (Action.COMMENT, Action.WAIVE, Action.FIX)
_SAVES = (Action.EDIT, Action.APPROVE, Action.FIX)


def segment_routes(desk: Desk) -> APIRouter:
    """``/segments/{id}`` and what can be done to one."""
    router = APIRouter()

    @router.get("/segments/{number}")
    def piece(request: Request, number: Id, open: Number = 0) -> Response:  # noqa: A002
        with desk.store() as connection:
            person_of(request, connection)
            row = _row(connection, number)
            if not is_part(request):
                return RedirectResponse(f"/articles/{row.article}?open={number}#s{number}", 303)
            return _piece(request, desk, connection, row, opened=bool(open))

    @router.post("/segments/{number}/{action}")
    def do(
        request: Request,
        number: Id,
        action: Action,
        version: Version,
        text: str | None = Form(None),
        was: str | None = Form(None),
        note: str = Form(""),
        mark: str = Form(""),
        category: str = Form(""),
        severity: str = Form(""),
    ) -> Response:
        with desk.store() as connection:
            person = person_of(request, connection)
            row = _row(connection, number)
            if text is not None and was is not None:
                _keep(connection, person, row, text, was)
            try:
                plain = ReviewAction(action, version, None, mark, note, _one_of(category, CATEGORIES),
                                     _one_of(severity, SEVERITIES), strict=True)  # fmt: skip
                asked = action_of(connection, desk.reader, row, plain, text=text, was=was)
                key = _key(connection, row)
                row = apply(connection, desk.reader, person, number, asked)
            except RefusedError as error:
                problem = Problem(number, error, text or "")
                row = _row(connection, number)
                if is_part(request):
                    return _piece(request, desk, connection, row, opened=True, problem=problem)
                return article_page(request, desk, connection, row.article, opened=number, problem=problem)
            did, repeated = ("", 0)
            if action is Action.APPROVE and row.target != row.machine:
                did, repeated = repeat(connection, desk.reader, person, row)
            if action in _SAVES and text is not None and not mark.startswith(MATCH):
                unsaved.drop(connection, person.name, key)
            if is_part(request):
                opened = action in _STAYS_OPEN
                return _piece(request, desk, connection, row, opened=opened, did=did, repeated=repeated)
        return RedirectResponse(f"/articles/{row.article}?at={number}&did={did}#s{number}", 303)

    return router


def typing_routes(desk: Desk) -> APIRouter:
    """What is typed and not saved yet: kept, brought along when a segment is closed, discarded."""
    router = APIRouter()

    @router.post("/segments/{number}/typed")
    def typed(request: Request, number: Id, text: str = Form(""), was: str = Form("")) -> Response:
        """Keep what is being typed; nothing is shown for it."""
        with desk.store() as connection:
            person = person_of(request, connection)
            _keep(connection, person, _row(connection, number), text, was)
        return Response(status_code=204)

    @router.post("/segments/{number}/close")
    def close(request: Request, number: Id, text: str = Form(""), was: str = Form("")) -> Response:
        with desk.store() as connection:
            person = person_of(request, connection)
            row = _row(connection, number)
            _keep(connection, person, row, text, was)
            return _piece(request, desk, connection, row, opened=False)

    @router.post("/segments/{number}/discard")
    def discard(request: Request, number: Id) -> Response:
        with desk.store() as connection:
            person = person_of(request, connection)
            row = _row(connection, number)
            unsaved.drop(connection, person.name, _key(connection, row))
            if is_part(request):
                return _piece(request, desk, connection, row, opened=True)
        return RedirectResponse(f"/articles/{row.article}?open={number}#s{number}", 303)

    return router


def _keep(connection: Connection, person: Person, row: SegmentRow, text: str, was: str) -> None:
    """Keep ``text`` until it is saved, unless it is what the field held when the page was made."""
    key = _key(connection, row)
    if lines(text) == lines(was):
        unsaved.drop(connection, person.name, key)
    elif len(text) <= 2 * LONGEST:
        unsaved.keep(connection, person.name, key, text=lines(text), base=row.target)


def _key(connection: Connection, row: SegmentRow) -> str:
    article = known_article(connection, row.article)
    return unsaved_key(article.article, article.target, row.source)


def _piece(
    request: Request,
    desk: Desk,
    connection: Connection,
    row: SegmentRow,
    *,
    opened: bool,
    problem: Problem | None = None,
    did: str = "",
    repeated: int = 0,
) -> Response:
    article = known_article(connection, row.article)
    current = desk.reader.read(connection, article.article, article.target)
    if current is None or row.segment not in current.parts:
        raise RefusedError("a new run has replaced this article", remedy="Load the page again")
    typed = unsaved_of(connection, request.state.person, article, [row]).get(row.id)
    return page(
        request,
        "segment.html",
        article=article,
        view=segment_view(row, current.parts[row.segment], typed),
        opened=opened_view(connection, current, row, typed) if opened else None,
        problem=problem,
        did=did,
        repeated=repeated,
        categories=CATEGORIES,
        severities=SEVERITIES,
    )


def _row(connection: Connection, number: int) -> SegmentRow:
    row = reviews.segment(connection, number)
    if row is None:
        raise RefusedError("this segment is no longer in the store", remedy="Go back to the queue")
    return row


def _one_of(value: str, known: Sequence[str]) -> str:
    return value if value in known else ""
