"""The reader of feed entries, which `containers` takes out of RSS, Atom and WordPress exports."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from copydesk.data import Article, Block, BlockRole, Original
from copydesk.formats.html import plain_line, read_fragment
from copydesk.formats.language_tag import language_tag
from copydesk.formats.metadata import Metadata
from copydesk.formats.timestamp import timestamp
from copydesk.ingest.base import Raw
from copydesk.ingest.clean import clean
from copydesk.ingest.compose import compose
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.records import json_object


class FeedReader:
    """Reads one entry of a feed."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        entry, notes = json_object(raw)
        story = read_fragment(clean(str(entry.get("html", ""))))
        about = Metadata(
            id=str(entry.get("id", "")),
            title=plain_line(str(entry.get("title", ""))),
            author=str(entry.get("author", "")),
            date=timestamp(str(entry.get("date", ""))),
            language=language_tag(entry.get("language")),
            description=str(entry.get("description", "")),
            keywords=tuple(map(str, entry.get("keywords", ()))),
            url=str(entry.get("url", "")),
            extras=_kept(entry),
        )
        article = compose(raw, story.blocks, about, media=story.media, notes=notes)
        return replace(article, original=_original(entry.get("original")))


def _kept(entry: dict[str, Any]) -> str:
    """What a translation of a post of a WordPress export is written by."""
    kept = {name: entry[name] for name in ("wxr", "site") if isinstance(entry.get(name), str)}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def _original(entry: Any) -> Original | None:
    """The text that an entry was translated from, its title as headline; None without its language."""
    if not isinstance(entry, dict) or (language := language_tag(entry.get("language"))) is None:
        return None
    blocks = read_fragment(clean(str(entry.get("html", "")))).blocks
    title = plain_line(str(entry.get("title", "")))
    headline = (Block("title", BlockRole.HEADLINE, title),) if title else ()
    return Original(language, (*headline, *blocks))
