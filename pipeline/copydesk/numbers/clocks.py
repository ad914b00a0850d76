"""Times of day: 18 heures 30, 6.30 pm, las nueve menos veinte, half past six, 1530 hours, 1200 GMT."""

from __future__ import annotations

from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.numbers.mark import Mark
from copydesk.numbers.scaled import to
from copydesk.numbers.scan import Scan
from copydesk.numbers.spelled import spelled

ZONES = {
    "gmt": 0, "utc": 0, "tu": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "pst": -480, "pdt": -420, "jst": 540,
}  # fmt: skip
"""Time zones by their usual letters, in minutes east of Greenwich."""

_HUNDRED = 100
_HOUR = 60
_QUARTER = 15


def is_clock(mark: Mark) -> bool:
    """Whether a decimal may be hours and minutes: 20.30."""
    value = mark.scalar
    return value is not None and value.as_tuple().exponent == -2 and value < 24 and value % 1 < Decimal("0.6")


def clock_values(mark: Mark) -> tuple[Decimal, Decimal]:
    """Hours and minutes of such a decimal."""
    value = mark.scalar or Decimal(0)
    return value // 1, value % 1 * _HUNDRED


def of_day(scan: Scan, mark: Mark, role: str, last: int) -> Mark:
    """6.30 pm, 6 de la tarde."""
    value = mark.scalar
    if value is None or not 0 < value < (24 if is_clock(mark) else 13):
        return mark
    hour, minutes = clock_values(mark) if is_clock(mark) else (value // 1, value % 1 * _HOUR)
    return zoned(
        scan, to(scan, mark, last, kind=NumberKind.TIME, values=_on(hour, minutes, role), unit="24h",
                 alternatives=(), weak=False),
    )  # fmt: skip


def _on(hour: Decimal, minutes: Decimal, role: str) -> tuple[Decimal, Decimal]:
    """Hour and minutes on the clock of 24 hours."""
    if hour <= 12:
        hour = hour % 12 + (12 if role == "afternoon" else 0)
    return hour, minutes


def halves_of_day(scan: Scan, mark: Mark) -> Mark:
    """A time in digits with the half of the day after it."""
    if len(mark.values) > 2:
        return mark
    hour, minutes = mark.values
    found = scan.phrase(mark.last + 1, scan.lexicon.tails) if scan.near(mark.last + 1) else None
    if found and found[0] in ("morning", "afternoon") and hour <= 12:
        return zoned(scan, to(scan, mark, found[2], values=_on(hour, minutes, found[0]), unit="24h"))
    if found and found[1] == "h":
        return zoned(scan, to(scan, mark, found[2], unit="24h" if hour > 12 else ""))
    full = hour > 12 or hour == 0 or (scan.lexicon.page.clock24 and not mark.spelled)
    return zoned(scan, mark._replace(unit="24h") if full else mark)


def zoned(scan: Scan, mark: Mark) -> Mark:
    """A time with the zone after it."""
    at = mark.last + 1
    if scan.low(at) in ZONES and scan.surface(at).isupper() and scan.near(at):
        return to(scan, mark, at, text=scan.low(at), unit="24h")
    return mark


def military(scan: Scan, mark: Mark) -> Mark | None:
    """1530 hours, 1200 GMT, 1000 to 2030 hours."""
    surface, at = scan.surface(mark.first), mark.last + 1
    page = scan.lexicon.page
    if scan.low(at) in page.range_words and len(scan.surface(at + 1)) == len(surface) and scan.near(at):
        at += 2
    if mark.first != mark.last or len(surface) != 4 or not surface.isdecimal() or not scan.near(at):
        return None
    hour, minutes = Decimal(surface[:2]), Decimal(surface[2:])
    if hour > 24 or minutes >= _HOUR:
        return None
    found = scan.phrase(at, scan.lexicon.tails)
    zone = scan.low(at) in ZONES and scan.surface(at).isupper()
    if not zone and not (found and found[1] == "h" and len(scan.surface(at)) > 1):
        return None
    timed = mark._replace(kind=NumberKind.TIME, values=(hour, minutes), unit="24h", alternatives=(), text="")
    if at > mark.last + 1:
        return timed
    return zoned(scan, timed if zone or found is None else to(scan, timed, found[2]))


def after_hours(scan: Scan, mark: Mark, last: int) -> Mark | None:
    """18 heures 30, six heures trente, six heures moins le quart; ``last`` is the word for hours."""
    value = mark.scalar
    if value is None or value % 1 or value > 24:
        return None
    if found := less(scan, value, last):
        return to(scan, mark, found[1], kind=NumberKind.TIME, values=found[0], weak=False)
    minutes, end = _minutes(scan, last + 1)
    if minutes is None or not scan.near(last + 1) or scan.phrase(end + 1, scan.lexicon.tails):
        return None
    unit = "24h" if value > 12 else ""
    return to(scan, mark, end, kind=NumberKind.TIME, values=(value, minutes), weak=False, unit=unit)


def _minutes(scan: Scan, at: int) -> tuple[Decimal | None, int]:
    surface = scan.surface(at)
    if len(surface) == 2 and surface.isdecimal() and int(surface) < _HOUR:
        return Decimal(surface), at
    words = spelled(scan, at) if scan.low(at) in scan.lexicon.starters else None
    if (
        words
        and 5 <= words.value < _HOUR
        and words.scaled == 1
        and not words.ordinal
        and words.value % 1 == 0
    ):
        return words.value, words.last
    return None, at


def less(scan: Scan, hour: Decimal, last: int) -> tuple[tuple[Decimal, Decimal], int] | None:
    """Nueve menos veinte, moins le quart: the time and its last token."""
    page = scan.lexicon.page
    at = last + 2
    if not page.hour_first or scan.low(last + 1) not in page.to or not 1 <= hour <= 24 or hour % 1:
        return None
    if scan.low(at + 1) in page.quarter and not scan.low(at).isdigit():
        at += 1
    minutes, end = (Decimal(_QUARTER), at) if scan.low(at) in page.quarter else _minutes(scan, at)
    if (
        minutes is None
        or minutes > 30
        or (scan.phrase(end + 1, scan.lexicon.tails) and not _day_part(scan, end + 1))
    ):
        return None
    return (hour - 1, _HOUR - minutes), end


def said(scan: Scan, at: int) -> Mark | None:
    """Half past six, a quarter to ten, ten to six."""
    page = scan.lexicon.page
    if page.hour_first or not page.past:
        return None
    link = next((at + n for n in (1, 2, 3) if scan.low(at + n) in page.past | page.to), None)
    if link is None or not scan.near(link):
        return None
    minutes, end = _past(scan, at)
    hour = spelled(scan, link + 1) if scan.low(link + 1) in scan.lexicon.starters else None
    digits = scan.surface(link + 1)
    value = hour.value if hour else Decimal(digits) if digits.isdecimal() and len(digits) < 3 else None
    if minutes is None or end != link - 1 or value is None or not 1 <= value <= 12:
        return None
    last = hour.last if hour else link + 1
    if scan.phrase(last + 1, scan.lexicon.tails) and not _day_part(scan, last + 1):
        return None
    before = scan.low(link) in page.to
    values = ((value - 1 or Decimal(12)), _HOUR - minutes) if before else (value, minutes)
    mark = Mark(NumberKind.TIME, scan.start(at), scan.end(last), at, last, values, spelled=True)
    return halves_of_day(scan, mark)


def _day_part(scan: Scan, at: int) -> bool:
    found = scan.phrase(at, scan.lexicon.tails)
    return found is not None and found[0] in ("morning", "afternoon")


def _past(scan: Scan, at: int) -> tuple[Decimal | None, int]:
    """The minutes before "past" or "to", and their last token; plain minutes need a cue: at ten to six."""
    page = scan.lexicon.page
    first = at + 1 if scan.low(at) in page.ones else at
    if scan.low(first) in page.halves:
        return Decimal(30), first
    if scan.low(first) in page.quarter:
        return Decimal(_QUARTER), first
    minutes, end = _minutes(scan, at)
    cued = scan.low(at - 1) in page.clock_cues or scan.low(end + 1) in page.past or _day_part(scan, end + 3)
    return (minutes, end) if minutes is not None and minutes <= 30 and cued else (None, at)
