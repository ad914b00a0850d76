"""The text that puts a source number into a slot, in the target language's format and grammar."""

from __future__ import annotations

import re
from decimal import Decimal

from copydesk.data import NumberKind, Quantity
from copydesk.languages.contract.numerals import Numerals
from copydesk.numbers.mark import Mark, Values
from copydesk.numbers.relate import PAIRS
from copydesk.numbers.roman import to_roman
from copydesk.numbers.slots import Slot
from copydesk.numbers.write import clock, digits, ordinal, pair_digits, write

_SEPARATED = re.compile(r"\d[.,'’ \u00a0\u202f\u2009]\d{3}(?!\d)")
_SAFE_PAIR = re.compile(r"\d+(?:[.,]\d+)?[-–:/]\d+(?:[.,]\d+)?")


def fill(slot: Slot, source: Mark, surface: str, page: Numerals, language: str) -> str | None:
    """What to write into ``slot`` for ``source`` (written ``surface``); None where nothing fits."""
    if source.kind in (NumberKind.IDENTIFIER, NumberKind.PHONE):
        return _code(slot, source, surface)
    if source.kind is NumberKind.TIME:
        return _time(slot, source.values, page)
    if source.unit == "h" and source.alternatives:
        return _time(slot, source.alternatives[0], page)
    if source.kind in PAIRS:
        return _pair(slot, source, surface, page, language)
    if source.kind is NumberKind.DATE:
        return _date(slot, source, surface, page)
    return _scalar(slot, source, surface, page)


def _time(slot: Slot, values: Values, page: Numerals) -> str | None:
    if slot.joiner.strip() in (":", "h", "H", "."):
        return f"{int(values[0])}{slot.joiner}{int(values[1]):02}"
    fits = slot.kind in (NumberKind.CARDINAL, NumberKind.YEAR)
    return clock(values, page.style) if fits else None


def _code(slot: Slot, source: Mark, surface: str) -> str | None:
    if slot.kind is not NumberKind.IDENTIFIER:
        return surface
    return digits(source.values[0], Numerals().style, grouped=False) if source.values else None


def _pair(slot: Slot, source: Mark, surface: str, page: Numerals, language: str) -> str | None:
    if source.unit and slot.unit and source.unit != slot.unit:
        return None
    if slot.joiner.strip() in ("-", "–", ":", "/") and len(source.values) == 2:
        return slot.joiner.join(pair_digits(source.values, page.style))
    match = _SAFE_PAIR.search(surface)
    if match and (page.style.decimal in match.group() or not re.search(r"[.,]", match.group())):
        return match.group()
    return write(Quantity(source.values), source.kind, language)


def _date(slot: Slot, source: Mark, surface: str, page: Numerals) -> str | None:
    year, month, day = source.values
    if not source.parts and not year and slot.kind is NumberKind.DATE:
        first = day == 1 and page.style.ordinals.get(1) == "er"
        return ordinal(day, page.style) if first or slot.tail else str(day)
    if surface[0].isdecimal() and surface[-1].isdecimal() and " " not in surface and year:
        if re.match(r"\d{4}-", surface) or not page.month_first:
            return surface
        mark = next(c for c in surface if not c.isdecimal())
        return mark.join((str(month), str(day), surface.rsplit(mark, 1)[-1]))
    return None


def _scalar(slot: Slot, source: Mark, surface: str, page: Numerals) -> str | None:
    value = source.values[0]
    style = page.style
    if source.kind is NumberKind.REGNAL and slot.kind in (NumberKind.CARDINAL, NumberKind.REGNAL):
        return to_roman(int(value))
    if slot.kind is NumberKind.CENTURY:
        roman = style.roman_ordinal or "{n}" in style.century
        if not roman:
            return ordinal(value, style) if slot.tail else str(value)
        return to_roman(int(value)) + (style.roman_ordinal if slot.tail else "")
    if slot.kind is NumberKind.ORDINAL and value == value.to_integral_value():
        kept = slot.tail and len(style.ordinals) <= 2 and int(value) not in style.ordinals
        return f"{value:f}{slot.tail}" if kept else ordinal(value, style)
    if slot.joiner.strip() in ("h", "H", ":", "/", "-", "–"):
        return None
    if source.scaled > 1:
        value = _trimmed(value / slot.scaled)
    year = source.kind in (NumberKind.YEAR, NumberKind.DECADE)
    grouped = not year and (value >= 10**4 or bool(_SEPARATED.search(surface)))
    number = digits(value, style, grouped=grouped)
    if slot.kind is NumberKind.PERCENTAGE and slot.tail:
        sign = slot.tail.strip()
        return number + (style.percent if sign in ("%", "‰") else slot.tail[: slot.tail.index(sign)]) + sign
    return number


def _trimmed(value: Decimal) -> Decimal:
    """``value`` without superfluous zeros or exponent."""
    short = value.normalize()
    return short if short.as_tuple().exponent in range(-20, 1) else Decimal(f"{value:f}")
