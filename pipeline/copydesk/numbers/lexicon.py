"""A language's numerals page, compiled for reading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from copydesk.languages import facts
from copydesk.languages.contract.numerals import Numerals
from copydesk.numbers.tokens import cut
from copydesk.numbers.units import CURRENCY_SIGNS, UNIT_SIGNS

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]
"""First token -> (all tokens, role, code), longest first."""


FRACTION_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}
"""Fractions in one sign."""

_FEW = 2
_REFERENCES = ("nº", "n°", "n.º", "n.°", "no.", "nr.", "#", "§", "art.")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What the reader looks up.

    A text without digits, ``words`` and capitals that look Roman has no number. ``starters`` are the words
    that may begin one, ``openers`` all tokens that a rule may take; after an article it takes none but
    ``after_one``. ``tails`` are the phrases that may follow, ``weak`` the words that may hide a number,
    ``hiding`` all that are looked at for one, ``said`` finds the phrases that do,
    ``falls`` the words that say a loss,
    ``contrasts`` those that set one number against another. There is one object a
    language, compared by identity.
    """

    page: Numerals
    words: frozenset[str]
    starters: frozenset[str]
    openers: frozenset[str]
    after_one: frozenset[str]
    tails: Phrases
    decades: Phrases
    scales: Phrases
    weak: Mapping[str, str]
    idioms: Phrases
    references: Phrases
    bounds: Phrases
    one_in: Phrases
    below_zero: Phrases
    inner: re.Pattern[str] | None
    glue: frozenset[str]
    vague: frozenset[str]
    hiding: frozenset[str]
    contrasts: re.Pattern[str] | None
    said: re.Pattern[str] | None
    falls: re.Pattern[str] | None


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of ``language`` (BCP 47); unknown languages read digits only."""
    page = facts(language).numerals
    words = (
        (set(page.small) - page.ones) | set(page.hundreds) | page.hundred | set(page.scales)
        | set(page.ordinals) | set(page.decade_names) | set(page.compounds) | set(page.multipliers)
    )  # fmt: skip
    told = {phrase.split()[-1] for phrase in page.percent if phrase[-1].isalpha()}
    starters = words - (frozenset() if page.bare_hundred else page.hundred) - set(page.scales)
    starters |= page.bare_scales | page.ones | page.halves | page.quarter
    weak = dict(page.collectives) | dict.fromkeys(page.ones, "1")
    decades = _compiled([("decade", "", page.decades)])
    scales = _compiled(("scale", str(factor), (words_,)) for words_, factor in page.scale_phrases.items())
    idioms = _compiled([("idiom", "", page.idioms)])
    tails = _tails(page)
    return Lexicon(
        page=page,
        words=frozenset(words) | told | page.halves | page.quarter | page.centuries,
        starters=frozenset(starters),
        after_one=frozenset(words | page.ones | page.halves | page.quarter | page.joiners | {"-", *tails}),
        openers=frozenset(starters | {*page.multipliers, *idioms, *FRACTION_SIGNS}),
        tails=tails,
        decades=decades,
        scales=scales,
        weak=weak,
        idioms=idioms,
        references=_compiled([("reference", "", (*_REFERENCES, *page.references))]),
        bounds=_compiled([("bound", "~", page.about), ("bound", ">", page.over), ("bound", "<", page.under)]),
        one_in=_compiled([("share", "", page.one_in)]),
        below_zero=_compiled([("below", "", page.below_zero)]),
        inner=re.compile("|".join(page.inner)) if page.inner else None,
        hiding=frozenset().union(
            weak, words, page.denominators, page.noon, page.midnight, page.spans, page.units, "ivx"
        ),
        contrasts=_said(list(page.contrasts)),
        said=_said([*page.feasts, *(phrase for phrase in page.spans if not phrase.isalpha())]),
        falls=re.compile(rf"(?<!\w)(?:{'|'.join(page.falls)})", re.IGNORECASE) if page.falls else None,
        vague=page.vague
        | page.links
        | {word for word, value in weak.items() if float(value) >= _FEW} - page.ones,
        glue=page.ones | page.links | page.date_links | page.year_cues | page.range_words,
    )


def _tails(page: Numerals) -> Phrases:
    rows: list[tuple[str, str, Iterable[str]]] = [
        ("percent", "%", ("%", *page.percent)),
        ("percent", "%", ("％", "٪", "°%")),
        ("percent", "‰", ("‰",)),
        ("points", "pp", page.points),
        ("points", "pt", page.point_units),
        ("times", "x", page.times),
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
            words = tuple(token[token.lastindex or 0].lower() for token in cut(phrase))
            table[words[0]].setdefault(words, (role, code))
    return {
        first: tuple((words, *found[words]) for words in sorted(found, key=len, reverse=True))
        for first, found in table.items()
    }


def _said(phrases: list[str]) -> re.Pattern[str] | None:
    words = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None


_RANK = "(?:e|er|re|ème|th|st|nd|rd)"
CAPITALS = re.compile(rf"[IVX](?<![\w.].)(?:[IVX]{{1,6}}{_RANK}?|{_RANK}|(?<=[VX]))\b")
"""Capitals that may be a Roman numeral; a lone I is one beside a century alone."""
