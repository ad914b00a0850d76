"""Join segment translations back into blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from copydesk.data import Block, Draft, Inline, Segment, Span, Translation


def segment_texts(draft: Draft) -> dict[str, str]:
    """The working source text of every segment, by id, in order."""
    blocks = {block.id: block.text for block in draft.blocks}
    return {segment.id: segment.span.of(blocks[segment.block]) for segment in draft.segments}


def segment_inlines(block: Block, segment: Segment) -> tuple[Inline, ...]:
    """The block's inline marks that fall into the segment, clipped to it, in segment coordinates.

    What stands right behind its last word is its own, but for a line break.
    """
    window = segment.span
    start, end = window.start, window.end
    near = [i for i in block.inlines if i.span.start <= end and start <= i.span.end]  # few of thousands
    found = []
    for inline in near:
        if len(inline.span) == 0:
            at = inline.span.start
            begins = at == start and (at == 0 or block.text[at - 1].isspace())
            if begins or start < at < end or (start < at == end and block.text[at : at + 1] != "\n"):
                found.append(Inline(inline.span.shift(-start), inline.tag, inline.attributes))
        elif clipped := inline.span.clip(window):
            found.append(Inline(clipped, inline.tag, inline.attributes))
    return tuple(found)


def target_blocks(draft: Draft) -> Iterator[Block]:
    """The blocks of the translation, one by one: each segment's target text, joined by the source's gaps.

    Blocks without segments (furniture that is not translated) are left out. Order, ids and roles are the
    source's. Where two pieces of one inline element meet across a gap, they become one again.
    """
    translations = {t.segment: t for t in draft.translations}
    segments: dict[str, list[Segment]] = defaultdict(list)
    for segment in draft.segments:
        segments[segment.block].append(segment)
    return (_joined(b, segments[b.id], translations) for b in draft.blocks if b.id in segments)


def _joined(block: Block, segments: list[Segment], translations: Mapping[str, Translation]) -> Block:
    pieces: list[str] = []
    inlines: list[Inline] = []
    position = length = 0
    for segment in segments:
        gap = block.text[position : segment.span.start]
        translation = translations[segment.id]
        start = length + len(gap)
        inlines += [Inline(i.span.shift(start), i.tag, i.attributes) for i in translation.inlines]
        pieces += (gap, translation.text)
        length = start + len(translation.text)
        position = segment.span.end
    text = "".join((*pieces, block.text[position:]))
    return replace(block, text=text, inlines=_merged(inlines, text), language=None)


def _merged(inlines: list[Inline], text: str) -> tuple[Inline, ...]:
    merged: list[Inline] = []
    ends: dict[object, int] = {}  # where in merged an element ends, by what may go on after white space
    for inline in inlines:
        at = ends.get(_joint(inline, inline.span.start, text))
        if at is None or not _continues(inline, merged[at]):
            at = len(merged)
            merged.append(inline)
        else:
            merged[at] = Inline(Span(merged[at].span.start, inline.span.end), inline.tag, inline.attributes)
        ends[_joint(inline, inline.span.end, text)] = at
    return tuple(merged)


def _continues(inline: Inline, earlier: Inline) -> bool:
    return earlier.span.end <= inline.span.start and len(earlier.span) > 0 and len(inline.span) > 0


def _joint(inline: Inline, at: int, text: str) -> object:
    while at and text[at - 1].isspace():
        at -= 1
    return inline.tag, inline.attributes, at
