"""Several processes write what one writes, whoever of them dies."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

SOAK = bool(os.environ.get("COPYDESK_SOAK"))
COUNT, KILLS = (400, 20) if SOAK else (24, 2)

DEADLY_READER = '''
"""A reader for tests, joined by entry point: kills its process, or stumbles."""
import os, signal
from copydesk.ingest import READERS

class DeadlyReader:
    def __init__(self, options=None):
        pass
    def read(self, raw):
        if b"BUG" in raw.data:
            raise ZeroDivisionError("over a bug")
        os.kill(os.getpid(), signal.SIGKILL)
'''


@pytest.fixture
def deadly(plugin_folder: Path, tmp_path: Path, unmeasured: dict[str, str]) -> dict[str, str]:
    """The environment in which files that end in ``.deadly`` kill the process that reads them."""
    folder = tmp_path / "deadly-plugin"
    (folder / "deadly_reader-1.0.dist-info").mkdir(parents=True)
    (folder / "deadly_reader.py").write_text(DEADLY_READER)
    info = folder / "deadly_reader-1.0.dist-info"
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: deadly-reader\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[copydesk.readers]\ndeadly = deadly_reader:DeadlyReader\n")
    return unmeasured | {"PYTHONPATH": f"{plugin_folder}:{folder}"}


def started(
    environment: dict[str, str], cwd: Path, out: str, jobs: int, folder: str = "articles"
) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "copydesk", "run", folder, "--from", "es", "--to", "fr", "--out", out]
    command += ["--engine", "counting", "--jobs", str(jobs), "--quiet", "--config", "jobs.toml"]
    (cwd / "jobs.toml").write_text("[run]\nwindow_articles = 8\n")
    return subprocess.Popen(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def workers(driver: int) -> list[int]:
    """The processes below the fork server of a run."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            parents[int(path.parent.name)] = int(fields[1])
    servers = {process for process, parent in parents.items() if parent == driver}
    return [process for process, parent in parents.items() if parent in servers]


def test_the_bytes_are_those_of_one_process_whoever_is_killed(
    unmeasured: dict[str, str],
    tmp_path: Path,
    make_articles: Callable[[int], Path],
    tree: Callable[[Path], dict[str, str]],
) -> None:
    make_articles(COUNT)
    one = started(unmeasured, tmp_path, "one", 1)
    _, said = one.communicate(timeout=600)
    assert one.returncode == 0, said
    moments, killed, before = random.Random(11), 0, -1
    two = started(unmeasured | {"COUNTING_SLEEP": "0.05"}, tmp_path, "two", 2)
    while two.poll() is None and killed < KILLS:
        time.sleep(0.02)
        there, published = workers(two.pid), len(list(tmp_path.glob("two/*/fr/manifest.json")))
        if there and published > before and moments.random() < 0.2:  # one by one: no article dies of three
            with contextlib.suppress(ProcessLookupError):
                os.kill(moments.choice(there), signal.SIGKILL)
                killed, before = killed + 1, published
    _, said = two.communicate(timeout=600)
    assert two.returncode == 0, said
    assert killed == KILLS
    assert tree(tmp_path / "two") == tree(tmp_path / "one")


def test_an_article_that_kills_its_process_fails_alone(
    deadly: dict[str, str], tmp_path: Path, make_articles: Callable[[int], Path]
) -> None:
    folder = make_articles(12)
    (folder / "noticia-0005x.deadly").write_text("dead")  # those before it are prepared when it kills
    (folder / "noticia-0006x.deadly").write_text("BUG")
    run = started(deadly, tmp_path, "out", 2)
    _, said = run.communicate(timeout=300)
    assert run.returncode == 4, said
    assert "noticia-0005x.deadly: a process died over it, 3 times" in said
    assert "ZeroDivisionError: over a bug" in said
    assert "in read" in said  # the traceback of the other process
    assert len(list((tmp_path / "out").glob("*/fr/manifest.json"))) == 12


def test_no_process_is_left_when_the_driver_is_killed(
    unmeasured: dict[str, str], tmp_path: Path, make_articles: Callable[[int], Path]
) -> None:
    make_articles(30)
    run = started(unmeasured | {"COUNTING_SLEEP": "5"}, tmp_path, "out", 2)
    left: list[int] = []
    while run.poll() is None and len(left) < 2:
        time.sleep(0.02)
        left = workers(run.pid)
    assert len(left) >= 2, run.communicate()
    run.kill()
    run.communicate()
    deadline = time.monotonic() + 30
    while any(_alive(process) for process in left) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(_alive(process) for process in left)


def _alive(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
