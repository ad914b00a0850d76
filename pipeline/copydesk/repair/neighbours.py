"""How the lines round a damaged one write their numbers: the habit of its translator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from copydesk.languages import facts
from copydesk.numbers.habit import Habit, habit

NEAR = 200
"""Lines looked at before and after: beyond its article, a file is often the work of one house."""

_LONGEST = 20_000
"""Code points of a line that are looked at."""


def usual(before: Sequence[str], after: Sequence[str], language: str) -> Habit:
    """The habit that the lines ``before`` and ``after`` one show, the nearest first.

    They are read as they were given, damaged or not, so that the result depends on the file alone. ``before``
    is in order, its last line the nearest; no more than ``NEAR`` lines on each side count.
    """
    page = facts(language).numerals
    found = Habit()
    for line in _nearest(before, after):
        found = found.over(habit(line[:_LONGEST], page))
        if found.whole:
            break
    return found


def _nearest(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    for pair in zip_longest(list(before)[: -NEAR - 1 : -1], after[:NEAR]):
        yield from (line for line in pair if line is not None)
