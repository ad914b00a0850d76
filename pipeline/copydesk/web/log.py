"""The audit log: who did what, and when."""

from __future__ import annotations

from collections import deque

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from copydesk.review.refusal import RefusedError
from copydesk.store.review_log import all_events
from copydesk.web.desk import Desk
from copydesk.web.page import page
from copydesk.web.session import person_of

_SHOWN = 200


def log_routes(desk: Desk) -> APIRouter:
    """``/log``, for approvers."""
    router = APIRouter()

    @router.get("/log")
    def log(request: Request) -> HTMLResponse:
        with desk.store() as connection:
            if not person_of(request, connection).approves:
                raise RefusedError("only an approver may read the log", remedy="Ask one of them")
            newest = deque(all_events(connection), maxlen=_SHOWN)
        return page(request, "log.html", events=list(reversed(newest)), shown=_SHOWN)

    return router
