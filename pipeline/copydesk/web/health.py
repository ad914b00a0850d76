"""Whether the desk is up and its store answers, for programs that watch it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from copydesk.errors import StoreError
from copydesk.web.desk import Desk
from copydesk.web.security import HEALTH


def health_routes(desk: Desk) -> APIRouter:
    """``/healthz``: 200 and "ok", or 503."""
    router = APIRouter()

    @router.get(HEALTH)
    def health() -> PlainTextResponse:
        try:
            with desk.store() as connection:
                connection.execute("SELECT 1").fetchone()
        except StoreError:
            return PlainTextResponse("the store does not answer", 503)
        return PlainTextResponse("ok")

    return router
