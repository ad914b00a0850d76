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
    "pound": ("mass", Fraction(45359237, 100000)), "ug": ("mass", Fraction(1, 10**6)),
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
    "kWh": ("energy", Fraction(1)), "MWh": ("energy", Fraction(1000)), "GWh": ("energy", Fraction(10**6)),
    "TWh": ("energy", Fraction(10**9)), "kW": ("power", Fraction(1)),
    "MW": ("power", Fraction(1000)), "GW": ("power", Fraction(10**6)),
}  # fmt: skip

TACIT = TIME_UNITS | {"x", "pt", "24h"}
"""Units that speakers leave out: an age, an hour, points won."""

_IMPERIAL = frozenset(
    {"mile", "yd", "ft", "inch", "lb", "pound", "gal", "barrel", "ft2", "acre", "mi2", "mph"}
)
_TOLERANCE = Fraction(3, 100)
_DEGREE = Decimal("0.6")
_TEN = 10
_ROUNDED, _MOST_ROUNDED = Fraction(3, 4), Fraction(1, 10)
"""What rounding to the last figure may cost from one system to another, and the most of it."""

_MAY_BE = {
    "USD": {"US$", "CAD", "AUD", "NZD", "HKD", "SGD"},
    "crown": {"CZK", "SEK", "NOK", "DKK"},
    "franc": {"CHF"},
    "peso": {"MXN", "ARS", "CLP", "COP"},
    "pound": {"GBP", "lb"},
    "pt": {"pp"},
    "deg": {"C", "F"},
}
"""Units that a word or sign leaves open, and what each may be: a libra is money or a weight."""

_MONEY = frozenset({"EUR", "USD", "US$"})


def dimension(unit: str) -> str:
    """What a unit measures (length, mass, time ...), empty for currencies and unknown units."""
    scale = _SCALES.get(unit)
    return "" if scale is None or unit in _MONEY else scale[0]


def agree(first: str, second: str) -> bool:
    """Whether two units may name the same thing; no unit agrees with any."""
    if first == second or not first or not second:
        return True
    return second in _MAY_BE.get(first, ()) or first in _MAY_BE.get(second, ())


def agree_exactly(first: str, second: str) -> bool:
    """Whether two units may name the same thing, one that is missing not."""
    return first == second or (bool(first and second) and agree(first, second))


def converts(first: Decimal, unit: str, second: Decimal, other: str) -> bool:
    """Whether ``first`` in ``unit`` is ``second`` in ``other``.

    Exactly within one system. From one to another within 3 %, or as far as the last figure of the rounder one
    allows (200 miles, 300 km). Degrees of one text may be Fahrenheit, temperatures or differences of them.
    """
    degrees = {unit, other}
    if degrees <= {"C", "F", "deg"} and degrees != {"C"} and degrees != {"F"}:
        return (other != "F" and unit != "C" and _celsius(first, second)) or (
            unit != "F" and other != "C" and _celsius(second, first)
        )
    if "cent" in (unit, other) and {unit, other} & _MONEY:
        return first == second * 100 if unit == "cent" else first * 100 == second
    here, there = _SCALES.get(unit), _SCALES.get(other)
    if here is None or there is None or here[0] != there[0]:
        return False
    left, right = Fraction(first) * here[1], Fraction(second) * there[1]
    if (unit in _IMPERIAL) is (other in _IMPERIAL):
        return left == right
    far = abs(left - right)
    return far <= _TOLERANCE * max(abs(left), abs(right)) or any(
        far <= _rounding(value) * scale for value, scale in ((first, here[1]), (second, there[1]))
    )


def _celsius(fahrenheit: Decimal, celsius: Decimal) -> bool:
    return abs((fahrenheit - 32) * 5 / 9 - celsius) < 1 or abs(fahrenheit * 5 / 9 - celsius) < _DEGREE


def _rounding(value: Decimal) -> Fraction:
    """How far a value rounded to its last figure may lie from the true one: 75 for 300, at most a tenth."""
    exponent = value.normalize().as_tuple().exponent
    last = Fraction(10) ** int(exponent) if value else Fraction(0)
    most = _MOST_ROUNDED * abs(Fraction(value)) if abs(value) >= _TEN else Fraction(1)
    return min(_ROUNDED * last, most)


def counted_in(value: Decimal, unit: str, other: str) -> Decimal | None:
    """``value`` of one unit of time in another, if that is a whole number: three decades are 30 years."""
    here, there = _SCALES.get(unit), _SCALES.get(other)
    if here is None or there is None or here[0] != there[0] or not {unit, other} <= TIME_UNITS:
        return None
    count = Fraction(value) * here[1] / there[1]
    return Decimal(count.numerator) if count.denominator == 1 else None
