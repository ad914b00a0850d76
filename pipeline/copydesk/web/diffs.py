"""The diffs that reviewers ask for: people against the machine, run against run, old source against new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter, Request
from fastapi.responses import Response
from markupsafe import Markup

from copydesk.review.against import Unlike, unlike, unlike_article
from copydesk.review.changes import changes
from copydesk.review.refusal import RefusedError
from copydesk.review.sources import altered, revisions
from copydesk.review.states import AuditEvent
from copydesk.review.weigh import Change
from copydesk.store import review_log, reviews
from copydesk.store.database import Connection
from copydesk.store.reviews import ArticleRow, SegmentRow
from copydesk.web.desk import Desk, known_article
from copydesk.web.marked import diff_markup
from copydesk.web.page import page
from copydesk.web.parameters import Id, Number
from copydesk.web.session import person_of
from copydesk.web.views import Side, state_word

_WEIGHED = 1_000
"""Differences that the page over all articles weighs; it shows the gravest of them."""

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A change on a page: where it is, what it alters, the diff, and what else there is to say."""

    change: Change
    difference: Markup
    side: Side
    place: str
    href: str = ""
    note: str = ""


def diff_routes(desk: Desk) -> APIRouter:
    """What people changed, what changed in the source, and run against run, for one article or all."""
    router = APIRouter()

    @router.get("/articles/{number}/changes")
    def edited(request: Request, number: Id) -> Response:
        with desk.store() as connection:
            person_of(request, connection)
            article = known_article(connection, number)
            found = changes(reviews.segments(connection, number), article.target)
        side = Side.of(article.target)
        lines = [_line(row, change, side, _decided(row)) for row, change in found]
        said = "the machine's text against the text in force"
        return page(request, "changes.html", title="Changes", said=said, lines=lines, article=article)

    @router.get("/articles/{number}/sources")
    def sources(request: Request, number: Id, revision: Number = 0) -> Response:
        with desk.store() as connection:
            person_of(request, connection)
            desk.take_in(connection)
            return _sources(request, connection, known_article(connection, number), revision)

    @router.get("/articles/{number}/compare")
    def one(request: Request, number: Id) -> Response:
        with desk.store() as connection:
            person_of(request, connection)
            article = known_article(connection, number)
            with desk.other_store() as other:
                lines = _compared(unlike_article(other, connection, article))
        title = "Run against run"
        return page(request, "changes.html", title=title, said=_runs(desk), lines=lines, article=article)

    @router.get("/compare")
    def everything(request: Request) -> Response:
        with desk.store() as connection:
            person_of(request, connection)
            desk.take_in(connection)
            with desk.other_store() as other:
                lines = _compared(islice(unlike(other, connection), _WEIGHED))
        many = f"; only the first {_WEIGHED:,} differences were weighed" if len(lines) == _WEIGHED else ""
        said = _runs(desk) + many
        return page(
            request, "changes.html", title="Run against run", said=said, lines=lines[:_SHOWN], article=None
        )

    return router


def revised(connection: Connection, article: ArticleRow) -> bool:
    """Whether the desk has seen the article's source change."""
    events = review_log.events(connection, article=article.article, target=article.target)
    return any(event.action == AuditEvent.SOURCE for event in events)


def _sources(request: Request, connection: Connection, article: ArticleRow, revision: int) -> Response:
    rows = reviews.segments(connection, article.id)
    events = review_log.events(connection, article=article.article, target=article.target)
    known = revisions(events, [row.source for row in rows])
    if not known:
        raise RefusedError("the source of this article has not changed", remedy="Go back to the article")
    at = next((n for n, one in enumerate(known) if one.number == revision), 0)
    side = Side.of(article.source_language)
    lines = []
    for item in altered(known[at], article.source_language):
        if at == 0 and item.place is not None:
            lines.append(_line(rows[item.place], item.change, side))
        else:
            place = "left out" if item.place is None else f"segment {item.place + 1}"
            lines.append(DiffLine(item.change, diff_markup(item.change.pieces), side, place))
    return page(
        request,
        "changes.html",
        title="Source changes",
        said=f"the source before and after a run changed it, seen {known[at].at[:16].replace('T', ' ')} UTC",
        lines=lines,
        article=article,
        revisions=known,
        at=at,
    )


def _runs(desk: Desk) -> str:
    other = desk.against.name if desk.against else ""
    return f"removed: only in {other}; added: only in {desk.target.store.name}"


def _compared(found: Iterable[Unlike]) -> list[DiffLine]:
    lines = []
    for item in sorted(found, key=lambda item: item.change.order):
        side = Side.of(item.target)
        if item.row is not None:
            lines.append(_line(item.row, item.change, side, f"{item.article} {item.row.engine}"))
        else:
            note = f"{item.article}, only in the other run"
            lines.append(DiffLine(item.change, diff_markup(item.change.pieces), side, item.segment, "", note))
    return lines


def _line(row: SegmentRow, change: Change, side: Side, note: str = "") -> DiffLine:
    href = f"/articles/{row.article}?open={row.id}#s{row.id}"
    return DiffLine(change, diff_markup(change.pieces), side, f"segment {row.place + 1}", href, note)


def _decided(row: SegmentRow) -> str:
    return f"{state_word(row.state)} by {row.who}" if row.who else state_word(row.state)
