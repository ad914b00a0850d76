"""Tell story from furniture: the roles of blocks, from their words, their shape and their neighbours.

Markup has had its say when blocks come here. Their words may still make them furniture, teasers or captions.
In plain text, which has no markup, shape decides the rest: the first line is the headline, short lines
without a final stop are captions or headings, lines wholly in quotation marks are quotes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Block, BlockRole, FurnitureKind
from copydesk.ingest import shape
from copydesk.ingest.cues import LONGEST, Cue, cue

_OPEN = frozenset({BlockRole.PARAGRAPH, BlockRole.HEADING, BlockRole.LIST_ITEM})
_VAGUE = frozenset({FurnitureKind.OTHER, FurnitureKind.NAVIGATION})
_PROSE = 80
_LEAST = {BlockRole.PARAGRAPH: _PROSE, BlockRole.LIST_ITEM: 40}


def assign(blocks: Sequence[Block], *, shaped: bool) -> tuple[Block, ...]:
    """The blocks with their final roles; texts, ids and order stay.

    ``shaped`` says that the blocks come from plain text. Then the shape of lines counts too.
    """
    found = list(blocks)
    if shaped:
        shape.set_headline(found)
    _set_cued(found)
    _set_teasers(found)
    if shaped:
        shape.set_captions(found)
    _set_tail(found)
    if shaped:
        shape.set_quotes(found)
        shape.set_headings(found)
    return tuple(found)


def _set_cued(blocks: list[Block]) -> None:
    """Blocks whose own words say what they are. Furniture of a vague kind learns a better one."""
    for at, block in enumerate(blocks):
        unknown = block.furniture in _VAGUE
        if block.role not in _OPEN and not unknown:
            continue
        found = cue(block.text, after_story=unknown)
        if found is None:
            continue
        if isinstance(found.hint, FurnitureKind):
            blocks[at] = _furniture(block, found.hint)
        elif not unknown and found.hint is BlockRole.CAPTION and block.role is BlockRole.PARAGRAPH:
            blocks[at] = replace(block, role=BlockRole.CAPTION)


def _set_teasers(blocks: list[Block]) -> None:
    """Labels such as "Read also:", each with the title, or list of titles, that it introduces."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        found = cue(block.text) if block.role in _OPEN or block.role is BlockRole.QUOTE else None
        if found is None or found.hint is not BlockRole.TEASER:
            at += 1
            continue
        stop = at + 1 if found.rest else _titles_end(blocks, at + 1)
        for n in range(at, stop):
            blocks[n] = replace(blocks[n], role=BlockRole.TEASER, level=0, ordered=False)
        at = stop


def _titles_end(blocks: Sequence[Block], start: int) -> int:
    stop = start
    while (
        stop < len(blocks) and blocks[stop].role is BlockRole.LIST_ITEM and len(blocks[stop].text) <= LONGEST
    ):
        stop += 1
    if stop == start and start < len(blocks) and _is_title(blocks[start]):
        stop += 1
        while stop < len(blocks) and _is_title(blocks[stop]) and _is_link(blocks[stop]):
            stop += 1
    return stop


def _is_title(block: Block) -> bool:
    return block.role in _OPEN and len(block.text) <= LONGEST and cue(block.text) is None


def _is_link(block: Block) -> bool:
    return any(i.tag == "a" and len(i.span) == len(block.text) for i in block.inlines)


def _set_tail(blocks: list[Block]) -> None:
    """What follows the story: weak words count here, and what follows furniture is furniture.

    Only once furniture has begun, so that a last line such as a source stays in the story.
    """
    kind: FurnitureKind | None = None
    at = _story_end(blocks)
    while at < len(blocks):
        block = blocks[at]
        if block.role is BlockRole.FURNITURE:
            kind = block.furniture
        elif block.role is BlockRole.LIST_ITEM:
            stop = _list_end(blocks, at)
            if (found := _list_kind(blocks[at:stop], kind)) is not None:
                kind = found
                blocks[at:stop] = [_furniture(item, found) for item in blocks[at:stop]]
            at = stop
            continue
        elif block.role in _OPEN:
            weak = _furniture_kind(cue(block.text, after_story=True))
            if weak is None and _clings(block, kind):
                weak = kind
            if weak is not None:
                kind = weak
                blocks[at] = _furniture(block, weak)
        at += 1


def _clings(block: Block, kind: FurnitureKind | None) -> bool:
    """Whether a block after furniture of ``kind`` is part of it: form fields and lines without letters."""
    if kind is None:
        return False
    if not any(c.isalpha() for c in block.text):
        return True
    return kind is FurnitureKind.COMMENTS and (block.text.endswith("*") or len(block.text) <= _PROSE)


def _story_end(blocks: Sequence[Block]) -> int:
    """The index after the last block that can only be story: prose, quote or caption."""
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if block.role in (BlockRole.QUOTE, BlockRole.HEADLINE, BlockRole.CAPTION, BlockRole.CELL):
            return at + 1
        is_prose = len(block.text) >= _LEAST.get(block.role, _PROSE) and shape.ends_sentence(block.text)
        if block.role in _LEAST and is_prose and cue(block.text, after_story=True) is None:
            return at + 1
    return 0


def _list_end(blocks: Sequence[Block], start: int) -> int:
    stop = start
    while stop < len(blocks) and blocks[stop].role is BlockRole.LIST_ITEM:
        stop += 1
    return stop


def _list_kind(items: Sequence[Block], before: FurnitureKind | None) -> FurnitureKind | None:
    """A list is legal if it follows furniture and one item says so, or if most of its items do."""
    legal = sum(_furniture_kind(cue(i.text, after_story=True)) is FurnitureKind.LEGAL for i in items)
    if legal * 2 > len(items) or (legal and before is not None):
        return FurnitureKind.LEGAL
    return before


def _furniture_kind(found: Cue | None) -> FurnitureKind | None:
    return found.hint if found is not None and isinstance(found.hint, FurnitureKind) else None


def _furniture(block: Block, kind: FurnitureKind) -> Block:
    return replace(block, role=BlockRole.FURNITURE, furniture=kind, level=0, ordered=False)
