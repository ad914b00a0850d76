"""Which of the marks in a text stand for one number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from copydesk.numbers.artefacts import ONE, Artefact

STRUCTURE = ":/-–hH"
"""What parts two numbers of one expression."""


class Spot(NamedTuple):
    """A stretch of marks that stand for one number: how many, and what stood between them."""

    start: int
    end: int
    joiner: str = ""
    copies: int = 1


def views(text: str, found: Sequence[Artefact]) -> Iterator[list[Spot]]:
    """Ways to see which marks are one number, the likeliest first."""
    singles = [
        [(m.start() + a.span.start, m.end() + a.span.start) for m in ONE.finditer(a.surface)]
        or [(a.span.start, a.span.end)]
        for a in found
    ]
    joined = [spot for pieces in singles for spot in _joined(text, pieces)]
    merged = _merged(text, joined)
    apart = [Spot(start, end) for pieces in singles for start, end in pieces]
    whole = [Spot(p[0][0], p[-1][1], text[p[0][1] : p[1][0]] if len(p) > 1 else "", len(p)) for p in singles]
    seen: list[list[Spot]] = []
    for view in (joined, merged, apart, whole):
        if view not in seen:
            seen.append(view)
            yield view


def _joined(text: str, pieces: Sequence[tuple[int, int]]) -> list[Spot]:
    """Marks glued, or parted by a separator of digits, as one number; others apart."""
    groups = [Spot(*pieces[0])]
    for (_, end), (start, after) in pairwise(pieces):
        joiner = text[end:start]
        last = groups[-1]
        if joiner.strip() and joiner.strip() in STRUCTURE:
            groups.append(Spot(start, after))
        else:
            groups[-1] = Spot(last.start, after, joiner or last.joiner, last.copies + 1)
    return groups


def _merged(text: str, joined: Sequence[Spot]) -> list[Spot]:
    """Neighbours parted by one space as one number: XNUMX XNUMX for 30 000."""
    result = [joined[0]]
    for spot in joined[1:]:
        last = result[-1]
        gap = text[last.end : spot.start]
        if len(gap) == 1 and gap.isspace():
            result[-1] = Spot(last.start, spot.end, gap, last.copies + spot.copies)
        else:
            result.append(spot)
    return result
