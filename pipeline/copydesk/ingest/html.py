"""The reader of HTML pages."""

from __future__ import annotations

import unicodedata

from copydesk.data import Article
from copydesk.ingest.base import Raw
from copydesk.ingest.compose import compose
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.page import read_page
from copydesk.ingest.source import source_text


class HtmlReader:
    """Reads ``.html`` and ``.htm``: all text of the page, the story told from what stands around it."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        text, notes = source_text(raw)
        if not unicodedata.is_normalized("NFC", text):  # engines and word lists know whole letters only
            text = unicodedata.normalize("NFC", text)
        found = read_page(text)
        return compose(
            raw, found.blocks, found.about, media=found.media, notes=notes, findings=found.findings
        )
