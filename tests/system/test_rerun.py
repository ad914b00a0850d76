"""Second runs, changed articles, human texts, two runs at once, broken surroundings."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from copydesk.run.code import ROOT as PACKAGE
from copydesk.store import decisions
from copydesk.store.database import connect, exclusive, transaction

Tree = Callable[[Path], dict[str, str]]
RUN = ("run", "articles", "--to", "fr", "--out", "out", "--engine", "counting", "--json")


def totals(result: Any, code: int = 0) -> Any:
    assert result.returncode == code, result.stderr
    return json.loads(result.stdout)


def stamps(root: Path) -> dict[str, int]:
    return {str(p): p.stat().st_mtime_ns for p in root.rglob("*") if p.is_file()}


def page(tmp_path: Path, stem: str = "numero-1-") -> str:
    (found,) = [p for p in (tmp_path / "out").glob("*/fr/article.md") if stem in str(p)]
    return found.read_text("utf-8")


def test_a_second_run_translates_nothing_and_changes_no_file(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path
) -> None:
    make_articles(5)
    first = totals(desk(*RUN))
    assert first["articles"]["published"] == 5
    assert first["segments"]["translated"] > 30
    before = stamps(tmp_path / "out")
    second = totals(desk(*RUN))
    assert second["segments"]["translated"] == 0
    assert second["articles"]["unchanged"] == 5
    assert second["files_written"] == 0
    assert stamps(tmp_path / "out") == before


def test_an_edited_check_is_asked_again_and_no_engine_is(
    unmeasured_desk: Any, make_articles: Callable[[int], Path], tmp_path: Path, environment: dict[str, str]
) -> None:
    make_articles(1)
    shutil.copytree(PACKAGE, tmp_path / "own" / "copydesk", ignore=shutil.ignore_patterns("__pycache__"))
    own = {"PYTHONPATH": f"{tmp_path / 'own'}:{environment['PYTHONPATH']}"}
    requests = tmp_path / "requests.log"
    first = totals(unmeasured_desk(*RUN, **own))
    asked = requests.read_text("utf-8")
    check = tmp_path / "own" / "copydesk" / "verify" / "length.py"
    text = check.read_text("utf-8").replace("abs(deviation) > self._most", "abs(deviation) > -1")
    check.write_text(text, "utf-8")
    second = totals(unmeasured_desk(*RUN, **own))
    assert second["articles"]["published"] == 1
    assert second["findings"]["warning"] >= first["findings"]["warning"] + first["segments"]["total"] // 2
    assert second["files_written"] > 0
    assert second["segments"]["translated"] == 0
    assert requests.read_text("utf-8") == asked


def test_one_edited_sentence_costs_one_translation_and_a_new_version(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = make_articles(4)
    totals(desk(*RUN))
    edited = folder / "noticia-0001.txt"
    edited.write_text(edited.read_text("utf-8").replace("antes del verano", "antes del otoño"), "utf-8")
    again = totals(desk(*RUN))
    assert again["segments"]["translated"] == 1
    assert again["articles"]["unchanged"] == 3
    (edition,) = [e for e in again["editions"] if e["outcome"] == "published"]
    assert edition["version"] == 2
    assert "OTOÑO" in page(tmp_path)


def test_a_changed_engine_redoes_its_segments(desk: Any, make_articles: Callable[[int], Path]) -> None:
    make_articles(2)
    first = totals(desk(*RUN))
    again = totals(desk(*RUN, COUNTING_VERSION="2"))
    assert again["segments"]["translated"] == first["segments"]["translated"]


def test_a_human_text_wins_over_every_later_run(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = make_articles(2)
    totals(desk(*RUN))
    source = "Los vecinos esperan que los trabajos empiecen antes del verano del año próximo."
    store = tmp_path / "out.copydesk.sqlite"
    with contextlib.closing(connect(store)) as connection, transaction(connection):
        decisions.record(
            connection,
            article="noticia-0001.txt",
            target="fr",
            source=source,
            text="Les riverains espèrent un début des travaux avant l'été.",
            who="editor",
        )
    totals(desk(*RUN))
    assert "Les riverains espèrent" in page(tmp_path)
    edited = folder / "noticia-0001.txt"
    edited.write_text(edited.read_text("utf-8").replace("urgente", "inmediata"), "utf-8")
    totals(desk(*RUN, COUNTING_VERSION="2"))
    assert "Les riverains espèrent" in page(tmp_path)
    assert "INMEDIATA" in page(tmp_path)


def test_a_deleted_output_file_comes_back(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path, tree: Tree
) -> None:
    make_articles(2)
    totals(desk(*RUN))
    before = tree(tmp_path / "out")
    next((tmp_path / "out").glob("*/fr/bilingual.html")).unlink()
    again = totals(desk(*RUN))
    assert again["segments"]["translated"] == 0
    assert again["files_written"] == 1
    assert tree(tmp_path / "out") == before


def test_a_second_run_at_the_same_time_is_refused(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path
) -> None:
    make_articles(1)
    with exclusive(tmp_path / "out.copydesk.sqlite"):
        result = desk(*RUN)
    assert result.returncode == 3
    assert "another run is using the store" in result.stderr
    assert "--store FILE" in result.stderr


def test_the_guilty_segment_is_held_and_the_rest_published(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = make_articles(2)
    guilty = folder / "noticia-0001.txt"
    guilty.write_text(guilty.read_text("utf-8").replace("La oposición", "La GUILTY oposición"), "utf-8")
    said = desk(*RUN)
    result = totals(said, code=4)
    assert result["segments"]["held"] == 1
    assert result["articles"]["published"] == 2
    assert "noticia-0001.txt: 1 segment left untranslated." in said.stderr
    assert "La GUILTY oposición votó" in page(tmp_path)


def test_no_engine_for_the_pair_names_the_command_and_exits_3(
    desk: Any, make_articles: Callable[[int], Path]
) -> None:
    make_articles(1)
    result = desk("run", "articles", "--to", "eu", "--out", "out", "--engine", "apertium", "--quiet")
    assert result.returncode == 3
    assert "apt-get install" in result.stderr


def test_a_bad_article_costs_no_other(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path
) -> None:
    folder = make_articles(2)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "broken.json").write_text('{"uri": "x", "body_text": ')
    result = totals(desk(*RUN), code=4)
    assert result["articles"]["published"] == 2
    assert {failed["uri"] for failed in result["articles"]["failed"]} == {"empty.txt", "broken.json"}


def test_two_articles_with_one_id_are_told_apart(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path
) -> None:
    make_articles(1)
    record = {"id": "a1", "title": "Un título corto", "text": "El pleno aprobó ayer las obras de la plaza."}
    lines = [json.dumps(record), json.dumps(record | {"text": "El pleno rechazó hoy las obras del puente."})]
    (tmp_path / "articles" / "day.jsonl").write_text("\n".join(lines), "utf-8")
    result = totals(desk(*RUN), code=4)
    (failed,) = result["articles"]["failed"]
    assert failed["uri"] == "day.jsonl#2"
    assert "is that of day.jsonl#1" in failed["message"]


def test_findings_make_exit_1_where_asked(desk: Any, make_articles: Callable[[int], Path]) -> None:
    make_articles(1)
    assert desk(*RUN, "--fail-on", "note").returncode == 1
    assert desk(*RUN, "--fail-on", "never").returncode == 0


def test_an_unwritable_output_folder_is_named_and_the_store_stays_whole(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path
) -> None:
    make_articles(1)
    (tmp_path / "file").write_text("in the way")
    result = desk(
        "run", "articles", "--to", "fr", "--out", "file/out", "--engine", "counting", "--store", "s.db"
    )
    assert result.returncode == 3
    assert "cannot be written" in result.stderr
    with contextlib.closing(sqlite3.connect(tmp_path / "s.db")) as store:
        assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("run", "nowhere", "--to", "fr", "--out", "out"), "nowhere"),
        (("run", "articles", "--to", "fr", "--out", "out", "--engine", "countin"), "counting"),
        (("run", "articles", "--to", "fr", "--out", "out", "--config", "bad.toml"), "Did you mean engine"),
        (("run", "articles", "--to", "fr", "--out", "out", "--glossary", "no.tsv"), "no.tsv"),
        (("run", "articles", "--to", "", "--out", "out"), "no language tag"),
        (("run", "articles", "--to", "fr", "--from", "s p", "--out", "out"), "no language tag"),
    ],
)
def test_usage_errors_exit_2_and_help(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    make_articles(1)
    (tmp_path / "bad.toml").write_text('[translate]\nengin = "apertium"\n')
    result = desk(*arguments)
    assert result.returncode == 2
    assert words in result.stderr


def test_explain_shows_the_stages_and_what_is_done_and_changes_nothing(
    desk: Any, make_articles: Any, tmp_path: Path
) -> None:
    make_articles(2)
    asked = ("run", "articles", "--from", "es", "--to", "fr", "--out", "out", "--engine", "counting")
    before = desk(*asked, "--explain", COLUMNS="200").stdout
    assert [line.split()[0] for line in before.splitlines()] == [
        *("stage", "detect", "repair", "segment", "detect-segments", "translate", "verify", "align", "Into")
    ]
    assert before.count("0 of 2") == 5
    assert not (tmp_path / "out.copydesk.sqlite").exists()
    assert desk(*asked).returncode == 0
    (tmp_path / "articles" / "noticia-0001.txt").write_text("Otra\n\nEl alcalde habló.\n")
    after = desk(*asked, "--explain", COLUMNS="200").stdout
    assert after.count("1 of 2") == 5
    assert not (tmp_path / "out" / "otra").exists()
