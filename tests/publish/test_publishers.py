from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import html

from copydesk.data import BlockRole, Edit, Edition, Means, Severity, Sibling, Span, Verdict
from copydesk.formats.exchange import ExchangeState
from copydesk.publish import PUBLISHERS
from copydesk.publish.manifest import manifest
from copydesk.publish.xliff import to_exchange
from publish.sample_edition import SHA, Builder, edition, illustrated, sample

SCHEMA = json.loads((Path(__file__).parent.parent / "formats" / "schemas" / "ninjs3.json").read_text("utf-8"))


def _page(data: bytes) -> Any:
    return html.document_fromstring(data.decode())


def _files(of: Edition) -> dict[str, bytes]:
    return {
        name: data for member in PUBLISHERS.names() for name, data in PUBLISHERS.load(member)().render(of)
    }


def _hostile() -> Edition:
    """An edition that tries to break out of every page."""
    b = Builder()
    words = "</style></title><script>alert(1)</script>\"'&<!--"
    b.block(BlockRole.HEADLINE, (words, words))
    b.block(BlockRole.PARAGRAPH, (words, words), links=(("alert", "alert", "javascript:alert(1)"),))
    b.number("b1.0", "1", "1", Verdict.CHANGED, words)
    b.finding(words, Severity.ERROR, words, "b1.0", target="alert", fix=words)
    draft = b.draft()
    article = replace(
        draft.article, title=words, author=words, date=words, alternates=(("fr", "javascript:x"),)
    )
    return replace(
        edition(replace(draft, article=article)), siblings=(Sibling('es"', "javascript:alert(1)"),)
    )


def test_every_publisher_gives_the_same_bytes_twice() -> None:
    assert _files(sample()) == _files(sample())


def test_no_two_publishers_write_the_same_file() -> None:
    names = [name for member in PUBLISHERS.names() for name, _ in PUBLISHERS.load(member)().render(sample())]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9.-]+", name) for name in names)


@pytest.mark.parametrize("name", ["article.html", "source.html", "bilingual.html"])
def test_hostile_text_stays_text(name: str) -> None:
    page = _page(_files(_hostile())[name])
    assert (
        page.xpath("//script[not(@type='application/ld+json')]|//img|//iframe|//object|//@onclick|//@style")
        == []
    )
    assert not [href for href in page.xpath("//@href") if "script:" in str(href)]
    assert len(page.xpath("//style")) == 1
    assert "<script>alert(1)</script>" in page.text_content()


@pytest.mark.parametrize("name", ["article.html", "source.html", "bilingual.html"])
def test_the_policy_allows_the_inlined_styles_and_nothing_else(name: str) -> None:
    text = _files(sample())[name].decode()
    css = text.split("<style>", 1)[1].split("</style>", 1)[0]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;;" in text
    assert text.index("Content-Security-Policy") < text.index("<style>")
    assert not re.search(r"url\(|@import|<script(?! type=.application/ld.json.>)|<img|<iframe", text)


def test_the_article_page_tells_language_versions_and_provenance() -> None:
    page = _page(_files(sample())["article.html"])
    assert (page.get("lang"), page.get("dir")) == ("fr", "ltr")
    links = {a.get("hreflang"): a.get("href") for a in page.xpath("//link[@rel='alternate']")}
    assert links == {"fr": "article.html", "es": "source.html", "en": "../en/article.html"}
    metas = {m.get("name"): m.get("content") for m in page.xpath("//meta[@name]")}
    assert metas["copydesk:source-sha256"] == SHA
    assert metas["copydesk:engine"] == "apertium:spa-fra:1"
    assert metas["author"] == "Lucía Ferrán & Co."
    note = page.xpath("//p[@role='note']")[0].text_content()
    assert note.startswith("Traduction automatique d’un original en espagnol")
    assert [str(h.tag) for h in page.xpath("//h1|//h2")] == ["h1", "h2"]
    assert (
        len(page.xpath("//figure/figcaption"))
        == len(page.xpath("//aside"))
        == len(page.xpath("//blockquote"))
        == 1
    )
    assert page.xpath("//a[@href='https://promotora.example/?a=1&b=2']")


