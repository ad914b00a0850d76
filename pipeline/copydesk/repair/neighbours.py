"""How the lines round a damaged one write their numbers: the number_style of its translator."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache

from copydesk.languages import facts
from copydesk.numbers.writing.number_style import NO_STYLE, NumberStyle, number_style

NEAR = 200
"""Lines looked at before and after: beyond its article, a file is often the work of one house."""

_FADES = 40
"""Lines over which what a line shows loses two thirds of its weight."""

_LONGEST = 20_000
"""Code points of a line that are looked at."""

LinePair = tuple[str, str]
"""A line of the text and the line of the source that stands against it."""


def usual(before: Sequence[LinePair], after: Sequence[LinePair], language: str) -> NumberStyle:
    """The number_style that the pairs (target, source) ``before`` and ``after`` one show, the nearest most.

    They are read as they were given, damaged or not, so that the result depends on the file alone. ``before``
    is in order, its last pair the nearest; no more than ``NEAR`` on each side count. ``language`` is that of
    the targets (BCP 47).
    """
    seen = [found.faded(math.exp(-distance / _FADES)) for distance, found in _found(before, after, language)]
    return NumberStyle(tuple(s for found in seen for s in found.seen), any(found.no_break for found in seen))


def _found(
    before: Sequence[LinePair], after: Sequence[LinePair], language: str
) -> Iterator[tuple[int, NumberStyle]]:
    for side in (list(before)[: -NEAR - 1 : -1], list(after)[:NEAR]):
        for distance, (target, source) in enumerate(side, 1):
            found = _habit(target, source, language)
            if found != NO_STYLE:
                yield distance, found


@lru_cache(4 * NEAR)
def _habit(target: str, source: str, language: str) -> NumberStyle:
    return number_style(target[:_LONGEST], facts(language).numerals, source[:_LONGEST])
