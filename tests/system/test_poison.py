"""Poison in a folder of articles: every kind has its outcome, and no kind costs another article.

One run over all of them is made; each test is one named expectation of it.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from lxml import etree, html

from command import copydesk
from copydesk.errors import InputError
from copydesk.formats.xliff import read_xliff

STORY = "El pleno municipal aprobó ayer las obras de la plaza. Los vecinos esperan 3 meses de ruido."
ARGUMENTS = ("--to", "fr", "--out", "deep/out", "--engine", "counting")
SIX_LETTERS = "áéíóúñ"


def page(body: str, head: str = "") -> str:
    return f"<html lang=es><head>{head}</head><body><article><h1>Obras</h1>{body}</article></body></html>"


def item(**fields: object) -> str:
    return json.dumps({"language": "es", "headline": "Obras en la plaza", "body_text": STORY} | fields)


def record(name: str, **fields: object) -> str:
    return json.dumps({"id": name, "title": "Obras en la plaza", "text": f"{STORY} ({name})"} | fields)


EVIL = f"""<p onclick="alert(1)">{STORY} <a href="javascript:alert(2)">Una trampa</a>,
<a href=" java&#9;script:alert(3)">otra trampa</a>, <a href="data:text/html,alert(4)">datos</a>
<img src=x onerror=alert(5)> &lt;script&gt;alert(6)&lt;/script&gt; <svg onload=alert(7)></svg>
<iframe src="//evil.example"></iframe></p><figure><figcaption>La plaza
<b onmouseover="alert(8)">mayor</b> de noche.</figcaption></figure>"""

PUBLISHED: dict[str, tuple[str, str | bytes]] = {
    "wrong charset declared": ("utf16-declared.html", page(f"<p>{STORY}</p>", "<meta charset=utf-16>")),
    "UTF-8 declared, Latin-1 written": (
        "latin1-declared-utf8.html",
        page(f"<p>{SIX_LETTERS}. {STORY}</p>", "<meta charset=utf-8>").encode("latin-1"),
    ),
    "Latin-1 undeclared": ("latin1.txt", f"Obras {SIX_LETTERS}\n\n{STORY}".encode("latin-1")),
    "UTF-16 with mark": ("utf16.txt", f"Obras {SIX_LETTERS}\n\n{STORY}".encode("utf-16")),
    "UTF-16 without mark": ("utf16-bare.txt", f"Obras {SIX_LETTERS}\n\n{STORY}".encode("utf-16-le")),
    "NUL": ("nul.txt", f"Obras\0 en la plaza\n\n{STORY}\0"),
    "control characters": ("control.txt", f"Obras\x07 en \x1b[31mla plaza\ufffe\n\n{STORY}\x7f"),
    "lone surrogate in ninjs": (
        "surrogate.json",
        item(uri="urn:a", headline="Obras \ud800", note="\udc00", NaN=float("nan")),
    ),
    "lone surrogate in a record": (
        "surrogate.jsonl",
        record("\ud800", title="Obras \udfff aquí", more={"\ud800": ["\udfff"]}, none=float("nan")),
    ),
    "bidi marks": ("bidi.txt", f"Obras\n\n{STORY} Dijo \u202eotra\u202c cosa \u2066ayer\u2069 en la plaza."),
    "a line of 5 MB": (
        "line.txt",
        "Obras\n\n" + f"{STORY[:-1].replace('.', ',')}, " * 120 + "ja" * 2_500_000,
    ),
    "10,000 nested tags": ("nested.html", page("<div>" * 10_000 + f"<p>{STORY}</p>")),
    "5,000 nested inline tags": ("inline.html", page(f"<p>{STORY}{'<b><i>' * 5_000} Ya está.</p>")),
    "path-like ninjs uri": ("path.json", item(uri="../../../../etc/x", headline="../../x")),
    "300-character title": ("title.json", item(uri="urn:title", headline="Obras " + "muy " * 75 + "largas")),
    "longest file name": ("x" * 251 + ".txt", f"Obras\n\n{STORY}"),
    "file name with a line break": ("line\nbreak.txt", f"Obras\n\n{STORY}"),
    "file name with a leading dash": ("--to.txt", f"Obras\n\n{STORY}"),
    "file name with terminal markup": ("[bold]red.txt", f"Obras\n\n{STORY}"),
    "file name that is not UTF-8": (os.fsdecode(b"bad\xff\xe9.txt"), f"Obras\n\n{STORY}"),
    "case-only difference, one": ("Case.txt", f"Obras mayores\n\n{STORY}"),
    "case-only difference, other": ("case.txt", f"Obras menores\n\n{STORY}"),
    "20,000 numbers in a line": (
        "numbers.txt",
        f"Obras\n\n{(STORY + ' ') * 40}\n\nSon {' '.join(map(str, range(20_000)))} y no más.\n\n"
        + f"{STORY}\n\n" * 400,
    ),
    "a number of 200,000 digits": (
        "digits.txt",
        f"Obras\n\n{STORY}\n\nSon {'9' * 200_000} obras en la plaza.",
    ),
    "already in the target language": (
        "already.txt",
        "Le conseil approuve les travaux\n\nLe conseil municipal a approuvé hier les travaux de la place.",
    ),
    "quotes in a third language": (
        "third.txt",
        f"Habla\n\n{STORY}\n\n«Wir werden die Steuern auch nächstes Jahr nicht erhöhen»\n\n{STORY}",
    ),
    "scripts, handlers and javascript: links": ("evil.html", page(EVIL, "<script>alert(0)</script>")),
    "engine stream characters": ("stream.txt", f"Obras [con] ^signos$ de \\máquina/ <y> {{@}}\n\n{STORY}"),
}
PATHS = (
    "../../etc/x",
    "/etc/passwd",
    "..",
    "a/../../b",
    "C:\\x",
    "~/.ssh/id",
    "." * 300,
    "-rf",
    "a\nb",
    "con",
)

FAILED: dict[str, tuple[str, str | bytes | Path | None, str]] = {
    "empty": ("empty.txt", b"", "it is empty"),
    "only white space": ("blank.txt", " \n\t\n", "it holds no text"),
    "only a byte order mark": ("bom.txt", b"\xef\xbb\xbf", "it holds no text"),
    "only a UTF-16 mark": ("bom16.txt", b"\xff\xfe", "it holds no text"),
    "gzip bomb": ("bomb.txt.gz", gzip.compress(b"a" * 70_000_000), "unpacks to more than 200 times"),
    "truncated gzip": ("cut.txt.gz", gzip.compress(STORY.encode() * 9)[:60], "gzip data is cut off"),
    "damaged gzip": ("tail.txt.gz", gzip.compress(STORY.encode()) + b"tail", "gzip data is damaged"),
    "binary": ("zip.txt", b"PK\x03\x04" + bytes(range(256)) * 40, "it is a zip archive"),
    "JSON array": ("array.json", "[1, 2]", "its list holds no objects"),
    "JSON null": ("null.json", "null", "not an object"),
    "JSON body of a wrong type": ("body.json", '{"uri": 5, "body_text": 7}', "has no body"),
    "JSON cut off": ("broken.json", '{"uri": "x", ', "no JSON at line 1"),
    "JSON nested 100,000 deep": ("deep.json", "[" * 100_000, "nests too deep"),
    "JSON number without end": ("endless.json", f'{{"uri": {"9" * 5_000}}}', "endless number"),
    "only furniture": (
        "menu.html",
        "<html><body><nav><a href=/>Inicio</a></nav><footer>Aviso legal</footer></body></html>",
        "furniture but no story",
    ),
    "in Japanese": ("japanese.txt", "市議会は昨日、広場の工事を承認した。\n" * 3, "language cannot be told"),
    "in Basque": (
        "basque.txt",
        "Udalak aurrekontua onartu du\n\nUdalbatzak atzo onartu zuen hiru milioi euroko partida obretarako.",
        "language cannot be told",
    ),
    "link out of the folder": ("leak.txt", Path("../secret.txt"), "leads out of the input folder"),
    "link to itself": ("loop.txt", Path("loop.txt"), "leads nowhere"),
    "link to an endless device": ("zero.txt", Path("/dev/zero"), "leads out of the input folder"),
    "named pipe": ("pipe.txt", None, "no plain file"),
}
RECORDS = {
    "middle.jsonl#2": "no JSON at line 1",
    "middle.jsonl#3": "JSON array",
    "twice.jsonl#2": "is that of",
}


def _write(folder: Path, name: str, data: str | bytes | Path | None) -> None:
    path = folder / name
    if data is None:
        os.mkfifo(path)
    elif isinstance(data, Path):
        path.symlink_to(data)
    else:
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


class Run:
    """What one run over all the poison left behind."""

    def __init__(self, root: Path, result: subprocess.CompletedProcess[str]) -> None:
        self.root = root
        self.result = result
        self.report: Any = json.loads(result.stdout)
        self.editions = {e["uri"]: e for e in self.report["editions"] if e["outcome"] == "published"}
        self.failures = {f["uri"]: f for f in self.report["articles"]["failed"]}

    def text(self, uri: str, name: str = "article.md") -> str:
        """A published file of the article ``uri``."""
        folder = str(self.editions[uri]["folder"])
        return (self.root / "deep" / "out" / folder / name).read_text("utf-8")

    def files(self, pattern: str) -> list[Path]:
        """The published files of a kind."""
        return sorted((self.root / "deep" / "out").rglob(pattern))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, plugin_folder: Path) -> Run:
    root = tmp_path_factory.mktemp("poison")
    folder = root / "in"
    (folder / "dir.txt").mkdir(parents=True)
    (folder / "self").symlink_to(folder)
    (root / "secret.txt").write_text(f"Fuera\n\n{STORY}", "utf-8")
    for name, data in PUBLISHED.values():
        _write(folder, name, data)
    for name, poison, _ in FAILED.values():
        _write(folder, name, poison)
    _write(folder, "paths.jsonl", "\n".join(map(record, PATHS)))
    _write(folder, "middle.jsonl", "\n".join([record("first"), "{bad", "[]", record("last")]))
    _write(folder, "twice.jsonl", f"{record('same')}\n{record('same')}\n")
    environment = os.environ | {"PYTHONPATH": str(plugin_folder), "COUNTING_LOG": str(root / "log")}
    result = copydesk("run", "in", *ARGUMENTS, "--json", cwd=root, env=environment)
    return Run(root, result)


def _uri(name: str) -> str:
    shown = os.fsencode(name).decode("utf-8", "backslashreplace").replace("\n", "\\x0a")
    return f"{shown}#1" if name.endswith(".jsonl") else shown


def test_the_run_is_partial_and_shows_no_traceback(run: Run) -> None:
    assert run.result.returncode == 4
    assert "Traceback" not in run.result.stderr
    assert "bug" not in run.result.stderr


def test_nothing_else_is_published_and_nothing_else_fails(run: Run) -> None:
    records = {*(f"paths.jsonl#{n + 1}" for n in range(len(PATHS)))}
    records |= {"middle.jsonl#1", "middle.jsonl#4", "twice.jsonl#1"}
    assert set(run.editions) == {_uri(name) for name, _ in PUBLISHED.values()} | records
    assert set(run.failures) == {name for name, _, _ in FAILED.values()} | set(RECORDS)


@pytest.mark.parametrize("kind", PUBLISHED)
def test_is_published(run: Run, kind: str) -> None:
    assert run.editions[_uri(PUBLISHED[kind][0])]["files_written"] == 8


@pytest.mark.parametrize("kind", FAILED)
def test_is_refused_by_name_with_a_reason_and_a_remedy(run: Run, kind: str) -> None:
    name, _, words = FAILED[kind]
    failure = run.failures[name]
    assert failure["exit_code"] == 4
    assert failure["message"].startswith(f"{name}: ")
    assert words in failure["message"]
    assert failure["remedy"]
    assert f"failed {name}: " in run.result.stderr


@pytest.mark.parametrize("uri", RECORDS)
def test_a_bad_record_is_refused_by_its_line(run: Run, uri: str) -> None:
    assert run.failures[uri]["message"].startswith(f"{uri}: ")
    assert RECORDS[uri] in run.failures[uri]["message"]


def test_nothing_is_written_outside_the_output_folder(run: Run) -> None:
    beside = {"in", "deep", "log", "secret.txt"}
    assert {path.name for path in run.root.iterdir()} == beside
    assert {p.name for p in (run.root / "deep").iterdir()} == {
        "out",
        "out.copydesk.sqlite",
        "out.copydesk.sqlite.lock",
    }
    names = [path.name for path in (run.root / "deep" / "out").iterdir() if path.is_dir()]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) and len(name) < 100 for name in names)
    assert len({name.lower() for name in names}) == len(run.editions)


def test_all_published_xml_parses(run: Run) -> None:
    files = [*run.files("*.xlf"), *run.files("*.tmx")]
    assert len(files) > 2 * len(run.editions)
    for path in files:
        etree.fromstring(path.read_bytes())


def test_all_published_json_parses_strictly(run: Run) -> None:
    def refused(constant: str) -> NoReturn:
        raise ValueError(f"{constant} is no JSON")

    files = run.files("*.json")
    assert len(files) == 2 * len(run.editions)
    for path in files:
        json.loads(path.read_text("utf-8"), parse_constant=refused)


def test_all_published_pages_are_inert(run: Run) -> None:
    files = run.files("*.html")
    assert len(files) == 3 * len(run.editions) + 1
    for path in files:
        for element in html.fromstring(path.read_bytes()).iter(etree.Element):
            if element.get("type") == "application/ld+json":  # data, which no browser runs
                assert json.loads(element.text or "")["@type"] == "NewsArticle"
                continue
            assert element.tag not in ("script", "iframe", "object", "embed", "svg", "form"), path
            for name, value in element.attrib.items():
                assert not str(name).startswith("on"), path
                assert not re.match(r"\s*(j\s*ava|vb)script:|\s*data:", str(value)), path


def test_markdown_of_a_page_with_scripts_is_inert_even_without_front_matter_support(run: Run) -> None:
    text = run.text("evil.html")
    assert "ALERT(6)" in text
    assert not re.search(r"(?<!\\)<\s*(script|img|svg|iframe)|\]\(\s*(javascript|data):", text, re.IGNORECASE)


@pytest.mark.parametrize("uri", ["latin1.txt", "utf16.txt", "utf16-bare.txt", "latin1-declared-utf8.html"])
def test_letters_survive_every_charset(run: Run, uri: str) -> None:
    assert SIX_LETTERS.upper() in run.text(uri)


def test_lone_surrogates_become_replacement_characters(run: Run) -> None:
    assert "OBRAS \ufffd AQUÍ" in run.text("surrogate.jsonl#1")


def test_bidi_marks_are_kept_in_the_source_and_taken_out_of_the_translation_in_the_open(run: Run) -> None:
    assert "\u202e" in run.text("bidi.txt", "source.html")
    assert "\u202e" not in run.text("bidi.txt")
    assert "automatic edit" in run.text("bidi.txt", "bilingual.html")


def test_a_quote_in_a_third_language_goes_to_its_own_engine(run: Run) -> None:
    manifests = [json.loads(run.text(uri, "manifest.json")) for uri in ("Case.txt", "third.txt")]
    assert [len(manifest["engines"]) for manifest in manifests] == [1, 2]


def test_an_article_in_the_target_language_passes_through(run: Run) -> None:
    assert "Le conseil municipal a approuvé hier" in run.text("already.txt")


def test_an_entity_bomb_in_xliff_is_refused() -> None:
    bomb = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="es"><file id="f">
    <unit id="u"><segment><source>&b;</source></segment></unit></file></xliff>"""
    with pytest.raises(InputError) as caught:
        read_xliff(bomb.encode())
    assert caught.value.remedy


def test_an_entity_bomb_in_a_glossary_is_refused(
    desk: Any, make_articles: Callable[[int], Path], tmp_path: Path
) -> None:
    make_articles(1)
    (tmp_path / "bomb.tbx").write_text(
        '<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tbx><text><body>&b;</body></text></tbx>'
    )
    result = desk(
        "run", "articles", "--to", "fr", "--out", "out", "--engine", "counting", "--glossary", "bomb.tbx"
    )
    assert result.returncode == 2
    assert "bomb.tbx" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.apertium
def test_apertiums_stream_characters_survive_the_real_engine(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(
        "Obras en la plaza\n\nEl alcalde [de Soria] leyó ^esto$ y \\eso\\ y <aquello> y a/b ayer.\n", "utf-8"
    )
    result = desk("run", "in.txt", "--to", "fr", "--out", "out", "--engine", "apertium", "--from", "es")
    assert result.returncode == 0, result.stderr
    (published,) = (tmp_path / "out").glob("*/fr/article.html")
    text = "".join(map(str, etree.fromstring(published.read_bytes(), etree.HTMLParser()).itertext()))
    assert all(sign in text for sign in ("[de Soria]", "^", "$", "\\", "<", ">", "/"))
