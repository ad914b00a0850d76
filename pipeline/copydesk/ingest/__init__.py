"""Readers: bytes to articles."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import cast
from urllib.parse import quote, urljoin

from copydesk.data import Article
from copydesk.ingest.base import Raw, Reader
from copydesk.ingest.options import IngestOptions
from copydesk.plugins import Registry

__all__ = ["READERS", "SUFFIXES", "read"]

READERS = Registry(
    "readers",
    {
        "docx": "copydesk.ingest.documents:DocxReader",
        "epub": "copydesk.ingest.documents:EpubReader",
        "feed": "copydesk.ingest.feed:FeedReader",
        "html": "copydesk.ingest.html:HtmlReader",
        "jsonl": "copydesk.ingest.jsonl:JsonlReader",
        "markdown": "copydesk.ingest.markdown:MarkdownReader",
        "newsml": "copydesk.ingest.newsml:NewsmlReader",
        "ninjs": "copydesk.ingest.ninjs:NinjsReader",
        "plain": "copydesk.ingest.plain:PlainReader",
        "subtitles": "copydesk.ingest.documents:SubtitlesReader",
    },
    {},
)
"""What makes readers: called with the IngestOptions, each gives a Reader."""

SUFFIXES = {
    ".atom": "feed",
    ".docx": "docx",
    ".epub": "epub",
    ".htm": "html",
    ".html": "html",
    ".json": "ninjs",
    ".jsonl": "jsonl",
    ".markdown": "markdown",
    ".md": "markdown",
    ".ndjson": "jsonl",
    ".nitf": "newsml",
    ".rdf": "feed",
    ".rss": "feed",
    ".shtml": "html",
    ".srt": "subtitles",
    ".txt": "plain",
    ".vtt": "subtitles",
    ".wxr": "feed",
    ".xhtml": "html",
    ".xml": "newsml",
}
"""Which files are read, and which reader their names hint at; ``copydesk.ingest.sniff`` tells it by content.

A reader from outside reads the files whose suffix is its name."""


def read(raw: Raw, options: IngestOptions) -> Article:
    """The article in ``raw``: decoded, cleaned, in blocks with roles. The same bytes give the same article.

    Raises:
        InputError: if the bytes hold no article; message and remedy name the place and what to do.
        PluginError: if no reader is called ``raw.format``.
    """
    if options.base_url and not raw.url:
        raw = replace(raw, url=urljoin(options.base_url, quote(raw.uri)))
    return _reader(raw.format, options).read(raw)


@lru_cache(maxsize=16)
def _reader(name: str, options: IngestOptions) -> Reader:
    return cast("Reader", READERS.load(name)(options))
