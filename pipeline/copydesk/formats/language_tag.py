"""BCP 47 tags as pages and records write them."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,4}$")


def language_tag(text: str | None) -> str | None:
    """``text`` as a BCP 47 tag in its usual case ("es_mx" gives "es-MX"); None if it is not one."""
    text = (text or "").split(".")[0].strip()
    if not _TAG.match(text):
        return None
    language, *others = re.split("[-_]", text)
    return "-".join([language.lower(), *(_cased(part) for part in others)])


def _cased(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()
