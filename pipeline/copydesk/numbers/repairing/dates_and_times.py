"""Days, years, decades, times of day and other numbers of several parts, as slots ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import permutations

from copydesk.data import NumberKind
from copydesk.numbers.reading.grammar import Grammar
from copydesk.numbers.reading.number_token import NumberToken, Values
from copydesk.numbers.repairing.slots import YEARS, Slot, SlotSpan
from copydesk.numbers.writing import clock
from copydesk.numbers.writing.number_style import Format, NumberStyle

_RUNS = re.compile(r"\d+")
_SHORT_DECADE = re.compile(r"(?<!\d)[2-9]0['’]?s\b")
_QUOTES = ("'", "’", "‘")
_PLURALS = ("s", "'s", "’s", "er")
_YEARLY = frozenset({NumberKind.YEAR, NumberKind.DECADE})
_DAY_AND_MONTH = 2
_NEAR = 24
_DAYS = 31
_HUNDRED = 100
_EARLIEST = 30
"""The first decade that two figures name today: 30 is 1930, 20 may be any."""


def fits_calendar(text: str, slot: Slot, token: NumberToken, known: Grammar, *, cued: bool) -> bool:
    """Whether the calendar lets ``token`` stand in ``slot``: no day is the 40th, nobody 2007 years old.

    ``cued`` tells that a word that years follow stands before ``token`` in the source: since 1950.
    """
    span = slot.spans[0]
    is_day = token.kind is NumberKind.DATE or (token.scalar is not None and 0 < token.scalar <= _DAYS)
    if not is_day and _is_day(text, span, known):
        return False
    if token.kind in _YEARLY and slot.token.kind is NumberKind.REFERENCE:
        return False
    if token.kind is not NumberKind.YEAR or slot.cued:
        return True
    if slot.token.unit == "year":
        return token.values[0] not in YEARS and token.values[0] % _HUNDRED == 0
    return not (cued and slot.token.unit) or slot.whole.kind is NumberKind.RANGE


def _is_day(text: str, span: SlotSpan, known: Grammar) -> bool:
    """Whether ``span`` is the day of a month, or the first of two."""
    after = _first_of_days(known).match(text, span.until) or _of_a_month(known).match(text, span.until)
    return after is not None or _is_between(text, span, known)


def _is_between(text: str, span: SlotSpan, known: Grammar) -> bool:
    """Whether a month stands before ``span`` and a year behind it: September 29, 2018."""
    before = text[max(0, span.at - _NEAR) : span.at].rstrip().lower()
    after = text[span.until : span.until + 5]
    return (
        known.page.month_first
        and before.endswith(tuple(known.page.months))
        and re.match(rf"{_suffix(known)}, ?\d", after) is not None
    )


def stray_decade(text: str, slot: Slot, token: NumberToken, known: Grammar) -> bool:
    """Whether a decade would stand where none does (1980 channels), or another number where one does."""
    if not known.page.plural_decades and not known.page.decades:
        return False
    span = slot.spans[0]
    before = text[max(0, span.at - _NEAR) : span.at].lower().rstrip(" '’‘")
    plural = known.page.plural_decades and text.startswith(_PLURALS, span.until)
    decade = plural or (bool(known.page.decades) and before.endswith(known.page.decades))
    return token.kind not in _YEARLY if decade else token.kind is NumberKind.DECADE


def date_candidates(text: str, slot: Slot, token: NumberToken, surface: str, known: Grammar) -> Iterator[str]:
    """The day of a date, or all of it in figures; ``surface`` is the date in the source."""
    year, month, day = (int(value) for value in token.values)
    style = known.page.style
    if slot.token.kind is NumberKind.DATE and day:
        suffixed = text[slot.spans[0].until : slot.token.end].strip()
        if day == 1 and style.ordinals.get(1) == "er" and not suffixed:
            yield "1er"
        yield str(day)
    elif day and not year and not token.parts:
        yield str(day)
    if len(_RUNS.findall(surface)) > _DAY_AND_MONTH and year:
        if re.match(r"\d{4}-", surface) or not known.page.month_first:
            yield surface
        else:
            sign = next(c for c in surface if not c.isdecimal())
            yield sign.join((str(month), str(day), surface.rsplit(sign, 1)[-1]))


def year_candidates(before: str, value: Decimal, surface: str) -> Iterator[str]:
    """A year in full or by its last figures, which the source may have; ``before`` stands before it."""
    if surface.isdecimal() and before.endswith(("/", "-", "–", *_QUOTES)):
        yield surface
    yield f"{value:f}"
    yield f"{int(value) % _HUNDRED:02}"


def decade_candidates(
    text: str, span: SlotSpan, value: Decimal, surface: str, known: Grammar, own: NumberStyle
) -> Iterator[str]:
    """A decade with its century or without, as the texts show for those that the source writes alike."""
    full = f"{1900 + value:f}" if _EARLIEST <= value < _HUNDRED else f"{value:f}"
    if text[: span.at].endswith(_QUOTES):
        yield f"{value % _HUNDRED:f}"
    usual = own.separator(Format.DECADE, "", alike=_RUNS.search(surface) is not None)
    if value < _HUNDRED and usual is not None:
        yield full if usual else f"{value:f}"
    short = _SHORT_DECADE.search(text[: span.at] + text[span.until + 2 :])
    if known.page.plural_decades and not short and text[span.until : span.until + 1] == "s":
        yield full
    yield f"{value:f}"
    yield full


def no_day(text: str, known: Grammar) -> bool:
    """Whether a number stands where a day belongs and is none: 2005 mai 14, the 40th of May."""
    return any(
        not match.group(1).isdecimal() or int(match.group(1)) > _DAYS for match in _days(known).finditer(text)
    )


@lru_cache
def _first_of_days(known: Grammar) -> re.Pattern[str]:
    """What follows the first of two days of a month: th and 10th of August."""
    link = r"(?:[-–]| ?, ?| (?:[^\W\d_]{1,3} ){1,2})"
    return re.compile(rf"{_suffix(known)}{link}\d{{1,2}}{_of_month(known)}")


@lru_cache
def _of_a_month(known: Grammar) -> re.Pattern[str]:
    return re.compile(_of_month(known))


@lru_cache
def _days(known: Grammar) -> re.Pattern[str]:
    """A number before a month, or before a day of it."""
    after = f"{_of_month(known)}|{_first_of_days(known).pattern}"
    return re.compile(rf"(?<![\d.,])(\d+(?:[.,\u00a0\u202f ]\d+){{0,3}})(?:{after})")


def _of_month(known: Grammar) -> str:
    names = (name.capitalize() if known.page.months_capitalised else name for name in known.page.months)
    months = "|".join(map(re.escape, names)) or "(?!)"
    links = "|".join(map(re.escape, sorted(known.page.date_links))) or "(?!)"
    return rf"{_suffix(known)} (?:(?:{links})[ '’]?)?(?:{months})\b"


def _suffix(known: Grammar) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(known.page.ordinal_suffixes))) or '(?!)'})?"


_TWO, _THREE = 2, 3
_LONGEST_HALF = 30


def time_candidates(
    text: str, slot: Slot, values: Values, surface: str, known: Grammar, sign: str = ""
) -> Iterator[str]:
    """``values`` (hours, minutes), whole or in part, for ``slot`` of ``text``; ``surface`` is the source.

    ``sign`` is what the text or those around write between hours and minutes, if they show it.
    """
    minutes = f"{int(values[1]):02}"
    hours = list(_hours(values, surface, halved=halved(text, slot, known)))
    span = slot.spans[0]
    if slot.token.kind is NumberKind.TIME or slot.token.unit == "h":
        half = re.search(r"\d[.,:hH ]{1,3}$|heures? $", text[: span.at][-8:])
        if half is None and text[span.until : span.until + 1] not in tuple(":hH."):
            yield from (f"{hour}{sign or ':'}{minutes}" for hour in hours if values[1])
            yield from (f"{hour}:{minutes}" for hour in hours if values[1])
        yield from () if half else hours
        yield minutes
        yield from () if half else (f"{hour}:{minutes}" for hour in hours)
        yield from _RUNS.findall(surface)
    elif re.search(r"\d[:hH]$", text[: span.at]):
        yield minutes
    else:
        if span.joiner:
            yield from (f"{hour}{span.joiner}{minutes}" for hour in hours)
        if not values[1]:
            yield from hours
        if sign:
            yield from (f"{hour}{sign}{minutes}" for hour in hours)
        yield clock(values, known.page.style)


def halved(text: str, slot: Slot, known: Grammar) -> bool:
    """Whether a half of the day is said beside the hour: XNUMX pm."""
    halves = (*known.page.morning, *known.page.afternoon)
    if slot.whole.kind is NumberKind.RATIO:
        return text[slot.whole.end :][:_LONGEST_HALF].lower().lstrip(" \u00a0").startswith(halves)
    if slot.token.kind is not NumberKind.TIME or slot.token.unit != "24h":
        return False
    rest = text[slot.spans[0].until : slot.token.end].lower()
    return any(half in rest for half in halves)


def said_time(token: NumberToken) -> Values | None:
    """Hours and minutes that ``token`` may say."""
    if token.kind is not NumberKind.TIME and token.unit != "h":
        return None
    return next((values for values in (token.values, *token.alternatives) if len(values) == _TWO), None)


def decimal_time(token: NumberToken) -> Values | None:
    """22.30 as a time, ten and a half too."""
    value = token.scalar
    if value is None or token.unit or not 0 <= value < 24:
        return None
    if token.spelled and value % 1:
        return value // 1, value % 1 * 60
    if value.as_tuple().exponent != -_TWO:
        return None
    minutes = value % 1 * 100
    return (value // 1, minutes) if minutes < 60 else None


def _hours(values: Values, surface: str, *, halved: bool) -> Iterator[str]:
    """The hour as the slot writes it: of twelve where "pm" follows, else of 24, or as the source has it."""
    hour = int(values[0])
    written = _RUNS.search(surface)
    said = written.group() if written else ""
    if halved:
        half = str(hour % 12 or 12)
        yield said if said.lstrip("0") == half else half
        return
    forms = []
    if said and int(said) == hour:
        forms.append(said)
    yield from dict.fromkeys([*forms, str(hour), *([said] if said else []), str((hour + 12) % 24)])


def several(
    text: str, slot: Slot, token: NumberToken, surface: str, *, halved: bool
) -> Iterator[tuple[tuple[str, ...], int]]:
    """The parts of one number for the spans of a slot: hours and minutes, day, month and year.

    ``surface`` is the number in the source, ``text`` what the slot stands in.
    """
    count = len(slot.spans)
    runs = _RUNS.findall(surface)
    timed = re.split("[:hH]", surface) if token.kind is NumberKind.TIME else []
    if len(timed) == count < len(runs):
        yield tuple(timed), 0
    stood = list(_RUNS.finditer(text, slot.token.start, slot.token.end))
    if len(stood) == len(runs) > count:
        starts = [span.at for span in slot.spans]
        kept = tuple(new for new, old in zip(runs, stood, strict=True) if old.start() in starts)
        if len(kept) == count:  # else a hole touches digits that stand
            yield kept, 0
    said = decimal_time(token) if halved or token.spelled else None
    time = token.values if token.kind is NumberKind.TIME else said
    if time and count == len(time) == _TWO:
        for hour in _hours(time, surface, halved=halved):
            yield (hour, f"{int(time[1]):02}"), 0
            yield (hour, f"{int(time[1])}"), 0
    if len(runs) == count:
        for order in dict.fromkeys(permutations(runs)) if count <= _THREE else [tuple(runs)]:
            yield tuple(order), 0
    for values in (token.values, *token.alternatives):
        if len(values) == count:
            plain = [f"{value:f}" for value in values]
            yield tuple(plain), 0
            yield (plain[0], *(piece.zfill(2) for piece in plain[1:])), 0
    if token.unit == "h" and token.scalar is not None and count == _TWO:
        yield (str(int(token.scalar)), f"{int(token.scalar % 1 * 60):02}"), 0
