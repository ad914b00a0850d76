"""A model hub on loopback that speaks as the real one does."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import huggingface_hub.constants
import pytest

COMMIT = "c0ffee" + "0" * 34
LARGE = (".bin", ".safetensors", ".h5", ".ot", ".spm")
"""Endings of files that the hub keeps apart and sends its clients to."""


@dataclass
class Hub:
    """One repository, ``owner/name``, made of the files of ``folder``; what was asked of it.

    ``spoil`` changes the bytes that it sends for a name, ``answers`` its JSON; ``delay`` makes it slow to
    say what it has.
    """

    url: str
    repo: str
    folder: Path
    asked: list[str] = field(default_factory=list)
    spoil: Callable[[str, bytes], bytes] = lambda _, data: data
    answers: Any = None
    delay: float = 0.0

    def listing(self, *, tree: bool) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for path in sorted(self.folder.iterdir()):
            data = path.read_bytes()
            row: dict[str, Any] = {"path" if tree else "rfilename": path.name, "size": len(data)}
            row |= {"type": "file", "oid": "0" * 40} if tree else {"blobId": "0" * 40}
            if path.name.endswith(LARGE):
                digest = hashlib.sha256(data).hexdigest()
                row["lfs"] = {"sha256": digest, "oid": digest, "size": len(data), "pointerSize": 134}
            rows.append(row)
        return rows


@pytest.fixture
def start_hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, Path], Hub]]:
    """Start a hub with one repository; the hub's library is turned to it."""
    running: list[ThreadingHTTPServer] = []

    def start(repo: str, folder: Path) -> Hub:
        hub = Hub("", repo, folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(hub))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        running.append(server)
        hub.url = f"http://127.0.0.1:{server.server_address[1]}"
        point_at(hub.url, monkeypatch)
        return hub

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def point_at(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Turn the hub's library, here and in children, to ``url``."""
    monkeypatch.setenv("HF_ENDPOINT", url)
    monkeypatch.setattr(huggingface_hub.constants, "ENDPOINT", url)
    template = url + "/{repo_id}/resolve/{revision}/{filename}"
    monkeypatch.setattr(huggingface_hub.constants, "HUGGINGFACE_CO_URL_TEMPLATE", template)


def _handler(hub: Hub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_HEAD(self) -> None:
            self.answer(body=False)

        def do_GET(self) -> None:
            self.answer(body=True)

        def answer(self, *, body: bool) -> None:
            path = unquote(urlsplit(self.path).path)
            hub.asked.append(f"{self.command} {path}")
            if path.startswith(f"/api/models/{hub.repo}"):
                time.sleep(hub.delay)
                tree = "/tree/" in path
                known = hub.listing(tree=tree)
                answer = known if tree else {"id": hub.repo, "sha": COMMIT, "siblings": known}
                self.send(200, json.dumps(answer if hub.answers is None else hub.answers).encode(), {}, body)
                return
            name = path.rsplit("/", 1)[-1]
            file = hub.folder / name
            if not path.startswith((f"/{hub.repo}/resolve/", "/cdn/")) or not file.is_file():
                self.send(404, b"{}", {"X-Error-Code": "RepoNotFound"}, body)
                return
            data = file.read_bytes()
            about = {"X-Repo-Commit": COMMIT, "ETag": f'"{hashlib.sha1(data).hexdigest()}"'}
            if path.startswith("/cdn/"):
                self.send(200, hub.spoil(name, data), about, body)
            elif name.endswith(LARGE):
                linked = {
                    "X-Linked-Size": str(len(data)),
                    "X-Linked-Etag": f'"{hashlib.sha256(data).hexdigest()}"',
                }
                self.send(302, b"", about | linked | {"Location": f"{hub.url}/cdn/{name}"}, body)
            else:
                self.send(200, hub.spoil(name, data), about, body)

        def send(self, status: int, data: bytes, headers: dict[str, str], body: bool) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if body:
                self.wfile.write(data)

    return Handler
