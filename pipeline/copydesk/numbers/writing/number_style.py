"""How a text writes its numbers: what its own numerals show, and how the source writes the same ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from copydesk.languages.contract.numerals import Numerals
from copydesk.numbers.reading.grammar import ONE

SPACES = " \u00a0\u2009\u202f"
GROUPED = re.compile(
    rf"(?<![\d.,])\d{{1,3}}(?:([{SPACES}.,'’])\d{{3}})(?:\1\d{{3}})*(?:[.,]\d{{1,2}})?(?![.,]?\d)"
)
DECIMAL = re.compile(r"(?<![\d.,:])\d+([.,])\d{1,2}(?![\d.,:]| ?[ap]\.?m\b|[  ]?h)")
_PLAIN = re.compile(r"(?<![\d.,])\d{4,9}(?![.,]?\d)")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_PERCENT = re.compile(rf"\d([{SPACES}]?)[%‰]")
_HOUR = r"(?<![\d.,:])(?:[01]?\d|2[0-3])"
_SAID = r" ?(?:[ap]\.? ?m\b|h\b|hours\b|heures\b|horas\b)"
_CLOCK = re.compile(
    rf"{_HOUR}(?:([:hH]|[ \u00a0\u202f][hH][ \u00a0\u202f])[0-5]\d(?![\d:])|(\.)[0-5]\d{_SAID})"
)
_NO_BREAK = re.compile("[\u00a0\u202f]")
_NEXT = re.compile(rf"(\d|{ONE.pattern})([{SPACES}]?)([^\W\d_]{{3,}})")
_FOUR = 4
_SIGN = 3

_OTHER_SIZE = 0.1
_NO_SOURCE = 0.5
_OTHER_MARK = 0.3
_OTHER_WAY = 0.1
_STUCK = 0.3
"""How many of one placeholder stick to the next word, before any was seen: damage likes to glue."""


class Format(Enum):
    """What a numeral shows: the mark in its thousands, decimals or time, or before its percent sign.

    ``FOUR`` are the thousands of four digits, which some houses do not part; ``DECADE`` is the century said
    in a decade (1990s); ``WORD`` is the space before the next word, ``DAMAGED`` the same after a placeholder.
    """

    GROUP = "group"
    FOUR = "four"
    DECIMAL = "decimal"
    CLOCK = "clock"
    DECADE = "decade"
    PERCENT = "percent"
    WORD = "word"
    DAMAGED = "damaged"


class Sighting(NamedTuple):
    """A numeral's ``mark``, "" for none; ``source`` is that of the same numeral there, None if unknown."""

    format: Format
    mark: str
    source: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """The formats that texts were seen to use, and whether they use no-break spaces."""

    seen: tuple[Sighting, ...] = ()
    no_break: bool = False

    def __add__(self, other: NumberStyle) -> NumberStyle:
        """What both show."""
        return NumberStyle(self.seen + other.seen, self.no_break or other.no_break)

    def faded(self, share: float) -> NumberStyle:
        """The same seen from afar: every sighting weighs ``share`` of what it did, but for the damage's."""
        seen = (s if s.format is Format.DAMAGED else s._replace(weight=s.weight * share) for s in self.seen)
        return NumberStyle(tuple(seen), self.no_break)

    def separator(self, wanted: Format, source: str | None = None, *, alike: bool = False) -> str | None:
        """The mark that most of what was seen speaks for; None if nothing was, or as much for another.

        ``source`` is the mark in the source's numeral. A translator who parts what was parted may leave
        plain what was plain: sightings of the same mark count in full, others little, or not if ``alike``.
        """
        votes: defaultdict[str, float] = defaultdict(float)
        for seen in self.seen:
            if alike and seen.source != source:
                continue
            votes[seen.mark] += seen.weight * _share(seen, wanted) * _likeness(seen.source, source)
        ranked = sorted(votes.values())
        if not ranked or ranked[-1] in (0, *ranked[:-1]):
            return None
        return max(votes, key=votes.__getitem__)

    def sticks(self, around: NumberStyle) -> bool:
        """Whether a number that sticks to the next word does so by the text's way, not by the damage: 26ans.

        So if the numbers of this text and those ``around`` stick more often than the placeholders around do.
        """
        numbers = _stuck([*self.seen, *around.seen], Format.WORD, 0)
        return numbers > _stuck(around.seen, Format.DAMAGED, _STUCK)