def test_the_source_page_is_the_repaired_original() -> None:
    text = _files(sample())["source.html"].decode()
    assert '<html lang="es" dir="ltr">' in text
    assert "renovable en 2030." in text
    assert "Traduction" not in text


def test_a_page_in_a_right_to_left_language_says_so() -> None:
    e = sample()
    e = replace(e, draft=replace(e.draft, target="ar"))
    assert '<html lang="ar" dir="rtl">' in _files(e)["article.html"].decode()


def test_the_bilingual_page_shows_all_that_an_editor_must_see() -> None:
    page = _page(_files(sample())["bilingual.html"])
    assert [m.text_content() for m in page.xpath("//main//mark[contains(@class,'changed')]")] == [
        "250",
        "520",
    ]
    assert [m.text_content() for m in page.xpath("//main//mark[contains(@class,'lost')]")] == ["12"]
    assert len(page.xpath("//main//mark[contains(@class,'placeholder')]")) == 2
    assert page.xpath("//main//span[contains(@class,'converted')]")
    words = [w.text_content() for w in page.xpath("//b[@class='word']")]
    assert words == ["Note", "Error", "Note", "Repaired", "Error", "Unresolved", "Error", "Edited", "Warning"]
    repaired = page.xpath("//p[contains(@class,'source')]/span/del")[0]
    assert (repaired.text, repaired.getnext().text_content()) == ("XNUMX", "2030")
    assert page.xpath("//section[@id='b8']//span[contains(@class,'held')]/@lang") == ["es"]
    sides = page.xpath("//*[contains(@class,'side')]")
    assert {(s.get("lang"), s.get("dir")) for s in sides} == {("es", "ltr"), ("fr", "ltr")}
    for described in page.xpath("//@aria-describedby"):
        assert page.xpath(f"//*[@id='{described}']")


def test_both_sides_of_the_bilingual_page_keep_the_exact_text() -> None:
    e = sample()
    page = _page(_files(e)["bilingual.html"])
    for translation in e.draft.translations:
        (span,) = page.xpath(f"//span[@id='{translation.segment}']")
        for reference in span.xpath(".//sup[@class='ref']"):
            reference.drop_tree()
        assert span.text_content() == translation.text
    for extra in page.xpath("//main//p[contains(@class,'source')]//del"):
        extra.drop_tree()
    for block in e.draft.blocks:
        (side,) = page.xpath(f"//section[@id='{block.id}']/*[contains(@class,'source')]")
        assert side.text_content() == block.text


def test_ninjs_follows_its_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for e in (sample(), illustrated(), _hostile()):
        record = json.loads(_files(e)["article.ninjs.json"])
        validator.validate(record)
    record["unknown"] = 1
    assert not validator.is_valid(record)


def test_ninjs_names_pictures_and_films_and_keeps_them_in_its_body() -> None:
    record = json.loads(_files(illustrated())["article.ninjs.json"])
    media = {item["uri"]: item for item in record["associations"] if item["name"].startswith("media")}
    assert {uri: item["type"] for uri, item in media.items()} == {
        "https://diario.example/parque.jpg": "picture",
        "https://diario.example/a.mp4": "video",
    }
    picture = media["https://diario.example/parque.jpg"]
    assert picture["descriptions"][0]["value"] == "Vue aérienne du parc de La Vega à l’aube."
    assert "<img src=" in record["bodies"][0]["value"]


