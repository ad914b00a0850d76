"""Files that hold several articles: feeds, WordPress exports, news messages, lists of JSON records."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from copydesk.errors import InputError
from copydesk.formats.feeds import entries
from copydesk.formats.newsml import news_items
from copydesk.formats.xml import parse
from copydesk.ingest.base import Raw
from copydesk.ingest.decode import decode

_LISTS = ("items", "newsItems", "articles", "posts", "entries", "results", "docs")


@dataclass(frozen=True, slots=True)
class Record:
    """One article of a container: its number from 1, the reader that it needs, its bytes and its address."""

    number: int
    format: str
    data: bytes
    url: str = ""


def records(name: str, raw: Raw) -> Iterator[Record] | None:
    """The articles in ``raw``, a container called ``name``; None if it is one article by itself.

    Raises:
        InputError: if it holds none.
    """
    return _SPLIT[name](raw) if name in _SPLIT else None


def _feed(raw: Raw) -> Iterator[Record]:
    found = entries(raw.data)
    if not found:
        raise InputError(
            f"{raw.uri}: the feed has no entries with text", remedy="Fetch it again, or leave it out"
        )
    for number, entry in enumerate(found, 1):
        yield Record(
            number, "feed", json.dumps(entry, ensure_ascii=False).encode(), str(entry.get("url", ""))
        )


def _newsml(raw: Raw) -> Iterator[Record] | None:
    root = parse(raw.data, doctype="skip")
    if etree.QName(root).localname != "newsMessage":
        return None
    items = news_items(root)
    if not items:
        raise InputError(f"{raw.uri}: it holds no news item with text", remedy="Export the items themselves")
    return (Record(number, "newsml", data) for number, data in enumerate(items, 1))


def _json(raw: Raw) -> Iterator[Record] | None:
    try:
        content = json.loads(decode(raw.data, raw.uri).text)
    except (ValueError, RecursionError):
        return None  # the reader says what is wrong
    found = _listed(content)
    if found is None:
        return None
    if not any(isinstance(item, dict) for item in found):
        raise InputError(f"{raw.uri}: its list holds no objects", remedy="Give articles as JSON objects")
    about = content if isinstance(content, dict) else {}
    shared = {key: about[key] for key in ("language",) if isinstance(about.get(key), str)}
    return (
        Record(number, "jsonl", json.dumps({**shared, **item}, ensure_ascii=False).encode())
        for number, item in enumerate(found, 1)
        if isinstance(item, dict)
    )


def _listed(content: Any) -> list[Any] | None:
    """The list of articles that a JSON document is or wraps."""
    if isinstance(content, list):
        return content
    if isinstance(content, dict):
        lists = [content[name] for name in _LISTS if isinstance(content.get(name), list)]
        if len(lists) == 1 and not any(str(key).lower().startswith(("body", "content")) for key in content):
            return list(lists[0])
    return None


_SPLIT: Mapping[str, Callable[[Raw], Iterator[Record] | None]] = {
    "feed": _feed,
    "json": _json,
    "newsml": _newsml,
}
