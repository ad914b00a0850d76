"""How a text writes its numbers: what its own numerals show, and how the source writes the same ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from copydesk.languages.contract.numerals import Numerals

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
_FOUR = 4

_OTHER_SIZE = 0.1
_NO_SOURCE = 0.5
_OTHER_MARK = 0.3
_OTHER_WAY = 0.1


class Format(Enum):
    """What a numeral shows: the mark in its thousands, decimals or time, or before its percent sign.

    ``FOUR`` are the thousands of four digits, which some houses do not part.
    """

    GROUP = "group"
    FOUR = "four"
    DECIMAL = "decimal"
    CLOCK = "clock"
    PERCENT = "percent"


class Sighting(NamedTuple):
    """A numeral's ``mark``, "" for none; ``source`` is that of the same numeral there, None if unknown."""

    format: Format
    mark: str
    source: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Habit:
    """The formats that texts were seen to use, and whether they use no-break spaces."""

    seen: tuple[Sighting, ...] = ()
    no_break: bool = False

    def __add__(self, other: Habit) -> Habit:
        """What both show."""
        return Habit(self.seen + other.seen, self.no_break or other.no_break)

    def faded(self, share: float) -> Habit:
        """The same seen from afar: every sighting weighs ``share`` of what it did."""
        return Habit(tuple(s._replace(weight=s.weight * share) for s in self.seen), self.no_break)

    def mark(self, wanted: Format, source: str | None = None) -> str | None:
        """The mark that most of what was seen speaks for; None if nothing was, or as much for another.

        ``source`` is the mark in the source's numeral. A translator who parts what was parted may leave
        plain what was plain: sightings of the same mark count in full, others little.
        """
        votes: defaultdict[str, float] = defaultdict(float)
        for seen in self.seen:
            votes[seen.mark] += seen.weight * _share(seen, wanted) * _likeness(seen.source, source)
        ranked = sorted(votes.values())
        if not ranked or ranked[-1] in (0, *ranked[:-1]):
            return None
        return max(votes, key=votes.__getitem__)


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


NO_HABIT = Habit()
"""No evidence at all."""


def habit(text: str, page: Numerals, source: str = "") -> Habit:
    """The habit of ``text``, in a language whose numerals are ``page``; ``source`` is what it translates."""
    return Habit(tuple(_sightings(text, page, source)), _NO_BREAK.search(text) is not None)


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
    if clock := _CLOCK.search(text):
        yield Sighting(Format.CLOCK, clock.group(1) or clock.group(2))
    if percent := _PERCENT.search(text):
        yield Sighting(Format.PERCENT, percent.group(1))


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
