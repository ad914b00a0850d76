from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Inline, Span
from copydesk.formats.exchange import Marked
from copydesk.formats.inlinecodes import RAW, code, nested, uncode, walk
from formats.exchanges import marked


def _covered(inlines: tuple[Inline, ...], tag: str) -> set[int]:
    return {place for i in inlines if i.tag == tag for place in range(i.span.start, i.span.end)}


@given(st.text("abc", max_size=12), st.data())
def test_nesting_covers_the_same_text_with_the_same_tags(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    drawn = data.draw(st.lists(st.tuples(places, st.sampled_from(["a", "em", "b"])), max_size=5))
    inlines = tuple(Inline(Span(*span), tag) for span, tag in drawn)
    result = nested(text, inlines)
    for tag in ("a", "em", "b"):
        assert _covered(result, tag) == _covered(inlines, tag)
    for n, one in enumerate(result):
        for other in result[n + 1 :]:
            assert one.span.contains(other.span) or other.span.start >= one.span.end


@given(marked())
def test_nesting_twice_changes_nothing(value: Marked) -> None:
    assert nested(value.text, value.inlines) == value.inlines


@given(marked())
def test_the_walk_gives_all_text_and_closes_what_it_opens(value: Marked) -> None:
    stack = []
    pieces = []
    for event in walk(value.text, value.inlines):
        if isinstance(event, str):
            pieces.append(event)
        elif event[0] == "open":
            stack.append(event[1])
        elif event[0] == "close":
            assert stack.pop() == event[1]
    assert not stack
    assert "".join(pieces) == value.text


def test_marks_beyond_the_text_are_clipped() -> None:
    found = nested("abc", [Inline(Span(1, 9), "em"), Inline(Span(3, 7), "b"), Inline(Span(8, 9), "a")])
    assert found == (Inline(Span(1, 3), "em"),)


@given(marked())
def test_codes_read_back(value: Marked) -> None:
    for inline in value.inlines:
        assert uncode(*code(inline.tag, inline.attributes), inline.span) == inline


def test_a_foreign_code_is_kept_as_it_stood() -> None:
    mark = uncode("{b>", "<b}", Span(0, 1))
    assert mark.tag == RAW
    assert code(mark.tag, mark.attributes) == ("{b>", "<b}")
