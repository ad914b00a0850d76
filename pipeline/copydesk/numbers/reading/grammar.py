"""A text as the reader's rules see it: cut into tokens, with the numerals page of its language compiled."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from copydesk.languages import facts
from copydesk.languages.common_words import Notions, notions
from copydesk.languages.contract.numerals import Numerals
from copydesk.languages.signs import CURRENCY_SIGNS, UNIT_SIGNS

_MARK_GAP = r"[ \t\u00a0\u200b\u00ad\u202f]?"
_MARK_X = "[xX\u0445\u0425\uff58\uff38]"
"""The letter of the mark, Latin, Cyrillic or full-width: engines transliterate it."""
ONE_MARK = rf"{_MARK_X}{_MARK_GAP}(?i:num)\d{{0,4}}{_MARK_GAP}{_MARK_X}"
ONE = re.compile(ONE_MARK)
"""A single mark of the family XNUMX."""
PLACEHOLDER_PATTERN = rf"(?:{ONE_MARK})+(?:(?:[.,:/–\-]|{_MARK_GAP}[hH]{_MARK_GAP})(?:{ONE_MARK})+)*"
"""A mark, or a cluster that one number may have left: XNUMXXNUMX, XNUMX,XNUMX, XNUMX-XNUMX."""


SPACES = " \u00a0\u2007\u2009\u202f\u2008\u2006"
"""Spaces that may stand inside a number."""

SUPERSCRIPTS = "⁰¹²³⁴-⁹"
"""Digits of notes and exponents, as a class of a regular expression."""

_LETTER = rf"[^\W\d_½⅓⅔¼¾{SUPERSCRIPTS}]"
_TOKEN = re.compile(
    rf"""
    [ ]?(?:
    (?P<word>[^\W\d_½⅓⅔¼¾{SUPERSCRIPTS}xX]{_LETTER}*)
  | (?P<sign>[%％٪‰€$£¥₹₽₺₩₴¢°º½⅓⅔¼¾×/\-–—−'’.,:&′″)\#§])
  | (?P<superscript>[⁺⁻]?[{SUPERSCRIPTS}]+)
  | (?P<placeholder>{PLACEHOLDER_PATTERN})
  | (?P<phone>(?<![\w+])(?:
        \+\d{{1,3}}(?:[{SPACES}.\-]?\(?\d{{1,4}}\)?){{2,6}}
      | 0\d(?:[{SPACES}.\-]\d\d){{4}}
      | \(?\d{{3}}\)?[{SPACES}\-]\d{{3}}-\d{{4}})(?![\w]))
  | (?P<date>(?<![\d/.\-])(?:\d{{4}}-\d\d-\d\d
      | \d{{1,2}}(?P<mark>[/.\-])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d\d))(?![\d/\-]))
  | (?P<clock>(?<![\d:])(?:\d{{1,2}}[{SPACES}]?:[0-5]\d(?:(?:[{SPACES}]?:|\.)[0-5]\d)?
          (?![\d:]|[.,{SPACES}]\d{{3}}(?!\d))
      | \d{{1,2}}[{SPACES}]?[hH][{SPACES}]?[0-5]\d(?!\d)))
  | (?P<number>\d{{1,3}}(?:[{SPACES}'’]\d{{3}}(?!\d)){{1,6}}(?:[.,]\d{{1,9}}(?!\d))? | \d+(?:[.,٫٬]\d+)*)
  | (?P<x>[xX]{_LETTER}*)
  | (?P<open>[+(])
    )
    """,
    re.VERBOSE,
)
"""The commonest tokens come first; what may also begin a placeholder or a phone number comes last.

The space before a token is taken with it, since trying all of them in vain at each space takes as long again.
"""

_NAMES = {"x": "word", "open": "sign"}
KINDS = ("", *(_NAMES.get(name, name) for name in _TOKEN.groupindex))
"""What a token looks like, by number of group: word, sign, number, date, superscript ...."""


def cut(text: str) -> list[re.Match[str]]:
    """The tokens of ``text`` in order, each as a match whose last group is the token.

    White space and unknown characters belong to none.
    """
    return list(_TOKEN.finditer(text))


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]
"""First token -> (all tokens, role, code), longest first."""


FRACTION_SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4)}
"""Fractions in one sign."""

_FEW = 2
_LETTERS = "abcdefghjklmnopqrstuwyz"
_REFERENCES = ("nº", "n°", "n.º", "n.°", "no.", "nr.", "#", "§", "art.")


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """What the reader looks up.

    A text without digits, ``words`` and capitals that look Roman has no number. ``starters`` are the words
    that may begin one, ``openers`` all tokens that a rule may take; after an article it takes none but
    ``after_one``. ``suffixes`` are the phrases that may follow, ``implicit`` the words that may hide one,
    ``hiding`` all that are looked at for one, ``said`` finds the phrases that do,
    ``falls`` the words that say a loss, ``lettered`` the letters that an engine took for ranks (Cème),
    ``contrasts`` those that set one number against another. ``rounds``, ``no_goals`` and ``eras`` are
    phrases that are one number or stand beside one. There is one object a language, compared by identity.
    """

    page: Numerals
    words: frozenset[str]
    starters: frozenset[str]
    openers: frozenset[str]
    after_one: frozenset[str]
    suffixes: Phrases
    decades: Phrases
    scales: Phrases
    implicit: Mapping[str, str]
    idioms: Phrases
    references: Phrases
    bounds: Phrases
    one_in: Phrases
    below_zero: Phrases
    rounds: Phrases
    no_goals: Phrases
    eras: Phrases
    lettered: frozenset[str]
    inner: re.Pattern[str] | None
    glue: frozenset[str]
    vague: frozenset[str]
    hiding: frozenset[str]
    contrasts: re.Pattern[str] | None
    said: re.Pattern[str] | None
    falls: re.Pattern[str] | None
    notions: Notions


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of ``language`` (BCP 47); unknown languages read digits only."""
    page = facts(language).numerals
    words = (
        (set(page.small) - page.ones) | set(page.hundreds) | page.hundred | set(page.scales)
        | set(page.ordinals) | set(page.decade_names) | set(page.compounds) | set(page.multipliers)
        | set(page.mixed) | set(page.century_names)
    )  # fmt: skip
    told = {phrase.split()[-1] for phrase in page.percent if phrase[-1].isalpha()}
    starters = words - (frozenset() if page.bare_hundred else page.hundred) - set(page.scales)
    starters |= page.bare_scales | page.ones | page.halves | page.quarter | page.half_to | page.quarters_to
    lettered = frozenset(f"{letter}ème" for letter in _LETTERS if "ème" in page.ordinal_suffixes)
    no_goals = _compiled([("no goals", "", page.no_goals)])
    rounds = _compiled(("round", str(matches), (phrase,)) for phrase, matches in page.rounds.items())
    implicit = dict(page.collectives) | dict.fromkeys(page.ones, "1")
    decades = _compiled([("decade", "", page.decades)])
    scales = _compiled(("scale", str(factor), (words_,)) for words_, factor in page.scale_phrases.items())
    idioms = _compiled([("idiom", "", page.idioms)])
    suffixes = _suffixes(page)
    return Grammar(
        page=page,
        words=frozenset(words)
        | told
        | rounds.keys()
        | no_goals.keys()
        | page.draws
        | page.halves
        | page.quarter
        | page.centuries,
        starters=frozenset(starters),
        after_one=frozenset(words | page.ones | page.halves | page.quarter | page.joiners | {"-", *suffixes}),
        openers=frozenset(
            starters | {*page.multipliers, *idioms, *rounds, *no_goals, *lettered, *FRACTION_SIGNS}
        ),
        suffixes=suffixes,
        decades=decades,
        scales=scales,
        implicit=implicit,
        idioms=idioms,
        references=_compiled([("reference", "", (*_REFERENCES, *page.references))]),
        bounds=_compiled([("bound", "~", page.about), ("bound", ">", page.over), ("bound", "<", page.under)]),
        one_in=_compiled([("share", "", page.one_in)]),
        below_zero=_compiled([("below", "", page.below_zero)]),
        rounds=rounds,
        no_goals=no_goals,
        eras=_compiled(("era", code, (phrase,)) for phrase, code in page.eras.items()),
        lettered=lettered,
        inner=re.compile("|".join(page.inner)) if page.inner else None,
        hiding=frozenset().union(
            implicit, words, page.denominators, page.noon, page.midnight, page.spans, page.units, "ivx"
        ),
        contrasts=_said(list(page.contrasts)),
        said=_said([*page.feasts, *(phrase for phrase in page.spans if not phrase.isalpha())]),
        falls=re.compile(rf"(?<!\w)(?:{'|'.join(page.falls)})", re.IGNORECASE) if page.falls else None,
        notions=notions(language),
        vague=page.vague
        | page.links
        | {word for word, value in implicit.items() if float(value) >= _FEW} - page.ones,
        glue=page.ones
        | page.links
        | page.date_links
        | page.year_cues
        | page.range_words
        | {word for word in facts(language).prose.function_words if len(word) > 1},
    )


def _suffixes(page: Numerals) -> Phrases:
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

LETTERED = re.compile(r"(?<!\w)[A-HJ-UWYZ]ème\b")
"""A letter that an engine took for a rank."""


class Side(NamedTuple):
    """A text with the grammar of its language."""

    text: str
    known: Grammar


class Scan:
    """``text``, its tokens and the language's grammar. Positions are token indices.

    ``kinds`` and ``lows`` are the kind and the lower-case surface of every token. Most tokens are looked at
    for nothing else, so where they stand is worked out when asked for.
    """

    __slots__ = ("_cut", "grammar", "kinds", "lows", "text")

    def __init__(self, text: str, grammar: Grammar) -> None:
        self.text, self.grammar = text, grammar
        self._cut = cut(text)
        self.kinds = [KINDS[token.lastindex or 0] for token in self._cut]
        self.lows = [token[token.lastindex or 0].lower() for token in self._cut]

    def low(self, at: int) -> str:
        """The lower-case surface of token ``at``, empty outside the text."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def surface(self, at: int) -> str:
        """Token ``at`` as written, empty outside the text."""
        if not 0 <= at < len(self._cut):
            return ""
        token = self._cut[at]
        return str(token[token.lastindex or 0])

    def kind(self, at: int) -> str:
        """The kind of token ``at``, empty outside the text."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else ""

    def start(self, at: int) -> int:
        """The first code point of token ``at``."""
        token = self._cut[at]
        return token.start(token.lastindex or 0)

    def end(self, at: int) -> int:
        """The code point after token ``at``."""
        return self._cut[at].end()

    def glued(self, at: int) -> bool:
        """Whether token ``at`` follows the one before without a gap."""
        return 0 < at < len(self._cut) and self.end(at - 1) == self.start(at)

    def near(self, at: int) -> bool:
        """Whether only white space, or nothing, parts token ``at`` from the one before."""
        if not 0 < at < len(self._cut):
            return False
        start, end = self.end(at - 1), self.start(at)
        return start == end or (end - start <= 2 and self.text[start:end].isspace())

    def phrase(self, at: int, table: Phrases) -> tuple[str, str, int] | None:
        """The longest phrase of ``table`` at ``at``: its role, code and last token."""
        for words, role, code in table.get(self.low(at), ()):
            last = at + len(words) - 1
            if last == at or (
                tuple(self.lows[at : last + 1]) == words and all(map(self.near, range(at + 1, last + 1)))
            ):
                return role, code, last
        return None
