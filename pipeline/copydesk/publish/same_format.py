"""Word documents, EPUB books and subtitles come back as what they were, translated in their places."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from copydesk.data import Block, Edition
from copydesk.formats.docx import write_docx
from copydesk.formats.epub import write_epub
from copydesk.formats.subtitles import write_subtitles
from copydesk.publish.markup import inline_html
from copydesk.publish.story import sides, title
from copydesk.text.assemble import target_blocks

Texts = Mapping[str, Block]


class SameFormatPublisher:
    """Writes ``article.docx``, ``article.epub``, ``article.srt`` or ``article.vtt``; nothing for others."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """The file, if the article was one of these formats."""
        article = edition.draft.article
        write = _WRITERS.get(article.origin.format)
        source = json.loads(article.extras or "{}").get(article.origin.format)
        if write is None or source is None:
            return
        translated = {block.id: block for block in target_blocks(edition.draft)}
        texts = {block.text: translated[block.id] for block in article.blocks if block.id in translated}
        yield write(edition, source, texts)


def _docx(edition: Edition, source: str, texts: Texts) -> tuple[str, bytes]:
    target = edition.draft.target
    data = write_docx(base64.b64decode(source), texts, language=target, title=_title(edition))
    return "article.docx", data


def _epub(edition: Edition, source: str, texts: Texts) -> tuple[str, bytes]:
    data = write_epub(
        base64.b64decode(source), texts, language=edition.draft.target, title=_title(edition), markup=_xhtml
    )
    return "article.epub", data


def _subtitles(edition: Edition, source: str, texts: Texts) -> tuple[str, bytes]:
    named = PurePosixPath(edition.draft.article.origin.uri.removesuffix(".gz")).suffix.lower()
    suffix = named if named in (".srt", ".vtt") else ".vtt" if source.startswith("WEBVTT") else ".srt"
    said = {text: block.text for text, block in texts.items()}
    return f"article{suffix}", write_subtitles(source, said).encode()


def _title(edition: Edition) -> str:
    return title(edition.draft, sides(edition.draft)[1])


def _xhtml(block: Block) -> str:
    return inline_html(block.text, block.inlines).replace("<br>", "<br/>").replace("<wbr>", "<wbr/>")


_WRITERS: Mapping[str, Callable[[Edition, str, Texts], tuple[str, bytes]]] = {
    "docx": _docx,
    "epub": _epub,
    "subtitles": _subtitles,
}
