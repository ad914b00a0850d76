"""What stands round a number and belongs to it: scale words, signs, units, currencies, suffixes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan
from copydesk.numbers.spelled import and_a_half, scale_after
from copydesk.numbers.units import CURRENCY_SIGNS

_PLAIN = frozenset({NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.YEAR})
_ROLES = {
    "percent": NumberKind.PERCENTAGE, "points": NumberKind.POINTS, "money": NumberKind.MONEY,
    "unit": NumberKind.MEASURE,
}  # fmt: skip
_HUNDRED = 100
_SIMPLE = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_TOPS = frozenset("123")
_BOTTOMS = frozenset("248")


def widened(scan: Scan, mark: Mark) -> Mark:
    """``mark`` with all that belongs to it."""
    if mark.kind is NumberKind.TIME:
        return _halves_of_day(scan, mark)
    if mark.kind in (NumberKind.ORDINAL, NumberKind.REGNAL):
        return _century(scan, mark)
    if mark.kind not in _PLAIN:
        return mark
    if special := _ordinal(scan, mark) or _decade(scan, mark) or _year_of_century(scan, mark):
        return special
    return _with_currency_before(scan, _with_tail(scan, _scaled(scan, _mixed(scan, mark))))


def _to(scan: Scan, mark: Mark, last: int, **changes: object) -> Mark:
    return replace(mark, last=last, end=scan.tokens[last].end, **changes)  # type: ignore[arg-type]


def _from(scan: Scan, mark: Mark, first: int, **changes: object) -> Mark:
    return replace(mark, first=first, start=scan.tokens[first].start, **changes)  # type: ignore[arg-type]


def _scaled(scan: Scan, mark: Mark) -> Mark:
    if mark.scaled > 1 or mark.scalar is None:
        return mark
    factor, last = _sign_scale(scan, mark) or scale_after(scan, mark.last) or (1, mark.last)
    if factor == 1:
        return mark
    value, factor, last = and_a_half(scan, mark.scalar * factor, factor, last)
    others = tuple((v[0] * factor,) for v in mark.alternatives)
    if factor == 1000 and (rest := _rest(scan, last)):
        value, others, last = value + rest, (), last + 1
        if more := scale_after(scan, last):
            value, factor, last = value * more[0], *more
    return _to(
        scan, mark, last, values=(value,), scaled=factor, alternatives=others, kind=NumberKind.CARDINAL
    )


def _rest(scan: Scan, last: int) -> Decimal | None:
    """The hundreds of "17 mil 280"."""
    surface = scan.surface(last + 1)
    if (
        scan.kind(last + 1) != "number"
        or not scan.near(last + 1)
        or not surface.isdecimal()
        or len(surface) > 3
    ):
        return None
    return Decimal(surface)


def _mixed(scan: Scan, mark: Mark) -> Mark:
    """5 1/2, 2½."""
    at = mark.last + 1
    value = mark.scalar
    if mark.spelled or value is None or value % 1 or not scan.near(at):
        return mark
    surface = scan.surface(at)
    if surface in _SIMPLE:
        return _to(scan, mark, at, values=(value + _SIMPLE[surface],), kind=NumberKind.DECIMAL)
    if (
        surface in _TOPS
        and scan.low(at + 1) == "/"
        and scan.glued(at + 1)
        and scan.surface(at + 2) in _BOTTOMS
    ):
        share = Decimal(surface) / Decimal(scan.surface(at + 2))
        if share < 1 and scan.glued(at + 2):
            return _to(scan, mark, at + 2, values=(value + share,), kind=NumberKind.DECIMAL)
    return mark


def _sign_scale(scan: Scan, mark: Mark) -> tuple[int, int] | None:
    """5 M€, $5m, 3,2 Md€, 20k: a sign counts when glued to the number or next to a currency."""
    at = mark.last + 1
    factor = scan.lexicon.page.scale_signs.get(scan.surface(at), 0)
    if not factor or not scan.near(at):
        return None
    currency = scan.low(at + 1) in CURRENCY_SIGNS and scan.near(at + 1)
    before = scan.low(mark.first - 1) in CURRENCY_SIGNS
    long = len(scan.surface(at)) > 1 or scan.surface(at) in "kK"
    if currency or before or (long and scan.glued(at)):
        end = at + 1 if scan.low(at + 1) == "." and currency is False and len(scan.surface(at)) > 2 else at
        return factor, end
    return None


def _ordinal(scan: Scan, mark: Mark) -> Mark | None:
    """1.º 1er 2e 3rd: a suffix without a gap; then perhaps a century."""
    at = mark.last + 1
    if mark.spelled or not scan.glued(at):
        return None
    if scan.low(at) == "." and scan.low(at + 1) in "ºª°" and scan.glued(at + 1) and scan.low(at + 1):
        at += 1
    if len(scan.low(at)) == 1 and scan.surface(at).isupper():
        return None
    degree = scan.low(at) in ("°", "º") and scan.low(at + 1) in ("c", "f")
    if scan.low(at) not in scan.lexicon.page.ordinal_suffixes or degree:
        return None
    return _century(scan, _to(scan, mark, at, kind=NumberKind.ORDINAL))


def _century(scan: Scan, mark: Mark) -> Mark:
    words = scan.lexicon.page.centuries
    after = mark.last + 1
    hyphen = after + 1 if scan.low(after) == "-" else after
    if scan.low(hyphen) in words:
        return _to(scan, mark, hyphen, kind=NumberKind.CENTURY, weak=False)
    if scan.low(mark.first - 1) in words and scan.near(mark.first):
        return _from(scan, mark, mark.first - 1, kind=NumberKind.CENTURY, weak=False)
    return mark


def _year_of_century(scan: Scan, mark: Mark) -> Mark | None:
    """Siglo 21, siglo veintiuno."""
    low = scan.low(mark.first - 1)
    if low in scan.lexicon.page.centuries and scan.near(mark.first):
        return _from(scan, mark, mark.first - 1, kind=NumberKind.CENTURY)
    return None


def _decade(scan: Scan, mark: Mark) -> Mark | None:
    value = mark.scalar
    if value is None or value % 10 or not (10 <= value <= 90 or 1000 < value < 2100):
        return None
    page = scan.lexicon.page
    apostrophe = mark.last + 1 if scan.low(mark.last + 1) in ("'", "’") else mark.last
    if page.plural_decades and scan.low(apostrophe + 1) in ("s", "er") and scan.glued(apostrophe + 1):
        if mark.spelled:
            return None
        return _to(scan, mark, apostrophe + 1, kind=NumberKind.DECADE)
    for back in range(1, 4):
        found = scan.phrase(mark.first - back, scan.lexicon.decades)
        if found and found[2] == mark.first - 1 and scan.near(mark.first):
            return _from(scan, mark, mark.first - back, kind=NumberKind.DECADE)
    return None


def _with_tail(scan: Scan, mark: Mark) -> Mark:
    at = mark.last + 1
    page = scan.lexicon.page
    linked = mark.scaled >= 10**6 and scan.low(at) in page.links
    if linked:
        at += 2 if scan.low(at + 1) in ("'", "’") else 1
    hyphen = scan.low(at) == "-" and scan.glued(at) and not linked
    found = scan.phrase(at + 1 if hyphen else at, scan.lexicon.tails)
    if found is None or not (hyphen or scan.near(at)):
        return mark
    role, code, last = found
    if role in ("morning", "afternoon"):
        return _clocked(scan, mark, role, last)
    if code == "h" and mark.kind is NumberKind.DECIMAL and _is_clock(mark):
        return _to(scan, mark, last, kind=NumberKind.MEASURE, unit="h", alternatives=(_clock_values(mark),))
    if code == "h" and (half := scan.phrase(last + 1, scan.lexicon.tails)) and half[0] != "unit":
        return _clocked(scan, mark, half[0], half[2]) if half[0] in ("morning", "afternoon") else mark
    if role == "unit" and code in ("m", "s", "t", "l", "g") and scan.surface(last) != scan.low(last):
        return mark
    if code == "h" and (timed := _hour_and_minutes(scan, mark, last)):
        return timed
    others = mark.alternatives
    if code == "m" and "m" in page.scale_signs and scan.glued(at) and not mark.spelled:
        others += ((mark.values[0] * 10**6,),)
    value = mark.values[0]
    if role == "unit" and scan.low(last + 1) in page.joiners and scan.low(last + 2) in page.halves:
        value, last = value + Decimal("0.5"), last + 2
    name = mark.spelled and mark.weak and scan.surface(at)[:1].isupper()
    return _to(
        scan, mark, last, kind=_ROLES[role], unit=code, weak=name, values=(value,), alternatives=others
    )


def _hour_and_minutes(scan: Scan, mark: Mark, last: int) -> Mark | None:
    """18 heures 30."""
    surface = scan.surface(last + 1)
    value = mark.scalar
    if not (len(surface) == 2 and surface.isdecimal() and scan.near(last + 1)) or value is None:
        return None
    if value % 1 or value > 24 or int(surface) > 59 or scan.phrase(last + 2, scan.lexicon.tails):
        return None
    return _to(
        scan, mark, last + 1, kind=NumberKind.TIME, values=(value, Decimal(surface)), weak=False,
        unit="24h" if value > 12 else "",
    )  # fmt: skip


def _is_clock(mark: Mark) -> bool:
    value = mark.scalar
    return value is not None and value.as_tuple().exponent == -2 and value < 24 and value % 1 < Decimal("0.6")


def _clock_values(mark: Mark) -> tuple[Decimal, ...]:
    value = mark.scalar or Decimal(0)
    return (value // 1, value % 1 * _HUNDRED)


def _clocked(scan: Scan, mark: Mark, role: str, last: int) -> Mark:
    """6.30 pm, 6 de la tarde."""
    value = mark.scalar
    if value is None or not 0 < value < (24 if _is_clock(mark) else 13):
        return mark
    hour, minutes = _clock_values(mark) if _is_clock(mark) else (value // 1, Decimal(0))
    if hour <= 12:
        hour = hour % 12 + (12 if role == "afternoon" else 0)
    return _to(
        scan,
        mark,
        last,
        kind=NumberKind.TIME,
        values=(hour, minutes),
        unit="24h",
        alternatives=(),
        weak=False,
    )


def _halves_of_day(scan: Scan, mark: Mark) -> Mark:
    hour, minutes = mark.values
    found = scan.phrase(mark.last + 1, scan.lexicon.tails) if scan.near(mark.last + 1) else None
    if found and found[0] in ("morning", "afternoon") and hour <= 12:
        hour = hour % 12 + (12 if found[0] == "afternoon" else 0)
        return _to(scan, mark, found[2], values=(hour, minutes), unit="24h")
    if found and found[1] == "h":
        return _to(scan, mark, found[2], unit="24h" if hour > 12 else "")
    return replace(mark, unit="24h") if hour > 12 or hour == 0 else mark


def _with_currency_before(scan: Scan, mark: Mark) -> Mark:
    """€100, US$ 5, U.S.$5, 100 after EUR."""
    at = mark.first - 1
    if mark.spelled or mark.unit or scan.low(at) not in CURRENCY_SIGNS or not scan.near(mark.first):
        return mark
    sign = scan.low(at)
    first = at
    if sign == "$" and scan.glued(at) and scan.low(at - 1) in ("us", "c", "a", "r", "u"):
        first, sign = at - 1, scan.low(at - 1) + "$"
    return _from(scan, mark, first, kind=NumberKind.MONEY, unit=CURRENCY_SIGNS.get(sign, CURRENCY_SIGNS["$"]))
