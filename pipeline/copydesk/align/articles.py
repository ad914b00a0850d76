"""Align two versions of an article."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.align.kinship import Kinship, kinship
from copydesk.align.sentences import align
from copydesk.data import Draft, Link
from copydesk.text.assemble import segment_texts


@dataclass(frozen=True, slots=True)
class Aligned:
    """The links of two versions, and whether they are versions of one another at all."""

    links: tuple[Link, ...]
    kinship: Kinship


def align_articles(source: Draft, target: Draft) -> Aligned:
    """Links between the segments of two drafts of the same story, each in its own language.

    Every segment of either draft is in exactly one link. The language of a draft is its document's
    detected one; where that is unknown, neutral facts hold. Confidences are the alignment's own, less the
    doubt whether the two drafts belong together.
    """
    left, right = segment_texts(source), segment_texts(target)
    texts, others, languages = (
        list(left.values()),
        list(right.values()),
        (_language(source), _language(target)),
    )
    beads = align(texts, others, *languages)
    kin = kinship(texts, others, languages, beads)
    ids, other_ids = list(left), list(right)
    links = tuple(
        Link(
            tuple(ids[n] for n in bead.source),
            tuple(other_ids[n] for n in bead.target),
            round(bead.confidence * kin.trust, 4),
        )
        for bead in beads
    )
    return Aligned(links, kin)


def _language(draft: Draft) -> str:
    return (draft.document.language if draft.document else None) or "und"
