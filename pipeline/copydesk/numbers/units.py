"""What units measure, which agree, what converts into what, and where time zones lie."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

ZONES = {
    "gmt": 0, "utc": 0, "tu": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "pst": -480, "pdt": -420, "jst": 540,
}  # fmt: skip
"""Time zones by their usual letters, in minutes east of Greenwich."""


TIME_UNITS = frozenset({"s", "min", "h", "day", "week", "month", "year", "decade", "age"})
"""Units of duration."""

_SCALES: dict[str, tuple[str, Fraction]] = {
    "mm": ("length", Fraction(1, 1000)), "cm": ("length", Fraction(1, 100)), "m": ("length", Fraction(1)),
    "km": ("length", Fraction(1000)), "mile": ("length", Fraction(1609344, 1000)),
    "yd": ("length", Fraction(9144, 10000)), "ft": ("length", Fraction(3048, 10000)),
    "inch": ("length", Fraction(254, 10000)),
    "mg": ("mass", Fraction(1, 1000)), "g": ("mass", Fraction(1)), "kg": ("mass", Fraction(1000)),
    "t": ("mass", Fraction(10**6)), "lb": ("mass", Fraction(45359237, 100000)),
    "ml": ("volume", Fraction(1, 1000)), "cl": ("volume", Fraction(1, 100)),
    "dl": ("volume", Fraction(1, 10)),
    "l": ("volume", Fraction(1)), "gal": ("volume", Fraction(3785, 1000)),
    "m2": ("area", Fraction(1)), "ha": ("area", Fraction(10**4)), "km2": ("area", Fraction(10**6)),
    "m3": ("volume", Fraction(1000)), "cm3": ("volume", Fraction(1, 1000)),
    "barrel": ("volume", Fraction(158987, 1000)), "ft2": ("area", Fraction(9290, 10**5)),
    "acre": ("area", Fraction(404686, 100)), "mi2": ("area", Fraction(2589988)),
    "km/h": ("speed", Fraction(1)), "mph": ("speed", Fraction(1609344, 10**6)),
    "s": ("time", Fraction(1)), "min": ("time", Fraction(60)), "h": ("time", Fraction(3600)),
    "day": ("time", Fraction(86400)), "week": ("time", Fraction(7 * 86400)),
    "month": ("years", Fraction(1)), "year": ("years", Fraction(12)),
    "decade": ("years", Fraction(120)), "age": ("years", Fraction(1200)),
    "EUR": ("EUR", Fraction(1)), "USD": ("USD", Fraction(1)),
    "MB": ("bytes", Fraction(1)), "GB": ("bytes", Fraction(1000)), "TB": ("bytes", Fraction(10**6)),
    "bp": ("rate", Fraction(1)), "pp": ("rate", Fraction(100)), "pt": ("rate", Fraction(100)),
    "kW": ("power", Fraction(1)), "MW": ("power", Fraction(1000)), "GW": ("power", Fraction(10**6)),
}  # fmt: skip

TACIT = TIME_UNITS | {"x", "pt", "24h"}
"""Units that speakers leave out: an age, an hour, points won."""

_IMPERIAL = frozenset({"mile", "yd", "ft", "inch", "lb", "gal", "barrel", "ft2", "acre", "mi2", "mph"})
_WITHIN = Fraction(5, 1000)
"""What rounding within one system of units may cost; articles round more from miles to kilometres."""

_TOLERANCE = Fraction(3, 100)
_DOLLARS = frozenset({"USD", "CAD", "AUD"})
_CROWNS = frozenset({"crown", "CZK"})
_FRANCS = frozenset({"franc", "CHF"})
_KIN = (
    _DOLLARS,
    _CROWNS,
    _FRANCS,
    frozenset({"pt", "pp"}),
    frozenset({"GBP", "lb"}),
    frozenset({"deg", "C"}),
)


def dimension(unit: str) -> str:
    """What a unit measures (length, mass, time ...), empty for currencies and unknown units."""
    scale = _SCALES.get(unit)
    return "" if scale is None or unit in ("EUR", "USD") else scale[0]


def agree(first: str, second: str) -> bool:
    """Whether two units may name the same thing; no unit agrees with any."""
    if first == second or not first or not second:
        return True
    return any(first in kin and second in kin for kin in _KIN)


def agree_exactly(first: str, second: str) -> bool:
    """Whether two units may name the same thing, one that is missing not."""
    return first == second or (bool(first and second) and agree(first, second))


def converts(first: Decimal, unit: str, second: Decimal, other: str) -> bool:
    """Whether ``first`` in ``unit`` is ``second`` in ``other``, within 3 % from one system to another."""
    if unit == "C" and other == "F":
        return abs(first * 9 / 5 + 32 - second) <= 1
    if unit == "F" and other == "C":
        return abs(second * 9 / 5 + 32 - first) <= 1
    here, there = _SCALES.get(unit), _SCALES.get(other)
    if here is None or there is None or here[0] != there[0]:
        return False
    left, right = Fraction(first) * here[1], Fraction(second) * there[1]
    rounded = _TOLERANCE if (unit in _IMPERIAL) is not (other in _IMPERIAL) else _WITHIN
    return abs(left - right) <= rounded * max(abs(left), abs(right))


def counted_in(value: Decimal, unit: str, other: str) -> Decimal | None:
    """``value`` of one unit of time in another, if that is a whole number: three decades are 30 years."""
    here, there = _SCALES.get(unit), _SCALES.get(other)
    if here is None or there is None or here[0] != there[0] or not {unit, other} <= TIME_UNITS:
        return None
    count = Fraction(value) * here[1] / there[1]
    return Decimal(count.numerator) if count.denominator == 1 else None
