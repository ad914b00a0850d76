"""Align two versions of an article."""

from __future__ import annotations

from copydesk.align.sentences import align
from copydesk.data import Draft, Link


def align_articles(source: Draft, target: Draft) -> tuple[Link, ...]:
    """Links between the segments of two drafts of the same story, each in its own language.

    Every segment of either draft is in exactly one link. The language of a draft is its document's
    detected one; where that is unknown, neutral facts hold.
    """
    left, right = _texts(source), _texts(target)
    beads = align(list(left.values()), list(right.values()), _language(source), _language(target))
    ids, other_ids = list(left), list(right)
    return tuple(
        Link(tuple(ids[n] for n in bead.source), tuple(other_ids[n] for n in bead.target), bead.confidence)
        for bead in beads
    )


def _texts(draft: Draft) -> dict[str, str]:
    blocks = {block.id: block.text for block in draft.blocks}
    return {segment.id: segment.span.of(blocks[segment.block]) for segment in draft.segments}


def _language(draft: Draft) -> str:
    return (draft.document.language if draft.document else None) or "und"
