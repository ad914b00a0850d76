"""Events to another program: a real server, signatures verified by the standard's own library."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from copydesk.errors import ConfigError
from copydesk.store.webhook import DeliveryError, Webhook, deliver

SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


class Listener(HTTPServer):
    """Takes events; ``answers`` are the status codes that it gives, the last one for ever."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = [204]
        self.got: list[tuple[dict[str, str], str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/events"


class Handler(BaseHTTPRequestHandler):
    server: Listener

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        self.server.got.append((dict(self.headers.items()), body))
        answers = self.server.answers
        self.send_response(answers.pop(0) if len(answers) > 1 else answers[0])
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def served() -> Iterator[Listener]:
    """A listener at work."""
    with Listener() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def listener() -> Iterator[Listener]:
    with served() as server:
        yield server


def test_an_event_arrives_signed(listener: Listener) -> None:
    deliver(Webhook(listener.url, SECRET), "e1", {"type": "article.done", "title": "Grève à 3 %"})
    headers, body = listener.got[0]
    assert json.loads(body) == {"type": "article.done", "title": "Grève à 3 %"}
    assert headers["webhook-id"] == "e1"
    Verifier(SECRET).verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Verifier(SECRET).verify(body.replace("3", "4"), headers)


def test_what_may_work_later_is_tried_again(listener: Listener) -> None:
    listener.answers = [503, 429, 200]
    waited: list[float] = []
    deliver(Webhook(listener.url, SECRET), "e2", {}, pauses=(1, 5, 30), wait=waited.append)
    assert waited == [1, 5]
    assert [headers["webhook-id"] for headers, _ in listener.got] == ["e2"] * 3


@pytest.mark.parametrize(("status", "tries"), [(500, 3), (408, 3), (404, 1), (301, 1)])
def test_what_is_not_taken_is_an_error(listener: Listener, status: int, tries: int) -> None:
    listener.answers = [status]
    with pytest.raises(DeliveryError, match=str(status)):
        deliver(Webhook(listener.url, SECRET), "e3", {}, pauses=(0, 0), wait=lambda _: None)
    assert len(listener.got) == tries


def test_silence_is_an_error_in_the_end() -> None:
    with HTTPServer(("127.0.0.1", 0), Handler) as closed:
        port = closed.server_port
    with pytest.raises(DeliveryError, match="cannot be reached"):
        deliver(Webhook(f"http://127.0.0.1:{port}/", SECRET), "e4", {}, pauses=(0,), wait=lambda _: None)


@pytest.mark.parametrize("url", ["ftp://desk.example/", "desk.example", "https://", ""])
def test_an_address_must_be_one(url: str) -> None:
    with pytest.raises(ConfigError, match="no address"):
        Webhook(url, SECRET)


@pytest.mark.parametrize("secret", ["", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64 at all, whatever"])
def test_a_secret_must_be_long(secret: str) -> None:
    with pytest.raises(ConfigError, match="secret"):
        Webhook("https://desk.example/", secret)
    assert SECRET not in repr(Webhook("https://desk.example/", SECRET))
