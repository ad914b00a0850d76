"""One segment that breaks the engine costs that segment; the run says which and why, and ends with code 4."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from command import copydesk

ENGINE = """
import ctypes, os
from copydesk.data import Candidate, Pair
from copydesk.translate.base import Capabilities

class FragileEngine:
    name = "fragile"
    capabilities = Capabilities(inlines=True, protections=True, deterministic=True)
    def __init__(self, options):
        pass
    def pairs(self):
        return (Pair("es", "fr"),)
    def fingerprint(self, pair):
        return "fragile 1"
    def translate(self, batch):
        text = " ".join(request.text for request in batch)
        if "SEGV" in text:
            ctypes.string_at(0)
        if "COLGADO" in text:
            while True: pass
        if "MEMORIA" in text:
            os._exit(137)
        done = [Candidate("Le texte dit " + r.text, r.inlines) for r in batch]
        if "CUENTA" in text:
            done.append(done[0])
        for n, request in enumerate(batch):
            if "VACÍO" in request.text:
                done[n] = Candidate("", request.inlines)
            if "BUCLE" in request.text:
                done[n] = Candidate("et puis " * 40)
        return done
    def close(self):
        pass
"""
RUN = ["run", "articles", "--to", "fr", "--out", "out", "--json", "--engine", "fragile", "--config"]
WORDS = ("SEGV", "COLGADO", "MEMORIA", "CUENTA", "VACÍO", "BUCLE")


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plugin")
    (folder / "fragile_engine.py").write_text(ENGINE)
    info = folder / "fragile_engine-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fragile-engine\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[copydesk.engines]\nfragile = fragile_engine:FragileEngine\n")
    return folder


def run(plugin: Path, folder: Path) -> Any:
    (folder / "fault.toml").write_text("[translate]\ndeadline = 6.0\n[run]\nbatch = 16\n")
    return copydesk(*RUN, "fault.toml", cwd=folder, env=os.environ | {"PYTHONPATH": str(plugin)})


def write(folder: Path, guilty: str) -> None:
    (folder / "articles").mkdir(exist_ok=True)
    for n in range(3):
        bad = f"La palabra {guilty} está en esta frase. " if n == 1 else ""
        (folder / "articles" / f"noticia-{n}.txt").write_text(
            f"Titular de la noticia de hoy\n\nEl alcalde habló del barrio {n} con los vecinos. {bad}"
            f"Los vecinos del barrio {n} esperan una respuesta.\n",
            encoding="utf-8",
        )


@pytest.mark.slow
@pytest.mark.parametrize("word", WORDS)
def test_only_the_guilty_segment_is_missing(plugin: Path, tmp_path: Path, word: str) -> None:
    write(tmp_path, word)
    result = run(plugin, tmp_path)
    assert result.returncode == 4, result.stderr
    totals = json.loads(result.stdout)
    assert totals["articles"]["published"] == 3
    assert totals["segments"]["held"] == 1
    files = sorted((tmp_path / "out").glob("*/fr/article.md"))
    pages = [path.read_text("utf-8").split("\n---\n", 1)[1] for path in files]  # without the front matter
    assert sum(page.count("Le texte dit El alcalde") for page in pages) == 3
    assert sum(page.count("Le texte dit Los vecinos") for page in pages) == 3
    lines = [line for page in pages for line in page.splitlines() if "La palabra" in line]
    assert len(lines) == 1
    assert f"Le texte dit La palabra {word}" not in lines[0]
    bilingual = "".join(p.read_text("utf-8") for p in (tmp_path / "out").glob("*/fr/bilingual.html"))
    assert bilingual.count("Not translated; the source text stands here") >= 1

    write(tmp_path, "BUENA")
    again = run(plugin, tmp_path)
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["segments"]["translated"] == 1


def test_an_engine_that_only_fails_ends_the_run_in_bounded_time(plugin: Path, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for n in range(30):
        (tmp_path / "articles" / f"noticia-{n}.txt").write_text(
            f"La palabra MEMORIA está en el titular {n}\n\nY la palabra MEMORIA en la frase {n}.\n", "utf-8"
        )
    result = run(plugin, tmp_path)
    assert result.returncode == 3, result.stderr
    assert len(json.loads(result.stdout)["articles"]["failed"]) == 30
