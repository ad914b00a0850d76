"""A language's numerals page, compiled for reading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from copydesk.languages import facts
from copydesk.languages.contract.numerals import Numerals
from copydesk.numbers.tokens import tokens
from copydesk.numbers.units import CURRENCY_SIGNS, UNIT_SIGNS

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]
"""First token -> (all tokens, role, code), longest first."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the reader looks up.

    A text without digits, ``words`` and capitals that look Roman has no number. ``starters`` are the words
    that may begin one, ``tails`` the phrases that may follow, ``weak`` the words that may hide one.
    """

    page: Numerals
    words: frozenset[str]
    starters: frozenset[str]
    tails: Phrases
    decades: Phrases
    scales: Phrases
    weak: Mapping[str, str]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of ``language`` (BCP 47); unknown languages read digits only."""
    page = facts(language).numerals
    words = (
        (set(page.small) - page.ones) | set(page.hundreds) | page.hundred | set(page.scales)
        | set(page.ordinals) | set(page.decade_names)
    )  # fmt: skip
    starters = words - (frozenset() if page.bare_hundred else page.hundred) - set(page.scales)
    starters |= page.bare_scales | page.ones | page.halves
    weak = dict(page.collectives) | dict.fromkeys(page.ones, "1")
    decades = _compiled([("decade", "", page.decades)])
    scales = _compiled(("scale", str(factor), (words_,)) for words_, factor in page.scale_phrases.items())
    return Lexicon(page, frozenset(words), frozenset(starters), _tails(page), decades, scales, weak)


def _tails(page: Numerals) -> Phrases:
    rows: list[tuple[str, str, Iterable[str]]] = [
        ("percent", "%", ("%", *page.percent)),
        ("percent", "‰", ("‰",)),
        ("points", "pp", page.points),
        ("points", "pt", page.point_units),
        ("morning", "am", page.morning),
        ("afternoon", "pm", page.afternoon),
    ]
    rows += [("unit", code, (sign,)) for sign, code in UNIT_SIGNS.items()]
    rows += [("unit", code, (word,)) for word, code in page.units.items()]
    rows += [("money", code, (sign,)) for sign, code in CURRENCY_SIGNS.items()]
    rows += [("money", code, (word,)) for word, code in page.currencies.items()]
    return _compiled(rows)


def _compiled(rows: Iterable[tuple[str, str, Iterable[str]]]) -> Phrases:
    table: dict[str, dict[tuple[str, ...], tuple[str, str]]] = defaultdict(dict)
    for role, code, phrases in rows:
        for phrase in phrases:
            words = tuple(token.low for token in tokens(phrase))
            table[words[0]].setdefault(words, (role, code))
    return {
        first: tuple((words, *found[words]) for words in sorted(found, key=len, reverse=True))
        for first, found in table.items()
    }


CAPITALS = re.compile(r"(?<![\w.])[IVX]{1,7}(?:e|er|re|ème|th|st|nd|rd)?\b")
"""Capitals that may be a Roman numeral."""
