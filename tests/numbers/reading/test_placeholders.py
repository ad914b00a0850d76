"""Marks are found in every shape, and the scan before misses none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.numbers.reading.placeholders import FAMILIES, find, may_be_damaged

SHAPES = (
    "XNUMX xnumx XnUmX XNUMXXNUMX XNUMX% XNUMXe XNUMXème XNUMXº XNUMXth XNUMXs $XNUMX XNUMX-XNUMX "
    "XNUMX,XNUMX XNUMX.XNUMX COVID-XNUMX XNUMXh deXNUMXchats __NUM__ __NUMBER_3__ <NUM> [NUM] $NUM ⟨n⟩ ⟨12⟩ "
    "{0} %d %1$s <b1> </g2> X<b>NUM</b>X XNUM<i>X XNUM50X XX1XX XNUM NUMX ХNUMХ ＸNUMＸ [num] <num> __num__ "
    "{{num}} %%1%% ${DNT2} <extra_id_1> #{count} %{count} #0# @@0@@ ⟦1⟧ __PH0__"
)  # fmt: skip


@pytest.mark.parametrize(
    "mark",
    [
        *SHAPES.split(),
        "NUM %",
        "X NUM X",
        "XNUM X",
        "X\u00a0NUMX",
        "XNUMX h XNUMX",
        '<x id="1"/>',
        "% 1 $ s",
        "[9 ]",
    ],
)
def test_every_shape_is_found(mark: str) -> None:
    (found,) = find(f"Il a vu {mark} chats")
    assert found.surface in mark


@pytest.mark.parametrize(
    "text",
    [
        "Un numéro de 20 % d'eau", "NUM dit non", "a < b, {x}, 100%", "Xnu mx", "50 %d'eau", "<b>gras</b>",
        "xnum", "numx", "%s'il", "{12a}", "[9]", "&#39;", "#1", "50 % 2 fois", "${}", "@@",
    ],
)  # fmt: skip
def test_clean_text_has_none(text: str) -> None:
    assert find(text) == ()


PIECES = st.lists(
    st.sampled_from([*SHAPES.split(), "x", "NUM", " ", "%", "\u00a0", "X", "<b>", "é", "8", "⟨"])
)
TEXTS = st.one_of(st.text(max_size=30), PIECES.map("".join))


@given(TEXTS)
@settings(max_examples=1000, deadline=None)
def test_the_scan_misses_nothing(text: str) -> None:
    if any(family.pattern.search(text) for family in FAMILIES):
        assert may_be_damaged(text)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_marks_are_in_order_and_apart(text: str) -> None:
    end = 0
    for mark in find(text):
        assert mark.span.of(text) == mark.surface != ""
        assert mark.span.start >= end
        end = mark.span.end


def test_hints_stand_in_every_mark() -> None:
    for shape in SHAPES.split():
        for mark in find(f"a {shape} b"):
            assert any(hint in f"a {shape} b".lower() for hint in mark.family.hints)
