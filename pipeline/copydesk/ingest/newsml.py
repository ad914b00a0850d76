"""The reader of NewsML-G2 news items and NITF documents."""

from __future__ import annotations

from copydesk.data import Article
from copydesk.errors import InputError
from copydesk.formats.html import read_fragment
from copydesk.formats.newsml import read_news
from copydesk.formats.xml import parse
from copydesk.ingest.base import Raw
from copydesk.ingest.clean import clean
from copydesk.ingest.compose import compose
from copydesk.ingest.options import IngestOptions


class NewsmlReader:
    """Reads one ``newsItem`` or one ``nitf``."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        try:
            markup, about = read_news(parse(raw.data, doctype="skip"))
        except InputError as error:
            raise InputError(f"{raw.uri}: {error.message}", remedy=error.remedy) from error
        if not markup.strip():
            raise InputError(
                f"{raw.uri}: the news item has no text in it",
                remedy="Give one with inlineXML (XHTML or NITF) or inlineData, not a mere reference",
            )
        story = read_fragment(clean(markup))
        return compose(raw, story.blocks, about, media=story.media)
