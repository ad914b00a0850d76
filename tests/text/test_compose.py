from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Edit, Span
from copydesk.text.apply import apply
from copydesk.text.compose import compose


@st.composite
def _edits(draw: st.DrawFn, text: str, rule: str) -> tuple[Edit, ...]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return tuple(
        Edit(Span(a, b), text[a:b], draw(st.text("xyz", max_size=3)), rule, "because") for a, b in pairs
    )


@given(st.data(), st.text("abc", max_size=12))
def test_composed_edits_do_what_both_rounds_do(data: st.DataObject, text: str) -> None:
    first = data.draw(_edits(text, "one"))
    middle = apply(text, first)
    second = data.draw(_edits(middle, "two"))
    assert apply(text, compose(text, first, second)) == apply(middle, second)


def test_edits_that_do_not_meet_stay_themselves() -> None:
    first = (Edit(Span(0, 1), "a", "xx", "one", "e1"),)
    second = (Edit(Span(4, 5), "d", "y", "two", "e2"),)
    assert compose("abcd", first, second) == (first[0], Edit(Span(3, 4), "d", "y", "two", "e2"))


def test_edits_that_meet_name_both_rules() -> None:
    first = (Edit(Span(1, 2), "b", "xx", "one", "e1"),)
    second = (Edit(Span(2, 3), "x", "y", "two", "e2"),)
    (edit,) = compose("abc", first, second)
    assert (edit.before, edit.after, edit.rule, edit.evidence) == ("b", "xy", "one+two", "e1; e2")


def test_edits_that_undo_each_other_vanish() -> None:
    first = (Edit(Span(1, 2), "b", "x", "one", "e1"),)
    second = (Edit(Span(1, 2), "x", "b", "two", "e2"),)
    assert compose("abc", first, second) == ()
