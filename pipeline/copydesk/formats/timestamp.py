"""Dates as pages and records write them."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?)?\s*(.*)$")
_FIGURES = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,T]+(\d{1,2}:\d{2}(?::\d{2})?)\s*([ap]\.?m\.?)?)?$",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{2}):?(\d{2})?$")


def timestamp(text: str) -> str:
    """``text`` as an ISO 8601 date or time, empty if it is none.

    Read are ISO 8601 and what is nearly so (``2022-05-04T03:00:00 UTC``, ``2022-5-3 22:17:36``), RFC 5322,
    and figures (``10/05/2022 05:22 pm``): day first as nearly everywhere, month first where it cannot be.
    What is ISO 8601 already stays as it is.
    """
    text = text.strip()
    if (found := _ISO.match(text)) is not None:
        return _iso(text, found)
    if (found := _FIGURES.match(text)) is not None:
        return _figures(found)
    try:
        return parsedate_to_datetime(text).isoformat()
    except ValueError:
        return ""


def _iso(text: str, found: re.Match[str]) -> str:
    year, month, day, clock, zone = found.groups()
    if day is None:
        return f"{year}-{int(month):02}" if not zone and 1 <= int(month) <= 12 else ""
    if _is_sound(text):
        return text
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
        half = (found[5] or "").lower()[:1]
        shifted = int(hour) % 12 + 12 * (half == "p") if half else int(hour)
        made += f"T{shifted:02}:{rest}"
    return made if _is_sound(made) else ""


def _is_sound(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
