"""The article page as search engines, networks and readers see it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import html5lib
import pytest
from jsonschema import Draft202012Validator
from lxml import html

from copydesk.data import (
    Block,
    BlockRole,
    Cell,
    Edition,
    Inline,
    Means,
    Media,
    MediaKind,
    Severity,
    Site,
    Span,
)
from copydesk.publish.html import HtmlPublisher
from copydesk.publish.reader_facts import locale_of, said_date
from copydesk.publish.story import Story, stories, story_html
from publish.sample_edition import SITE, edition, illustrated, sample

NEWS_ARTICLE = {
    "type": "object",
    "required": ["@context", "@type", "headline", "inLanguage"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "NewsArticle"},
        "headline": {"type": "string", "minLength": 1},
        "inLanguage": {"type": "string", "pattern": "^[a-z]{2,3}(-|$)"},
        "description": {"type": "string", "minLength": 1},
        "datePublished": {
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d+:\d+)?)?$",
        },
        "author": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["@type", "name"],
                "properties": {"@type": {"enum": ["Person", "Organization"]}, "name": {"type": "string"}},
            },
        },
        "keywords": {"type": "array", "items": {"type": "string"}},
        "image": {"type": "array", "items": {"type": "string", "pattern": "^https?://"}},
        "url": {"type": "string", "pattern": "^https?://"},
        "mainEntityOfPage": {"type": "string", "pattern": "^https?://"},
        "version": {"type": "integer"},
        "translationOfWork": {"type": "object", "required": ["@type", "headline", "inLanguage"]},
    },
}
"""What schema.org and the search engines' guides say of these properties of a NewsArticle."""


def page(of: Edition, name: str = "article.html") -> Any:
    return html.document_fromstring(dict(HtmlPublisher().render(of))[name].decode())


def test_every_page_is_sound_html_with_a_sound_record() -> None:
    for name, data in HtmlPublisher().render(illustrated()):
        html5lib.HTMLParser(strict=True).parse(data.decode())
        found = json.loads(page(illustrated(), name).find(".//script[@type='application/ld+json']").text)
        Draft202012Validator(NEWS_ARTICLE).validate(found)
        assert found["inLanguage"] == ("fr" if name == "article.html" else "es")


def test_a_known_site_gives_absolute_addresses() -> None:
    found = page(illustrated())
    own = f"{SITE}la-vega-enciende-1a2b3c4d/fr/article.html"
    links = {link.get("hreflang"): link.get("href") for link in found.xpath("//link[@rel='alternate']")}
    assert links == {
        "fr": own,
        "es": f"{SITE}la-vega-enciende-1a2b3c4d/fr/source.html",
        "en": f"{SITE}la-vega-enciende-1a2b3c4d/en/article.html",
        "x-default": f"{SITE}la-vega-enciende-1a2b3c4d/fr/source.html",
    }
    assert found.xpath("//link[@rel='canonical']/@href") == [own]
    about = {meta.get("property"): meta.get("content") for meta in found.xpath("//meta[@property]")}
    assert about["og:url"] == own
    assert about["og:title"] == "La Vega allume son parc solaire de 48 mégawatts"
    assert (about["og:type"], about["og:locale"]) == ("article", "fr_FR")
    assert about["og:image"] == "https://diario.example/parque.jpg"
    assert found.xpath("//meta[@name='description']/@content")[0].startswith("Le parc solaire de La Vega")
    assert page(illustrated(), "source.html").xpath("//link[@rel='canonical']/@href") == [
        "https://diario.example/vega-solar"
    ]


def test_open_errors_keep_a_page_from_search_and_warn_its_readers() -> None:
    found = illustrated()
    assert page(found).xpath("//meta[@name='robots']/@content") == ["noindex"]
    errors = sum(finding.severity is Severity.ERROR for finding in found.draft.findings)
    assert (
        page(found).find_class("warning")[0].text_content()
        == f"Traduction non relue. Erreurs signalées : {errors}."
    )
    by_hand = tuple(replace(t, means=Means.HUMAN) for t in found.draft.translations)
    for seen in (
        replace(found, reviewed=True),
        replace(found, draft=replace(found.draft, translations=by_hand)),
    ):
        assert not page(seen).xpath("//meta[@name='robots']")
        assert not page(seen).find_class("warning")
    assert not page(found, "source.html").find_class("warning")


