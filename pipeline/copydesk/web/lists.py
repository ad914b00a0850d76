"""The queue, the list of articles and the help."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from copydesk.store import queue, reviews
from copydesk.store.queue import COUNTED, PAGE, Wanted
from copydesk.web.desk import Desk
from copydesk.web.marked import text_markup
from copydesk.web.page import page
from copydesk.web.parameters import Number
from copydesk.web.session import person_of
from copydesk.web.views import Side

_SNIPPET = 220
_PLACE = re.compile(r"(-?[0-9]{1,9})\.([0-9]{1,18})")


def list_routes(desk: Desk) -> APIRouter:
    """``/``, ``/articles`` and ``/help``."""
    router = APIRouter()

    @router.get("/")
    def segments(
        request: Request,
        state: str = "open",
        rule: str = "",
        pair: str = "",
        batch: str = "",
        engine: str = "",
        who: str = "",
        text: str = "",
        after: str = "",
    ) -> HTMLResponse:
        with desk.store() as connection:
            person = person_of(request, connection)
            desk.take_in(connection)
            mine = person.name if who == "me" else who
            wanted = Wanted(state, rule, pair, batch, engine, mine, text[:200])
            found = queue.page(connection, wanted, after=_place(after))
            whole = found.after is None and not after  # then there is no need to count
            number = len(found.rows) if whole else queue.number(connection, wanted)
            facets, totals = queue.facets(connection), queue.totals(connection, batch)
        query = {name: value for name, value in asdict(replace(wanted, who=who)).items() if value}
        following = f"?{urlencode({**query, 'after': '{}.{}'.format(*found.after)})}" if found.after else ""
        return page(
            request,
            "queue.html",
            rows=[_line(row, title) for row, title in found.rows],
            wanted=replace(wanted, who=who),
            number=number,
            many=number >= COUNTED,
            facets=facets,
            totals=totals,
            following=following,
            first=not after,
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


def _place(after: str) -> tuple[int, int] | None:
    place = _PLACE.fullmatch(after)
    return (int(place[1]), int(place[2])) if place else None


def _line(row: reviews.SegmentRow, title: str) -> dict[str, object]:
    source, _, target = row.pair.partition("-")
    return {
        "row": row,
        "title": title,
        "source": text_markup(_short(row.source)),
        "target": text_markup(_short(row.target)),
        "source_side": Side.of(source),
        "target_side": Side.of(target),
        "rules": row.rules.split(),
    }


def _short(text: str) -> str:
    return text if len(text) <= _SNIPPET else f"{text[:_SNIPPET].rstrip()}…"
