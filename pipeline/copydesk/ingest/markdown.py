"""The reader of Markdown."""

from __future__ import annotations

from copydesk.data import Article
from copydesk.formats.markdown import read_markdown
from copydesk.ingest.base import Raw
from copydesk.ingest.compose import compose
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.source import source_text


class MarkdownReader:
    """Reads ``.md``: CommonMark with front matter."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        text, notes = source_text(raw)
        story, about = read_markdown(text)
        return compose(raw, story.blocks, about, media=story.media, notes=notes)
