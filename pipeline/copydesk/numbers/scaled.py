"""Scale words, signs and fractions right after a number in digits: 2,3 millones, $5m, 17 mil 280, 5 1/2."""

from __future__ import annotations

from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan
from copydesk.numbers.spelled import MOST, and_a_half, scale_after
from copydesk.numbers.units import CURRENCY_SIGNS

_SIMPLE = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_TOPS = frozenset("123")
_BOTTOMS = frozenset("248")
_MONEY_SIGNS = {"m": 10**6, "M": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 10**3, "K": 10**3}


def to(scan: Scan, mark: Mark, last: int, **changes: object) -> Mark:
    """``mark`` up to token ``last``."""
    return mark._replace(last=last, end=scan.end(last), **changes)  # type: ignore[arg-type]


def since(scan: Scan, mark: Mark, first: int, **changes: object) -> Mark:
    """``mark`` from token ``first`` on."""
    return mark._replace(first=first, start=scan.start(first), **changes)  # type: ignore[arg-type]


def scaled(scan: Scan, mark: Mark) -> Mark:
    """``mark`` times the scale word or sign after it."""
    if mark.scaled > 1 or mark.scalar is None or mark.scalar >= MOST:
        return mark
    found = _sign_scale(scan, mark) or scale_after(scan, mark.last)
    if found is None:
        value, _, last = and_a_half(scan, mark.scalar, 1, mark.last)
        return _loose(scan, mark) if last == mark.last else to(scan, mark, last, values=(value,))
    factor, last = found
    value, factor, last = and_a_half(scan, mark.scalar * factor, factor, last)
    others = tuple((v[0] * factor,) for v in mark.alternatives)
    if factor == 10**6 and (thousands := _thousands(scan, last)):
        value, others, last = value + thousands[0], (), thousands[1]
    elif factor == 1000 and (rest := _rest(scan, last)) is not None:
        value, others, last = value + rest, (), last + 1
        if more := scale_after(scan, last):
            value, factor, last = value * more[0], *more
    return to(scan, mark, last, values=(value,), scaled=factor, alternatives=others, kind=NumberKind.CARDINAL)


def _loose(scan: Scan, mark: Mark) -> Mark:
    """7 milles: thousands or miles."""
    factor = scan.lexicon.page.loose_scales.get(scan.low(mark.last + 1))
    if factor is None or not scan.near(mark.last + 1):
        return mark
    return mark._replace(alternatives=(*mark.alternatives, (mark.values[0] * factor,)), text="")


def _thousands(scan: Scan, last: int) -> tuple[Decimal, int] | None:
    """The rest of "5 millones 143 mil 312", and its last token."""
    if scan.low(last + 1) in scan.lexicon.page.joiners:
        last += 1
    many, word = _rest(scan, last), scan.low(last + 2)
    page = scan.lexicon.page
    if many is None or not scan.near(last + 2):
        return None
    if page.scales.get(word, page.loose_scales.get(word)) != 1000:
        return None
    rest = _rest(scan, last + 2)
    return many * 1000 + (rest or 0), last + 2 + (rest is not None)


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


def mixed(scan: Scan, mark: Mark) -> Mark:
    """``mark`` with the fraction after it: 5 1/2, 2½."""
    at = mark.last + 1
    value = mark.scalar
    if mark.spelled or value is None or value % 1 or not scan.near(at):
        return mark
    surface = scan.surface(at)
    if surface in _SIMPLE:
        return to(scan, mark, at, values=(value + _SIMPLE[surface],), kind=NumberKind.DECIMAL)
    if (
        surface in _TOPS
        and scan.low(at + 1) == "/"
        and scan.glued(at + 1)
        and scan.surface(at + 2) in _BOTTOMS
    ):
        share = Decimal(surface) / Decimal(scan.surface(at + 2))
        if share < 1 and scan.glued(at + 2):
            return to(scan, mark, at + 2, values=(value + share,), kind=NumberKind.DECIMAL)
    return mark


def _sign_scale(scan: Scan, mark: Mark) -> tuple[int, int] | None:
    """5 M€, $5m, 3,2 Md€, 20k: a sign counts when glued to the number or next to a currency."""
    at = mark.last + 1
    surface = scan.surface(at)
    before = scan.low(mark.first - 1) in CURRENCY_SIGNS
    factor = scan.lexicon.page.scale_signs.get(surface, 0)
    if not factor and before and scan.glued(at):
        factor = _MONEY_SIGNS.get(surface, 0)
    if not factor or not scan.near(at):
        return None
    currency = scan.low(at + 1) in CURRENCY_SIGNS and scan.near(at + 1)
    long = len(surface) > 1 or surface in "kK"
    if currency or before or (long and scan.glued(at)):
        end = at + 1 if scan.low(at + 1) == "." and currency is False and len(surface) > 2 else at
        return factor, end
    return None
