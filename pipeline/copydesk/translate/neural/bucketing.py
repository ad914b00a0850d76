"""Sentences of like length together, so that little is padded and a sentence's answer is its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

_CLASSES = (8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024)
"""Upper bounds, in tokens, of the classes that share a cap on their output."""


def length_class(tokens: int) -> int:
    """The bound of the class that ``tokens`` belongs to."""
    at = bisect_left(_CLASSES, tokens)
    return _CLASSES[at] if at < len(_CLASSES) else tokens


def cap(tokens: int, positions: int) -> int:
    """The most output tokens for a source of ``tokens``: twice its class and 16, within ``positions``.

    It depends on the source's own length only; a bucket has one cap, so buckets never mix classes.
    """
    return min(2 * length_class(tokens) + 16, positions - 1)


def longest(positions: int) -> int:
    """The longest source, in tokens, whose output cannot run out of ``positions``."""
    return max(c for c in (8, *_CLASSES) if c == 8 or 2 * c + 16 <= positions)


def buckets(lengths: Sequence[int], budget: int) -> list[list[int]]:
    """Indices of ``lengths``, longest first, in buckets of one class and at most ``budget`` padded tokens.

    A bucket holds at least one. Equal lengths keep their order. Each index comes exactly once.
    """
    order = sorted(range(len(lengths)), key=lambda n: -lengths[n])
    made: list[list[int]] = []
    for _, group in groupby(order, key=lambda n: length_class(lengths[n])):
        members = list(group)
        width = max(1, budget // max(1, lengths[members[0]]))
        count = -(-len(members) // width)
        width = -(-len(members) // count)  # buckets of like size keep all workers busy to the end
        made += [members[start : start + width] for start in range(0, len(members), width)]
    return made
