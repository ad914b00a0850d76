from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from copydesk.data import Inline, Span
from copydesk.publish.markup import inline_html

_HOSTILE = ["a", "em", "script", "img", "iframe", "svg", "br", "x onclick=1", "style"]
_VALUES = [
    "https://a.example/?x=1&y=2", "javascript:alert(1)", " JAVA\tSCRIPT:x", "data:text/html,x", '"><b>'
]  # fmt: skip
_TEXTS = st.text(st.sampled_from("ab<>&\"' é\n"), max_size=20)
_ATTRIBUTES = st.lists(
    st.tuples(
        st.sampled_from(["href", "onclick", "style", "title", "src"]),
        st.sampled_from(_VALUES),
    ),
    max_size=3,
).map(tuple)  # fmt: skip


@given(_TEXTS, st.data())
def test_only_allowed_elements_and_the_exact_text_come_out(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    drawn = data.draw(st.lists(st.tuples(places, st.sampled_from(_HOSTILE), _ATTRIBUTES), max_size=4))
    inlines = [Inline(Span(*span), tag, attributes) for span, tag, attributes in drawn]
    root = html.fragment_fromstring(f"<div>{inline_html(text, inlines)}</div>")
    assert "".join(str(piece) for piece in root.itertext()) == text
    for element in root.iterdescendants():
        assert element.tag in ("a", "em", "br")
        assert set(map(str, element.attrib)) <= {"href", "title"}
        assert str(element.get("href", "https:")).startswith(("https:", '"'))


def test_attributes_are_escaped_and_kept_in_order() -> None:
    link = Inline(Span(0, 1), "a", (("href", "https://a.example/?x=1&y=2"), ("title", 'say "a" <b>')))
    assert inline_html("x", [link]) == (
        '<a href="https://a.example/?x=1&amp;y=2" title="say &quot;a&quot; &lt;b&gt;">x</a>'
    )


@pytest.mark.parametrize("href", ["javascript:x", "vbscript:x", "data:text/html,x", "file:///etc/passwd"])
def test_a_link_that_could_do_something_is_only_text(href: str) -> None:
    assert inline_html("x", [Inline(Span(0, 1), "a", (("href", href),))]) == "x"


def test_overlapping_marks_are_cut_so_that_they_nest() -> None:
    marks = [Inline(Span(0, 2), "em"), Inline(Span(1, 3), "strong")]
    assert inline_html("abc", marks) == "<em>a<strong>b</strong></em><strong>c</strong>"
