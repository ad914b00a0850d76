"""Reading IPTC ninjs news items, versions 1.x to 3.x."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.formats.language_tag import language_tag
from copydesk.formats.metadata import Metadata
from copydesk.formats.timestamp import timestamp

_DATES = ("firstcreated", "contentcreated", "versioncreated")
_MARKUP = ("html", "xhtml", "richtext", "nitf")


@dataclass(frozen=True, slots=True)
class NewsItem:
    """``body`` is text or, if ``markup``, HTML; empty if the item has none. ``about.extras`` is the rest."""

    body: str
    markup: bool
    about: Metadata


def read_ninjs(item: Mapping[str, Any]) -> NewsItem:
    """The story of a news item. Markup is preferred to text where both are given.

    1.x has ``headline`` and ``body_text``, ``body_html``, ``body_xhtml`` (in fact any ``body_*``); 2.x and
    3.x have arrays ``headlines`` and ``bodies`` of objects with role, content type and value; names are in
    lower case before 3.0. Fields of a wrong type are taken as missing.
    """
    low = {key.lower(): value for key, value in item.items() if isinstance(key, str)}
    bodies = list(_bodies(low))
    body = next((b for b in bodies if b[1]), None) or next(iter(bodies), ("", False))
    used = ("headline", "headlines", "body", "bodies")
    rest = {k: v for k, v in item.items() if k.lower() not in used and not k.lower().startswith("body_")}
    about = Metadata(
        id=_text(low.get("uri")),
        title=next(_headlines(low), ""),
        author=_text(low.get("byline")) or _text(low.get("by")),
        date=next((date for name in _DATES if (date := timestamp(_text(low.get(name))))), ""),
        language=language_tag(_text(low.get("language"))),
        extras=json.dumps(rest, ensure_ascii=False, sort_keys=True) if rest else "",
    )
    return NewsItem(*body, about)


def is_ninjs(item: Mapping[str, Any]) -> bool:
    """Whether an object has a body as news items have it."""
    return any(isinstance(key, str) and (key.lower() == "bodies" or key.startswith("body_")) for key in item)


def _headlines(low: Mapping[str, Any]) -> Iterator[str]:
    for name in ("headline", "headline_main"):
        if text := _text(low.get(name)):
            yield text
    entries = [*_entries(low.get("headlines")), *_entries(low.get("headline"))]
    entries.sort(key=lambda entry: entry[0] not in ("main", "headline", ""))
    for _, _, text in entries:
        yield text
    yield from (text for name in ("title", "slugline") if (text := _text(low.get(name))))


def _bodies(low: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    for role, kind, text in [*_entries(low.get("bodies")), *_entries(low.get("body"))]:
        yield text, _is_markup(f"{role} {kind}", text)
    for name, value in low.items():
        if name.startswith("body_") and _text(value):
            yield _text(value), _is_markup(name, _text(value))


def _entries(value: Any) -> Iterator[tuple[str, str, str]]:
    """(role, content type, text) of the objects of an array, as 2.0 and later versions name them."""
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, dict):
            low = {str(k).lower(): v for k, v in entry.items()}
            if text := _text(low.get("value")) or _text(low.get("text")):
                role = _text(low.get("role")) or _text(low.get("name"))
                yield role.lower(), _text(low.get("contenttype")).lower(), text


def _is_markup(names: str, text: str) -> bool:
    return any(word in names for word in _MARKUP) or re.match(r"\s*<[a-z][\w.-]*[\s>]", text) is not None


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
