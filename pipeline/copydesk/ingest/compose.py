"""Blocks and metadata to an article: the last step of every reader."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Article, Block, BlockRole, Finding, Origin, Severity
from copydesk.errors import InputError
from copydesk.formats.metadata import Metadata
from copydesk.ingest.base import Raw
from copydesk.ingest.clean import clean, patch
from copydesk.ingest.cues import normal
from copydesk.ingest.roles import assign

_STORY = frozenset({BlockRole.HEADLINE, BlockRole.HEADING, BlockRole.PARAGRAPH, BlockRole.LIST_ITEM,
                    BlockRole.QUOTE, BlockRole.CAPTION})  # fmt: skip


def compose(
    raw: Raw,
    blocks: Sequence[Block],
    about: Metadata,
    *,
    shaped: bool = False,
    notes: Sequence[str] = (),
    findings: Sequence[Finding] = (),
) -> Article:
    """The article in ``raw``, with final roles, a headline where there is a title, and block ids b0, b1 ...

    ``shaped``: the blocks come from plain text. ``notes`` is what reading had to guess or change;
    each becomes a finding, beside ``findings``.

    Raises:
        InputError: if there is no text, or nothing but furniture and teasers.
    """
    about = replace(
        about,
        title=_line(about.title),
        author=_line(about.author),
        id=_line(about.id),
        extras=clean(about.extras),
        description=_line(about.description),
        keywords=tuple(_line(word) for word in about.keywords),
    )
    found = _titled([_safe(b) for b in blocks if b.text.strip()], about.title)
    found = list(assign(found, shaped=shaped))
    if not found:
        raise InputError(
            f"{raw.uri}: it holds no text", remedy="Remove it from the input, or mend its export"
        )
    if not any(block.role in _STORY for block in found):
        raise InputError(
            f"{raw.uri}: it holds page furniture but no story",
            remedy="Export the article itself rather than the page around it",
        )
    told = tuple(note for note in notes if note)
    headline = next((b.text for b in found if b.role is BlockRole.HEADLINE), "")
    return Article(
        id=about.id or raw.uri,
        origin=Origin(raw.uri, raw.format, hashlib.sha256(raw.data).hexdigest()),
        blocks=tuple(replace(block, id=f"b{n}") for n, block in enumerate(found)),
        title=headline or about.title,
        author=about.author,
        date=about.date,
        language=about.language,
        alternates=about.alternates,
        extras=about.extras,
        description=about.description,
        keywords=about.keywords,
        url=about.url,
        notes=told,
        findings=(*(Finding("reading", Severity.NOTE, note) for note in told), *findings),
    )


def _titled(blocks: list[Block], title: str) -> list[Block]:
    """The blocks with ``title`` as headline unless they have one; a top line that repeats it becomes it."""
    if not title or any(b.role is BlockRole.HEADLINE for b in blocks):
        return blocks
    for at, block in enumerate(blocks[:5]):
        if normal(block.text) == normal(title):
            blocks[at] = replace(block, role=BlockRole.HEADLINE, level=0, furniture=None)
            return blocks
    first = next((at for at, b in enumerate(blocks) if b.role is not BlockRole.FURNITURE), None)
    if first is None:
        return blocks
    return [*blocks[:first], Block("", BlockRole.HEADLINE, title), *blocks[first:]]


def _safe(block: Block) -> Block:
    text = patch(block.text)
    return block if text == block.text else replace(block, text=text)


def _line(text: str) -> str:
    return " ".join(clean(text).split())
