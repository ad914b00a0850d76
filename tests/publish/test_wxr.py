"""Posts of a WordPress export come back as drafts that the import links to their originals."""

# ruff: noqa: E501  markup stays on one line

from __future__ import annotations

import io
from collections.abc import Callable

import feedparser
import pytest
from lxml import etree

from copydesk.data import Draft
from copydesk.formats.wxr import WxrItem, serialized, wxr_items
from copydesk.ingest.base import Raw
from copydesk.ingest.containers import records
from copydesk.publish.wxr import WordPressPost, export_item, wordpress_export
from publish.translated import translated

BLOCKS = """<!-- wp:paragraph {"className":"lead"} -->
<p class="lead">El puerto movió <strong class="k">184.000 toneladas</strong> &amp; más.</p>
<!-- /wp:paragraph -->

<!-- wp:image {"id":5} -->
<figure class="wp-block-image"><img src="/a.jpg" alt="La plaza"/><figcaption>La plaza llena</figcaption></figure>
<!-- /wp:image -->

<!-- wp:list -->
<ul><li>Entrada: 4 euros</li><li>Horario: de 10.00 a 21.00</li></ul>
<!-- /wp:list -->"""
CLASSIC = """[caption id="a5" align="left" width="300"]<img src="/a.jpg" alt="La plaza"> La plaza llena[/caption]

El puerto movió 184.000 toneladas
de pescado [nota id="7"] este año.

[gallery ids="1,2"]

Hay <a href="/barcos" class="x" target="_blank">32 barcos</a> y <em>410</em> trabajadores."""
POLYLANG = (
    '<category domain="language" nicename="es"><![CDATA[Español]]></category>'
    '<category domain="post_translations" nicename="pll_5f"><![CDATA[pll_5f]]></category>'
)


