"""What the Unicode CLDR tells about a language, through Babel: formats, months, units and scales.

It serves the languages that have no page of their own for numbers, and gives others a start. It knows no
number words: without them nobody can say that a number is missing, only that figures differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from copydesk.languages.contract.numerals import Numerals

_UNITS = {
    "length-kilometer": "km", "length-meter": "m", "length-centimeter": "cm", "length-millimeter": "mm",
    "length-mile": "mile", "length-foot": "ft", "length-inch": "inch", "length-yard": "yd",
    "mass-kilogram": "kg", "mass-gram": "g", "mass-ton": "t", "mass-tonne": "t", "mass-pound": "pound",
    "volume-liter": "l", "volume-gallon": "gal", "area-hectare": "ha", "area-acre": "acre",
    "area-square-kilometer": "km2", "area-square-mile": "mi2", "area-square-meter": "m2",
    "area-square-foot": "ft2", "volume-cubic-meter": "m3", "speed-kilometer-per-hour": "km/h",
    "speed-mile-per-hour": "mph", "angle-degree": "deg", "temperature-celsius": "C",
    "temperature-fahrenheit": "F", "duration-second": "s", "duration-minute": "min", "duration-hour": "h",
    "duration-day": "day", "duration-week": "week", "duration-month": "month", "duration-year": "year",
}  # fmt: skip
_CURRENCIES = ("EUR", "USD", "GBP", "JPY", "CNY", "RUB", "CHF", "PLN", "CZK", "HUF")
_CAPITALS = (
    "Europe/London",
    "Europe/Paris",
    "Europe/Madrid",
    "Europe/Berlin",
    "Europe/Rome",
    "Europe/Brussels",
    "Europe/Moscow",
    "Europe/Lisbon",
    "Europe/Vienna",
    "Europe/Athens",
    "Europe/Dublin",
    "Europe/Warsaw",
    "Europe/Prague",
    "Europe/Budapest",
    "Europe/Stockholm",
    "Europe/Oslo",
    "Europe/Kiev",
    "Asia/Tokyo",
    "Asia/Shanghai",
    "Asia/Tehran",
    "Asia/Damascus",
    "Asia/Baghdad",
    "Asia/Jerusalem",
    "America/Caracas",
    "America/Bogota",
    "America/Lima",
    "Africa/Cairo",
    "Africa/Nairobi",
    "Australia/Sydney",
)
"""Cities whose name a language may write as English does, so that the CLDR leaves it out."""

_ONE_WORD = re.compile(r"[^\W\d_]{4,}")
_SPACES = " \u00a0\u202f\u2009"


def locale(code: str) -> Locale | None:
    """The CLDR's page of the language ``code``; None if it has none."""
    try:
        return Locale(code)
    except (UnknownLocaleError, ValueError):
        return None


@cache
def numerals(code: str) -> Numerals:
    """Formats, months, scales, units and currencies of ``code``; neutral ones where the CLDR has none."""
    page = locale(code)
    if page is None:
        return Numerals()
    data = page._data  # the units and compact formats of Babel have no public table
    symbols = data["number_symbols"].get("latn", {})
    scales = dict(_scales(data["compact_decimal_formats"]["long"]))
    scales |= dict(_scales(data["compact_decimal_formats"].get("short", {})))
    return Numerals(
        decimal_marks=symbols.get("decimal", "."),
        group_marks=symbols.get("group", ",").strip(_SPACES),
        scales={word: value for word, value in scales.items() if _is_word(word, value)},
        scale_signs={word: value for word, value in scales.items() if not _is_word(word, value)},
        percent=("%",),
        currencies=dict(_currencies(data)),
        units=dict(_units(data["unit_patterns"])),
        months=dict(_months(data["months"])),
        morning=tuple(_day_period(data, "am")),
        afternoon=tuple(_day_period(data, "pm")),
        clock24=True,
    )


@cache
def places(code: str) -> Mapping[str, str]:
    """Countries and large cities of one word, in lower case, to their CLDR codes (DE, Europe/Paris)."""
    page = locale(code)
    if page is None:
        return {}
    named = {key: name for key, name in page.territories.items() if len(key) == 2}
    named |= {zone: data.get("city", _city(zone)) for zone, data in page.time_zones.items()}
    for zone in _CAPITALS:
        named.setdefault(zone, _city(zone))
    return {name.lower(): key for key, name in named.items() if _ONE_WORD.fullmatch(name)}


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


@cache
def script(code: str) -> str:
    """The script that ``code`` is mostly written in, as ISO 15924 has it (Latn, Cyrl); empty if unknown."""
    likely = get_global("likely_subtags").get(code, "")
    return next((part for part in likely.split("_")[1:] if len(part) == 4), "")


def _is_word(word: str, value: int) -> bool:
    """Whether a scale is a word by itself, and a power of a thousand."""
    return len(word) > 2 and word.islower() and len(str(value)) % 3 == 1


def _scales(formats: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, int]]:
    for patterns in formats.values():
        for size, pattern in patterns.items():
            text = getattr(pattern, "pattern", pattern).split(";")[0]
            word = text.strip("0" + _SPACES).replace("'", "").strip("." + _SPACES).removeprefix("de ")
            if word and word not in "\u200f\u200e":
                yield word, int(size) // 10 ** (text.count("0") - 1)


def _currencies(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for code in _CURRENCIES:
        names = [data["currency_names"].get(code, "")]
        plural = data["currency_names_plural"].get(code, {})
        names += plural.values() if isinstance(plural, Mapping) else []
        yield from ((name.lower(), code) for name in names if name)


def _units(patterns: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Iterator[tuple[str, str]]:
    for name, unit in _UNITS.items():
        for width in ("long", "short"):
            for key, pattern in _flat(patterns.get(name, {}).get(width, {})):
                word = pattern.replace("{0}", "").strip(_SPACES + "\u200f").lower()
                if key != "per" and word and "{" not in word:
                    yield word, unit


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The patterns of a unit by plural form, those by grammatical case too."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value)
        elif isinstance(value, str):
            yield key, value


def _months(months: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterator[tuple[str, int]]:
    for context in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            for number, name in months[context][width].items():
                if len(word := name.lower().rstrip(".")) > 2:
                    yield word, number


def _day_period(data: Mapping[str, Any], name: str) -> Iterable[str]:
    found = {data["day_periods"][context]["wide"].get(name, "") for context in ("format", "stand-alone")}
    return sorted(word.lower() for word in found if word)
