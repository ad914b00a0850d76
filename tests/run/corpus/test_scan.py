"""The scan gives every line that holds a mark, and hardly any other."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.numbers.reading.placeholders import FAMILIES, find
from copydesk.run.corpus.scan import damaged

MARKS = (
    "XNUMX", "xnumx", "XNUMXXNUMX", "X NUM X", "X\u00a0NUM\u00a0X", "x\u200bnum\u200bx", "__NUM__",
    "__NUM_3__", "⟨NUM⟩", "[NUM]", "{NUMBER}", "@NUM@", "$NUM", "NUM %", "NUM\u202f%", "⟨n⟩", "⟨12⟩", "{0}",
    "%d", "%1$s", "<b1>", "</g2>", "<x3/>", "X<b>NUM</b>X", "xnum<i>x",
    "XNUM50X", "XNUM", "NUMX", "ХNUMХ", "ＸNUMＸ", "[num]", "{{num}}", "XX1XX", "%%1%%", "% 1 $ s", "${DNT2}",
    '<x id="1"/>', "<extra_id_1>", "[9 ]", "[9\u00a0]", "#{count}", "%{count}", "#0#", "@@0@@", "⟦1⟧",
    "__PH0__",
)  # fmt: skip


def _lines(text: str, *, escaped: bool = False) -> list[str]:
    data = text.encode()
    return [data[start:end].decode() for start, end in damaged(data, escaped=escaped)]


@pytest.mark.parametrize("mark", MARKS)
def test_the_line_of_every_mark_is_found_among_clean_ones(mark: str) -> None:
    broken = f"Il y en a {mark} ici"
    assert find(broken)
    assert _lines(f"Une ligne.\n{broken}\nUn numéro, un nombre : 5 % de {{a}}.\n") == [broken]


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("mark", MARKS)
def test_json_escapes_hide_no_mark(mark: str, ascii_only: bool) -> None:
    line = json.dumps({"text": f"Il y en a\t{mark} à voir"}, ensure_ascii=ascii_only)
    assert _lines(f"{line}\n", escaped=True) == [line]


def test_every_family_has_a_mark_here() -> None:
    assert {mark.family for text in MARKS for mark in find(f"a {text} b")} == set(FAMILIES)


def test_two_marks_of_a_line_give_it_once() -> None:
    assert _lines("XNUMX et XNUMX\nrien\nXNUMX") == ["XNUMX et XNUMX", "XNUMX"]


@given(
    st.lists(st.one_of(st.sampled_from([*MARKS, "X", "NUM", "\u00a0", "%", "{", "\n"]), st.text(max_size=3)))
)
def test_what_the_scan_passes_over_holds_no_mark(pieces: list[str]) -> None:
    text = "".join(piece.encode("utf-8", "ignore").decode() for piece in pieces)
    given_ = _lines(text)
    assert [line for line in text.split("\n") if find(line) and line not in given_] == []


@given(st.binary(max_size=200))
def test_any_bytes_are_scanned(data: bytes) -> None:
    assert all(0 <= start <= end <= len(data) for start, end in damaged(data))
