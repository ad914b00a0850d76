"""Every command that takes a store, with one on a PostgreSQL server; the output is that of a SQLite file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from copydesk.store.address import address
from copydesk.store.database import exclusive
from postgres_server import PASSWORD, Cluster
from system.test_kill import start, wait_for_work

RUN = ("run", "articles", "--to", "fr", "--engine", "counting", "--json")
Tree = Callable[[Path], dict[str, str]]


def totals(done: Any) -> Any:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_run_publishes_the_same_bytes_and_resumes(
    desk: Any, make_articles: Callable[[int], Path], make_url: Callable[[], str], tmp_path: Path, tree: Tree
) -> None:
    folder, url = make_articles(3), make_url()
    totals(desk(*RUN, "--out", "file"))
    totals(desk(*RUN, "--out", "server", "--store", url))
    assert tree(tmp_path / "server") == tree(tmp_path / "file")
    again = totals(desk(*RUN, "--out", "server", "--store", url))
    assert again["articles"]["unchanged"] == 3
    assert (again["segments"]["translated"], again["files_written"]) == (0, 0)
    edited = folder / "noticia-0001.txt"
    edited.write_text(edited.read_text("utf-8").replace("urgente", "inmediata"), "utf-8")
    changed = totals(desk(*RUN, "--out", "server", "--store", url))
    assert (changed["articles"]["unchanged"], changed["segments"]["translated"]) == (2, 1)


def test_a_second_run_at_the_same_time_is_refused(
    desk: Any, make_articles: Callable[[int], Path], make_url: Callable[[], str]
) -> None:
    make_articles(1)
    url = make_url()
    with exclusive(address(url)):
        done = desk(*RUN, "--out", "out", "--store", url)
    assert done.returncode == 3
    assert "another run is using the store postgresql://desk@127.0.0.1" in done.stderr


def test_a_run_whose_server_crashes_says_so_and_goes_on_when_it_is_back(
    desk: Any,
    environment: dict[str, str],
    make_articles: Callable[[int], Path],
    own_cluster: Cluster,
    tmp_path: Path,
    tree: Tree,
) -> None:
    make_articles(12)
    (tmp_path / "small.toml").write_text("[run]\nbatch = 4\nwindow_articles = 2\n")
    command = (*RUN, "--config", "small.toml")
    totals(desk(*command, "--out", "golden"))
    url = own_cluster.url(own_cluster.database())
    log = tmp_path / "killed.log"
    slow = environment | {"COUNTING_LOG": str(log), "COUNTING_SLEEP": "0.1"}
    broken = start(slow, tmp_path, *command, "--out", "out", "--store", url)
    wait_for_work(broken, log)
    own_cluster.stop("immediate")
    _, complaint = broken.communicate(timeout=60)
    assert broken.returncode == 3
    assert "what was called saved or done is not lost" in complaint.decode()
    own_cluster.start()
    totals(desk(*command, "--out", "out", "--store", url))
    assert tree(tmp_path / "out") == tree(tmp_path / "golden")


def test_what_one_command_leaves_the_others_find(
    desk: Any, make_articles: Callable[[int], Path], make_url: Callable[[], str], tmp_path: Path
) -> None:
    make_articles(2)
    url = make_url()
    totals(desk(*RUN, "--out", "out", "--store", url))
    assert "16 segments" in desk("check", url, "--fail-on", "never").stdout
    done = desk("export", "--store", url, "--format", "xliff", "--out", "handover")
    assert done.stdout == "2 files in handover\n", done.stderr
    (path, other) = sorted((tmp_path / "handover").iterdir())
    text = path.read_text("utf-8")
    path.write_text(re.sub("(<target[^>]*>[^<]*)OBRAS", r"\1TRAVAUX", text, count=1), "utf-8")
    done = desk("import", str(path), str(other), "--store", url, "--who", "ana")
    assert "1 changed, 7 as they were" in done.stdout, done.stderr
    totals(desk(*RUN, "--out", "other", "--store", f"{url}?schema=other"))
    done = desk("diff", f"{url}?schema=other", url, "--format", "json")
    (change,) = json.loads(done.stdout)["changes"]
    assert "TRAVAUX" in change["after"]


def test_users_are_kept_on_the_server(
    desk: Any, make_articles: Callable[[int], Path], make_url: Callable[[], str]
) -> None:
    make_articles(1)
    url = make_url()
    totals(desk(*RUN, "--out", "out", "--store", url))
    assert "signs in with this token" in desk("review", "user", "add", "ana", "--store", url).stdout
    again = desk("review", "user", "add", "ana", "--role", "approver", "--store", url)
    assert again.returncode == 2
    assert "user role ana" in again.stderr
    assert desk("review", "user", "role", "ana", "--role", "approver", "--store", url).returncode == 0
    assert desk("review", "user", "list", "--store", url).stdout == "ana\tapprover\n"
    assert desk("review", "user", "remove", "ana", "--store", url).returncode == 0
    assert desk("review", "user", "remove", "ana", "--store", url).returncode == 2


@pytest.mark.parametrize(
    "command",
    [
        (*RUN, "--out", "out", "--store", "URL"),
        ("review", "--store", "URL"),
        ("review", "user", "list", "--store", "URL"),
        ("export", "--out", "handover", "--store", "URL"),
        ("import", "story.xlf", "--store", "URL"),
        ("check", "URL"),
        ("diff", "URL", "URL"),
    ],
)
def test_no_command_shows_the_password_and_each_says_what_is_wrong(
    desk: Any, make_articles: Callable[[int], Path], cluster: Cluster, command: tuple[str, ...]
) -> None:
    make_articles(1)
    wrong = cluster.url(cluster.database(), password="geheim")
    done = desk(*(wrong if word == "URL" else word for word in command))
    assert done.returncode == 3
    assert "geheim" not in done.stdout + done.stderr
    assert "password authentication failed" in done.stderr
    assert "Check the user and the password" in done.stderr


def test_the_password_may_come_from_the_environment(
    desk: Any, make_articles: Callable[[int], Path], make_url: Callable[[], str]
) -> None:
    make_articles(1)
    bare = make_url().replace(f":{PASSWORD.replace(' ', '%20')}@", "@")
    totals(desk(*RUN, "--out", "out", "--store", bare, PGPASSWORD=PASSWORD))
    assert desk(*RUN, "--out", "out", "--store", bare, PGPASSWORD="falsch").returncode == 3
