import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Certainty, Edit, Inline, Span
from copydesk.text.apply import applied, apply, inverse, move, move_inlines


def edit(start: int, end: int, text: str, after: str) -> Edit:
    return Edit(Span(start, end), text[start:end], after, "test", "because")


@st.composite
def edited_text(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    text = draw(st.text(max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, tuple(edit(a, b, text, draw(st.text(max_size=6))) for a, b in pairs)


@given(edited_text())
def test_edits_can_be_undone(case: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = case
    assert apply(apply(text, edits), inverse(edits)) == text


@given(edited_text())
def test_text_outside_the_edits_is_kept(case: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = case
    after = apply(text, edits)
    position = 0
    for one in applied(edits):
        kept = text[position : one.span.start]
        at = move(Span(position, one.span.start), edits) if kept else None
        assert at is None or kept in at.of(after)
        position = one.span.end


@given(edited_text())
def test_moved_spans_stay_inside_the_text_and_in_order(case: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = case
    after = apply(text, edits)
    for start in range(len(text)):
        moved = move(Span(start, len(text)), edits)
        assert 0 <= moved.start <= moved.end <= len(after)


def test_a_span_over_a_replaced_number_still_covers_it() -> None:
    text = "soit 2030% électrique"
    edits = (edit(5, 10, text, "100 %"),)
    (link,) = move_inlines((Inline(Span(5, 10), "a"),), edits)
    assert link.span.of(apply(text, edits)) == "100 %"


def test_an_edit_of_unknown_certainty_is_not_applied() -> None:
    open_edit = Edit(Span(0, 1), "a", "b", "test", "perhaps", Certainty.UNKNOWN)
    assert apply("abc", [open_edit]) == "abc"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply("abcd", [edit(0, 2, "abcd", "x"), edit(1, 3, "abcd", "y")])


def test_an_edit_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="expects"):
        apply("zzzz", [edit(0, 2, "abcd", "x")])


def test_an_edit_needs_evidence() -> None:
    with pytest.raises(ValueError, match="no evidence"):
        Edit(Span(0, 1), "a", "b", "rule", "")
