"""Times and other numbers of several parts, as the places of a broken text ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from copydesk.data import NumberKind
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark, Values
from copydesk.numbers.places import Place
from copydesk.numbers.write import clock

_RUNS = re.compile(r"\d+")
_TWO, _THREE = 2, 3
_LONGEST_HALF = 30


def times(
    text: str, place: Place, values: Values, surface: str, known: Lexicon, sign: str = ""
) -> Iterator[str]:
    """``values`` (hours, minutes), whole or in part, for ``place`` of ``text``; ``surface`` is the source.

    ``sign`` is what the text or those around write between hours and minutes, if they show it.
    """
    minutes = f"{int(values[1]):02}"
    hours = list(_hours(values, surface, halved=halved(text, place, known)))
    hole = place.holes[0]
    if place.mark.kind is NumberKind.TIME or place.mark.unit == "h":
        half = re.search(r"\d[.,:hH ]{1,3}$|heures? $", text[: hole.at][-8:])
        if half is None and text[hole.until : hole.until + 1] not in tuple(":hH."):
            yield from (f"{hour}{sign or ':'}{minutes}" for hour in hours if values[1])
            yield from (f"{hour}:{minutes}" for hour in hours if values[1])
        yield from () if half else hours
        yield minutes
        yield from () if half else (f"{hour}:{minutes}" for hour in hours)
        yield from _RUNS.findall(surface)
    elif re.search(r"\d[:hH]$", text[: hole.at]):
        yield minutes
    else:
        if hole.joiner:
            yield from (f"{hour}{hole.joiner}{minutes}" for hour in hours)
        if not values[1]:
            yield from hours
        if sign:
            yield from (f"{hour}{sign}{minutes}" for hour in hours)
        yield clock(values, known.page.style)


def halved(text: str, place: Place, known: Lexicon) -> bool:
    """Whether a half of the day is said beside the hour: XNUMX pm."""
    halves = (*known.page.morning, *known.page.afternoon)
    if place.whole.kind is NumberKind.RATIO:
        return text[place.whole.end :][:_LONGEST_HALF].lower().lstrip(" \u00a0").startswith(halves)
    if place.mark.kind is not NumberKind.TIME or place.mark.unit != "24h":
        return False
    rest = text[place.holes[0].until : place.mark.end].lower()
    return any(half in rest for half in halves)


def said_time(mark: Mark) -> Values | None:
    """Hours and minutes that ``mark`` may say."""
    if mark.kind is not NumberKind.TIME and mark.unit != "h":
        return None
    return next((values for values in (mark.values, *mark.alternatives) if len(values) == _TWO), None)


def decimal_time(mark: Mark) -> Values | None:
    """22.30 as a time, ten and a half too."""
    value = mark.scalar
    if value is None or mark.unit or not 0 <= value < 24:
        return None
    if mark.spelled and value % 1:
        return value // 1, value % 1 * 60
    if value.as_tuple().exponent != -_TWO:
        return None
    minutes = value % 1 * 100
    return (value // 1, minutes) if minutes < 60 else None


def _hours(values: Values, surface: str, *, halved: bool) -> Iterator[str]:
    """The hour as the place writes it: of twelve where "pm" follows, else of 24, or as the source has it."""
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
    text: str, place: Place, mark: Mark, surface: str, *, halved: bool
) -> Iterator[tuple[tuple[str, ...], int]]:
    """The parts of one number for the holes of a place: hours and minutes, day, month and year.

    ``surface`` is the number in the source, ``text`` what the place stands in.
    """
    count = len(place.holes)
    runs = _RUNS.findall(surface)
    timed = re.split("[:hH]", surface) if mark.kind is NumberKind.TIME else []
    if len(timed) == count < len(runs):
        yield tuple(timed), 0
    stood = list(_RUNS.finditer(text, place.mark.start, place.mark.end))
    if len(stood) == len(runs) > count:
        starts = [hole.at for hole in place.holes]
        kept = tuple(new for new, old in zip(runs, stood, strict=True) if old.start() in starts)
        if len(kept) == count:  # else a hole touches digits that stand
            yield kept, 0
    said = decimal_time(mark) if halved or mark.spelled else None
    time = mark.values if mark.kind is NumberKind.TIME else said
    if time and count == len(time) == _TWO:
        for hour in _hours(time, surface, halved=halved):
            yield (hour, f"{int(time[1]):02}"), 0
            yield (hour, f"{int(time[1])}"), 0
    if len(runs) == count:
        for order in dict.fromkeys(permutations(runs)) if count <= _THREE else [tuple(runs)]:
            yield tuple(order), 0
    for values in (mark.values, *mark.alternatives):
        if len(values) == count:
            plain = [f"{value:f}" for value in values]
            yield tuple(plain), 0
            yield (plain[0], *(piece.zfill(2) for piece in plain[1:])), 0
    if mark.unit == "h" and mark.scalar is not None and count == _TWO:
        yield (str(int(mark.scalar)), f"{int(mark.scalar % 1 * 60):02}"), 0