def _stuck(seen: Iterable[Sighting], wanted: Format, before: float) -> float:
    """The share of sightings without a space; ``before`` of one sighting are taken for granted."""
    weights = [(sighting.weight, not sighting.mark) for sighting in seen if sighting.format is wanted]
    stuck = sum(weight for weight, glued in weights if glued)
    return (before + stuck) / (1 + sum(weight for weight, _ in weights))


def _share(sighting: Sighting, wanted: Format) -> float:
    """How much a sighting says of the format: thousands of another size say a little."""
    if sighting.format is wanted:
        return 1.0
    if wanted is Format.FOUR and sighting.format is Format.GROUP:
        return _OTHER_SIZE
    if wanted is Format.GROUP and sighting.format is Format.FOUR and sighting.mark:
        return _OTHER_SIZE
    return 0.0


def _likeness(one: str | None, other: str | None) -> float:
    if one is None or other is None:
        return _NO_SOURCE
    if one == other:
        return 1.0
    return _OTHER_MARK if one and other else _OTHER_WAY


NO_STYLE = NumberStyle()
"""No evidence at all."""


def number_style(text: str, page: Numerals, source: str = "") -> NumberStyle:
    """The style of ``text``, in a language whose numerals are ``page``; ``source`` is what it translates."""
    return NumberStyle(tuple(_sightings(text, page, source)), _NO_BREAK.search(text) is not None)


def _sightings(text: str, page: Numerals, source: str) -> Iterator[Sighting]:
    theirs = _marks(source)
    for match in GROUPED.finditer(text):
        if _groups(match.group(1), match.group(), page):
            size = Format.FOUR if len(match.group()) == _FOUR + 1 else Format.GROUP
            yield Sighting(size, match.group(1), theirs.get(_digits(match.group())))
    for match in _PLAIN.finditer(text):
        written = theirs.get(match.group())
        if written or not _YEAR.fullmatch(match.group()):
            yield Sighting(Format.FOUR if len(match.group()) == _FOUR else Format.GROUP, "", written)
    for match in DECIMAL.finditer(text):
        yield Sighting(Format.DECIMAL, match.group(1), theirs.get(match.group().replace(",", ".")))
    if clock := clock_mark(text):
        yield Sighting(Format.CLOCK, clock, clock_mark(source))
    for match in _decade(page.style.decade).finditer(text):
        yield Sighting(Format.DECADE, match.group(1) or "", _decade_mark(source, match.group(2)))
    if percent := _PERCENT.search(text):
        yield Sighting(Format.PERCENT, percent.group(1))
    for match in _NEXT.finditer(text):
        number, space, word = match.groups()
        if is_word(word, page):
            yield Sighting(Format.WORD if number.isdecimal() else Format.DAMAGED, space)


def is_word(letters: str, page: Numerals) -> bool:
    """Whether ``letters`` after a number are a word that a space belongs before, not a suffix or sign."""
    word = letters.lower()
    if word in page.ordinal_suffixes or "num" in word:
        return False
    return len(word) > _SIGN or word in page.units


def clock_mark(text: str) -> str | None:
    """What parts the hours and minutes of the first time in ``text``, None if it has none."""
    clock = _CLOCK.search(text)
    return clock and (clock.group(1) or clock.group(2))


def _decade_mark(source: str, decade: str) -> str | None:
    """The century before the two figures of a decade in ``source``, "" if not said, None if it has none."""
    written = re.search(rf"(?<!\d)(\d\d)?{decade}(?!\d)", source)
    return written and (written.group(1) or "")


@lru_cache
def _decade(written: str) -> re.Pattern[str]:
    """Decades as a language writes them: "{n}s"."""
    before, after = map(re.escape, written.split("{n}"))
    return re.compile(rf"(?<!\w){before}(\d\d)?(\d0){after}(?!\w)")


def _marks(source: str) -> dict[str, str]:
    """The marks of a text's numerals, by their digits, or with a point where they have decimals."""
    plain = {match.group(): "" for match in _PLAIN.finditer(source)}
    parted = {_digits(match.group()): match.group(1) for match in GROUPED.finditer(source)}
    decimal = {match.group().replace(",", "."): match.group(1) for match in DECIMAL.finditer(source)}
    return plain | parted | decimal


def _digits(numeral: str) -> str:
    return re.sub(r"\D", "", numeral)


def _groups(separator: str, surface: str, page: Numerals) -> bool:
    """Whether the separator parts thousands in the language, or must (it stands twice)."""
    return separator not in page.decimal_marks or surface.count(separator) > 1
