"""``copydesk watch``: each article once, whatever is killed."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from copydesk.store import editions
from copydesk.store.database import connect

ARTICLES = 12


def _until(true: Callable[[], bool], process: "subprocess.Popen[bytes]") -> None:
    for _ in range(1200):
        if true():
            return
        assert process.poll() is None
        time.sleep(0.05)
    raise AssertionError("it never came")


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

    def drop(numbers: range) -> None:
        for n in numbers:
            (incoming / f"{n}.txt").write_text(f"Titular {n}\n\nEl alcalde vendió {n + 200} coches ayer.\n")

    def published() -> int:
        return len(list(out.glob("*/fr/manifest.json")))

    process = start()
    try:
        _until(lambda: "Watching" in (tmp_path / "said.txt").read_text("utf-8"), process)
        time.sleep(0.5)  # some looks at an empty folder
        assert process.poll() is None
        drop(range(4))
        _until(lambda: published() >= 1, process)
        process.kill()
        process.wait()
        process = start()
        drop(range(4, ARTICLES))
        _until(lambda: published() == ARTICLES, process)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
    connection = connect(tmp_path / "out.copydesk.sqlite")
    rows = list(editions.published(connection))
    connection.close()
    assert len(rows) == ARTICLES
    assert {row.version for row in rows} == {1}
    asked = (tmp_path / "requests.log").read_text("utf-8").splitlines()
    assert [line for n in range(4, ARTICLES) for line in [asked.count(f"Titular {n}")] if line > 1] == []
