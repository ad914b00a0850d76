"""Several targets in one run: read once, published together, linked to each other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from copydesk import ingest
from copydesk import segment as cutter
from copydesk.config.settings import Settings
from copydesk.data import Article, Draft, Glossary
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions
from copydesk.run.batch import write_batch
from copydesk.run.events import ArticleDone, Event, Outcome, RunDone
from copydesk.run.execute import execute
from copydesk.run.finish import finish
from copydesk.run.plan import make_plan
from copydesk.segment.options import SegmentOptions
from copydesk.store import inbox
from copydesk.store.database import Connection, connect
from copydesk.translate.options import TranslateOptions
from copydesk.translate.translator import open_translator

SETTINGS = Settings(translate=TranslateOptions(engine="identity"))
PAGE = "<html lang='es'><title>{0}</title><body><article><h1>{0}</h1><p>{1}</p></article></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for name, text in (
        ("uno", "El puerto creció un 12 % en 2025."),
        ("dos", "Llegaron 300 barcos a la bahía."),
    ):
        body = f"{text} La ciudad lo celebró con los vecinos del barrio viejo."
        (made / f"{name}.html").write_text(PAGE.format(f"Noticia {name} del puerto", body))
    return made


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with closing(connect(tmp_path / "store.sqlite")) as opened:
        yield opened


@pytest.fixture
def go(folder: Path, connection: Connection, tmp_path: Path) -> Callable[[str], list[Event]]:
    def run(targets: str) -> list[Event]:
        plans = [make_plan(SETTINGS, target=t, glossary=Glossary()) for t in targets.split(",")]
        root = tmp_path / "out"
        with closing(open_translator(SETTINGS.translate)) as desk:
            raws = inbox.collect([str(folder)], SETTINGS.ingest)
            events = list(execute(raws, plans, translator=desk, connection=connection, root=root))
        write_batch(connection, root, tmx=True, changed=True)
        return events

    return run


def outcomes(events: list[Event]) -> list[tuple[str, str]]:
    return sorted((e.target, e.outcome.value) for e in events if isinstance(e, ArticleDone))


def linked(out: Path, target: str) -> set[str]:
    (page,) = out.glob(f"*uno*/{target}/article.html")
    return set(re.findall(r'hreflang="([\w-]+)"', page.read_text("utf-8"))) - {"x-default"}


def test_all_versions_come_in_one_run_linked_to_each_other(
    go: Callable[[str], list[Event]], tmp_path: Path
) -> None:
    done = go("fr,en,pt")
    assert outcomes(done) == sorted([(t, "published") for t in ("fr", "en", "pt")] * 2)
    out = tmp_path / "out"
    for target in ("fr", "en", "pt"):
        assert {"fr", "en", "pt", "es"} - linked(out, target) <= {target}
        assert (out / f"es-{target}.tmx").is_file()
    assert len(json.loads(next(out.glob("*uno*/en/manifest.json")).read_text("utf-8"))["files"]) > 3
    assert (out / "index.html").read_text("utf-8").count("article.html") >= 6


def test_an_article_is_read_and_prepared_once(
    go: Callable[[str], list[Event]], monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    reading, cutting = ingest.read, cutter.segment

    def read(raw: Raw, options: IngestOptions) -> Article:
        reads.append(raw.uri)
        return reading(raw, options)

    monkeypatch.setattr("copydesk.run.articles.read", read)
    cut: list[str] = []

    def segment(draft: Draft, options: SegmentOptions) -> Draft:
        cut.append(draft.target)
        return cutting(draft, options)

    monkeypatch.setattr("copydesk.run.pipeline.segment", segment)
    go("fr,en,pt")
    assert len(reads) == 2
    assert cut == ["fr", "fr"]


def test_a_second_run_changes_nothing_and_one_target_alone_is_the_same_work(
    go: Callable[[str], list[Event]], tmp_path: Path
) -> None:
    go("fr,en")
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    again = go("fr,en")
    assert {outcome for _, outcome in outcomes(again)} == {"unchanged"}
    assert {outcome for _, outcome in outcomes(go("en"))} == {"unchanged"}
    assert {path: path.read_bytes() for path in before} == before
    last = again[-1]
    assert isinstance(last, RunDone)
    assert (last.translated, last.files_written) == (0, 0)


def test_a_new_target_is_linked_from_the_versions_that_were_there(
    go: Callable[[str], list[Event]], tmp_path: Path
) -> None:
    go("fr")
    assert "en" not in linked(tmp_path / "out", "fr")
    events = go("fr,en")
    assert outcomes(events) == sorted([("en", "published"), ("fr", "published")] * 2)
    assert "en" in linked(tmp_path / "out", "fr")
    assert {outcome for _, outcome in outcomes(go("fr,en"))} == {"unchanged"}


def test_a_changed_article_costs_its_own_versions_alone(
    go: Callable[[str], list[Event]], folder: Path
) -> None:
    go("fr,en")
    page = folder / "uno.html"
    page.write_text(page.read_text("utf-8").replace("12 %", "13 %"))
    assert outcomes(go("fr,en")) == [
        ("en", "published"),
        ("en", "unchanged"),
        ("fr", "published"),
        ("fr", "unchanged"),
    ]


def test_what_fails_in_one_language_costs_no_other(
    go: Callable[[str], list[Event]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:

    def fails_in_english(work: object, plan: object, *more: object) -> object:
        if plan.target == "en":  # type: ignore[attr-defined]
            raise ValueError("no English today")
        return finish(work, plan, *more)  # type: ignore[arg-type]

    monkeypatch.setattr("copydesk.run.articles.finish", fails_in_english)
    events = go("fr,en")
    assert outcomes(events) == sorted([("en", "failed"), ("fr", "published")] * 2)
    assert linked(tmp_path / "out", "fr") <= {"fr", "es"}
    monkeypatch.setattr("copydesk.run.articles.finish", finish)
    assert Outcome.FAILED.value not in {outcome for _, outcome in outcomes(go("fr,en"))}
    assert "en" in linked(tmp_path / "out", "fr")


def test_the_store_forgets_what_no_version_needs(
    go: Callable[[str], list[Event]], folder: Path, connection: Connection
) -> None:
    go("fr,en")
    rows = connection.execute("SELECT count(*) FROM stage_result").fetchone()
    page = folder / "uno.html"
    page.write_text(page.read_text("utf-8").replace("12 %", "14 %"))
    go("fr,en")
    assert connection.execute("SELECT count(*) FROM stage_result").fetchone() == rows
