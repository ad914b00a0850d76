"""The reader of Markdown."""

from __future__ import annotations

import codecs
import json
from dataclasses import replace

from copydesk.data import Article
from copydesk.formats.markdown import read_markdown
from copydesk.ingest.base import Raw
from copydesk.ingest.compose import compose
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.source import source_text


class MarkdownReader:
    """Reads ``.md`` and ``.markdown``: posts of Hugo and Jekyll, CommonMark with front matter."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        text, notes = source_text(raw)
        post = read_markdown(text)
        damaged = "" if post.front.sound else "the front matter is damaged: it stays as it is"
        mark = "\ufeff" if raw.data.startswith(codecs.BOM_UTF8) else ""
        return compose(
            raw,
            post.blocks,
            replace(post.about, extras=json.dumps({"markdown": mark + text}, ensure_ascii=False)),
            media=post.media,
            labels=post.labels,
            notes=(*notes, damaged),
        )
