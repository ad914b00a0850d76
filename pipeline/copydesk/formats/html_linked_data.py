"""The article record of a page's JSON-LD (https://schema.org/NewsArticle)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Record = Mapping[str, Any]

_WRAPPED = re.compile(r"^\s*(?:(?://)?\s*<!\[CDATA\[|<!--)|(?:(?://)?\s*\]\]>|(?://)?\s*-->)\s*$")
_COMMA = re.compile(r"""("(?:[^"\\]|\\.)*")|,\s*(?=[}\]])""")
_ARTICLES = ("Article", "Posting", "Report", "Review", "Recipe")


def records(script: str) -> Iterator[Record]:
    """The records of one script, those of its graph and of its main entity too; none if it is not JSON."""
    try:
        content = _loaded(_WRAPPED.sub("", script))
    except (ValueError, RecursionError):
        return
    for item in content if isinstance(content, list) else [content]:
        if isinstance(item, dict):
            yield item
            inner = (item.get("@graph"), item.get("mainEntity"), item.get("mainEntityOfPage"))
            for held in inner:
                yield from (x for x in (held if isinstance(held, list) else [held]) if isinstance(x, dict))


def _loaded(script: str) -> Any:
    """The JSON in ``script``; browsers and search engines read over a comma too many."""
    try:
        return json.loads(script, strict=False)
    except ValueError:
        return json.loads(_COMMA.sub(lambda found: found[1] or "", script), strict=False)


def article_record(data: Sequence[Record]) -> Record:
    """The first article among the records, with what it names by ``@id`` put in its place; empty if none."""
    found: Record = {}
    known: dict[str, Record] = {}
    for item in data:
        if isinstance(name := item.get("@id"), str) and len(item) > 1:
            known.setdefault(name, item)
        if not found and any(kind.endswith(_ARTICLES) for kind in _kinds(item)):
            found = item
    return {key: _resolved(value, known) for key, value in found.items()}


def longest_body(data: Sequence[Record]) -> str:
    """The longest ``articleBody`` that the records give; empty if none."""
    bodies = (item.get("articleBody") for item in data)
    return max((body for body in bodies if isinstance(body, str)), key=len, default="")


def names(value: Any) -> str:
    """The names of people or organisations, joined by commas."""
    people = value if isinstance(value, list) else [value]
    found = (text(p.get("name")) if isinstance(p, Mapping) else text(p) for p in people)
    return ", ".join(dict.fromkeys(name for name in found if name and "://" not in name))


def text(value: Any) -> str:
    """``value`` if it is text, its first text if it is a list, else empty."""
    if isinstance(value, list):
        return next((item for item in value if isinstance(item, str)), "")
    return value if isinstance(value, str) else ""


def _kinds(item: Record) -> list[str]:
    kinds = item.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _resolved(value: Any, known: Mapping[str, Record]) -> Any:
    if isinstance(value, list):
        return [_resolved(item, known) for item in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
        return known.get(text(value.get("@id")), value)
    return value
