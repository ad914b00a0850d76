"""A request's own text as its translation."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Candidate, Protection, Request, Span
from copydesk.translate.nesting import nested


def verbatim(request: Request) -> Candidate:
    """The text as it is, with the protections' texts in their places."""
    text = ""
    kept: list[Protection] = []
    bounds = [(0, 0)]
    position = 0
    for protection in sorted(request.protections, key=lambda p: p.span):
        text += request.text[position : protection.span.start]
        bounds.append((protection.span.start, len(text)))
        kept.append(replace(protection, span=Span(len(text), len(text) + len(protection.text))))
        text += protection.text
        position = protection.span.end
        bounds.append((position, len(text)))
    text += request.text[position:]
    bounds.append((len(request.text), len(text)))
    places = [Span(mapped(i.span.start, bounds), mapped(i.span.end, bounds)) for i in request.inlines]
    moved = zip(request.inlines, nested(request.inlines, places), strict=True)
    return Candidate(text, tuple(replace(i, span=s) for i, s in moved), kept=tuple(kept))


def mapped(position: int, bounds: Sequence[tuple[int, int]]) -> int:
    """``position`` of the source in the target, proportional between the known ``bounds``."""
    for (left, out_left), (right, out_right) in itertools.pairwise(bounds):
        if left <= position <= right:
            if right == left:
                return out_left
            return out_left + round((position - left) * (out_right - out_left) / (right - left))
    return bounds[-1][1]
