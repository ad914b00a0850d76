"""The desk's HTTP server: uvicorn, with an end to patience for those who connect and say nothing."""

from __future__ import annotations

import resource
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = 20.0
"""Seconds in which a request must have come whole: its header, and its body of at most 1 MiB."""

_SPARE = 200
"""Open files that the desk needs beside its connections: stores, logs, templates, pages."""


class PatientProtocol(H11Protocol):
    """A connection that is closed when its next request does not come whole in time.

    uvicorn itself waits for ever for a header that has begun or has not. Where connections are many, one
    that waits makes room for a new one.
    """

    most = 1_000
    patience = PATIENCE
    look_every = 1.0

    def connection_made(self, transport: Any) -> None:
        """Start to wait; if there are too many, the one that waits longest goes."""
        super().connection_made(transport)
        self.busy_until = self.loop.time()
        self._look = self.loop.call_later(self.look_every, self._check)
        if len(self.connections) > self.most:
            waiting = [one for one in self.connections if isinstance(one, PatientProtocol) and one.waits]
            min(waiting, key=lambda one: one.busy_until, default=self).transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop to wait."""
        self._look.cancel()
        super().connection_lost(exc)

    @property
    def waits(self) -> bool:
        """Whether it is the other side's turn to say something."""
        return self.cycle is None or self.cycle.response_complete or self.cycle.more_body

    def _check(self) -> None:
        now = self.loop.time()
        if not self.waits:
            self.busy_until = now
        elif now - self.busy_until > self.patience:
            self.transport.abort()
            return
        self._look = self.loop.call_later(self.look_every, self._check)


def serve(app: ASGIApp, *, host: str, port: int) -> None:
    """Answer until interrupted."""
    PatientProtocol.most = _room()
    uvicorn.run(
        app, host=host, port=port, log_level="warning", server_header=False, http=PatientProtocol
    )  # fmt: skip


def _room() -> int:
    """How many connections the process has open files for, after it asked for as many as it may have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4096 if hard == resource.RLIM_INFINITY else min(hard, 4096)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    return max(16, min(2000, (4096 if soft == resource.RLIM_INFINITY else soft) - _SPARE))