def export(
    content: str, more: str = "", title: str = "El puerto", number: int = 12, parent: int = 0
) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Mareas</title><link>https://m.example</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://m.example</wp:base_blog_url>
<item><title><![CDATA[{title}]]></title><link>https://m.example/p</link><dc:creator><![CDATA[ana]]></dc:creator>
<guid isPermaLink="false">https://m.example/?p={number}</guid>
<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date>2026-11-03 08:00:59</wp:post_date>
<wp:post_parent>{parent}</wp:post_parent><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="mar"><![CDATA[Mar]]></category>{more}
<wp:postmeta><wp:meta_key>_edit_lock</wp:meta_key><wp:meta_value>1:1</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>5</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_yoast_wpseo_metadesc</wp:meta_key><wp:meta_value>En español</wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_content>Bien</wp:comment_content></wp:comment></item></channel></rss>""".encode()


def drafted(data: bytes, translate: Callable[[str], str] = str.upper) -> Draft:
    (record,) = records("feed", Raw("a.xml", "feed", data)) or iter(())
    return translated(Raw("a.xml#1", record.format, record.data), translate)


def imported(data: bytes, translate: Callable[[str], str] = str.upper) -> list[WxrItem]:
    """What an import finds: the original and the translation."""
    post = WordPressPost(drafted(data, translate), 13, 0, {"es": 12, "fr": 13})
    return wxr_items(b"".join(wordpress_export(iter([post]))))[1]


@pytest.mark.parametrize("content", [BLOCKS, CLASSIC])
def test_untranslated_content_comes_back_byte_for_byte(content: str) -> None:
    original, translation = imported(export(content), str)
    assert original.content == content
    assert translation.content == content


def test_blocks_of_the_editor_keep_comments_classes_and_pictures() -> None:
    (_, translation) = imported(export(BLOCKS))
    assert translation.content == (
        BLOCKS.replace("El puerto movió", "EL PUERTO MOVIÓ")
        .replace("184.000 toneladas", "184.000 TONELADAS")
        .replace("&amp; más", "&amp; MÁS")
        .replace('"La plaza"', '"LA PLAZA"')
        .replace("La plaza llena", "LA PLAZA LLENA")
        .replace("Entrada: 4 euros", "ENTRADA: 4 EUROS")
        .replace("Horario: de 10.00 a 21.00", "HORARIO: DE 10.00 A 21.00")
    )


def test_classic_posts_keep_blank_lines_shortcodes_and_attributes() -> None:
    def shout(text: str) -> str:
        return text if text.startswith("[") else text.replace("puerto", "PUERTO").replace("barcos", "BARCOS")

    (_, translation) = imported(export(CLASSIC), shout)
    assert translation.content == CLASSIC.replace("puerto", "PUERTO").replace(
        "32 barcos", "32 BARCOS"
    ).replace("toneladas\nde", "toneladas\nde")


def test_a_paragraph_without_its_place_makes_the_content_anew() -> None:
    """What the page puts in another order than its text cannot be refilled, and must not stay untranslated."""
    content = "<table><tr><td>Uno <p>dos</p> tres</td></tr></table><p>El puerto movió 184.000 toneladas.</p>"
    (_, translation) = imported(export(content))
    assert "PUERTO" in translation.content
    assert "puerto" not in translation.content
    assert "Uno" not in translation.content


def test_a_draft_of_its_own_with_the_fields_of_the_original() -> None:
    original, translation = imported(export(BLOCKS))
    assert (original.number, original.field("title"), original.field("status")) == (12, "El puerto", "draft")
    assert (translation.number, translation.field("title")) == (13, "EL PUERTO")
    told = {name: translation.field(name) for name in ("status", "post_type", "creator", "post_name")}
    assert told == {"status": "draft", "post_type": "post", "creator": "ana", "post_name": "el-puerto"}
    assert ("category", "mar", "Mar") in translation.categories()
    fields = dict(translation.fields())
    assert fields["_thumbnail_id"] == "5"
    assert not {"_edit_lock", "_yoast_wpseo_metadesc"} & set(fields)
    assert translation.field("guid") != original.field("guid")
    assert "Bien" not in translation.xml + original.xml


def test_the_import_tells_a_translation_from_its_original_by_title_and_date() -> None:
    """It would take a post of the same title and date for the original, and give that the other language."""
    original, translation = imported(export(BLOCKS), str)
    assert original.field("title") == translation.field("title")
    assert original.field("post_date") == "2026-11-03 08:00:59"
    assert translation.field("post_date") == "2026-11-03 08:01:00"


def test_polylang_learns_language_and_group() -> None:
    original, translation = imported(export(BLOCKS, POLYLANG))
    assert (original.language, original.group) == ("es", "pll_5f")
    assert (translation.language, translation.group) == ("fr", "pll_5f")
    assert not [key for key, _ in translation.fields() if key.startswith("_wpml")]
    post = WordPressPost(drafted(export(BLOCKS, POLYLANG)), 13, 0, {"es": 12, "fr": 13})
    root = etree.fromstring(b"".join(wordpress_export(iter([post]))))
    spaces = {"wp": "http://wordpress.org/export/1.2/"}
    terms = {
        term.findtext("wp:term_taxonomy", namespaces=spaces): term.findtext(
            "wp:term_description", namespaces=spaces
        )
        for term in root.iterfind("channel/wp:term", spaces)
    }
    assert terms["post_translations"] == 'a:2:{s:2:"es";i:12;s:2:"fr";i:13;}'
    assert terms["language"] == 'a:3:{s:6:"locale";s:5:"fr_FR";s:3:"rtl";i:0;s:9:"flag_code";s:2:"fr";}'


def test_wpml_learns_language_source_and_group_where_there_is_no_polylang() -> None:
    original, translation = imported(export(BLOCKS))
    first, second = (
        {key.removeprefix("_wpml_import_"): value for key, value in item.fields() if "_wpml" in key}
        for item in (original, translation)
    )
    assert first == {"language_code": "es", "translation_group": first["translation_group"]}
    assert second == first | {"language_code": "fr", "source_language_code": "es"}


def test_terms_of_plugins_are_no_keywords_and_the_language_is_the_posts_own() -> None:
    article = drafted(export(BLOCKS, POLYLANG)).article
    assert article.keywords == ("Mar",)
    assert article.language == "es"


def test_it_is_read_by_readers_of_feeds() -> None:
    post = WordPressPost(
        drafted(export("<p>Uno ]]> dos.</p>".replace("]]>", "]]]]><![CDATA[>"))), 13, 0, {"es": 12, "fr": 13}
    )
    feed = feedparser.parse(io.BytesIO(b"".join(wordpress_export(iter([post])))))
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["El puerto", "EL PUERTO"]
    assert feed.entries[1].content[0].value == "<p>UNO ]]&gt; DOS.</p>"


def test_other_feeds_are_no_exports() -> None:
    plain = export(BLOCKS).replace(b"http://wordpress.org/export/1.2/", b"https://other.example/")
    assert export_item(drafted(plain).article) is None


def test_php_counts_bytes() -> None:
    assert serialized({"é": 1, "b": "ñ"}) == 'a:2:{s:2:"é";i:1;s:1:"b";s:2:"ñ";}'
