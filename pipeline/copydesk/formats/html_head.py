"""Title, author, date, language and alternates of a page, from its head, JSON-LD and marked elements.

Sources in order of trust. Title: Open Graph, JSON-LD, ``<title>`` without the name of the site. Author: meta,
JSON-LD, rel or itemprop author. Date: Open Graph, JSON-LD, meta, the first ``<time>``. Language: ``lang`` of
the page, Open Graph, Content-Language, JSON-LD.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from copydesk.formats.html_page import Head
from copydesk.formats.language_tag import language_tag
from copydesk.formats.metadata import Metadata
from copydesk.formats.timestamp import timestamp

_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_DATES = ("date", "dc.date.issued", "dc.date", "dcterms.created", "datepublished", "pubdate", "publishdate",
          "parsely-pub-date", "sailthru.date", "article:published")  # fmt: skip
_SITES = ("og:site_name", "application-name")
_SEPARATORS = re.compile(r"\s+[-–—|·•»]\s+")


def metadata(head: Head) -> Metadata:
    """What the page says; fields it does not state are empty."""
    record = _record(head.data)
    return Metadata(
        title=title(head) or _text(record.get("headline")),
        author=_author(head, record),
        date=_date(head, record),
        language=_language(head, record),
        alternates=_alternates(head.alternates),
    )


def title(head: Head) -> str:
    """The page's title without the name of the site."""
    if found := head.meta.get("og:title") or head.meta.get("twitter:title"):
        return " ".join(found.split())
    parts = _SEPARATORS.split(head.title)
    sites = {head.meta.get(name, "").casefold() for name in _SITES}
    if len(parts) > 1 and (parts[-1].casefold() in sites or len(parts[-1]) * 3 < len(head.title)):
        return head.title[: head.title.rindex(parts[-1])].rstrip(" -–—|·•»")
    return head.title


def _author(head: Head, record: Mapping[str, Any]) -> str:
    stated = (head.meta.get(name, "") for name in _AUTHORS)
    found = next((text for text in stated if text and "://" not in text), "")
    named = (
        found or _names(record.get("author")) or next((" ".join(a.split()) for a in head.authors if a), "")
    )
    return " ".join(named.split())[:200]


def _date(head: Head, record: Mapping[str, Any]) -> str:
    stated = [head.meta.get("article:published_time", ""), _text(record.get("datePublished"))]
    stated += [head.meta.get(name, "") for name in _DATES]
    return next((found for text in [*stated, *head.times] if (found := timestamp(text))), "")


def _language(head: Head, record: Mapping[str, Any]) -> str | None:
    meta = head.meta
    stated = (
        head.language,
        meta.get("og:locale"),
        meta.get("content-language"),
        meta.get("dc.language"),
        _text(record.get("inLanguage")),
    )
    return next((tag for text in stated if (tag := language_tag(text))), None)


def _alternates(stated: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    found: dict[tuple[str, str], None] = {}
    for text, url in stated:
        if tag := language_tag(text):
            found[tag, url] = None
    return tuple(found)


def _record(scripts: Sequence[str]) -> Mapping[str, Any]:
    """The first article of the JSON-LD scripts; scripts that are not JSON are for others to mend."""
    for script in scripts:
        try:
            content = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for item in _items(content):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(n, str) and n.endswith(("Article", "Posting", "Report")) for n in names):
                return item
    return {}


def _items(content: Any) -> Iterable[dict[str, Any]]:
    for item in content if isinstance(content, list) else [content]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (x for x in graph if isinstance(x, dict)) if isinstance(graph, list) else ()


def _names(value: Any) -> str:
    people = value if isinstance(value, list) else [value]
    names = (_text(p.get("name")) if isinstance(p, dict) else _text(p) for p in people)
    return ", ".join(name for name in names if name)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
