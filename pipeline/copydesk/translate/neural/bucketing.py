"""Sentences of like length together, so that little is padded and a sentence's answer is its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

_STEP = 8
"""Lengths of one class lie between two multiples of this, the floats in a vector of AVX2.

Padding adds zeros to sums, which changes nothing as long as the sums are cut into vectors in the same way.
Measured with CTranslate2 4.8.5 (int8, random weights of opus-mt's size): padding 13 tokens to 16 or more
changed the scores of all sentences, padding within a class none of them.
"""


def length_class(tokens: int) -> int:
    """The longest length in the class that ``tokens`` belongs to."""
    return tokens // _STEP * _STEP + _STEP - 1


def cap(tokens: int, positions: int) -> int:
    """The most output tokens for a source of ``tokens``: twice its class and 16, within ``positions``.

    It depends on the source's own length only; a bucket has one cap, so buckets never mix classes.
    """
    return min(2 * length_class(tokens) + 16, positions - 1)


def longest(positions: int) -> int:
    """The longest source, in tokens, whose output cannot run out of ``positions``."""
    bound = (positions - 17) // 2
    return max(_STEP - 1, (bound + 1) // _STEP * _STEP - 1)


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
