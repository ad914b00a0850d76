"""The desk's HTTP server against those who connect and say nothing."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from copydesk.web.server import PatientProtocol

ASK = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


class Impatient(PatientProtocol):
    most = 8
    patience = 0.3
    look_every = 0.05


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    while (await receive()).get("more_body"):
        pass
    await PlainTextResponse("here")(scope, receive, send)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, http=Impatient, lifespan="off", log_level="critical")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            thread.join(0.01)
        yield listener.getsockname()[1]
        server.should_exit = True
        thread.join(20)


def call(port: int, words: bytes) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), 20)
    line.sendall(words)
    return line


def rest(line: socket.socket) -> bytes:
    """What comes until the other side hangs up."""
    said = b""
    with contextlib.suppress(ConnectionResetError):
        while piece := line.recv(1000):
            said += piece
    return said


@pytest.mark.parametrize(
    "words",
    [b"", b"GET / HT", ASK[:-2], b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n123"],
)
def test_a_request_that_does_not_come_whole_is_hung_up_on(port: int, words: bytes) -> None:
    with call(port, words) as line:
        assert b"200" not in rest(line)


def test_a_second_request_that_stays_half_is_hung_up_on(port: int) -> None:
    with call(port, ASK) as line:
        assert b"200" in line.recv(1000)
        line.sendall(ASK[:9])
        assert b"200" not in rest(line)


def test_where_connections_are_many_a_silent_one_makes_room(port: int) -> None:
    silent = [call(port, b"") for _ in range(40)]
    with call(port, ASK) as line:
        assert b"200" in line.recv(1000)
    for one in silent:
        one.close()
