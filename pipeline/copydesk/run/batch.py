"""What stands at the top of the output folder: the index page and one TMX per language pair."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copydesk.formats.tmx import TmxUnit, write_tmx
from copydesk.publish.index import IndexRow, render_index
from copydesk.store import drafts, editions, outbox
from copydesk.store.database import Connection
from copydesk.store.editions import EditionRow
from copydesk.store.find import OUTPUT_MARK

_IN_MEMORIES = frozenset({"document", "blocks", "segments", "languages", "translations"})


def claim(root: Path) -> None:
    """Make ``root`` an output folder: mark it as not to be read, sweep what a killed run left in it.

    In a folder that is not marked yet nothing is ours to sweep but half a mark.

    Raises:
        PublishError: it cannot be written; better now than after the work.
    """
    marked = (root / OUTPUT_MARK).is_file()
    outbox.sweep(root, (".*.tmp", "*/*/.*.tmp") if marked else (f".{OUTPUT_MARK}.*.tmp",))
    outbox.write(root / OUTPUT_MARK, [b"Published by copydesk; not read as input.\n"])


def write_batch(connection: Connection, root: Path, *, tmx: bool, changed: bool) -> None:
    """Write ``index.html`` and, if ``tmx``, a ``<source>-<target>.tmx`` for every pair of the output folder.

    The memories are written anew only if an edition ``changed`` or one is missing. They are streamed: memory
    does not depend on the number of articles.
    """
    pairs = sorted({(r.source_language, r.target) for r in _standing(connection, root)}) if tmx else []
    memories = {f"{a}-{b}.tmx": (a, b) for a, b in pairs if a != b}
    for name, (source, target) in memories.items():
        if changed or not (root / name).exists():
            units = _units(connection, root, source, target)
            outbox.write(root / name, write_tmx(units, source_language=source))
    rows = [_index_row(row) for row in _standing(connection, root)]
    downloads = [(name, f"Translation memory, {a} to {b} (TMX)") for name, (a, b) in memories.items()]
    outbox.write(root / "index.html", [render_index(rows, downloads=downloads)])


def _standing(connection: Connection, root: Path) -> Iterator[EditionRow]:
    for row in editions.published(connection):
        if (root / row.name / row.target / "manifest.json").is_file():
            yield row


def _units(connection: Connection, root: Path, source: str, target: str) -> Iterator[TmxUnit]:
    for row in _standing(connection, root):
        if (row.source_language, row.target) == (source, target):
            draft = drafts.rebuild(connection, row.stage_keys, row.target, only=_IN_MEMORIES)
            if draft is not None:
                yield from TmxUnit.of(draft)


def _index_row(row: EditionRow) -> IndexRow:
    folder = f"{row.name}/{row.target}"
    return IndexRow(
        title=str(row.summary["title"]),
        folder=folder,
        source_language=row.source_language,
        target_language=row.target,
        version=row.version,
        segments=int(row.summary["segments"]),
        held=int(row.summary["held"]),
        quality=str(row.summary.get("quality", "")),
        findings={name: int(row.summary[name]) for name in ("error", "warning", "note")},
        files=tuple(path.removeprefix(f"{folder}/") for path in row.files),
    )
