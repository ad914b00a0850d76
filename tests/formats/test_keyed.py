import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import InputError
from copydesk.formats.keyed import counterpart, read_keyed

_KEYS = st.text(st.characters(codec="utf-8", exclude_characters="@."), min_size=1, max_size=6)
_TREES = st.recursive(
    st.dictionaries(_KEYS, st.text(max_size=9), max_size=4),
    lambda inner: st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=9,
)


def _leaves(tree: Any) -> list[str]:
    if isinstance(tree, str):
        return [tree]
    return [leaf for value in tree.values() for leaf in _leaves(value)]


@given(_TREES, st.booleans(), st.sampled_from([None, 2]))
def test_every_text_is_read_in_order_and_its_line_is_found(
    tree: Any, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(tree, ensure_ascii=ascii_only, indent=indent)
    entries = read_keyed(text.encode("utf-8", "surrogatepass")).entries
    assert [entry.text for entry in entries.values()] == _leaves(tree)
    lines = [entry.line for entry in entries.values()]
    assert lines == sorted(lines)
    assert all(0 < line <= text.count("\n") + 1 for line in lines)


def test_arb_names_its_language_and_what_is_said_of_a_text_is_no_text() -> None:
    read = read_keyed(b'{"@@locale": "pt_BR",\n "hi": "Oi {name}",\n "@hi": {"description": "greets"}}')
    assert read.language == "pt-BR"
    assert [(key, entry.text, entry.line) for key, entry in read.entries.items()] == [("hi", "Oi {name}", 2)]


def test_messages_of_browser_extensions_and_lists_are_read() -> None:
    read = read_keyed(b'{"a": {"message": "One", "description": "no"}, "b": ["x", {"c": "y"}], "n": 3}')
    assert {key: entry.text for key, entry in read.entries.items()} == {"a": "One", "b.0": "x", "b.1.c": "y"}


def test_plurals_meet_those_that_the_other_language_has() -> None:
    japanese = read_keyed('{"day_other": "{{count}}日", "so": "と"}'.encode()).entries
    assert counterpart("day_one", japanese) == "day_other"
    assert counterpart("so", japanese) == "so"
    assert counterpart("so_many", japanese) is None


@pytest.mark.parametrize("data", [b"[1]", b'{"a": ', b"\xff", b"[" * 200_000])
def test_what_is_no_such_file_is_refused_with_a_remedy(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_keyed(data)
    assert caught.value.remedy
