"""Markup to blocks: white space, inline elements, structure, and markup nobody should write."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copydesk.data import Block, BlockRole
from copydesk.formats.html import read_fragment
from copydesk.formats.html_hints import is_hidden
from copydesk.ingest.page import read_page

PROSE = "Der Fluss trat am Montag über die Ufer und stand am Abend zwei Meter hoch in der Altstadt."


MORE = "Die Stadt sperrte drei Straßen am Ufer und bat alle, die dort wohnen, um Geduld bis Donnerstag."


def one(markup: str) -> Block:
    (block,) = read_fragment(markup).blocks
    return block


def spans(block: Block) -> list[tuple[str, str]]:
    return [(inline.tag, inline.span.of(block.text)) for inline in block.inlines]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p> a\n\t b </p>", "a b"),
        ("<p>a <b> b</b>c</p>", "a bc"),
        ("<p>a<b> b </b> c</p>", "a b c"),
        ("<p>a&nbsp; b\u202fc</p>", "a\xa0 b\u202fc"),
        ("<p>a<!-- x -->b<?php echo ?>c</p>", "abc"),
        ("<p>a<script>x</script>b<style>y</style>c<iframe>z</iframe></p>", "abc"),
        ("<p>a<svg><title>t</title><text>u</text></svg>b<noscript><img></noscript></p>", "ab"),
        ("<p>a<template><p>t</p></template></p>", "a"),
        ("<p>1&lt;2 &amp; 3&gt;2 &eacute;&#233;</p>", "1<2 & 3>2 éé"),
        ("<p>a<br>b</p>", "a\nb"),
        ("<p><br>a<br></p>", "a"),
        ("<pre>\na  b\n c</pre>", "a  b\n c"),
        ("<p>a<wbr>b<img alt=x>c<custom-x>d</custom-x></p>", "abcd"),
    ],
)
def test_text_is_what_a_browser_shows(markup: str, text: str) -> None:
    assert one(markup).text == text


def test_inline_elements_cover_their_words_and_no_space() -> None:
    block = one("<p>a <em> b <strong>c</strong></em> <a href='/x'>d </a>e <q>f</q><sub>2</sub></p>")
    assert spans(block) == [("em", "b c"), ("strong", "c"), ("a", "d"), ("q", "f"), ("sub", "2")]


def test_a_break_is_an_empty_element_before_its_line_break() -> None:
    block = one("<p>a<br>b</p>")
    assert [(i.tag, i.span.start, i.span.end) for i in block.inlines] == [("br", 1, 1)]


def test_two_breaks_end_a_paragraph_and_open_elements_go_on() -> None:
    blocks = read_fragment("<div><i>a<br><br>b</i><br> <br>c</div>").blocks
    assert [(b.text, spans(b)) for b in blocks] == [("a", [("i", "a")]), ("b", [("i", "b")]), ("c", [])]


def test_a_link_round_blocks_is_in_each_of_them() -> None:
    blocks = read_fragment("<a href=/x><h2>a</h2><p>b</p></a><p>c</p>").blocks
    assert [spans(b) for b in blocks] == [[("a", "a")], [("a", "b")], []]


@pytest.mark.parametrize(
    ("attribute", "kept"),
    [
        ("href='https://x.example/?a=1&amp;b=2'", (("href", "https://x.example/?a=1&b=2"),)),
        ("href='../a.html#b' title=' T '", (("href", "../a.html#b"), ("title", "T"))),
        ("href='mailto:a@x.example'", (("href", "mailto:a@x.example"),)),
        ("href='/a:b'", (("href", "/a:b"),)),
        ("href='//x.example' onclick='f()' style='x' class='y' id='z'", (("href", "//x.example"),)),
    ],
)
def test_harmless_attributes_of_links_stay(attribute: str, kept: tuple[tuple[str, str], ...]) -> None:
    assert one(f"<p><a {attribute}>x</a></p>").inlines[0].attributes == kept


@pytest.mark.parametrize(
    "target",
    ["javascript:f()", " JavaScript:f()", "java\nscript:f()", "&#1;javascript:f()", "data:text/html,x",
     "vbscript:x", "javascript&colon;f()", "\u200bjavascript:f()", "file:///etc/passwd", ""],
)  # fmt: skip
def test_links_that_could_do_something_leave_only_their_text(target: str) -> None:
    block = one(f'<p><a href="{target}">x</a></p>')
    assert (block.text, block.inlines) == ("x", ())


def test_spans_stay_only_for_what_they_say() -> None:
    assert one("<p><span class=x>a</span><span lang=en>b</span><font>c</font></p>").inlines[0].attributes == (
        ("lang", "en"),
    )


def test_structure_gives_roles_and_levels() -> None:
    blocks = read_fragment(
        "<h1>A</h1><h3>B</h3><p>C</p><ul><li>D<ol><li>E</ol></ul><blockquote><p>F</p></blockquote>"
        "<figure><img alt=no><figcaption>G</figcaption></figure><table><caption>H</caption><td>I</table>"
    ).blocks
    assert [(b.text, b.role.value, b.level, b.ordered) for b in blocks] == [
        ("A", "headline", 0, False),
        ("B", "heading", 3, False),
        ("C", "paragraph", 0, False),
        ("D", "list-item", 1, False),
        ("E", "list-item", 2, True),
        ("F", "quote", 0, False),
        ("G", "caption", 0, False),
        ("H", "caption", 0, False),
        ("I", "cell", 0, False),
    ]


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        ("<p>a</p><p><img src=x></p><p><em>Der Fluss am Montag.</em></p>", "caption"),
        ("<p>a</p><p><img src=x><br><i>Der Fluss</i></p>", "caption"),
        ("<p>a</p><p><em>Der Fluss</em></p>", "paragraph"),
        ("<p><img src=x>a</p><p><em>Der Fluss</em></p>", "paragraph"),
        ("<p>a</p><img src=x><p>Der <em>Fluss</em></p>", "paragraph"),
    ],
)
def test_italics_under_a_picture_are_its_caption(markup: str, role: str) -> None:
    assert read_fragment(markup).blocks[-1].role.value == role


def test_unclosed_and_stray_tags_lose_nothing() -> None:
    blocks = read_fragment("<p>a<b>b<p>c</i></div>d<li>e</table>f").blocks
    assert "".join(b.text for b in blocks) == "abcdef"


def test_furniture_is_kept_and_named_by_class_id_and_role() -> None:
    page = f"""<main><h1>T</h1><p>{PROSE}</p><div class="post-share">X</div><div id=comments>Y</div>
    <ul class="breadcrumb"><li>Z</ul><div role=navigation>W</div><p hidden>V<p style="display: none">U
    <div class="legalNotice">S</div><div class=related-posts>R</div></main>"""
    found = [(b.text, b.furniture or b.role) for b in read_page(page).blocks[2:]]
    assert found == [
        ("X", "share"), ("Y", "comments"), ("Z", "navigation"), ("W", "navigation"), ("V", "other"),
        ("U", "other"), ("S", "legal"), ("R", "teaser"),
    ]  # fmt: skip


def test_names_of_a_wrapper_do_not_make_the_story_furniture() -> None:
    page = f'<div class="site comments-open share sidebar"><h1>T</h1><p>{PROSE}</p><p>{MORE}</p></div>'
    assert [b.role.value for b in read_page(page).blocks] == ["headline", "paragraph", "paragraph"]


def test_the_story_is_where_the_prose_is_without_any_names() -> None:
    links = "".join(f"<li><a href=/{n}>Seite {n}</a>" for n in range(30))
    page = f"<div><ul>{links}</ul></div><div><h2>T</h2><p>{PROSE}</p><p>{MORE}</p></div><div>Kontakt</div>"
    blocks = read_page(page).blocks
    assert [b.text for b in blocks if b.role is not BlockRole.FURNITURE] == ["T", PROSE, MORE]


def test_a_site_name_in_a_level_1_heading_is_not_the_headline() -> None:
    page = (
        f"<title>Neu - Blatt</title><div id=top><h1>Blatt</h1></div><article><h2>Neu</h2><p>{PROSE}</article>"
    )
    assert [b.text for b in read_page(page).blocks if b.role is BlockRole.HEADLINE] == ["Neu"]


def test_a_headline_above_the_main_part_is_found_by_the_title() -> None:
    page = f"<title>Am Fluss | Blatt</title><header><h1>Am Fluss</h1></header><main><p>{PROSE}</p></main>"
    assert [b.role.value for b in read_page(page).blocks] == ["headline", "paragraph"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Neue Brücke für Gera - Blatt</title>", "Neue Brücke für Gera"),
        ("<title>Gera - Neue Brücke über die Elster</title>", "Gera - Neue Brücke über die Elster"),
        ("<meta property=og:title content='Die  Brücke'><title>x</title>", "Die Brücke"),
        ("<title>A &amp; B</title>", "A & B"),
        ("", ""),
    ],
)
def test_the_title_is_told_without_the_site(head: str, title: str) -> None:
    assert read_page(f"{head}<p>x").about.title == title


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ("<html lang=es-mx>", "es-MX"),
        ("<html xml:lang=fr><meta property=og:locale content=de_DE>", "fr"),
        ("<meta property=og:locale content=pt_BR>", "pt-BR"),
        ("<meta http-equiv=Content-Language content=ca>", "ca"),
        ("<html lang='{{ lang }}'><meta property=og:locale content=it_IT>", "it-IT"),
        ("<html>", None),
    ],
)
def test_the_language_is_what_the_page_says(markup: str, language: str | None) -> None:
    assert read_page(f"{markup}<p>x").about.language == language


@pytest.mark.parametrize(
    ("markup", "date"),
    [
        ("<meta property=article:published_time content=2023-05-06T07:08:09Z>", "2023-05-06T07:08:09Z"),
        ("<meta name=date content='Sat, 06 May 2023 07:08:09 +0200'>", "2023-05-06T07:08:09+02:00"),
        ("<p><time datetime=2023-05-06>x</time>", "2023-05-06"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-05"}</script>',
            "2023-05",
        ),
        ("<meta name=date content='gestern'>", ""),
        ("<meta name=date content='2023-99-99'>", ""),
    ],
)
def test_dates_are_iso_8601_or_nothing(markup: str, date: str) -> None:
    assert read_page(f"{markup}<p>x").about.date == date


@pytest.mark.parametrize("script", ["{nonsense", "[" * 100_000, "null", '[1, {"@type": 3}]', '{"@graph": 7}'])
def test_broken_linked_data_is_passed_over(script: str) -> None:
    page = f'<script type="application/ld+json">{script}</script><meta name=author content="Ada Ruf"><p>x'
    assert read_page(page).about.author == "Ada Ruf"


@pytest.mark.parametrize(
    "markup",
    ["<div>t" * 10_000, "<b><p>t</b>" * 5_000, "<h1>x</h1>" * 10_000, "<" * 100_000, "<a " * 50_000,
     "<!--" * 50_000,
     "&" * 100_000, "<p class='" + "comment-x " * 50_000 + "'>t",
     "<title>" * 5_000 + "t", "<br>" * 50_000 + "t"],
)  # fmt: skip
def test_hostile_markup_ends(markup: str) -> None:
    blocks = read_page(markup).blocks
    assert len(blocks) <= 20_001


_NAMES = "p div b a i br li ul h1 h2 blockquote td table nav script pre span article q"
_TAGS = st.sampled_from(_NAMES.split())
_PIECES = st.one_of(_TAGS.map("<{}>".format), _TAGS.map("</{}>".format), st.text("ab \n\xa0é", max_size=4))


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=30).map("".join))
@example("<pre>a <br>\n</pre>")
def test_any_soup_gives_trimmed_blocks_with_sound_spans(markup: str) -> None:
    for block in read_fragment(markup).blocks:
        assert block.text == block.text.strip(" \n\t")
        assert block.text
        for inline in block.inlines:
            assert 0 <= inline.span.start <= inline.span.end <= len(block.text)
            assert (len(inline.span) == 0) == (inline.tag == "br")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("abcé ", min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=8))
def test_every_paragraph_is_one_block(paragraphs: list[str]) -> None:
    blocks = read_fragment("".join(f"<p>{text}</p>" for text in paragraphs)).blocks
    assert [b.text for b in blocks] == [" ".join(text.split()) for text in paragraphs]


def test_the_notice_of_the_desk_itself_is_no_part_of_the_story() -> None:
    assert is_hidden({"class": "making", "role": "note"})
    assert not is_hidden({"role": "note"})
