"""Promise 1 and 2: killed anywhere and repeated, a run ends as if nothing had happened."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

BATCH = 16
SEED = int(os.environ.get("COPYDESK_KILL_SEED", "20"))
SOAK = bool(os.environ.get("COPYDESK_SOAK"))
RUNS = [
    ("sqlite", 100 if SOAK else 10, 700 if SOAK else 90),
    ("postgresql", 20 if SOAK else 4, 200 if SOAK else 40),
]


def start(environment: dict[str, str], cwd: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "copydesk", *arguments],
        cwd=cwd,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def arguments(articles: Path, out: str, store: str = "") -> tuple[str, ...]:
    common = ("--to", "fr", "--engine", "counting", "--quiet", "--config", "kill.toml")
    return ("run", articles.name, "--out", out, *(("--store", store) if store else ()), *common)


@pytest.mark.slow
@pytest.mark.parametrize(("backend", "kills", "count"), RUNS)
def test_a_run_killed_at_random_moments_ends_like_an_uninterrupted_one(
    backend: str,
    kills: int,
    count: int,
    request: pytest.FixtureRequest,
    unmeasured: dict[str, str],
    tmp_path: Path,
    make_articles: Callable[[int], Path],
    tree: Callable[[Path], dict[str, str]],
) -> None:
    articles = make_articles(count)
    store = request.getfixturevalue("make_url")() if backend == "postgresql" else "killed.copydesk.sqlite"
    (tmp_path / "kill.toml").write_text(f"[run]\nbatch = {BATCH}\nwindow_articles = 8\njobs = 1\n")
    golden_log, log = tmp_path / "golden.log", tmp_path / "killed.log"

    golden = start(unmeasured | {"COUNTING_LOG": str(golden_log)}, tmp_path, *arguments(articles, "golden"))
    _, complaint = golden.communicate(timeout=600)
    assert golden.returncode == 0, complaint
    expected = tree(tmp_path / "golden")

    moments = random.Random(SEED)
    slow = unmeasured | {"COUNTING_LOG": str(log), "COUNTING_SLEEP": "0.08"}
    for kill in range(kills):
        process = start(slow, tmp_path, *arguments(articles, "killed", store))
        wait_for_work(process, log)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(moments.uniform(0, 0.25))
        assert process.poll() is None, f"kill {kill} came too late"
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        seen = {n: h for n, h in tree_or_empty(tree, tmp_path / "killed").items() if "/" in n}
        finished = {name: digest for name, digest in seen.items() if not name.endswith(".tmp")}
        assert finished.items() <= expected.items(), f"half a file with seed {SEED}"

    final = start(slow, tmp_path, *arguments(articles, "killed", store))
    _, complaint = final.communicate(timeout=600)
    assert final.returncode == 0, complaint
    assert tree(tmp_path / "killed") == expected, f"differs with seed {SEED}"

    asked = Counter(log.read_text("utf-8").splitlines())
    wanted = Counter(golden_log.read_text("utf-8").splitlines())
    assert asked.keys() == wanted.keys()
    assert max(wanted.values()) == 1, "the uninterrupted run translates nothing twice"
    assert asked.total() - wanted.total() <= kills * BATCH
    if backend == "sqlite":
        with contextlib.closing(sqlite3.connect(tmp_path / store)) as opened:
            assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def wait_for_work(process: subprocess.Popen[bytes], log: Path) -> None:
    """Until the run has asked its engine something new, so that every kill falls into the work."""
    before = log.stat().st_size if log.exists() else 0
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if log.exists() and log.stat().st_size > before:
            return
        time.sleep(0.005)
    raise AssertionError("the run ended before it asked for anything new")


def tree_or_empty(tree: Callable[[Path], dict[str, str]], root: Path) -> dict[str, str]:
    return tree(root) if root.exists() else {}
