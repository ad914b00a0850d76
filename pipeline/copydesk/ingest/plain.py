"""The reader of plain text."""

from __future__ import annotations

from copydesk.data import Article
from copydesk.formats.metadata import Metadata
from copydesk.formats.plain import read_plain
from copydesk.ingest.base import Raw
from copydesk.ingest.compose import compose
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.source import source_text


class PlainReader:
    """Reads ``.txt``: the first line is the headline, blank lines separate blocks."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        text, notes = source_text(raw)
        return compose(raw, read_plain(text), Metadata(), shaped=True, notes=notes)
