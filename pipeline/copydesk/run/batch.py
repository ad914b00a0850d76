"""What stands at the top of the output folder: the index page and one TMX per language pair."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copydesk.data import Draft, Means
from copydesk.formats.exchange import Marked
from copydesk.formats.tmx import TmxUnit, write_tmx
from copydesk.publish.index import IndexRow, render_index
from copydesk.store import drafts, editions, outbox
from copydesk.store.database import Connection
from copydesk.store.editions import EditionRow
from copydesk.text.assemble import segment_inlines


def write_index(connection: Connection, root: Path) -> bool:
    """Write ``index.html``; False if it already read like this."""
    rows = [_index_row(row) for row in _standing(connection, root)]
    return outbox.write(root / "index.html", [render_index(rows)])


def write_memories(connection: Connection, root: Path) -> int:
    """Write ``<pair>.tmx`` for every language pair of the output folder; how many changed.

    Streams: memory does not depend on the number of articles.
    """
    pairs = sorted({(row.source_language, row.target) for row in _standing(connection, root)})
    return sum(
        outbox.write(
            root / f"{source}-{target}.tmx",
            write_tmx(_units(connection, root, source, target), source_language=source),
        )
        for source, target in pairs
        if source != target
    )


def _standing(connection: Connection, root: Path) -> Iterator[EditionRow]:
    for row in editions.published(connection):
        if (root / row.name / row.target / "manifest.json").is_file():
            yield row


def _units(connection: Connection, root: Path, source: str, target: str) -> Iterator[TmxUnit]:
    for row in _standing(connection, root):
        if (row.source_language, row.target) == (source, target):
            draft = drafts.rebuild(connection, row.stage_keys, row.target)
            if draft is not None:
                yield from tmx_units(draft)


def tmx_units(draft: Draft) -> Iterator[TmxUnit]:
    """The draft's translated segments as memory units; what was copied or held is no translation."""
    blocks = {block.id: block for block in draft.blocks}
    for segment, found, translation in zip(draft.segments, draft.languages, draft.translations, strict=True):
        block = blocks[segment.block]
        if translation.means in (Means.MACHINE, Means.HUMAN):
            yield TmxUnit(
                f"{draft.article.id}:{segment.id}",
                found.language or (draft.document.language if draft.document else None) or "und",
                draft.target,
                Marked(segment.span.of(block.text), segment_inlines(block, segment)),
                Marked(translation.text, translation.inlines),
                translation.means,
            )


def _index_row(row: EditionRow) -> IndexRow:
    raise NotImplementedError
