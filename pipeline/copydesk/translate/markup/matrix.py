"""Soft links between pieces of words, settled into links between words."""

from __future__ import annotations

import math
from collections.abc import Sequence

from copydesk.data import Alignment, Span

_ROUNDS = 6
_NEARNESS = 3.0
"""How much less a link counts for each whole length of the sentence between its ends: e to the minus this."""

Matrix = list[list[float]]
"""For each target word, the weight of its link to each source word."""


def settled(alignment: Alignment, source: Sequence[Span], target: Sequence[Span]) -> Matrix:
    """The alignment between the words ``source`` and ``target``; each target word's weights add up to 1 or 0.

    Attention is shared out freely: an adjective may draw that of its noun too. Here words compete: weights
    are balanced until every source word is used about as often as the others (Sinkhorn and Knopp 1967), and
    links between far places count less.
    """
    matrix = _summed(alignment, source, target)
    for there, row in enumerate(matrix):
        for here, weight in enumerate(row):
            if weight:
                far = abs(there / len(target) - here / len(source))
                row[here] = weight * math.exp(-_NEARNESS * far)
    share = len(target) / max(1, len(source))
    for _ in range(_ROUNDS):
        _balance(matrix, share)
    return matrix


def _balance(matrix: Matrix, share: float) -> None:
    """Cut what draws more than its ``share`` down to it, then make each row add up to 1."""
    totals = [sum(column) for column in zip(*matrix, strict=True)]
    for row in matrix:
        for n, total in enumerate(totals):
            if total > share:
                row[n] *= share / total
        whole = sum(row)
        if whole > 0:
            row[:] = [weight / whole for weight in row]


def _summed(alignment: Alignment, source: Sequence[Span], target: Sequence[Span]) -> Matrix:
    here = _owners(alignment.source, source)
    there = _owners(alignment.target, target)
    matrix = [[0.0] * len(source) for _ in target]
    for s, t, weight in alignment.links:
        for row in there[t]:
            for column in here[s]:
                matrix[row][column] += weight
    return matrix


def _owners(tokens: Sequence[Span], found: Sequence[Span]) -> list[list[int]]:
    """For each token, the words that it is a piece of, or that are pieces of it."""
    owners: list[list[int]] = []
    start = 0
    for token in tokens:
        while start < len(found) and found[start].end <= token.start:
            start += 1
        n, own = start, []
        while n < len(found) and found[n].start < token.end:
            own.append(n)
            n += 1
        owners.append(own)
    return owners