def test_pictures_and_films_stand_in_their_places() -> None:
    found = page(illustrated())
    first = found.xpath("//figure")[0]
    assert first.getprevious().tag == "header"
    assert first.xpath("img/@src") == ["https://diario.example/parque.jpg"]
    assert first.xpath("figcaption")[0].text_content() == "Vue aérienne du parc de La Vega à l’aube."
    assert found.xpath("//video/@src") == ["https://diario.example/a.mp4"]
    assert found.xpath("//p[contains(@class, 'embed')]/a/@href") == ["https://film.example/embed/1"]
    assert not found.xpath("//iframe")
    policy = found.xpath("//meta[@http-equiv]/@content")[0]
    assert "img-src" in policy
    assert "frame-src" not in policy
    kept = page(replace(illustrated(), site=Site(SITE, embeds=True)))
    assert kept.xpath("//iframe/@src") == ["https://film.example/embed/1"]
    assert "frame-src https:" in kept.xpath("//meta[@http-equiv]/@content")[0]


def test_a_table_keeps_its_cells_in_their_columns() -> None:
    cells = [("Año", 0, 1, 1, True), ("Casas", 0, 2, 1, True),
             ("Norte", 1, 0, 2, True), ("12", 1, 2, 1, False),
             ("2", 2, 1, 1, False)]  # fmt: skip
    blocks = [
        Block(f"b{n}", BlockRole.CELL, text, cell=Cell(0, row, column, header=head, rows=rows))
        for n, (text, row, column, rows, head) in enumerate(cells)
    ]
    assert story_html(blocks).replace("\n", "") == (
        '<div class="table" tabindex="0"><table>'
        '<tr><td></td><th scope="col">Año</th><th scope="col">Casas</th></tr>'
        '<tr><th scope="row" rowspan="2">Norte</th><td></td><td>12</td></tr><tr><td>2</td></tr></table></div>'
    )


def test_items_keep_their_numbers_and_their_quotation() -> None:
    blocks = [
        Block("a", BlockRole.QUOTE, "Dijo:"),
        Block("b", BlockRole.LIST_ITEM, "tres", level=1, ordered=True, number=3, quoted=True),
        Block("c", BlockRole.LIST_ITEM, "cuatro", level=1, ordered=True, quoted=True),
    ]
    assert story_html(blocks).replace("\n", "") == (
        '<blockquote><p>Dijo:</p><ol><li value="3">tres</li><li>cuatro</li></ol></blockquote>'
    )


def test_a_picture_within_a_list_stands_behind_it() -> None:
    items = tuple(Block(f"b{n}", BlockRole.LIST_ITEM, "x", level=1) for n in range(2))
    story = Story(
        items, (Media(MediaKind.IMAGE, "a.jpg", "b0"), Media(MediaKind.AUDIO, "https://b.example/c.mp3", ""))
    )
    tags = re.findall(r"<(ul|img|audio)", story_html(items, story=story))
    assert tags == ["audio", "ul", "img"]


def test_a_line_break_is_one_line_break() -> None:
    block = Block("a", BlockRole.PARAGRAPH, "a\nb", (Inline(Span(1, 1), "br"),))
    assert story_html([block]) == "<p>a<br>\nb</p>\n"


def test_the_translation_has_curly_apostrophes_but_in_code() -> None:
    found = sample().draft
    text = "L'eau, l'été et d'ici 5'30"
    translations = tuple(
        replace(t, text=text, inlines=(Inline(Span(7, 12), "code"),)) if t.segment == "b4.0" else t
        for t in found.translations
    )
    source, target = stories(replace(found, translations=translations))
    assert next(b.text for b in target.blocks if b.id == "b4") == "L’eau, l'été et d’ici 5'30"
    assert "’" not in source.headline


@pytest.mark.parametrize(
    ("stamp", "language", "said"),
    [
        ("2025-03-14", "fr", "14 mars 2025"),
        ("2025-03-14T08:30:00+01:00", "es", "14 de marzo de 2025, 8:30"),
        ("2025-03-14", "en", "March 14, 2025"),
        ("2025-03-14", "de", "14. März 2025"),
        ("2025-03-14", "x-none", "2025-03-14"),
        ("yesterday", "fr", "yesterday"),
        ("", "fr", ""),
    ],
)
def test_a_date_is_said_as_the_language_says_it(stamp: str, language: str, said: str) -> None:
    assert said_date(stamp, language) == said


@pytest.mark.parametrize(
    ("language", "locale"), [("fr", "fr_FR"), ("pt-BR", "pt_BR"), ("ca", "ca_ES"), ("xx", "xx")]
)
def test_open_graph_wants_a_country(language: str, locale: str) -> None:
    assert locale_of(language) == locale


def test_without_a_site_a_page_claims_no_address() -> None:
    assert not page(edition(sample().draft)).xpath("//link[@rel='canonical']|//meta[@property='og:url']")
