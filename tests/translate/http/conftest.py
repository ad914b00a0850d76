"""A server on loopback that answers as a test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest


class Answer:
    """What a server says: a JSON value or bytes."""

    def __init__(
        self,
        value: Any,
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
        delay: float = 0.0,
        cut: bool = False,
    ) -> None:
        self.body = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.status, self.headers, self.delay, self.cut = status, headers or {}, delay, cut


@dataclass
class Fake:
    """The server's address, and every (path, body, headers) it was asked."""

    url: str
    asked: list[tuple[str, str, dict[str, str]]]


Respond = Callable[[str, str], Any]


@pytest.fixture
def serve() -> Iterator[Callable[[Respond], Fake]]:
    """Start a server whose answers are ``respond(path, body)``."""
    running: list[ThreadingHTTPServer] = []

    def start(respond: Respond) -> Fake:
        asked: list[tuple[str, str, dict[str, str]]] = []

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                length = int(self.headers.get("Content-Length", "0"))
                body = self.rfile.read(length).decode("utf-8")
                asked.append((self.path, body, dict(self.headers)))
                answer = respond(self.path, body)
                time.sleep(answer.delay)
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body) + 50 * answer.cut))
                self.end_headers()
                self.wfile.write(answer.body)

            do_POST = do_GET  # noqa: N815

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        running.append(server)
        return Fake(f"http://127.0.0.1:{server.server_address[1]}", asked)

    yield start
    for server in running:
        server.shutdown()
        server.server_close()
