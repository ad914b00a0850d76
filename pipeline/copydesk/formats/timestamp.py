"""Dates as pages and records write them."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def timestamp(text: str) -> str:
    """``text`` if it is an ISO 8601 date or time, an RFC 5322 date as ISO 8601, else the empty string."""
    text = text.strip()
    if _ISO.match(text):
        return _checked(text)
    try:
        return parsedate_to_datetime(text).isoformat()
    except ValueError:
        return ""


def _checked(text: str) -> str:
    if len(text) == 7:
        return text
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return ""
    return text
