"""The desk as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from copydesk.errors import CopydeskError
from copydesk.web.article import article_routes
from copydesk.web.bulk import bulk_routes
from copydesk.web.desk import Desk
from copydesk.web.diffs import diff_routes
from copydesk.web.health import health_routes
from copydesk.web.lists import list_routes
from copydesk.web.log import log_routes
from copydesk.web.page import problem_page
from copydesk.web.searches import search_routes
from copydesk.web.security import Guard
from copydesk.web.segment import segment_routes, typing_routes
from copydesk.web.session import SignInNeededError, session_routes, sign_in_page
from copydesk.web.statistics import statistics_routes


def create_app(desk: Desk, *, hosts: Iterable[str]) -> ASGIApp:
    """The application for ``desk``; ``hosts`` are the Host headers that it answers to, with their ports."""

    @asynccontextmanager
    async def held_open(_: FastAPI) -> AsyncIterator[None]:
        with desk.open():
            yield

    app = FastAPI(title="copydesk", docs_url=None, redoc_url=None, openapi_url=None, lifespan=held_open)
    app.state.cookie = desk.cookie
    app.state.compares = desk.against is not None
    app.mount("/static", StaticFiles(directory=Path(str(files("copydesk.web") / "static"))), name="static")
    app.include_router(health_routes(desk))
    app.include_router(session_routes(desk))
    app.include_router(list_routes(desk))
    app.include_router(search_routes(desk))
    app.include_router(statistics_routes(desk))
    app.include_router(article_routes(desk))
    app.include_router(typing_routes(desk))
    app.include_router(segment_routes(desk))
    app.include_router(bulk_routes(desk))
    app.include_router(diff_routes(desk))
    app.include_router(log_routes(desk))

    @app.exception_handler(SignInNeededError)
    def sign_in(request: Request, _: Exception) -> Response:
        return sign_in_page(request)

    @app.exception_handler(CopydeskError)
    def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, CopydeskError)
        return problem_page(request, error)

    @app.exception_handler(RequestValidationError)
    def nonsense(request: Request, _: Exception) -> Response:
        error = CopydeskError("this address or form makes no sense", remedy="Go back and load the page again")
        return problem_page(request, error, 422)

    @app.exception_handler(HTTPException)
    def unknown(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        said = "there is no such page" if error.status_code == 404 else error.detail.lower()
        return problem_page(request, CopydeskError(said, remedy="Go to the queue"), error.status_code)

    return Guard(app, frozenset(hosts))
