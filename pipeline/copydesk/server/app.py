"""The server as an ASGI application."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from copydesk.errors import ConfigError, CopydeskError, InputError, PairMissingError
from copydesk.server.access import Limits
from copydesk.server.article_routes import article_routes
from copydesk.server.articles import Articles
from copydesk.server.frame import Figures, Frame, TooLargeError
from copydesk.server.routes import Door, RefusedError, text_routes, translation_routes
from copydesk.server.work import BusyError, Workroom

_RETRY = 2
"""Seconds after which a client may ask an overloaded server again."""


def create_app(
    room: Workroom,
    limits: Limits,
    *,
    articles: Articles | None = None,
    log: Callable[[str], object] | None = None,
) -> ASGIApp:
    """The application on ``room`` and ``articles``, which it closes at its end.

    Without ``articles`` none can be handed in. ``log`` takes a JSON line a request.
    """
    figures = Figures(lambda: room.waiting)

    @asynccontextmanager
    async def until_closed(_: FastAPI) -> AsyncIterator[None]:
        yield
        if articles:
            articles.close()
        room.close()

    app = FastAPI(title="copydesk", version="1", lifespan=until_closed)
    door = Door(limits)
    app.include_router(translation_routes(room, door, figures))
    app.include_router(text_routes(room, door))
    if articles:
        app.include_router(article_routes(articles, door))

    @app.get("/health")
    async def health() -> dict[str, str]:
        """The process answers."""
        return {"status": "ok"}

    @app.get("/ready")
    async def ready() -> Response:
        """Work is done; 503 while it is not."""
        trouble = (articles.trouble if articles else "") if room.alive else "the engines are closed"
        if not trouble:
            return JSONResponse({"status": "ok"})
        return JSONResponse({"error": trouble}, 503, {"Retry-After": str(_RETRY)})

    @app.get("/metrics")
    async def metrics() -> Response:
        """Figures for Prometheus."""
        return Response(generate_latest(figures.registry), media_type=CONTENT_TYPE_LATEST)

    @app.exception_handler(CopydeskError)
    async def failed(_: Request, error: Exception) -> Response:
        assert isinstance(error, CopydeskError)
        said = JSONResponse({"error": str(error)}, _status(error))
        if said.status_code in (429, 503):
            wait = error.wait if isinstance(error, RefusedError) else _RETRY
            said.headers["Retry-After"] = str(max(1, math.ceil(wait)))
        return said

    @app.exception_handler(HTTPException)
    async def unknown(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return JSONResponse({"error": str(error.detail)}, error.status_code, error.headers)

    def body(path: str) -> int:
        return limits.article if path.startswith("/v1/articles") else limits.body

    return Frame(app, figures, body=body, log=log)


def _status(error: CopydeskError) -> int:
    if isinstance(error, RefusedError):
        return error.status
    if isinstance(error, TooLargeError):
        return 413
    if isinstance(error, BusyError):
        return 503
    return 400 if isinstance(error, ConfigError | InputError | PairMissingError) else 502
