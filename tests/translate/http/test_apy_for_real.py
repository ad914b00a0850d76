"""Debian's Apertium-APy on loopback."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from command import copydesk
from copydesk.data import Glossary, Inline, Pair, Request, Span
from copydesk.translate.http.apy import ApertiumApyEngine
from copydesk.translate.http.options import HttpOptions
from copydesk.translate.options import TranslateOptions
from copydesk.translate.request import request
from copydesk.translate.translator import open_translator

pytestmark = pytest.mark.apertium
PAIR = Pair("es", "fr")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        ["apertium-apy", "--port", str(port), "--num-processes", "1", "/usr/share/apertium"],
        cwd=tmp_path_factory.mktemp("apy"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 60
    while True:
        try:
            httpx.get(f"{address}/listPairs")
            break
        except httpx.ConnectError:
            assert process.poll() is None, "apertium-apy does not start"
            assert time.monotonic() < until, "apertium-apy does not answer"
            time.sleep(0.1)
    yield address
    process.terminate()
    process.wait()


def test_it_translates_what_apertium_installed(url: str) -> None:
    engine = ApertiumApyEngine(TranslateOptions(http=HttpOptions(url=url)))
    assert PAIR in engine.pairs()
    texts = ("La casa blanca.", "El agua & <el> fuego [1] cuestan 3.250 euros.", "Sin punto")
    answers = [c.text for c in engine.translate([Request(text, PAIR) for text in texts])]
    assert answers[0] == "La maison blanche."
    assert "& <" in answers[1]
    assert "[1]" in answers[1]
    assert "3.250" in answers[1]
    assert len(answers) == 3
    engine.close()


def test_the_desk_puts_links_and_names_back_round_it(url: str) -> None:
    options = TranslateOptions(engine="apertium-apy", http=HttpOptions(url=url))
    text = "El alcalde de Zurbaqueta habló con la ministra en www.ejemplo.es ayer."
    start = text.index("la ministra")
    link = Inline(Span(start, start + 11), "a", (("href", "http://ejemplo.es/x"),))
    with open_translator(options) as desk:
        done = desk.translate([request(text, PAIR, Glossary(), options, inlines=(link,))])[0]
    assert done.text.count("www.ejemplo.es") == 1
    assert [i.attributes for i in done.inlines] == [link.attributes]
    assert done.inlines[0].span.of(done.text) == "la ministre"


def test_a_run_goes_through_it(url: str, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(
        "El puerto crece\n\nLa casa blanca tiene 3 puertas.\n", "utf-8"
    )
    (tmp_path / "apy.toml").write_text(f'[translate]\nengine = "apertium-apy"\nhttp.url = "{url}"\n')
    paths = ("articles", "--out", "out", "--config", "apy.toml")
    result = copydesk("run", *paths, "--from", "es", "--to", "fr", "--json", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["segments"]["translated"] == 2
    (page,) = (tmp_path / "out").glob("*/fr/article.md")
    assert "La maison blanche a 3 portes." in page.read_text("utf-8")
