"""The queue, the list of articles and the help."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from copydesk.review.seen import Seen
from copydesk.store import people, queue, review_log, searches
from copydesk.store.queue import COUNTED, PAGE
from copydesk.store.reviews import SegmentRow
from copydesk.web.desk import Desk
from copydesk.web.marked import text_markup
from copydesk.web.page import page
from copydesk.web.parameters import Number
from copydesk.web.searches import opened_from, place_of, query_of, resolved, search_of
from copydesk.web.session import person_of
from copydesk.web.views import Side

_SNIPPET = 220


def list_routes(desk: Desk) -> APIRouter:
    """``/``, ``/articles`` and ``/help``."""
    router = APIRouter()

    @router.get("/")
    def segments(request: Request, after: str = "") -> HTMLResponse:
        typed = search_of(request.query_params)
        query = query_of(typed)
        with desk.store() as connection:
            person = person_of(request, connection)
            desk.take_in(connection)
            wanted = resolved(typed, person)
            mark = review_log.newest_id(connection)
            found = queue.page(connection, wanted, after=place_of(after))
            whole = found.after is None and not after  # then there is no need to count
            number = len(found.rows) if whole else queue.number(connection, wanted)
            facets, totals = queue.facets(connection), queue.totals(connection, wanted.batch)
            users = [one.name for one in people.people(connection)]
            saved = searches.saved(connection, person.name)
        following = f"?{query}&after={found.after[0]}.{found.after[1]}" if found.after else ""
        return page(
            request,
            "queue.html",
            rows=[_line(row, title, query) for row, title in found.rows],
            wanted=typed,
            seen=Seen(mark, versions={row.id: row.version for row, _ in found.rows}),
            query=query,
            number=number,
            many=number >= COUNTED,
            facets=facets,
            totals=totals,
            following=following,
            users=users,
            saved=saved,
        )

    @router.get("/articles")
    def articles(request: Request, state: str = "", batch: str = "", number: Number = 1) -> HTMLResponse:
        with desk.store() as connection:
            person_of(request, connection)
            desk.take_in(connection)
            rows = queue.articles(connection, state=state, batch=batch, page=max(1, number))
            totals, batches = queue.totals(connection, batch), queue.batches(connection)
        following = {"state": state, "batch": batch}
        return page(
            request,
            "articles.html",
            rows=[(row, Side.of(row.source_language), Side.of(row.target)) for row in rows[:PAGE]],
            more=len(rows) > PAGE,
            number=max(1, number),
            query=urlencode({name: value for name, value in following.items() if value}),
            batches=batches,
            totals=totals,
            state=state,
            batch=batch,
        )

    @router.get("/help")
    def keys(request: Request) -> HTMLResponse:
        with desk.store() as connection:
            person_of(request, connection)
        return page(request, "help.html")

    return router


def _line(row: SegmentRow, title: str, query: str) -> dict[str, object]:
    source, _, target = row.pair.partition("-")
    return {
        "row": row,
        "href": opened_from(query, row),
        "title": title,
        "source": text_markup(_short(row.source)),
        "target": text_markup(_short(row.target)),
        "source_side": Side.of(source),
        "target_side": Side.of(target),
        "rules": row.rules.split(),
    }


def _short(text: str) -> str:
    return text if len(text) <= _SNIPPET else f"{text[:_SNIPPET].rstrip()}…"
