"""The readers of documents that come back in their own format: Word, EPUB, subtitles.

They keep the document as it was read among the article's extras, so that a publisher can put the translation
into its places.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from copydesk.data import Article, Block
from copydesk.errors import InputError
from copydesk.formats.docx import read_docx
from copydesk.formats.epub import read_epub
from copydesk.formats.metadata import Metadata
from copydesk.formats.subtitles import read_subtitles
from copydesk.ingest.base import Raw
from copydesk.ingest.compose import compose
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.source import source_text

T = TypeVar("T")
_MOST_KEPT = 32 * 1024 * 1024


class DocxReader:
    """Reads ``.docx``."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        return _packed(raw, "docx", read_docx)


class EpubReader:
    """Reads ``.epub``: the whole book is one article."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        return _packed(raw, "epub", read_epub)


class SubtitlesReader:
    """Reads ``.srt`` and ``.vtt``: a sentence is a block, however many cues it runs over."""

    def __init__(self, options: IngestOptions) -> None:
        self._options = options

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``; see ``Reader``."""
        text, notes = source_text(raw)
        found = _placed(raw, lambda: read_subtitles(text))
        extras = json.dumps({"subtitles": text}, ensure_ascii=False)
        return compose(raw, found.blocks, Metadata(extras=extras), all_story=True, notes=notes)


def _packed(raw: Raw, name: str, read: Callable[[bytes], tuple[Sequence[Block], Metadata]]) -> Article:
    blocks, about = _placed(raw, lambda: read(raw.data))
    if len(raw.data) > _MOST_KEPT:
        note = f"the file is larger than {_MOST_KEPT >> 20} MiB, so no {name} comes out"
        return compose(raw, blocks, about, all_story=True, notes=(note,))
    extras = json.dumps({name: base64.b64encode(raw.data).decode()})
    return compose(raw, blocks, replace(about, extras=extras), all_story=True)


def _placed(raw: Raw, read: Callable[[], T]) -> T:
    try:
        return read()
    except InputError as error:
        raise InputError(f"{raw.uri}: {error.message}", remedy=error.remedy) from error
