"""Options of reading."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from copydesk.stage import Options


def _names(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_names)]
"""Keys to try in order, the first that holds something wins; a single name may be given bare."""


class FieldMap(Options):
    """Which keys of a JSON record hold what. ``html`` is preferred to ``text`` where both are there."""

    id: Names = ("id", "uri", "guid", "url")
    title: Names = ("title", "headline")
    text: Names = ("text", "body", "content", "maintext", "body_text", "content_text")
    html: Names = ("html", "body_html", "content_html")
    language: Names = ("language", "lang")
    date: Names = ("date", "published", "date_publish", "published_at", "date_published")
    author: Names = ("author", "byline", "authors")
    url: Names = ("url", "link", "external_url")
    description: Names = ("description", "summary", "excerpt")
    keywords: Names = ("keywords", "tags")


class IngestOptions(Options):
    """How articles are found and read.

    ``fields`` maps the keys of .jsonl records. ``max_bytes`` is the largest article (or .jsonl record)
    that is read, unpacked; ``max_ratio`` the largest ratio of unpacked to packed size of a .gz file over
    1 MiB. ``root`` is a folder that uris are relative to, instead of the deepest one common to the inputs.
    ``base_url`` is the address of that folder on the web: what links of a document that does not say its own
    address are relative to. ``web_seconds`` is how long a page from the web may take, ``allow_private``
    whether it may come from inside a private network. ``stdin`` is the reader for standard input; empty:
    told from its first bytes.
    """

    fields: FieldMap = FieldMap()
    max_bytes: int = Field(default=64 * 1024 * 1024, gt=0)
    max_ratio: int = Field(default=200, gt=1)
    root: str = ""
    base_url: str = ""
    web_seconds: float = Field(default=30.0, gt=0)
    allow_private: bool = False
    stdin: str = ""