def test_ninjs_is_a_new_object_that_names_its_original() -> None:
    record = json.loads(_files(sample())["article.ninjs.json"])
    original = record["associations"][0]
    assert record["uri"].startswith("urn:uuid:")
    assert original["uri"] == "https://diario.example/vega-solar"
    assert (record["language"], original["language"], original["rel"]) == ("fr", "es", "translationOf")
    assert record["headlines"][0]["value"] == "La Vega allume son parc solaire de 48 mégawatts"
    assert [body["contentType"] for body in record["bodies"]] == ["text/html", "text/plain"]
    assert record["contentCreated"] == "2025-03-14T08:30:00+01:00"
    assert {"role": "sourceSha256", "value": SHA} in record["altIds"]
    assert record["edNote"].endswith(". Traduction non relue. Erreurs signalées : 3.")
    assert record["descriptions"][0]["value"].startswith("Le parc solaire")
    other = replace(sample(), draft=replace(sample().draft, target="ca"))
    assert json.loads(_files(other)["article.ninjs.json"])["uri"] != record["uri"]


def test_the_exchange_tells_states_and_findings() -> None:
    exchange = to_exchange(sample())
    states = {s.means: s.state for unit in exchange.units for s in unit.segments}
    assert states == {
        Means.MACHINE: ExchangeState.TRANSLATED,
        Means.HUMAN: ExchangeState.FINAL,
        Means.HELD: ExchangeState.INITIAL,
    }
    notes = [(n.category, n.priority, n.segment) for unit in exchange.units for n in unit.notes]
    assert ("numbers", 1, "b2.1") in notes
    assert [note.category for note in exchange.notes][-1] == "language"
    for unit, block in zip(exchange.units, sample().draft.blocks, strict=True):
        assert "".join(s.source.text + s.gap for s in unit.segments) == block.text


def test_an_edition_without_text_has_pages_but_no_xliff() -> None:
    files = _files(edition(replace(sample().draft, segments=(), languages=(), translations=(), ledgers=())))
    assert "article.html" in files
    assert not [name for name in files if name.endswith(".xlf")]


def test_the_manifest_names_files_and_unsettled_numbers() -> None:
    record = json.loads(manifest(sample(), {"a": "2d71c0de"}))
    assert record["files"] == {"a": "2d71c0de"}
    assert (record["version"], record["target"], record["source"]["language"]) == (3, "fr", "es")
    assert [
        (n["block"], n["segment"], n["source"], n["target"], n["verdict"]) for n in record["unsettled"]
    ] == [
        ("b2", "b2.1", "250", "520", "changed"),
        ("b3", "b3.1", "XNUMX", "XNUMX", "placeholder"),
        ("b6", "b6.0", "12", None, "lost"),
    ]


def test_a_doubt_that_could_not_be_settled_is_marked_where_it_stands() -> None:
    page = _page(_files(sample())["bilingual.html"])
    (doubt,) = page.xpath("//p[contains(@class,'source')]//span[@class='doubt']")
    assert (doubt.text_content(), doubt.get("title")) == ("XNUMX", "no source gives this number")


def test_what_the_desk_changed_after_the_engine_is_shown_and_listed() -> None:
    given = sample()
    first = given.draft.translations[0]
    word = first.text.split()[0]
    edit = Edit(Span(0, 3), "abc", word, "post-edit", "a rule in words")
    translations = (replace(first, edits=(edit,)), *given.draft.translations[1:])
    shown = replace(given, draft=replace(given.draft, translations=translations))
    page = _page(dict(PUBLISHERS.load("bilingual")().render(shown))["bilingual.html"])
    (mark,) = page.xpath("//span//ins[@class='edited'][@title]")
    assert mark.text_content() == word
    assert "abc" in mark.get("title")
    assert "a rule in words" in page.xpath("//li[contains(@class, 'quiet')]//li")[0].text_content()
    record = json.loads(manifest(shown, {}))["edits"]
    assert record == [
        {
            "segment": first.segment,
            "span": [0, 3],
            "before": "abc",
            "after": word,
            "rule": "post-edit",
            "reason": "a rule in words",
        }
    ]
