"""Whether the lines of a source belong to those of a text, and by how much they are shifted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from statistics import fmean

from copydesk.errors import InputError
from copydesk.numbers.repairing.belonging import source_odds
from copydesk.repair.neighbours import LinePair

_FARTHEST = 3
_FEWEST = 12
_MOST = 60
_WORDS = 4
_CLEAR = 1.5
_CAP = 4.0
_NEXT = 2
_SHARE = 0.4


def require_aligned(pairs: Sequence[LinePair], language: str, source_language: str) -> None:
    """Check by their words that the two sides of ``pairs`` are not shifted against each other.

    Raises:
        InputError: if they agree clearly better when shifted; the message names the shift.
    """
    chosen = [at for at, pair in enumerate(pairs) if all(len(text.split()) >= _WORDS for text in pair)]
    if len(chosen) < _FEWEST:
        return
    chosen = chosen[:: max(1, len(chosen) // _MOST)]
    scores: dict[int, float] = {}
    for shift in range(-_FARTHEST, _FARTHEST + 1):
        both = [(pairs[at][0], pairs[at + shift][1]) for at in chosen if 0 <= at + shift < len(pairs)]
        found = [_capped(target, source, language, source_language) for target, source in both]
        scores[shift] = fmean(found) if len(found) >= _FEWEST // 2 else -_CAP
    best = max(scores, key=lambda shift: (scores[shift], -abs(shift)))
    if best and scores[best] > 0 and scores[best] - scores[0] > _CLEAR:
        lines = "1 line" if abs(best) == 1 else f"{abs(best)} lines"
        raise InputError(
            f"the source is shifted by {lines}: line 10 of the text belongs to line {10 + best} of it",
            remedy="Find where a line is missing on one side, add it there (it may be empty), and run again",
        )


def trust(
    before: Sequence[LinePair], after: Sequence[LinePair], language: str, source_language: str
) -> float:
    """What the lines next to one say for its source, in log odds."""
    near: Iterator[LinePair] = chain(list(before)[-_NEXT:], list(after)[:_NEXT])
    found = [
        _capped(target, source, language, source_language) for target, source in near if target and source
    ]
    return _SHARE * fmean(found) if found else 0.0


def _capped(target: str, source: str, language: str, source_language: str) -> float:
    return max(-_CAP, min(_CAP, source_odds(source, target, source_language, language)))
