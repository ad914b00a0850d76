"""Days, years and decades, as the places of a broken text ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from copydesk.data import NumberKind
from copydesk.numbers.habit import Format, Habit
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.places import YEARS, Hole, Place

_RUNS = re.compile(r"\d+")
_SHORT_DECADE = re.compile(r"(?<!\d)[2-9]0['’]?s\b")
_QUOTES = ("'", "’", "‘")
_TWO = 2
_DAYS = 31
_HUNDRED = 100
_EARLIEST = 30
"""The first decade that two figures name today: 30 is 1930, 20 may be any."""


def fits(text: str, place: Place, mark: Mark, known: Lexicon) -> bool:
    """Whether the calendar lets ``mark`` stand in ``place``: no day is the 40th, nobody 2007 years old."""
    day = _first_of_days(known).match(text, place.holes[0].until)
    if day and (mark.scalar is None or not 0 < mark.scalar <= _DAYS):
        return False
    is_age = place.mark.unit == "year" and not place.cued
    return not (is_age and mark.kind is NumberKind.YEAR and mark.values[0] in YEARS)


def dates(text: str, place: Place, mark: Mark, surface: str, known: Lexicon) -> Iterator[str]:
    """The day of a date, or all of it in figures; ``surface`` is the date in the source."""
    year, month, day = (int(value) for value in mark.values)
    style = known.page.style
    if place.mark.kind is NumberKind.DATE and day:
        suffixed = text[place.holes[0].until : place.mark.end].strip()
        if day == 1 and style.ordinals.get(1) == "er" and not suffixed:
            yield "1er"
        yield str(day)
    elif day and not year and not mark.parts:
        yield str(day)
    if len(_RUNS.findall(surface)) > _TWO and year:
        if re.match(r"\d{4}-", surface) or not known.page.month_first:
            yield surface
        else:
            sign = next(c for c in surface if not c.isdecimal())
            yield sign.join((str(month), str(day), surface.rsplit(sign, 1)[-1]))


def years(before: str, value: Decimal, surface: str) -> Iterator[str]:
    """A year in full or by its last figures, which the source may have; ``before`` stands before it."""
    if surface.isdecimal() and before.endswith(("/", "-", "–", *_QUOTES)):
        yield surface
    yield f"{value:f}"
    yield f"{int(value) % _HUNDRED:02}"


def decades(text: str, hole: Hole, value: Decimal, surface: str, known: Lexicon, own: Habit) -> Iterator[str]:
    """A decade with its century or without, as the texts show for those that the source writes alike."""
    full = f"{1900 + value:f}" if _EARLIEST <= value < _HUNDRED else f"{value:f}"
    if text[: hole.at].endswith(_QUOTES):
        yield f"{value % _HUNDRED:f}"
    usual = own.mark(Format.DECADE, "", alike=_RUNS.search(surface) is not None)
    if value < _HUNDRED and usual is not None:
        yield full if usual else f"{value:f}"
    short = _SHORT_DECADE.search(text[: hole.at] + text[hole.until + 2 :])
    if known.page.plural_decades and not short and text[hole.until : hole.until + 1] == "s":
        yield full
    yield f"{value:f}"
    yield full


def no_day(text: str, known: Lexicon) -> bool:
    """Whether a number that is none of a month's days stands where one belongs: 2005 mai 14, the 40th of May."""
    return any(
        not match.group(1).isdecimal() or int(match.group(1)) > _DAYS for match in _days(known).finditer(text)
    )


@lru_cache
def _first_of_days(known: Lexicon) -> re.Pattern[str]:
    """What follows the first of two days of a month: th and 10th of August."""
    link = r"(?:[-–]| ?, ?| (?:[^\W\d_]{1,3} ){1,2})"
    return re.compile(rf"{_suffix(known)}{link}\d{{1,2}}{_of_month(known)}")


@lru_cache
def _days(known: Lexicon) -> re.Pattern[str]:
    """A number before a month, or before a day of it."""
    return re.compile(
        rf"(?<![\d.,])(\d+(?:[.,\u00a0\u202f ]\d+)*)(?:{_of_month(known)}|{_first_of_days(known).pattern})"
    )


def _of_month(known: Lexicon) -> str:
    names = (name.capitalize() if known.page.months_capitalised else name for name in known.page.months)
    months = "|".join(map(re.escape, names)) or "(?!)"
    return rf"{_suffix(known)} (?:\w{{1,3}}[ '’])?(?:{months})\b"


def _suffix(known: Lexicon) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(known.page.ordinal_suffixes))) or '(?!)'})?"
