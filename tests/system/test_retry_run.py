"""A run with an engine that spoils numbers: asked again in other ways, recorded, and nothing done twice."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command import copydesk

ENGINE = '''
import os, re
from copydesk.data import Candidate, Pair, Protection, Span
from copydesk.translate.base import Capabilities

def spoilt(text):
    return re.sub(r"\\d+", lambda m: m.group()[::-1] + "7", text)

class SlipperyEngine:
    """Spoils every figure it sees; at its third guess, not that of "euros"."""
    name = "slippery"
    capabilities = Capabilities(scores=True)
    def __init__(self, options):
        pass
    def pairs(self):
        return (Pair("es", "fr"),)
    def fingerprint(self, pair):
        return "slippery 1"
    def translate(self, batch):
        with open(os.environ["SLIPPERY_LOG"], "a", encoding="utf-8") as log:
            log.writelines(request.text + chr(10) for request in batch)
        return [Candidate("Le texte : " + spoilt(request.text), score=-1.0) for request in batch]
    def alternatives(self, batch, count):
        done = []
        for request in batch:
            third = request.text if "euros" in request.text else spoilt(request.text)
            done.append(tuple(Candidate("Le texte : " + t) for t in ("9" + third, "8" + third, third)))
        return done
    def close(self):
        pass
'''
RUN = ("run", "articles", "--from", "es", "--to", "fr", "--engine", "slippery", "--json")


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plugin")
    (folder / "slippery_engine.py").write_text(ENGINE)
    info = folder / "slippery_engine-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: slippery-engine\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[copydesk.engines]\nslippery = slippery_engine:SlipperyEngine\n")
    return folder


@pytest.fixture
def run(plugin: Path, tmp_path: Path) -> Callable[..., Any]:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(
        "Titular de prueba\n\nEl plan cuesta 350 euros. Llegaron 428 personas. Nadie habló.\n", "utf-8"
    )

    def call(*more: str, code: int = 0) -> Any:
        environment = os.environ | {"PYTHONPATH": str(plugin), "SLIPPERY_LOG": str(tmp_path / "log")}
        result = copydesk(*RUN, *more, cwd=tmp_path, env=environment)
        assert result.returncode == code, result.stderr
        return json.loads(result.stdout)

    return call


def test_numbers_come_right_and_the_editor_sees_how(
    run: Callable[..., Any], tmp_path: Path, tree: Callable[[Path], dict[str, str]]
) -> None:
    run("--out", "out")
    (page,) = [p.read_text("utf-8") for p in (tmp_path / "out").glob("*/fr/article.md")]
    assert "350 euros" in page
    assert "428 personas" in page
    (shown,) = [p.read_text("utf-8") for p in (tmp_path / "out").glob("*/fr/bilingual.html")]
    assert "plain: numbers; n-best: passed); n-best stands" in shown
    assert "plain: numbers; n-best: numbers; mask: passed); mask stands" in shown

    before, asked = tree(tmp_path / "out"), (tmp_path / "log").read_text("utf-8")
    again = run("--out", "out")
    assert again["segments"]["translated"] == 0
    assert tree(tmp_path / "out") == before
    assert (tmp_path / "log").read_text("utf-8") == asked

    run("--out", "other")
    assert {n: d for n, d in tree(tmp_path / "other").items() if n.endswith("article.md")} == {
        n: d for n, d in before.items() if n.endswith("article.md")
    }


def test_without_the_ladder_findings_tell_and_with_hold_the_source_stands(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "off.toml").write_text("[translate]\nladder = false\n")
    off = run("--out", "off", "--config", "off.toml")
    assert off["findings"]["error"] >= 2
    (tmp_path / "articles" / "a.txt").write_text(
        "Titular de prueba\n\nEl acto es el 15 de marzo de 2024.\n", "utf-8"
    )
    (tmp_path / "hold.toml").write_text('[translate]\nunproved = "hold"\n')
    held = run("--out", "hold", "--config", "hold.toml", code=4)
    assert held["segments"]["held"] == 1
