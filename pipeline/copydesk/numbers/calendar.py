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
_PLURALS = ("s", "'s", "’s", "er")
_YEARLY = frozenset({NumberKind.YEAR, NumberKind.DECADE})
_TWO = 2
_NEAR = 24
_DAYS = 31
_HUNDRED = 100
_EARLIEST = 30
"""The first decade that two figures name today: 30 is 1930, 20 may be any."""


def fits(text: str, place: Place, mark: Mark, known: Lexicon, *, cued: bool) -> bool:
    """Whether the calendar lets ``mark`` stand in ``place``: no day is the 40th, nobody 2007 years old.

    ``cued`` tells that a word that years follow stands before ``mark`` in the source: since 1950.
    """
    hole = place.holes[0]
    is_day = mark.kind is NumberKind.DATE or (mark.scalar is not None and 0 < mark.scalar <= _DAYS)
    if not is_day and _is_day(text, hole, known):
        return False
    if mark.kind in _YEARLY and place.mark.kind is NumberKind.REFERENCE:
        return False
    if mark.kind is not NumberKind.YEAR or place.cued:
        return True
    if place.mark.unit == "year":
        return mark.values[0] not in YEARS and mark.values[0] % _HUNDRED == 0
    return not (cued and place.mark.unit) or place.whole.kind is NumberKind.RANGE


def _is_day(text: str, hole: Hole, known: Lexicon) -> bool:
    """Whether ``hole`` is the day of a month, or the first of two."""
    after = _first_of_days(known).match(text, hole.until) or _of_a_month(known).match(text, hole.until)
    return after is not None or _is_between(text, hole, known)


def _is_between(text: str, hole: Hole, known: Lexicon) -> bool:
    """Whether a month stands before ``hole`` and a year behind it: September 29, 2018."""
    before = text[max(0, hole.at - _NEAR) : hole.at].rstrip().lower()
    after = text[hole.until : hole.until + 5]
    return (
        known.page.month_first
        and before.endswith(tuple(known.page.months))
        and re.match(rf"{_suffix(known)}, ?\d", after) is not None
    )


def strays(text: str, place: Place, mark: Mark, known: Lexicon) -> bool:
    """Whether a decade would stand where none does (1980 channels), or another number where one does."""
    if not known.page.plural_decades and not known.page.decades:
        return False
    hole = place.holes[0]
    before = text[max(0, hole.at - _NEAR) : hole.at].lower().rstrip(" '’‘")
    plural = known.page.plural_decades and text.startswith(_PLURALS, hole.until)
    slot = plural or (bool(known.page.decades) and before.endswith(known.page.decades))
    return mark.kind not in _YEARLY if slot else mark.kind is NumberKind.DECADE


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
    """Whether a number stands where a day belongs and is none: 2005 mai 14, the 40th of May."""
    return any(
        not match.group(1).isdecimal() or int(match.group(1)) > _DAYS for match in _days(known).finditer(text)
    )


@lru_cache
def _first_of_days(known: Lexicon) -> re.Pattern[str]:
    """What follows the first of two days of a month: th and 10th of August."""
    link = r"(?:[-–]| ?, ?| (?:[^\W\d_]{1,3} ){1,2})"
    return re.compile(rf"{_suffix(known)}{link}\d{{1,2}}{_of_month(known)}")


@lru_cache
def _of_a_month(known: Lexicon) -> re.Pattern[str]:
    return re.compile(_of_month(known))


@lru_cache
def _days(known: Lexicon) -> re.Pattern[str]:
    """A number before a month, or before a day of it."""
    after = f"{_of_month(known)}|{_first_of_days(known).pattern}"
    return re.compile(rf"(?<![\d.,])(\d+(?:[.,\u00a0\u202f ]\d+){{0,3}})(?:{after})")


def _of_month(known: Lexicon) -> str:
    names = (name.capitalize() if known.page.months_capitalised else name for name in known.page.months)
    months = "|".join(map(re.escape, names)) or "(?!)"
    links = "|".join(map(re.escape, sorted(known.page.date_links))) or "(?!)"
    return rf"{_suffix(known)} (?:(?:{links})[ '’]?)?(?:{months})\b"


def _suffix(known: Lexicon) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(known.page.ordinal_suffixes))) or '(?!)'})?"
