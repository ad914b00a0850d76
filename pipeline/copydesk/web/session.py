"""Signing in: a token is exchanged for a cookie that no script can read."""

from __future__ import annotations

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from copydesk.review.states import AuditEvent, record
from copydesk.store import people
from copydesk.store.database import Connection, transaction
from copydesk.store.people import LASTS, Person
from copydesk.web.desk import Desk
from copydesk.web.page import page


class SignInNeededError(Exception):
    """The request has no session."""


def person_of(request: Request, connection: Connection) -> Person:
    """Who sends the request.

    Raises:
        SignInNeededError: nobody who is signed in.
    """
    key = request.cookies.get(request.app.state.cookie, "")
    person = people.signed_in(connection, key) if key else None
    if person is None:
        raise SignInNeededError
    request.state.person = person
    return person


def sign_in_page(request: Request, *, wrong: bool = False) -> HTMLResponse:
    """Asks for a token."""
    return page(request, "sign_in.html", status=401, wrong=wrong)


def session_routes(desk: Desk) -> APIRouter:
    """``/sign-in`` by link or form, and ``/sign-out``."""
    router = APIRouter()

    def enter(request: Request, token: str) -> Response:
        with desk.store() as connection:
            person = people.by_token(connection, token)
            if person is None and desk.ticket is not None and not people.people(connection):
                person = desk.ticket.take(token)
            if person is None:
                return sign_in_page(request, wrong=bool(token))
            with transaction(connection):
                key = people.sign_in(connection, person, request.headers.get("user-agent", ""))
                record(connection, AuditEvent.SIGN_IN, person.name)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(
            desk.cookie,
            key,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
            max_age=int(LASTS.total_seconds()),
            path="/",
        )
        return answer

    @router.get("/sign-in")
    def by_link(request: Request, token: str = "") -> Response:
        return enter(request, token)

    @router.post("/sign-in")
    def by_form(request: Request, token: str = Form("")) -> Response:
        return enter(request, token.strip())

    @router.post("/sign-out")
    def leave(request: Request) -> Response:
        with desk.store() as connection:
            key = request.cookies.get(desk.cookie, "")
            person = people.signed_in(connection, key)
            with transaction(connection):
                people.sign_out(connection, key)
                if person is not None:
                    record(connection, AuditEvent.SIGN_OUT, person.name)
        answer = RedirectResponse("/", 303)
        answer.delete_cookie(desk.cookie, path="/")
        return answer

    return router
