"""Written dates: a day, a month's name and a year that stand together."""

from __future__ import annotations

from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan

_ZERO = Decimal(0)
_DAYLIKE = frozenset({NumberKind.CARDINAL, NumberKind.ORDINAL})


def dated(scan: Scan, marks: list[Mark]) -> list[Mark]:
    """``marks`` with written dates made into one mark each; the parts are kept inside."""
    page = scan.lexicon.page
    by_first = {mark.first: mark for mark in marks}
    by_last = {mark.last: mark for mark in marks}
    gone: dict[int, Mark | None] = {}
    for at, low in enumerate(scan.lows):
        month = page.months.get(low)
        if month is None or (page.months_capitalised and not scan.surface(at)[0].isupper()):
            continue
        day = _day_before(scan, at, by_last) or (_day_after(scan, at, by_first) if page.month_first else None)
        year = _year_after(scan, max(at, day.last if day else at), by_first)
        if day is None and year is None:
            continue
        if date := _date(scan, at, Decimal(month), day, year):
            for used in (day, year):
                if used is not None:
                    gone[used.first] = None
            gone[(day or year or date).first] = date
    result = [gone.get(mark.first, mark) for mark in marks]
    return sorted((mark for mark in result if mark is not None), key=lambda mark: mark.start)


def _day_before(scan: Scan, month: int, by_last: dict[int, Mark]) -> Mark | None:
    at = month - 1
    if scan.low(at) in ("'", "’"):
        at -= 1
    if scan.low(at) in scan.lexicon.page.date_links or scan.low(at) == ".":
        at -= 1
    return _day(by_last.get(at))


def _day_after(scan: Scan, month: int, by_first: dict[int, Mark]) -> Mark | None:
    at = month + 2 if scan.low(month + 1) in (".", "the") else month + 1
    return _day(by_first.get(at)) if scan.near(at) else None


def _day(mark: Mark | None) -> Mark | None:
    if mark is None or mark.kind not in _DAYLIKE or mark.scaled > 1:
        return None
    return mark if mark.scalar is not None and 1 <= mark.scalar <= 31 else None


def _year_after(scan: Scan, last: int, by_first: dict[int, Mark]) -> Mark | None:
    at = last + 1
    if scan.low(at) in (",", ".") or scan.low(at) in scan.lexicon.page.date_links:
        at += 1
    mark = by_first.get(at)
    return mark if mark is not None and mark.kind is NumberKind.YEAR and scan.near(at) else None


def _date(scan: Scan, month_at: int, month: Decimal, day: Mark | None, year: Mark | None) -> Mark | None:
    ends = [mark for mark in (day, year) if mark is not None]
    first = min(month_at, *(mark.first for mark in ends))
    last = max(month_at, *(mark.last for mark in ends))
    if last - first > 6:
        return None
    parts: tuple[Mark, ...] = ()
    if day is not None:
        inner = (_ZERO, month, day.values[0])
        parts += (day._replace(kind=NumberKind.DATE, values=inner, alternatives=(), weak=False),)
    if year is not None:
        parts += (year,)
    values = (year.values[0] if year else _ZERO, month, day.values[0] if day else _ZERO)
    start, end = scan.start(first), scan.end(last)
    return Mark(NumberKind.DATE, start, end, first, last, values, parts=parts)
