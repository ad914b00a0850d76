"""The page of one article, and what can be done on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from copydesk.errors import CopydeskError
from copydesk.review.actions import approve_article
from copydesk.review.current import Current
from copydesk.review.matches import matches
from copydesk.review.publish import publish
from copydesk.review.refusal import BlockedError, RefusedError, StaleError
from copydesk.review.seen import Seen
from copydesk.review.states import CATEGORIES, SEVERITIES
from copydesk.store import editions, review_log, reviews, unsaved
from copydesk.store.database import Connection
from copydesk.store.people import Person
from copydesk.store.reviews import ArticleRow, SegmentRow
from copydesk.store.unsaved import Unsaved, unsaved_key
from copydesk.web.desk import Desk, known_article
from copydesk.web.diffs import revised
from copydesk.web.page import page, problem_page
from copydesk.web.parameters import Id, Number
from copydesk.web.searches import SearchView, search_view
from copydesk.web.security import PAGE_POLICY
from copydesk.web.session import person_of
from copydesk.web.views import OpenView, Side, open_view, segment_view

_ROWS, _LETTERS = 80, 60_000


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with segment ``number``, and the text that was to be saved."""

    number: int
    error: CopydeskError
    text: str = ""

    @property
    def stale(self) -> bool:
        """Whether somebody else was faster."""
        return isinstance(self.error, StaleError)

    @property
    def blocked(self) -> bool:
        """Whether errors stand in the way of an approval."""
        return isinstance(self.error, BlockedError)


def article_routes(desk: Desk) -> APIRouter:
    """``/articles/{id}`` and its published page; approving and publishing it."""
    router = APIRouter()

    @router.get("/articles/{number}")
    def show(request: Request, number: Id, sheet: Number = 0, open: Number = 0) -> Response:  # noqa: A002
        with desk.store() as connection:
            person_of(request, connection)
            desk.take_in(connection)
            return article_page(request, desk, connection, number, sheet=sheet, opened=open)

    @router.get("/articles/{number}/page")
    def published(request: Request, number: Id) -> Response:
        with desk.store() as connection:
            person_of(request, connection)
            found = _printed(desk, connection, known_article(connection, number))
        if found is None:
            raise RefusedError("this article has no published page here", remedy="Publish it first")
        return HTMLResponse(found.read_bytes(), headers={"Content-Security-Policy": PAGE_POLICY})

    @router.post("/articles/{number}/approve")
    def approve(request: Request, number: Id, seen: Annotated[str, Form()]) -> Response:
        with desk.store() as connection:
            person = person_of(request, connection)
            desk.take_in(connection)
            known = Seen.of(seen)
            _, operation = approve_article(connection, desk.reader, person, number, seen=known)
        return RedirectResponse(f"/articles/{number}?did={operation}", 303)

    @router.post("/articles/{number}/publish")
    def print_it(request: Request, number: Id, seen: Annotated[str, Form()]) -> Response:
        with desk.store() as connection:
            person = person_of(request, connection)
            desk.take_in(connection)
            publish(connection, desk.reader, person, number, target=desk.target, seen=Seen.of(seen))
        return RedirectResponse(f"/articles/{number}", 303)

    return router


def article_page(
    request: Request,
    desk: Desk,
    connection: Connection,
    number: int,
    *,
    sheet: int = 0,
    opened: int = 0,
    problem: Problem | None = None,
) -> Response:
    """A sheet of the article, the one with the segment ``opened`` if there is one."""
    article = known_article(connection, number)
    last = review_log.last_id(connection, article=article.article, target=article.target)
    current = desk.reader.read(connection, article.article, article.target)
    rows = reviews.segments(connection, number)
    if current is None:
        return problem_page(request, RefusedError("this article is no longer in the store"), 404)
    sheets = _sheets(rows)
    wanted = next((n for n, part in enumerate(sheets) if any(r.id == opened for r in part)), sheet)
    shown = sheets[min(max(wanted, 0), len(sheets) - 1)]
    typed = unsaved_of(connection, request.state.person, article, shown)
    views = [segment_view(row, current.parts[row.segment], typed.get(row.id)) for row in shown]
    return page(
        request,
        "article.html",
        status=409 if problem else 200,
        article=article,
        seen=Seen(last, article.final_key),
        source_side=Side.of(article.source_language),
        target_side=Side.of(article.target),
        views=views,
        opened={r.id: opened_view(connection, current, r, typed.get(r.id)) for r in shown if r.id == opened},
        problem=problem,
        sheet=wanted,
        sheets=len(sheets),
        general=current.general,
        did=review_log.of_operation(connection, request.query_params.get("did", "")),
        search=_search(request, connection, rows, opened),
        revised=revised(connection, article),
        against=desk.against is not None,
        printed=_printed(desk, connection, article) is not None,
        categories=CATEGORIES,
        severities=SEVERITIES,
    )


def opened_view(connection: Connection, current: Current, row: SegmentRow, typed: Unsaved | None) -> OpenView:
    """What an opened segment has beside its row."""
    return open_view(current.parts[row.segment], matches(connection, row), typed)


def unsaved_of(
    connection: Connection, person: Person, article: ArticleRow, rows: Sequence[SegmentRow]
) -> dict[int, Unsaved]:
    """What ``person`` has typed and not saved in ``rows``, by their ids."""
    keys = {row.id: unsaved_key(article.article, article.target, row.source) for row in rows}
    found = unsaved.find(connection, person.name, keys.values())
    return {number: found[key] for number, key in keys.items() if key in found}


def _search(
    request: Request, connection: Connection, rows: Sequence[SegmentRow], opened: int
) -> SearchView | None:
    """The search that the article was opened from; without one its last segment leads on to the queue."""
    query = request.query_params.get("in", "")
    row = next((row for row in rows if row.id == opened), None)
    return search_view(connection, request.state.person, query, row) if query else None


def _printed(desk: Desk, connection: Connection, article: ArticleRow) -> Path | None:
    """The page that a run or the desk has written of the article, if it is there."""
    row = editions.find(connection, article=article.article, target=article.target)
    name = f"{row.name}/{row.target}/bilingual.html" if row else ""
    there = row is not None and name in row.files and (desk.target.root / name).is_file()
    return desk.target.root / name if there else None


def _sheets(rows: Sequence[SegmentRow]) -> list[list[SegmentRow]]:
    """The rows cut into pages of at most 80 rows and about 60,000 letters."""
    sheets: list[list[SegmentRow]] = [[]]
    letters = 0
    for row in rows:
        size = min(len(row.source), 6000) + min(len(row.target), 6000)
        if len(sheets[-1]) >= _ROWS or (sheets[-1] and letters + size > _LETTERS):
            sheets.append([])
            letters = 0
        sheets[-1].append(row)
        letters += size
    return sheets
