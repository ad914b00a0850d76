"""Poison beside good articles: each outcome is written down, and the good ones are published."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

STORY = "El pleno municipal aprobó ayer las obras de la plaza. Los vecinos esperan 3 meses de ruido.\n"
HTML = (
    "<html lang='es'><body><article><h1>Obras en la plaza</h1>{}<p>" + STORY + "</p></article></body></html>"
)

PUBLISHED: dict[str, bytes] = {
    "bom.txt": b"\xef\xbb\xbf" + f"Obras con marca\n\n{STORY}".encode(),
    "utf16.txt": f"Obras en dieciséis bits\n\n{STORY}".encode("utf-16"),
    "latin1.txt": f"Obras sin declaración\n\n{STORY}".encode("latin-1"),
    "wrong-charset.html": HTML.format("<p>¡Atención, señores!</p>")
    .replace("<body>", "<head><meta charset='ascii'></head><body>")
    .encode("cp1252"),
    "nul.txt": f"Obras con\0 nulos\n\n{STORY}".encode(),
    "control.txt": f"Obras con \x07control\x1b\n\n{STORY}".encode(),
    "surrogate.json": b'{"uri": "urn:s", "language": "es", "headline": "Obras \\ud800 rotas", "body_text": '
    + json.dumps(STORY).encode()
    + b"}",
    "bidi.txt": f"Obras con \u202eesrever\u202c\n\n{STORY}".encode(),
    "nested.html": HTML.format("<div>" * 10_000 + "<p>Muy hondo, en la plaza mayor.</p>").encode(),
    "traversal.json": json.dumps(
        {"uri": "../../../etc/passwd", "language": "es", "headline": "../../Obras", "body_text": STORY}
    ).encode(),
    "scripts.html": HTML.format(
        "<script>alert(1)</script><p onclick='alert(2)'>Una <a href='javascript:alert(3)'>trampa</a> y "
        "<img src=x onerror=alert(4)> nada más en la plaza.</p>"
    ).encode(),
    "stream-signs.txt": f"Obras [con] ^signos$ de \\máquina/ <y> {{llaves}}\n\n{STORY}".encode(),
    "x" * 200 + ".txt": f"Obras de nombre largo\n\n{STORY}".encode(),
    "-guion.txt": f"Obras con guion\n\n{STORY}".encode(),
    "Mayus.txt": f"Obras en mayúscula\n\n{STORY}".encode(),
    "mayus.txt": f"Obras en minúscula\n\n{STORY}".encode(),
    "good.txt.gz": gzip.compress(f"Obras comprimidas\n\n{STORY}".encode(), mtime=0),
}
FAILED: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "only-bom.txt": (b"\xef\xbb\xbf", ""),
    "bomb.txt.gz": (gzip.compress(b"a" * 70_000_000, mtime=0), ""),
    "cut.txt.gz": (gzip.compress(STORY.encode() * 50)[:-12], ""),
    "broken.json": (b'{"uri": "x", ', ""),
    "list.json": (b"[1, 2]", ""),
    "menu.html": (b"<html><body><nav><a href='/'>Inicio</a></nav></body></html>", ""),
    "japanese.txt": (
        "市議会は昨日、広場の工事を承認した。住民は騒音を心配している。\n".encode() * 3,
        "--from",
    ),
}


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, data in PUBLISHED.items():
        (folder / name).write_bytes(data)
    for name, (data, _) in FAILED.items():
        (folder / name).write_bytes(data)
    records = [
        {"id": "r1", "title": "Obras del registro", "text": STORY},
        {"id": "r3", "title": "Más", "text": STORY},
    ]
    (folder / "day.jsonl").write_text(
        f"{json.dumps(records[0])}\n{{broken\n{json.dumps(records[1])}\n", encoding="utf-8"
    )
    (folder / "dir.html").mkdir()
    os.mkfifo(folder / "pipe.txt")
    (tmp_path / "secret.txt").write_text("Fuera de la carpeta.\n")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder)
    return folder


def test_each_poison_has_its_outcome_and_costs_no_other_article(
    desk: Any, poisoned: Path, tmp_path: Path, tree: Callable[[Path], dict[str, str]]
) -> None:
    result = desk("run", "articles", "--to", "fr", "--out", "deep/out", "--engine", "counting", "--json")
    assert result.returncode == 4, result.stderr
    assert "Traceback" not in result.stderr
    report = json.loads(result.stdout)
    failed = {failure["uri"]: failure for failure in report["articles"]["failed"]}
    assert set(failed) == {*FAILED, "day.jsonl#2", "pipe.txt", "link.txt"}
    assert all(uri in failure["message"] and failure["remedy"] for uri, failure in failed.items())
    for name, (_, words) in FAILED.items():
        assert words in failed[name]["message"] + failed[name]["remedy"]
    published = {edition["uri"] for edition in report["editions"] if edition["outcome"] == "published"}
    assert published == {*PUBLISHED, "day.jsonl#1", "day.jsonl#3"}

    assert {path.name for path in tmp_path.iterdir()} >= {"articles", "deep", "secret.txt"}
    assert not (tmp_path / "etc").exists()
    for path in (tmp_path / "deep" / "out").rglob("*"):
        if path.suffix == ".json":
            json.loads(path.read_text("utf-8"))
        elif path.suffix in (".xlf", ".tmx"):
            etree.fromstring(path.read_bytes())
        elif path.suffix == ".html":
            page = path.read_text("utf-8").lower()
            assert "javascript:" not in page
            assert "<script" not in page.replace('<script type="application/ld+json">', "")
            assert not re.search(r"<img[^>]* on\w+=", page)

    before = tree(tmp_path / "deep" / "out")
    again = desk("run", "articles", "--to", "fr", "--out", "deep/out", "--engine", "counting", "--json")
    assert json.loads(again.stdout)["segments"]["translated"] == 0
    assert tree(tmp_path / "deep" / "out") == before


def test_bidi_marks_stay_in_the_source_and_are_taken_out_of_the_translation_in_the_open(
    desk: Any, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bidi.txt").write_bytes(PUBLISHED["bidi.txt"])
    assert desk("run", "articles", "--to", "fr", "--out", "out", "--engine", "counting").returncode == 0
    (edition,) = (tmp_path / "out").glob("*/fr")
    assert "\u202e" in (edition / "source.html").read_text("utf-8")
    assert "\u202e" not in (edition / "article.md").read_text("utf-8")
    assert "automatic edit" in (edition / "bilingual.html").read_text("utf-8")


def test_a_line_of_5_megabytes_is_published(desk: Any, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "long.txt").write_text("Una línea sin fin\n\n" + "palabra " * 640_000 + "\n", "utf-8")
    result = desk(
        "run", "articles", "--to", "fr", "--out", "out", "--engine", "counting", "--from", "es", "--quiet"
    )
    assert result.returncode == 0, result.stderr


def test_an_entity_bomb_in_a_glossary_is_refused(desk: Any, make_articles: Any, tmp_path: Path) -> None:
    make_articles(1)
    (tmp_path / "bomb.tbx").write_text(
        '<!DOCTYPE tbx [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
        "<tbx><text><body>&b;</body></text></tbx>"
    )
    result = desk(
        "run", "articles", "--to", "fr", "--out", "out", "--engine", "counting", "--glossary", "bomb.tbx"
    )
    assert result.returncode == 2
    assert "bomb.tbx" in result.stderr


def test_the_output_folder_inside_the_input_is_not_read(
    desk: Any, make_articles: Any, tmp_path: Path
) -> None:
    make_articles(1)
    run = ("run", "articles", "--to", "fr", "--out", "articles/out", "--engine", "counting", "--json")
    first, second = (json.loads(desk(*run).stdout) for _ in range(2))
    assert first["articles"]["published"] == 1
    assert second["articles"] == {"published": 0, "unchanged": 1, "failed": []}
