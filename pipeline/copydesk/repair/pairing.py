"""Pair the blocks of an article with those of its original in another language, in order."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.data import Block, BlockRole

_GAP = 0.7
_LARGEST = 400


def paired(blocks: Sequence[Block], original: Sequence[Block]) -> dict[str, Block]:
    """Block id -> the original's block that answers it; blocks without an answer are left out.

    Monotone: pairs never cross. Role and relative length decide. Furniture pairs with nothing. Articles of
    more than 400 blocks are paired only if both sides have the same number.
    """
    mine = [block for block in blocks if block.role is not BlockRole.FURNITURE]
    theirs = [block for block in original if block.role is not BlockRole.FURNITURE]
    if len(mine) == len(theirs) and all(a.role is b.role for a, b in zip(mine, theirs, strict=True)):
        return {a.id: b for a, b in zip(mine, theirs, strict=True)}
    if max(len(mine), len(theirs)) > _LARGEST:
        return {}
    return {mine[n].id: theirs[m] for n, m in _aligned(mine, theirs)}


def _aligned(mine: Sequence[Block], theirs: Sequence[Block]) -> list[tuple[int, int]]:
    """The cheapest monotone pairing, by dynamic programming."""
    rows, columns = len(mine), len(theirs)
    best = [[_GAP * (n + m) for m in range(columns + 1)] for n in range(rows + 1)]
    for n in range(rows):
        for m in range(columns):
            best[n + 1][m + 1] = min(
                best[n][m] + _cost(mine[n], theirs[m]), best[n][m + 1] + _GAP, best[n + 1][m] + _GAP
            )
    pairs = []
    n, m = rows, columns
    while n and m:
        if best[n][m] == best[n - 1][m - 1] + _cost(mine[n - 1], theirs[m - 1]):
            n, m = n - 1, m - 1
            pairs.append((n, m))
        elif best[n][m] == best[n - 1][m] + _GAP:
            n -= 1
        else:
            m -= 1
    return pairs[::-1]


def _cost(mine: Block, theirs: Block) -> float:
    short, long = sorted((len(mine.text) + 5, len(theirs.text) + 5))
    return (0.0 if mine.role is theirs.role else 1.0) + (1 - short / long)
