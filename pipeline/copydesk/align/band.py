"""Where in the table of all sentence pairs the search looks."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from copydesk.align.features import Feature

_WHOLE = 80  # sentences: shorter texts are searched whole
_REACH = 12  # sentences to either side of the anchored path
_VOTES = 2  # rare features that two sentences must share to be an anchor


def band(source: Sequence[frozenset[Feature]], target: Sequence[frozenset[Feature]]) -> list[tuple[int, int]]:
    """For each row 0..len(source), the first and last target position (0..len(target)) to look at.

    Rows overlap their neighbours, the first begins at 0 and the last ends at ``len(target)``, so a path
    through the band always exists.
    """
    rows, columns = len(source), len(target)
    if max(rows, columns) <= _WHOLE:
        return [(0, columns)] * (rows + 1)
    corners = [(0, 0), *anchors(source, target), (rows, columns)]
    bounds = [(columns, 0)] * (rows + 1)
    for (i0, j0), (i1, j1) in pairwise(corners):
        reach = _REACH + min(abs((i1 - i0) - (j1 - j0)), 200)
        for i in range(i0, i1 + 1):
            middle = j0 + (j1 - j0) * (i - i0) // max(i1 - i0, 1)
            low, high = max(min(middle - reach, columns), 0), min(middle + reach, columns)
            bounds[i] = (min(bounds[i][0], low), max(bounds[i][1], high))
    bounds[0] = (0, bounds[0][1])
    bounds[-1] = (bounds[-1][0], columns)
    for i in range(1, rows + 1):  # no gap between rows
        bounds[i] = (min(bounds[i][0], bounds[i - 1][1]), max(bounds[i][1], bounds[i - 1][0]))
    return bounds


def anchors(
    source: Sequence[frozenset[Feature]], target: Sequence[frozenset[Feature]]
) -> list[tuple[int, int]]:
    """Sentence pairs that share features found nowhere else, in rising order on both sides."""
    left, right = _places(source), _places(target)
    votes: dict[tuple[int, int], int] = defaultdict(int)
    for feature, place in left.items():
        if place >= 0 and right.get(feature, -1) >= 0:
            votes[place, right[feature]] += 1
    return _rising(sorted(pair for pair, count in votes.items() if count >= _VOTES))


def _places(sentences: Sequence[frozenset[Feature]]) -> dict[Feature, int]:
    """The one sentence that holds each feature, -1 where there are several."""
    places: dict[Feature, int] = {}
    for number, features in enumerate(sentences):
        for feature in features:
            places[feature] = -1 if feature in places else number
    return places


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rise on both sides (patience sorting; of equal rows the last one)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = [-1] * len(pairs)
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        if at and pairs[ends[at - 1]][0] == pairs[n][0]:
            continue
        before[n] = ends[at - 1] if at else -1
        if at == len(tails):
            tails.append(j)
            ends.append(n)
        else:
            tails[at], ends[at] = j, n
    path: list[tuple[int, int]] = []
    n = ends[-1] if ends else -1
    while n >= 0:
        path.append(pairs[n])
        n = before[n]
    return path[::-1]
