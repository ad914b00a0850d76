"""The page that says which engine may be trusted."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from copydesk.review.statistics import ENOUGH, Statistics, judgements, statistics
from copydesk.web import charts
from copydesk.web.desk import Desk
from copydesk.web.page import page
from copydesk.web.session import person_of

_LINES = 6
_BARS = 12


def statistics_routes(desk: Desk) -> APIRouter:
    """``/statistics``."""
    router = APIRouter()

    @router.get("/statistics")
    def numbers(request: Request) -> HTMLResponse:
        with desk.store() as connection:
            person_of(request, connection)
            found = statistics(connection)
        return page(
            request,
            "statistics.html",
            statistics=found,
            charts=_charts(found),
            judgements=judgements(found),
            enough=ENOUGH,
        )

    return router


def _charts(found: Statistics) -> dict[str, Markup]:
    """The charts by name, empty where there is no data for one."""
    drawn = dict.fromkeys(("systems", "weeks", "repairs"), Markup())
    if found.systems:
        systems = {f"{pair} {engine}": tally for (pair, engine), tally in [*found.systems.items()][:_BARS]}
        words = "; ".join(
            f"{name}: {t.share(t.accepted)} % accepted as is, {t.share(t.edited)} % edited,"
            f" {t.share(t.rejected)} % rejected"
            for name, t in systems.items()
        )
        drawn["systems"] = charts.shares("Decisions by pair and engine", words, systems)
    lines = {
        engine: {week: round(tally.ter, 1) for week, tally in weeks.items() if tally.tokens}
        for engine, weeks in found.trend.items()
    }
    lines = dict([item for item in lines.items() if len(item[1]) > 1][:_LINES])
    if lines:
        words = "; ".join(
            f"{engine}: {', '.join(f'{week} {ter:.1f}' for week, ter in points.items())}"
            for engine, points in lines.items()
        )
        drawn["weeks"] = charts.trend("TER by week", words, lines)
    if found.repairs:
        repairs = {" ".join(kind): count for kind, count in [*found.repairs.items()][:_BARS]}
        words = "; ".join(f"{name}: {count}" for name, count in repairs.items())
        drawn["repairs"] = charts.amounts("Repairs by kind", words, repairs)
    return drawn
