"""Numbers that belong together: written dates, ranges, scores, ratios, fractions."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan

_ZERO = Decimal(0)
_DAYLIKE = frozenset({NumberKind.CARDINAL, NumberKind.ORDINAL})
_SINGLE = frozenset(
    {
        NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.YEAR, NumberKind.PERCENTAGE, NumberKind.MONEY,
        NumberKind.MEASURE, NumberKind.POINTS,
    }
)  # fmt: skip


def joined(scan: Scan, marks: list[Mark]) -> list[Mark]:
    """``marks`` with dates and pairs made into one mark each; the parts are kept inside."""
    months = scan.lexicon.page.months
    if months and any(token.low in months for token in scan.tokens):
        marks = _dates(scan, marks)
    if len(marks) < 2:
        return marks
    paired: list[Mark] = []
    position = 0
    while position < len(marks):
        here = marks[position]
        after = marks[position + 1] if position + 1 < len(marks) else None
        pair = _pair(scan, here, after) if after is not None else None
        paired.append(pair or here)
        position += 2 if pair else 1
    return paired


def _dates(scan: Scan, marks: list[Mark]) -> list[Mark]:
    page = scan.lexicon.page
    by_first = {mark.first: mark for mark in marks}
    by_last = {mark.last: mark for mark in marks}
    gone: dict[int, Mark | None] = {}
    for at, token in enumerate(scan.tokens):
        month = page.months.get(token.low)
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
        parts += (replace(day, kind=NumberKind.DATE, values=inner, alternatives=(), weak=False),)
    if year is not None:
        parts += (year,)
    values = (year.values[0] if year else _ZERO, month, day.values[0] if day else _ZERO)
    start, end = scan.tokens[first].start, scan.tokens[last].end
    return Mark(NumberKind.DATE, start, end, first, last, values, parts=parts)


def _pair(scan: Scan, here: Mark, after: Mark) -> Mark | None:
    kind = _pair_kind(scan, here, after)
    if kind is None:
        return None
    left, right = here, after
    if right.unit and not left.unit and kind is not NumberKind.FRACTION:
        left = replace(left, unit=right.unit, kind=right.kind)
    if left.scaled == 1 and left.values[0] * right.scaled < right.values[0]:
        left = replace(left, values=(left.values[0] * right.scaled,), alternatives=(), scaled=right.scaled)
    low, high = left.values[0], right.values[0]
    if here.kind is NumberKind.YEAR and 1 <= high < 100 and high > low % 100:
        right = replace(right, values=(low - low % 100 + high,), kind=NumberKind.YEAR)
        kind = NumberKind.RANGE
    return Mark(
        kind, here.start, after.end, here.first, after.last, (left.values[0], right.values[0]), right.unit,
        parts=(left, right), spelled=here.spelled and after.spelled,
    )  # fmt: skip


def _pair_kind(scan: Scan, here: Mark, after: Mark) -> NumberKind | None:
    if here.kind not in _SINGLE or after.kind not in _SINGLE or (here.unit and here.unit != after.unit):
        return None
    if here.kind is NumberKind.YEAR and (after.unit or after.scaled > 1):
        return None
    gap = after.first - here.last
    sign = scan.low(here.last + 1)
    if gap == 2 and scan.glued(here.last + 1) and scan.glued(after.first):
        return _signed(sign, here, after)
    if gap != 2 or here.weak or after.weak:
        return None
    page = scan.lexicon.page
    if sign in page.range_words or page.between.get(scan.low(here.first - 1)) == sign:
        return _range_or_score(here, after)
    return None


def _signed(sign: str, here: Mark, after: Mark) -> NumberKind | None:
    if sign in ("-", "–"):
        return _range_or_score(here, after)
    if sign == ":":
        return NumberKind.RATIO
    if sign == "/" and not here.unit:
        if here.kind is NumberKind.YEAR:
            return NumberKind.RANGE
        return NumberKind.FRACTION if max(here.values[0], after.values[0]) < 1000 else None
    return None


def _range_or_score(here: Mark, after: Mark) -> NumberKind:
    rising = here.values[0] < after.values[0]
    return NumberKind.RANGE if rising or after.unit else NumberKind.SCORE
