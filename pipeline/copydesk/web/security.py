"""Who may talk to the desk at all: hosts, origins, sizes, and the headers of every answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The content security policy of the desk's own pages: nothing inline, nothing from elsewhere."""

PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox"
"""That of published pages shown by the desk: no script, no request, no frame that leads out."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HEALTH = "/healthz"
"""Asked by programs that watch the desk, by whatever name they reach it; it tells nothing but that."""

_SAFE = frozenset({"GET", "HEAD"})


def same_origin(headers: Mapping[str, str]) -> bool:
    """Whether a request that changes something comes from the desk's own pages.

    ``Sec-Fetch-Site`` decides where the browser sends it; else ``Origin`` must be the host itself. A client
    that sends neither is no browser and must not come with a browser's cookie, so it is refused too.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc == headers.get("host", "")


@dataclass(frozen=True, slots=True)
class Guard:
    """ASGI middleware in front of the desk.

    ``hosts`` are the values of the Host header that are answered (a rebound name is not), ``limit`` the
    bytes of a request's body.
    """

    app: ASGIApp
    hosts: frozenset[str]
    limit: int = 1 << 20

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the headers added."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope, Headers(scope=scope))
        is_head = scope["method"] == "HEAD"

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (_HEADERS | {"Content-Security-Policy": POLICY}).items():
                    headers.setdefault(name, value)
            elif is_head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        if refusal is not None:
            await refusal(scope, receive, with_headers)
            return
        if is_head:  # what GET answers, without the body (RFC 9110, 9.3.2)
            scope = {**scope, "method": "GET"}
        await self.app(scope, _limited(receive, self.limit), with_headers)

    def _refusal(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        if scope["path"] != HEALTH and headers.get("host", "") not in self.hosts:
            return PlainTextResponse("This desk does not answer to that host name.", 421)
        if scope["method"] not in _SAFE and not same_origin(headers):
            return PlainTextResponse("This request does not come from the desk's own pages.", 403)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self.limit:
            return PlainTextResponse("This request is too large.", 413)
        return None


def _limited(receive: Receive, limit: int) -> Receive:
    """``receive`` that hangs up on a body which grows past ``limit``, whatever its header promised."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return {"type": "http.disconnect"} if taken > limit else message

    return limited
