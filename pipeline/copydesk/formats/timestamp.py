"""Dates as pages and records write them."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache

from copydesk.languages import KNOWN, facts

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?)?\s*(.*)$")
_FIGURES = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,T]+(\d{1,2}:\d{2}(?::\d{2})?)\s*([ap]\.?m\.?)?)?$",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:er|[.ºª°])?\s+(?:de\s+|d['’]|del\s+)?(?P<month>[^\W\d_]{3,})\.?,?\s+"
    r"(?:del?\s+)?(?P<year>\d{4})(?!\d)(?P<rest>.*)",
    re.DOTALL,
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[^\W\d_]{3,})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})(?!\d)(?P<rest>.*)",
    re.DOTALL,
)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})\s?[:h]\s?(\d{2})(?!\d)(?::\d{2})?\s*([ap])?\.?(?:m\b)?", re.IGNORECASE)
_RFC_5322 = re.compile(
    r"(?:[A-Za-z]{3},\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s*[A-Z+-]"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_OFFSET = re.compile(r"(\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?)\s*([+-]\d{2}):?(\d{2})$")
_ZONE = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{2}):?(\d{2})?$")


def timestamp(text: str) -> str:
    """``text`` as an ISO 8601 date or time, empty if it is none.

    Read are ISO 8601 and what is nearly so (``2022-05-04T03:00:00 UTC``, ``2022-5-3 22:17:36``), RFC 5322,
    figures (``10/05/2022 05:22 pm``): day first as nearly everywhere, month first where it cannot be; and
    months by name in every language known (``4 de mayo de 2022``, ``May 4, 2022``).
    What is ISO 8601 already stays as it is.
    """
    text = text.strip()
    if (found := _COMPACT.match(text)) is not None:
        text = "-".join(found.groups())
    if (found := _ISO.match(text)) is not None:
        return _iso(text, found)
    if (found := _FIGURES.match(text)) is not None:
        return _figures(found)
    try:
        return parsedate_to_datetime(text).isoformat() if _RFC_5322.match(text) else _named(text)
    except ValueError:
        return _named(text)


def _iso(text: str, found: re.Match[str]) -> str:
    year, month, day, clock, zone = found.groups()
    if day is None:
        return f"{year}-{int(month):02}" if not zone and 1 <= int(month) <= 12 else ""
    written = _OFFSET.sub(r"\1\2:\3", text).replace(" ", "T", 1)
    if _is_sound(written):
        return written
    made = f"{year}-{int(month):02}-{int(day):02}"
    if clock:
        made += f"T{clock.rjust(len(clock) + (clock.index(':') == 1), '0')}{_zone(zone)}"
    return made if _is_sound(made) else ""


def _zone(text: str) -> str:
    if text.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    found = _ZONE.match(text)
    return f"{found[1]}{found[2]}:{found[3] or '00'}" if found else ""


def _figures(found: re.Match[str]) -> str:
    day, month, year = int(found[1]), int(found[2]), found[3]
    if month > 12 >= day:
        day, month = month, day
    made = f"{year}-{month:02}-{day:02}"
    if found[4]:
        hour, _, rest = found[4].partition(":")
        made += f"T{_hour(hour, found[5] or ''):02}:{rest}"
    return made if _is_sound(made) else ""


def _named(text: str) -> str:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for found in pattern.finditer(text[:200]):
            if month := _months().get(found["month"].casefold()):
                made = f"{found['year']}-{month:02}-{int(found['day']):02}"
                if clock := _CLOCK.search(found["rest"]):
                    made += f"T{_hour(clock[1], clock[3] or ''):02}:{clock[2]}"
                return made if _is_sound(made) else ""
    return ""


def _hour(written: str, half: str) -> int:
    """The hour from 0, where ``half`` is "am" or "pm" or empty."""
    return int(written) % 12 + 12 * (half.lower()[:1] == "p") if half else int(written)


@cache
def _months() -> dict[str, int]:
    """Every name of a month, and its first three letters or more where these mean one month alone."""
    names = [pair for language in KNOWN for pair in facts(language).numerals.months.items()]
    short: dict[str, set[int]] = {}
    for name, number in names:
        for length in range(3, len(name)):
            short.setdefault(name[:length], set()).add(number)
    return {part: min(found) for part, found in short.items() if len(found) == 1} | dict(names)


def _is_sound(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
