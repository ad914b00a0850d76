"""Markdown to blocks."""

from __future__ import annotations

import pytest

from copydesk.data import Block
from copydesk.formats.markdown import read_markdown
from copydesk.formats.metadata import Metadata


def read(text: str) -> tuple[tuple[Block, ...], Metadata]:
    post = read_markdown(text)
    return post.blocks, post.about


def blocks_of(text: str) -> tuple[Block, ...]:
    return read(text)[0]


def test_structure_and_inlines_are_kept() -> None:
    blocks = blocks_of(
        '# Titre\n\nUn *mot* et un [lien](/x "t").\n\n> Cité\n\n1. un\n2. deux\n   - trois\n\n## Sous-titre\n'
        "\n![pas de texte](a.jpg)\n\n`code` et **fort**\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
    assert [(b.role.value, b.text, b.level, b.ordered) for b in blocks[:7]] == [
        ("headline", "Titre", 0, False),
        ("paragraph", "Un mot et un lien.", 0, False),
        ("quote", "Cité", 0, False),
        ("list-item", "un", 1, True),
        ("list-item", "deux", 1, True),
        ("list-item", "trois", 2, False),
        ("heading", "Sous-titre", 2, False),
    ]
    assert [(i.tag, i.span.of(blocks[1].text), i.attributes) for i in blocks[1].inlines] == [
        ("em", "mot", ()),
        ("a", "lien", (("href", "/x"), ("title", "t"))),
    ]
    assert [i.tag for i in blocks[7].inlines] == ["code", "strong"]
    assert [b.text for b in blocks[8:]] == ["a", "b", "c", "d"]


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_front_matter_is_metadata_and_no_text(fence: str) -> None:
    mark = ":" if fence == "---" else " ="
    fields = [
        f'title{mark} "Un: titre"',
        f"author{mark} Ana Ruiz",
        f"date{mark} '2024-01-02'",
        f"lang{mark} fr_CA",
    ]
    blocks, about = read("\n".join([fence, *fields, f"id{mark} n-1", "tags: [a]", fence, "Texte"]))
    assert [(b.role.value, b.text) for b in blocks] == [("headline", "Un: titre"), ("paragraph", "Texte")]
    assert (about.title, about.author, about.date) == ("Un: titre", "Ana Ruiz", "2024-01-02")
    assert (about.language, about.id) == ("fr-CA", "n-1")


def test_a_rule_in_the_text_is_no_front_matter() -> None:
    blocks, about = read("Un\n\n---\n\ntitle: x\n\n---\n\nDeux")
    assert [b.text for b in blocks] == ["Un", "title: x", "Deux"]
    assert about.title == ""


def test_raw_html_counts_as_in_a_page_and_scripts_never() -> None:
    figure = "<figure><figcaption>Légende</figcaption></figure>"
    blocks = blocks_of(f"{figure}\n\na <sup>2</sup><script>x</script> [y](javascript:z)")
    assert (blocks[0].role.value, blocks[0].text) == ("caption", "Légende")
    assert blocks[1].text.startswith("a ²")
    assert "x" not in blocks[1].text.replace("javascript", "")
    assert [i.tag for i in blocks[1].inlines] == ["sup", "x-code"]


def test_hard_breaks_are_breaks_and_soft_ones_spaces() -> None:
    blocks = blocks_of("a\nb  \nc\\\nd")
    assert blocks[0].text == "a b\nc\nd"
    assert [i.tag for i in blocks[0].inlines] == ["br", "br"]


@pytest.mark.parametrize(
    "text", [">" * 5_000 + "a", "- " * 3_000 + "a", "*a " * 5_000, "[" * 5_000, "`" * 20_000]
)
def test_hostile_text_ends(text: str) -> None:
    blocks = blocks_of(f"Avant\n\n{text}")
    assert blocks[0].text == "Avant"


def test_quotes_are_read_a_hundred_deep() -> None:
    assert [b.text for b in blocks_of(">" * 40 + " a")] == ["a"]


def test_nothing_gives_no_blocks() -> None:
    assert blocks_of("") == ()


def test_each_html_tag_meets_its_own_end() -> None:
    (block,) = blocks_of("a <sup>b <sub>c</sub></sup> d <sup>e</sup> </sub> <sup>f")
    kept = [(i.tag, i.span.of(block.text)) for i in block.inlines if i.tag in ("sub", "sup")]
    assert kept == [("sup", "b c"), ("sub", "c"), ("sup", "e")]


def test_html_tags_that_nothing_closes_cost_no_search_each() -> None:
    assert blocks_of("<sup>" * 20_000 + " fin")[0].text.endswith("fin")
