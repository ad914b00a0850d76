"""A clumsy world around the desk: signals, full disks, wrong places, odd settings."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tree = Callable[[Path], dict[str, str]]
Articles = Callable[[int], Path]
RUN = ("run", "articles", "--to", "fr", "--out", "out", "--engine", "counting", "--json")


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_says_how_to_go_on_and_does(
    desk: Any,
    environment: dict[str, str],
    make_articles: Articles,
    tmp_path: Path,
    tree: Tree,
    sent: signal.Signals,
) -> None:
    make_articles(6)
    (tmp_path / "small.toml").write_text("[run]\nbatch = 8\nwindow_articles = 2\n")
    log = tmp_path / "requests.log"
    before = signal.signal(sent, signal.default_int_handler)  # ignored in the background, by children too
    process = subprocess.Popen(
        [sys.executable, "-m", "copydesk", *RUN, "--config", "small.toml"],
        cwd=tmp_path,
        env=environment | {"COUNTING_SLEEP": "0.3"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    signal.signal(sent, before)
    while not log.exists() and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(sent)
    _, words = process.communicate(timeout=60)
    assert process.returncode == 130
    assert words == "\nInterrupted. Run the same command again to go on where it stopped.\n"
    assert desk(*RUN).returncode == 0
    assert len(list((tmp_path / "out").glob("*/fr/manifest.json"))) == 6
    assert not [name for name in tree(tmp_path / "out") if name.endswith(".tmp")]


@pytest.mark.parametrize("limit", [8_000, 60_000])
def test_a_full_disk_is_told_and_the_same_command_goes_on(
    unmeasured: dict[str, str], make_articles: Articles, tmp_path: Path, tree: Tree, limit: int
) -> None:
    make_articles(2)
    command = [sys.executable, "-m", "copydesk", *RUN]

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    first = subprocess.run(
        command, cwd=tmp_path, env=unmeasured, preexec_fn=full, capture_output=True, text=True
    )
    assert first.returncode == 3
    assert "Traceback" not in first.stderr
    assert "then run the same command again" in first.stderr
    again = subprocess.run(command, cwd=tmp_path, env=unmeasured, capture_output=True, text=True)
    assert again.returncode == 0, again.stderr
    assert not [name for name in tree(tmp_path) if name.endswith(".tmp")]


def test_totals_that_cannot_be_printed_are_told(
    environment: dict[str, str], make_articles: Articles, tmp_path: Path
) -> None:
    make_articles(1)
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "copydesk", *RUN],
            cwd=tmp_path,
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert result.returncode == 3
    assert result.stderr.startswith("copydesk: the system refused: ")


def test_the_folder_that_is_read_is_not_published_into(
    desk: Any, make_articles: Articles, tmp_path: Path, tree: Tree
) -> None:
    make_articles(1)
    before = tree(tmp_path)
    for name in ("articles", "articles/*.txt"):
        result = desk("run", name, "--to", "fr", "--out", "articles", "--engine", "counting")
        assert result.returncode == 2
        assert "--out articles/out" in result.stderr
    assert tree(tmp_path) == before


def test_hidden_files_of_others_in_the_output_folder_stay(
    desk: Any, make_articles: Articles, tmp_path: Path
) -> None:
    make_articles(1)
    theirs = [tmp_path / "out" / ".session.tmp", tmp_path / "out" / "a" / ".b.1.tmp"]
    theirs[1].parent.mkdir(parents=True)
    for path in theirs:
        path.write_text("theirs")
    assert desk(*RUN).returncode == 0
    assert desk(*RUN).returncode == 0
    assert all(path.is_file() for path in theirs)


@pytest.mark.parametrize(
    ("store", "words"),
    [
        ("articles", "Name a writable place with --store FILE"),
        ("articles/noticia-0000.txt", "start afresh with --store FILE"),
        ("/proc/none/s.sqlite", "Name a writable place with --store FILE"),
    ],
)
def test_a_store_that_cannot_be_one_is_refused_with_a_remedy(
    desk: Any, make_articles: Articles, store: str, words: str
) -> None:
    make_articles(1)
    result = desk(*RUN, "--store", store)
    assert result.returncode == 3
    assert f"the store {store}" in result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_a_store_in_a_missing_folder_makes_the_folder(
    desk: Any, make_articles: Articles, tmp_path: Path
) -> None:
    make_articles(1)
    assert desk(*RUN, "--store", "new/folder/s.sqlite").returncode == 0
    assert (tmp_path / "new" / "folder" / "s.sqlite").is_file()


@pytest.mark.parametrize("tag", ["", "12", "../..", "french", "fr_", "f"])
def test_a_target_that_is_no_language_tag_is_a_usage_error(
    desk: Any, make_articles: Articles, tmp_path: Path, tag: str
) -> None:
    make_articles(1)
    result = desk("run", "articles", "--to", tag, "--out", "out", "--engine", "counting")
    assert result.returncode == 2
    assert repr(tag) in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_tag_in_capitals_is_the_same_language(desk: Any, make_articles: Articles, tmp_path: Path) -> None:
    make_articles(1)
    assert desk("run", "articles", "--to", "FR", "--out", "out", "--engine", "counting").returncode == 0
    second = json.loads(desk(*RUN).stdout)
    assert second["articles"]["unchanged"] == 1


def test_an_article_in_the_target_language_is_published_untranslated(
    desk: Any, make_articles: Articles, tmp_path: Path
) -> None:
    make_articles(1)
    result = desk("run", "articles", "--to", "es", "--out", "out", "--engine", "counting", "--json")
    assert result.returncode == 0
    assert not (tmp_path / "requests.log").exists()
    (page,) = (tmp_path / "out").glob("*/es/article.md")
    assert "El pleno municipal aprobó ayer" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"es\tfr\nuna palabra sola\n", "terms.tsv, line 2: no translation of 'una palabra sola'"),
        (b"\xff\xfe\xff", "terms.tsv, line 1: not UTF-8"),
    ],
)
def test_a_bad_glossary_is_a_usage_error_with_its_line(
    desk: Any, make_articles: Articles, tmp_path: Path, data: bytes, words: str
) -> None:
    make_articles(1)
    (tmp_path / "terms.tsv").write_bytes(data)
    result = desk(*RUN, "--glossary", "terms.tsv")
    assert result.returncode == 2
    assert words in result.stderr


def test_windows_of_any_size_are_fine(desk: Any, make_articles: Articles, tmp_path: Path, tree: Tree) -> None:
    make_articles(3)
    outputs = []
    for name, size in (("one", 1), ("huge", 10**12)):
        settings = f"[run]\nbatch = {size}\nwindow_articles = {size}\nwindow_segments = {size}\n"
        (tmp_path / f"{name}.toml").write_text(settings)
        run = ("run", "articles", "--to", "fr", "--out", name, "--engine", "counting")
        assert desk(*run, "--config", f"{name}.toml").returncode == 0
        outputs.append(tree(tmp_path / name))
    assert outputs[0] == outputs[1]


def test_an_article_on_standard_input_is_published(desk: Any, tmp_path: Path) -> None:
    story = "Obras en la plaza\n\nEl pleno municipal aprobó ayer las obras de la plaza mayor del barrio.\n"
    run = ("run", "-", "--to", "fr", "--out", "out", "--engine", "counting")
    assert desk(*run, stdin=story).returncode == 0
    assert len(list((tmp_path / "out").glob("*/fr/article.html"))) == 1
    empty = desk(*run, stdin="")
    assert empty.returncode == 4
    assert "-: it is empty" in empty.stderr


def test_a_read_only_output_folder_is_named(desk: Any, make_articles: Articles, tmp_path: Path) -> None:
    make_articles(1)
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (tmp_path / "out").mkdir(mode=0o500)
    result = desk(*RUN)
    assert result.returncode == 3
    assert "out/.copydesk cannot be written" in result.stderr
