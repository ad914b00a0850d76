"""Templates to answers."""

from __future__ import annotations

from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from copydesk.errors import CopydeskError
from copydesk.review.refusal import ChangedError, OpenSegmentsError
from copydesk.web.marked import text_markup
from copydesk.web.views import progress, shown, state_word


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page of ``template``; everything in ``values`` that is not Markup is escaped."""
    person = getattr(request.state, "person", None)
    html = (
        _environment()
        .get_template(template)
        .render(person=person, here=request.url.path, compares=request.app.state.compares, **values)
    )
    return HTMLResponse(html, status)


def is_part(request: Request) -> bool:
    """Whether htmx asks for a piece of a page instead of the whole."""
    return request.headers.get("hx-request") == "true"


def problem_page(request: Request, error: CopydeskError, status: int = 409) -> HTMLResponse:
    """What went wrong and what to do next."""
    rows = error.rows if isinstance(error, OpenSegmentsError | ChangedError) else ()
    return page(request, "problem.html", status=status, error=error, rows=rows)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("copydesk.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["progress"] = progress
    environment.filters["word"] = state_word
    environment.filters["shown"] = shown
    environment.filters["clear"] = text_markup
    environment.filters["thousands"] = lambda number: f"{number:,}"
    return environment
