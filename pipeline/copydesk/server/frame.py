"""Round every request: its id, its size, its time, a line of log and the figures for Prometheus."""

from __future__ import annotations

import json
import re
import sys
import time
import uuid
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from copydesk.errors import CopydeskError

_ID = re.compile(r"[\w.-]{1,64}")


class TooLargeError(CopydeskError):
    """The body of a request is larger than the server takes."""


class Figures:
    """What Prometheus reads."""

    def __init__(self, waiting: Callable[[], float]) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "copydesk_requests", "Requests by path and status.", ["path", "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "copydesk_request_seconds", "Time to answer.", ["path"], registry=self.registry
        )
        self.characters = Counter(
            "copydesk_translated_characters",
            "Source characters.",
            ["pair"],
            registry=self.registry,
        )
        Gauge(
            "copydesk_waiting_characters", "Characters taken on, not answered yet.", registry=self.registry
        ).set_function(waiting)


class Frame:
    """The outermost application.

    ``body`` says how many bytes a request to a path may have; ``log`` takes one JSON line for each request,
    without its text.
    """

    def __init__(
        self,
        app: ASGIApp,
        figures: Figures,
        *,
        body: Callable[[str], int],
        log: Callable[[str], object] | None = None,
    ) -> None:
        self._app, self._figures, self._body = app, figures, body
        self._log = log or (lambda line: print(line, file=sys.stderr, flush=True))  # noqa: T201

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        given = headers.get(b"x-request-id", b"").decode("latin-1")
        name = given if _ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = name
        status, read, most, begun = 500, 0, self._body(scope["path"]), time.perf_counter()

        async def limited() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > most:
                raise TooLargeError(f"the request is larger than {most} bytes", remedy="Send less at once")
            return message

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", name.encode())]
            await send(message)

        try:
            await self._app(scope, limited, noted)
        finally:
            seconds = time.perf_counter() - begun
            route = getattr(scope.get("route"), "path", "other")
            self._figures.requests.labels(route, str(status)).inc()
            self._figures.seconds.labels(route).observe(seconds)
            record = {"id": name, "method": scope["method"], "path": scope["path"], "status": status}
            client = scope.get("client")
            self._log(json.dumps(record | {"ms": round(seconds * 1000, 1), "client": client and client[0]}))
