"""``copydesk watch``: each article once, whatever is killed."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from copydesk.store import editions
from copydesk.store.database import connect
from local_site import Site

ARTICLES, KILLS = (1000, 3) if "COPYDESK_SOAK" in os.environ else (12, 1)


def _until(true: Callable[[], bool], process: "subprocess.Popen[bytes]") -> None:
    for _ in range(1200):
        if true():
            return
        assert process.poll() is None
        time.sleep(0.05)
    raise AssertionError("it never came")


def _versions(folder: Path) -> list[int]:
    """The versions of all published articles, as the store knows them."""
    if not (folder / "out.copydesk.sqlite").exists():
        return []
    with contextlib.closing(connect(folder / "out.copydesk.sqlite")) as connection:
        return sorted(row.version for row in editions.published(connection))


def test_what_arrives_is_published_once_whatever_is_killed(
    tmp_path: Path, unmeasured: dict[str, str]
) -> None:
    incoming, out = tmp_path / "incoming", tmp_path / "out"
    incoming.mkdir()
    command = [sys.executable, "-m", "copydesk", "watch", "incoming", "--from", "es", "--to", "fr"]
    command += ["--out", "out", "--every", "0.1", "--engine", "counting"]

    def start() -> "subprocess.Popen[bytes]":
        with (tmp_path / "said.txt").open("wb") as said:
            return subprocess.Popen(
                command, cwd=tmp_path, env=unmeasured, stdout=subprocess.DEVNULL, stderr=said
            )

    def drop(numbers: list[int]) -> None:
        for n in numbers:
            (incoming / f"{n}.txt").write_text(f"Titular {n}\n\nEl alcalde vendió {n + 200} coches ayer.\n")

    def published() -> int:
        return len(list(out.glob("*/fr/manifest.json")))

    order = list(range(ARTICLES))
    random.Random(7).shuffle(order)
    parts = [order[n :: KILLS + 1] for n in range(KILLS + 1)]
    process = start()
    try:
        _until(lambda: "Watching" in (tmp_path / "said.txt").read_text("utf-8"), process)
        time.sleep(0.5)  # some looks at an empty folder
        assert process.poll() is None
        for dropped, part in enumerate(parts[:-1], 1):
            drop(part)
            least = (dropped - 1) * len(part) + 1
            _until(lambda least=least: published() >= least, process)  # type: ignore[misc]
            process.kill()
            process.wait()
            process = start()
        drop(parts[-1])
        _until(lambda: len(_versions(tmp_path)) == ARTICLES, process)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
    assert _versions(tmp_path) == [1] * ARTICLES
    asked = (tmp_path / "requests.log").read_text("utf-8").splitlines()
    twice = sum(asked.count(f"Titular {n}") > 1 for n in range(ARTICLES))
    assert twice <= KILLS * 32  # what a kill costs is a batch


ENTRY = "<item><guid>{n}</guid><title>Titular {n}</title><description>{text}</description></item>"


def test_a_feed_is_followed_and_a_site_that_is_down_costs_nothing(
    tmp_path: Path, unmeasured: dict[str, str], site: Site
) -> None:
    def feed(*texts: str) -> None:
        items = "".join(ENTRY.format(n=n, text=text) for n, text in enumerate(texts))
        body = f'<rss version="2.0"><channel><title>Diario</title>{items}</channel></rss>'
        site.pages["/rss"] = (200, {"Content-Type": "application/rss+xml"}, body.encode())

    (tmp_path / "desk.toml").write_text("[run]\nweb_pause = 0.1\n[ingest]\nallow_private = true\n")
    command = [sys.executable, "-m", "copydesk", "watch", f"{site.url}/rss", "--from", "es", "--to", "fr"]
    command += ["--out", "out", "--every", "0.1", "--engine", "counting", "--config", "desk.toml"]
    pages = tmp_path / "out"

    def published() -> str:
        return "".join(path.read_text("utf-8") for path in pages.glob("*/fr/article.html"))

    with (tmp_path / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=tmp_path, env=unmeasured, stdout=said, stderr=said)
    try:
        _until(lambda: "/rss" in site.asked, process)  # it is not there yet
        feed("El alcalde vendió 200 coches ayer.")
        _until(lambda: "200 COCHES" in published(), process)
        feed("El alcalde vendió 200 coches ayer.", "El puerto reabre con 12 barcos.")
        _until(lambda: "12 BARCOS" in published(), process)
        feed("El alcalde vendió 300 coches ayer.", "El puerto reabre con 12 barcos.")
        _until(lambda: _versions(tmp_path) == [1, 2], process)
        assert "300 COCHES" in published()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
