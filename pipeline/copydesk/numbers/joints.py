"""Numbers that belong together: ranges, scores, ratios, fractions, spaced decimals."""

from __future__ import annotations

from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.numbers.dates import dated
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan

_SINGLE = frozenset(
    {
        NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.YEAR, NumberKind.PERCENTAGE, NumberKind.MONEY,
        NumberKind.MEASURE, NumberKind.POINTS, NumberKind.DURATION,
    }
)  # fmt: skip


_ONE = Decimal(1)
_MOST = 100
_GROUP = 3


def joined(scan: Scan, marks: list[Mark]) -> list[Mark]:
    """``marks`` with dates and pairs made into one mark each; the parts are kept inside."""
    months = scan.lexicon.page.months
    if not months.keys().isdisjoint(scan.lows):
        marks = dated(scan, marks)
    if scan.lexicon.page.one_in:
        marks = [_share(scan, mark) for mark in marks]
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


def _share(scan: Scan, mark: Mark) -> Mark:
    """One in five, uno de cada cinco: an article before a number that is its denominator."""
    value = mark.scalar
    if mark.kind is not NumberKind.CARDINAL or value is None or not 2 <= value <= _MOST or value % 1:
        return mark
    first = _linked(scan, mark.first)
    if first is None or scan.low(first - 1) not in scan.lexicon.page.ones:
        return mark
    start = scan.start(first - 1)
    return mark._replace(
        kind=NumberKind.FRACTION, first=first - 1, start=start, values=(_ONE, value), alternatives=()
    )


def _linked(scan: Scan, at: int) -> int | None:
    """The first token of the words that join a share to its whole at token ``at``."""
    for back in (1, 2):
        found = scan.phrase(at - back, scan.lexicon.one_in)
        if found and found[2] == at - 1 and scan.near(at) and scan.near(at - back):
            return at - back
    return None


def _decimal(scan: Scan, here: Mark, after: Mark) -> Mark | None:
    """15, 6 %: a decimal with a space in it, or two numbers; the parts are kept."""
    page = scan.lexicon.page
    low, high = scan.surface(here.last), scan.surface(after.first)
    if after.first != here.last + 2 or scan.low(here.last + 1) not in page.decimal_marks:
        return None
    if not (low.isdecimal() and high.isdecimal() and len(high) <= 2 and len(low) <= 3):
        return None
    if here.kind is not NumberKind.CARDINAL or here.unit or not after.unit or not scan.glued(here.last + 1):
        return None
    if after.scaled != 1 or after.kind is NumberKind.TIME:
        return None
    value = Decimal(f"{low}.{high}")
    return after._replace(
        start=here.start, first=here.first, values=(value,), alternatives=(), parts=(here, after)
    )


def _grouped(scan: Scan, here: Mark, after: Mark) -> Mark | None:
    """80, 000 crowns: a thousand with a space in it; no number begins with a nought."""
    low, high = scan.surface(here.last), scan.surface(after.first)
    if after.first != here.last + 2 or scan.low(here.last + 1) not in scan.lexicon.page.group_marks:
        return None
    whole = low.isdecimal() and high.isdecimal() and len(low) <= _GROUP and len(high) == _GROUP
    if not whole or high[0] != "0" or here.unit or after.scaled != 1 or not scan.glued(here.last + 1):
        return None
    return after._replace(start=here.start, first=here.first, values=(Decimal(low + high),), alternatives=())


def _pair(scan: Scan, here: Mark, after: Mark) -> Mark | None:
    if spaced := _decimal(scan, here, after) or _grouped(scan, here, after):
        return spaced
    kind = _pair_kind(scan, here, after)
    if kind is None:
        return None
    left, right = here, after
    if right.unit and not left.unit and kind is not NumberKind.FRACTION:
        left = left._replace(unit=right.unit, kind=right.kind)
    if left.scaled == 1 and left.values[0] * right.scaled < right.values[0]:
        larger = left.values[0] * right.scaled
        left = left._replace(values=(larger,), alternatives=(left.values,), scaled=right.scaled, text="")
    low, high = left.values[0], right.values[0]
    if here.kind is NumberKind.YEAR and 1 <= high < 100 and high > low % 100:
        whole = (low - low % 100 + high,)
        right = right._replace(values=whole, alternatives=(right.values,), kind=NumberKind.YEAR)
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
    if here.weak or after.weak or not 2 <= gap <= 3:
        return None
    if _linked(scan, after.first) == here.last + 1 and here.values[0] < after.values[0] <= _MOST:
        return None if here.unit or after.unit else NumberKind.FRACTION
    if gap != 2:
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
