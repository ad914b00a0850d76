"""Answers into the draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Candidate, Draft, Means, Segment, Translation


def translated(segment: Segment, candidate: Candidate, engine: str) -> Translation:
    """The machine translation of ``segment`` that ``candidate`` is, made by the fingerprint ``engine``."""
    return Translation(
        segment.id,
        candidate.text,
        Means.MACHINE,
        engine,
        candidate.inlines,
        candidate.unknown,
        candidate.edits,
        score=candidate.score,
    )


def fold(draft: Draft, answers: Sequence[Translation]) -> Draft:
    """``draft`` with ``answers`` as its translations.

    Raises:
        ValueError: unless there is one answer for each segment, in order.
    """
    if [a.segment for a in answers] != [s.id for s in draft.segments]:
        raise ValueError(f"{draft.article.id}: answers do not match the segments one to one")
    return replace(draft, translations=tuple(answers))
