"""Optimal assignment (Kuhn's method with potentials, after Jonker and Volgenant), for small matrices."""

from __future__ import annotations

from collections.abc import Sequence

FORBIDDEN = 1e6
"""A cost no optimal assignment accepts while leaving both unmatched is possible."""


def assign(costs: Sequence[Sequence[float]], alone: Sequence[float], other: Sequence[float]) -> list[int]:
    """For each row the column it is matched with, or -1, so that the total cost is least.

    ``costs`` is rows by columns; ``alone`` is the price of leaving each row unmatched, ``other`` that of
    each column. O(rows² · (rows + columns)).
    """
    rows, columns = len(costs), len(other)
    if not rows:
        return []
    width = columns + rows
    matrix = [
        [cost - price for cost, price in zip(row, other, strict=True)]
        + [alone[n] if column == n else FORBIDDEN for column in range(rows)]
        for n, row in enumerate(costs)
    ]
    owner = _solve(matrix, rows, width)
    matched = [-1] * rows
    for column in range(columns):
        if owner[column + 1]:
            matched[owner[column + 1] - 1] = column
    return matched


def _solve(matrix: list[list[float]], rows: int, width: int) -> list[int]:
    """The row (from 1) that owns each column (from 1), 0 for none."""
    up = [0.0] * (rows + 1)
    down = [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        way = [0] * (width + 1)
        slack = [float("inf")] * (width + 1)
        used = [False] * (width + 1)
        column = 0
        while owner[column]:
            column = _step(matrix, (up, down), owner, (column, way, slack, used))
        while column:
            owner[column] = owner[way[column]]
            column = way[column]
    return owner


def _step(
    matrix: list[list[float]],
    potentials: tuple[list[float], list[float]],
    owner: list[int],
    search: tuple[int, list[int], list[float], list[bool]],
) -> int:
    """Grow the alternating tree by one column; the column reached."""
    up, down = potentials
    column, way, slack, used = search
    used[column] = True
    row = owner[column]
    costs = matrix[row - 1]
    delta, best = float("inf"), 0
    for at in range(1, len(used)):
        if used[at]:
            continue
        reduced = costs[at - 1] - up[row] - down[at]
        if reduced < slack[at]:
            slack[at], way[at] = reduced, column
        if slack[at] < delta:
            delta, best = slack[at], at
    for at, taken in enumerate(used):
        if taken:
            up[owner[at]] += delta
            down[at] -= delta
        else:
            slack[at] -= delta
    return best
