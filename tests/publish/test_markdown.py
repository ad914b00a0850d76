from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from copydesk.data import Block, BlockRole, Cell, Inline, Means, Segment, Span, Translation
from copydesk.formats.markdown import read_markdown
from copydesk.publish.markdown import MarkdownPublisher
from copydesk.publish.markdown_text import inline_markdown
from publish.sample_edition import Builder, edition, illustrated, sample

_READER = MarkdownIt("commonmark")
_TEXTS = st.text(st.sampled_from("ab1 *_`[]()<>#+-.!&\\~|=:;\n\u00a0«»’é"), min_size=1, max_size=24)


def _read(markdown: str) -> str:
    return unescape(re.sub("<[^>]*>", "", _READER.render(markdown)))


def _words(text: str) -> list[str]:
    return text.split()


@given(_TEXTS, st.data())
@example("1. a", None)
@example("a*b*c", None)
def test_markdown_reads_back_as_the_same_text(text: str, data: st.DataObject | None) -> None:
    inlines = []
    if data is not None:
        places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
        for span, tag in data.draw(
            st.lists(st.tuples(places, st.sampled_from(["em", "strong", "a", "sub", "code"])), max_size=3)
        ):
            attributes = (("href", "https://a.example/(x)?y=1"),) if tag == "a" else ()
            inlines.append(Inline(Span(*span), tag, attributes))
    inlines = [i for i in inlines if i.tag != "a"] + [i for i in inlines if i.tag == "a"][:1]
    assert _words(_read(inline_markdown(text, inlines))) == _words(text)


@given(st.text(st.sampled_from("ab «»’.é"), max_size=12), st.data())
def test_emphasis_is_seen_where_it_was(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    emphasised = "".join(text[start:end].split())
    found = _READER.render(inline_markdown(text, [Inline(Span(start, end), "em")]))
    assert "".join("".join(re.findall("<em>(.*?)</em>", found, re.DOTALL)).split()) == emphasised


def test_a_link_keeps_its_target_and_title() -> None:
    link = Inline(Span(0, 3), "a", (("href", "https://a.example/a b"), ("title", 'a "b"')))
    found = inline_markdown("[x]", [link])
    assert found == '[\\[x\\]](<https://a.example/a%20b> "a &quot;b&quot;")'
    assert 'href="https://a.example/a%20b" title="a &quot;b&quot;"' in _READER.render(found)


def test_the_file_has_front_matter_and_the_whole_story() -> None:
    ((name, data),) = MarkdownPublisher().render(sample())
    _, front, body = data.decode().split("---\n", 2)
    facts = {line.split(": ", 1)[0]: json.loads(line.split(": ", 1)[1]) for line in front.splitlines()}
    assert name == "article.md"
    assert facts["lang"] == "fr"
    assert facts["author"] == "Lucía Ferrán & Co."
    assert facts["version"] == 3
    page = _READER.render(body)
    for piece in (
        "<h1>La Vega allume",
        "<h2>Un plan en deux phases</h2>",
        "<li>Phase un",
        "<blockquote>",
        "<em>jalon</em>",
    ):
        assert piece in page


def test_nested_and_numbered_lists_stay_lists() -> None:
    b = Builder()
    b.block(BlockRole.LIST_ITEM, ("a", "a"), level=1, ordered=True)
    b.block(BlockRole.LIST_ITEM, ("b", "b"), level=2)
    b.block(BlockRole.LIST_ITEM, ("c", "c"), level=1, ordered=True)
    b.block(BlockRole.LIST_ITEM, ("d", "d"), level=1)
    ((_, data),) = MarkdownPublisher().render(edition(b.draft()))
    page = re.sub(r"\s|<!-- -->", "", _READER.render(data.decode().split("---\n", 2)[2]))
    assert page == "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><ul><li>d</li></ul>"


def test_pictures_and_tables_read_back_in_their_places() -> None:
    found = illustrated()
    rows = [("Año", 0, 0), ("a | b", 0, 1), ("2024", 1, 1)]
    draft = found.draft
    cells = [
        Block(f"c{n}", BlockRole.CELL, text, cell=Cell(0, row, at)) for n, (text, row, at) in enumerate(rows)
    ]
    draft = replace(
        draft,
        blocks=(*draft.blocks, *cells),
        segments=(*draft.segments, *(Segment(f"{c.id}.0", c.id, Span(0, len(c.text))) for c in cells)),
        languages=(*draft.languages, *draft.languages[:3]),
        translations=(*draft.translations, *(Translation(f"{c.id}.0", c.text, Means.COPIED) for c in cells)),
    )
    ((_, data),) = MarkdownPublisher().render(replace(found, draft=draft))
    again = read_markdown(data.decode())
    assert [item.url for item in again.media] == ["https://diario.example/parque.jpg"]
    assert again.about.description.startswith("Le parc solaire")
    told = [(b.text, b.cell.row, b.cell.column) for b in again.blocks if b.cell]
    assert told == rows
    assert "](<https://film.example/embed/1>)" in data.decode()
