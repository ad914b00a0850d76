"""The reader of IPTC ninjs news items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.data import Article
from copydesk.errors import InputError
from copydesk.formats.html import Fragment, read_fragment
from copydesk.formats.newsml import nitf_markup
from copydesk.formats.ninjs import read_ninjs
from copydesk.formats.plain import read_plain
from copydesk.formats.xml import parse
from copydesk.ingest.base import Raw
from copydesk.ingest.clean import clean
from copydesk.ingest.compose import compose
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.records import json_object


class NinjsReader:
    """Reads ``.json``: one ninjs news item, version 1.x to 3.x."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        return news_article(raw, *json_object(raw))


def news_article(raw: Raw, item: Mapping[str, Any], notes: Sequence[str]) -> Article:
    """The article that a ninjs object holds.

    Raises:
        InputError: if it has no body.
    """
    news = read_ninjs(item)
    if not news.body:
        raise InputError(
            f"{raw.uri}: the news item has no body",
            remedy="Give it a body_text or body_html (1.x) or a bodies array (2.x, 3.x); other JSON records"
            " are read from .jsonl files",
        )
    body = clean(news.body)
    story = read_fragment(_without_nitf(body)) if news.markup else Fragment(read_plain(body))
    return compose(raw, story.blocks, news.about, media=story.media, shaped=not news.markup, notes=notes)


def _without_nitf(body: str) -> str:
    """``body`` as HTML where it is NITF, whole or its body alone."""
    if "<body.content" not in body:
        return body
    try:
        return nitf_markup(parse(body.encode(), doctype="skip"))
    except InputError:  # HTML readers take it as far as it goes
        return body
