"""Desks as processes of their own, and reviewers who work on them over HTTP."""

from __future__ import annotations

import contextlib
import html
import os
import re
import signal
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx

import command
from copydesk.store import people, queue
from copydesk.store.database import connect
from copydesk.store.queue import Wanted
from copydesk.store.reviews import SegmentRow
from web import newsroom
from web.rooms import Room

_VERSION = re.compile(r'name="version" value="(\d+)"')
_TEXT = re.compile(r"<textarea[^>]*>\n?(.*?)</textarea>", re.DOTALL)


@dataclass(slots=True)
class Desk:
    """One desk on the room's store; ``port`` stays the same when it starts again."""

    room: Room
    port: int
    pid: int = 0

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it; it answers when this returns."""
        self.pid = command.start(
            *("review", "--store", self.room.named, "--port", str(self.port), "--out", "out"),
            cwd=self.room.folder,
            env=newsroom.environment(self.room.folder),
        )
        wait_for(lambda: self._listens())

    def kill(self) -> None:
        """As the system kills a program that takes too much memory: at once, whatever it does."""
        os.kill(self.pid, signal.SIGKILL)
        self.pid = 0
        wait_for(lambda: not self._listens())

    def _listens(self) -> bool:
        with contextlib.closing(socket.socket()) as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0


@contextlib.contextmanager
def desks(room: Room, count: int = 1) -> Iterator[list[Desk]]:
    """Desks that are not started yet; those that run at the end are killed."""
    made = [Desk(room, port) for port in _free_ports(count)]
    try:
        yield made
    finally:
        for desk in made:
            if desk.pid:
                desk.kill()


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


def wait_for(done: object, seconds: float = 30) -> None:
    """Until ``done()`` is true."""
    assert callable(done)
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.002)


@dataclass(slots=True)
class Reviewer:
    """Somebody with a browser. ``saved`` is what the desk called saved, ``unsure`` what had no reply."""

    name: str
    token: str
    browser: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30))
    saved: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    def sign_in(self, desk: Desk) -> None:
        """Exchange the token for a session on ``desk``."""
        self.browser.base_url = httpx.URL(desk.url)
        self.browser.headers["Origin"] = desk.url
        reply = self.browser.post("/sign-in", data={"token": self.token})
        assert reply.status_code == 303, reply.text

    def look(self, number: int) -> tuple[int, str]:
        """The version and text of a segment as the desk shows them."""
        reply = self.browser.get(f"/segments/{number}?open=1", headers={"HX-Request": "true"})
        assert reply.status_code == 200, reply.text
        version, text = _VERSION.search(reply.text), _TEXT.search(reply.text)
        assert version is not None
        assert text is not None
        return int(version[1]), html.unescape(text[1])

    def save(self, number: int, version: int, text: str) -> bool:
        """Save ``text`` for the version seen; whether the desk says that it is saved.

        Raises:
            httpx.TransportError: there was no reply; the text may be saved or not.
        """
        self.unsure.append(text)
        reply = self.browser.post(f"/segments/{number}/edit", data={"version": version, "text": text})
        if reply.status_code == 303:
            self.unsure.remove(text)
            self.saved.append(text)
            return True
        assert reply.status_code == 409, reply.text
        if "failed" not in reply.text and "cannot be reached" not in reply.text:
            self.unsure.remove(text)
            self.refused.append(text)
        return False


@contextlib.contextmanager
def reviewers(room: Room, count: int) -> Iterator[list[Reviewer]]:
    """Users of the desk."""
    names = [f"reviewer {n}" for n in range(count)]
    with contextlib.closing(connect(room.store)) as connection:
        made = [Reviewer(name, people.add(connection, name, "reviewer")) for name in names]
    try:
        yield made
    finally:
        for one in made:
            one.browser.close()


def segments(room: Room) -> list[SegmentRow]:
    """All segments in the store, in the order of their ids."""
    with contextlib.closing(connect(room.store)) as connection:
        rows = [row for row, _ in queue.page(connection, Wanted(state=""), size=500).rows]
    return sorted(rows, key=lambda row: row.id)
