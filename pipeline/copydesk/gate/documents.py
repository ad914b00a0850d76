"""Two versions of a document (Word, HTML, Markdown), paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copydesk.data import Bitext, Block, BlockRole, Means, Pair
from copydesk.errors import InputError
from copydesk.gate.exchanges import content_of
from copydesk.gate.located import Gap, Located, Place
from copydesk.ingest import SUFFIXES, read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions

DOCUMENTS = frozenset(SUFFIXES) - {".json", ".jsonl", ".txt"}
"""Suffixes of files that are read as documents; the others hold lines, or texts by key."""


def document_pairs(source: Path, target: Path, pair: Pair) -> Iterator[Located | Gap]:
    """Block n of one document with block n of the other; lines of places are the blocks' numbers.

    Where their numbers differ nothing can be said about which belongs to which: that is one Gap.

    Raises:
        InputError: one cannot be read.
    """
    own, other = _blocks(source), _blocks(target)
    if len(own) != len(other):
        raise InputError(
            f"it has {len(other)} paragraphs, {source} has {len(own)}",
            remedy=f"Align them first: copydesk align {source} {target} --format xliff > aligned.xlf",
        )
    for number, (one, two) in enumerate(zip(own, other, strict=True), start=1):
        bitext = Bitext(
            one.text,
            two.text,
            pair,
            id=str(number),
            role=two.role,
            means=Means.MACHINE,
            source_inlines=one.inlines,
            target_inlines=two.inlines,
        )
        yield Located(
            bitext,
            Place(str(source), number, exact=False),
            Place(str(target), number, exact=False),
            str(target),
            number,
        )


def _blocks(path: Path) -> list[Block]:
    raw = Raw(str(path), SUFFIXES[path.suffix.lower()], content_of(path))
    try:
        article = read(raw, IngestOptions())
    except InputError as error:
        raise InputError(f"{path}: {error.message}", remedy=error.remedy) from error
    return [block for block in article.blocks if block.role is not BlockRole.FURNITURE]
