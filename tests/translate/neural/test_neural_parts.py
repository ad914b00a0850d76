"""Splitting, bucketing, repetition, language codes: the parts without a model."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.translate.neural.bucketing import buckets, cap, length_class, longest
from copydesk.translate.neural.codes import NLLB, code
from copydesk.translate.neural.repetition import repeated, runs_away
from copydesk.translate.neural.splitting import split


@given(st.text(max_size=200), st.integers(1, 30))
def test_split_leaves_nothing_but_white_space_out(text: str, limit: int) -> None:
    spans = split(text, lambda part: len(part) <= limit)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    kept = {n for span in spans for n in range(span.start, span.end)}
    assert all(char.isspace() for n, char in enumerate(text) if n not in kept)
    assert all(len(span) <= limit for span in spans)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("Uno dos tres. Cuatro, cinco seis.", 20, ["Uno dos tres.", "Cuatro, cinco seis."]),
        ("uno dos, tres; cuatro, cinco seis", 20, ["uno dos, tres;", "cuatro, cinco seis"]),
        ("cuesta 1,5 euros, dijo ayer tarde", 20, ["cuesta 1,5 euros,", "dijo ayer tarde"]),
        ("uno dos tres cuatro", 10, ["uno dos", "tres", "cuatro"]),
        ("aaaaaaaa", 4, ["aaaa", "aaaa"]),
    ],
)
def test_split_cuts_at_the_best_boundary(text: str, limit: int, parts: list[str]) -> None:
    assert [s.of(text) for s in split(text, lambda part: len(part) <= limit)] == parts


@given(st.lists(st.integers(1, 300), max_size=80), st.integers(1, 600))
def test_buckets_hold_each_once_never_mix_classes_and_keep_the_budget(
    lengths: list[int], budget: int
) -> None:
    made = buckets(lengths, budget)
    assert Counter(n for group in made for n in group) == Counter(range(len(lengths)))
    for group in made:
        widths = [lengths[n] for n in group]
        assert len({length_class(w) for w in widths}) == 1
        assert len(group) == 1 or max(widths) * len(group) <= budget


@given(st.integers(32, 2048))
def test_the_longest_source_leaves_room_for_its_cap(positions: int) -> None:
    assert cap(longest(positions), positions) <= positions - 1
    assert longest(positions) <= positions


@pytest.mark.parametrize(
    ("output", "source", "away"),
    [
        ("a b c d e f g h i j", "x", False),
        ("a a a a a a a a", "x y", True),
        ("k a b a b a b a b", "x y", True),
        ("a b c a b c a b c", "x y", False),  # three times only
        ("no no no no no no no no", "nein nein nein nein nein nein nein nein", False),
        ("a a a a", "x", False),  # short
    ],
)
def test_runaway_output_is_told_from_a_source_that_repeats(output: str, source: str, away: bool) -> None:
    assert runs_away(output.split(), source.split()) is away


def test_repeated_counts_the_longest_run() -> None:
    assert repeated(["x", "a", "b", "a", "b", "a", "b", "y"]) == (3, 6)
    assert repeated([]) == (1, 0)


def test_bcp47_becomes_each_familys_own_code() -> None:
    assert code("nllb", "es", {}) == "spa_Latn"
    assert code("nllb", "fr-CA", {}) == "fra_Latn"
    assert code("nllb", "zh-Hant", {}) == "zho_Hant"
    assert code("nllb", "xx", {}) is None
    assert code("m2m100", "pt-BR", {}) == "__pt__"
    assert code("m2m100", "nb", {}) == "__no__"
    assert code("madlad", "ca", {}) == "<2ca>"
    assert code("marian", "fr", {}) is None
    assert code("marian", "fr", {"fr": ">>fra<<"}) == ">>fra<<"
    assert len(NLLB) > 120
    assert all(len(c) == 8 and c[3] == "_" for c in NLLB.values())
