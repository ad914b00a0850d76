"""The best path of beads through two texts, and how sure each bead is."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, inf, log

from copydesk.align.bead import Bead
from copydesk.align.model import SHAPES

Score = Callable[[int, int, int], float]
_Row = dict[int, float]


def search(
    score: Score, rows: int, columns: int, *, band: list[tuple[int, int]], temperature: float
) -> tuple[Bead, ...]:
    """The most probable sequence of beads that uses every sentence once.

    ``score(i, j, shape)`` is a log-probability. The confidence of a bead is its share in all paths inside
    the band (forward-backward), with scores divided by ``temperature``.
    """
    steps = _steps(score, rows, columns, band)
    best, back = _viterbi(steps, rows)
    if (columns not in best[rows]) or best[rows][columns] == -inf:
        raise ValueError("the band leaves no path")
    forward = _forward(steps, rows, temperature)
    backward = _backward(steps, rows, columns, temperature)
    total = forward[rows][columns]
    beads: list[Bead] = []
    i, j = rows, columns
    while (i, j) != (0, 0):
        shape, value = back[i][j]
        many, few = SHAPES[shape]
        i0, j0 = i - many, j - few
        sure = exp(min(forward[i0][j0] + value / temperature + backward[i][j] - total, 0.0))
        beads.append(Bead(tuple(range(i0, i)), tuple(range(j0, j)), round(sure, 4)))
        i, j = i0, j0
    return tuple(reversed(beads))


_Steps = list[list[tuple[int, list[tuple[int, int, int, float]]]]]
"""By row: (column, the beads that end there as (row before, column before, shape, score))."""


def _steps(score: Score, rows: int, columns: int, band: list[tuple[int, int]]) -> _Steps:
    del columns
    steps: _Steps = []
    for i in range(rows + 1):
        low, high = band[i]
        row: list[tuple[int, list[tuple[int, int, int, float]]]] = []
        for j in range(low, high + 1):
            into = []
            for shape, (many, few) in enumerate(SHAPES):
                i0, j0 = i - many, j - few
                if i0 >= 0 and j0 >= 0 and band[i0][0] <= j0 <= band[i0][1]:
                    into.append((i0, j0, shape, score(i0, j0, shape)))
            row.append((j, into))
        steps.append(row)
    return steps


def _viterbi(steps: _Steps, rows: int) -> tuple[list[_Row], list[dict[int, tuple[int, float]]]]:
    best: list[_Row] = [{} for _ in range(rows + 1)]
    back: list[dict[int, tuple[int, float]]] = [{} for _ in range(rows + 1)]
    for i, row in enumerate(steps):
        for j, into in row:
            top, choice = (0.0, (0, 0.0)) if i == j == 0 else (-inf, (0, 0.0))
            for i0, j0, shape, value in into:
                reached = best[i0][j0] + value
                if reached > top:
                    top, choice = reached, (shape, value)
            best[i][j], back[i][j] = top, choice
    return best, back


def _forward(steps: _Steps, rows: int, temperature: float) -> list[_Row]:
    table: list[_Row] = [{} for _ in range(rows + 1)]
    for i, row in enumerate(steps):
        for j, into in row:
            terms = [table[i0][j0] + value / temperature for i0, j0, _, value in into]
            table[i][j] = 0.0 if i == j == 0 else _sum(terms)
    return table


def _backward(steps: _Steps, rows: int, columns: int, temperature: float) -> list[_Row]:
    gathered: list[dict[int, list[float]]] = [{} for _ in range(rows + 1)]
    table: list[_Row] = [{} for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for j, into in reversed(steps[i]):
            here = 0.0 if (i, j) == (rows, columns) else _sum(gathered[i].get(j, []))
            table[i][j] = here
            if here == -inf:
                continue
            for i0, j0, _, value in into:
                gathered[i0].setdefault(j0, []).append(here + value / temperature)
    return table


def _sum(logs: list[float]) -> float:
    """The logarithm of the sum of the numbers whose logarithms these are."""
    top = max(logs, default=-inf)
    return top if top == -inf else top + log(sum(exp(value - top) for value in logs))
