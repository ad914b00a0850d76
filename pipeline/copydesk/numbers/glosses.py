"""Quantities that one text repeats in another unit: 72 km (45 miles)."""

from __future__ import annotations

import re

from copydesk.data import Verdict
from copydesk.numbers.crossings import Side
from copydesk.numbers.mark import Mark
from copydesk.numbers.pairing import Pairing
from copydesk.numbers.relate import Relation
from copydesk.numbers.units import converts

_REPEATED = Relation(0.3, Verdict.CONVERTED, "repeats the number beside it in another unit")
_SAID = Relation(0.3, Verdict.CONVERTED, "the minus is said in a word")
_BEFORE, _BEHIND = 70, 30
_OPENS = re.compile(r"\s?[(\[]\s?(?:[^\W\d_]+\s){0,2}")
_CLOSES = re.compile(r"\s?[)\]]")
"""What stands before and behind the second of two quantities: (or about 45 miles)."""


def glosses(source: str, target: str, pairs: list[Pairing]) -> list[Pairing]:
    """``pairs``, a number that stands alone settled where it repeats a settled one beside it.

    A translator adds the miles for readers who count in them, or leaves out those of the source.
    """
    settled = [pair for pair in pairs if pair[2] is not None and pair[2].verdict.settled]
    if len(settled) == len(pairs):
        return pairs
    result: list[Pairing] = []
    for mine, theirs, relation in pairs:
        repeats = (
            relation is None
            and (mine is None or any(_repeats(mine, pair[0], source) for pair in settled))
            and (theirs is None or any(_repeats(theirs, pair[1], target) for pair in settled))
        )
        result.append((mine, theirs, _REPEATED if repeats else relation))
    return result


def losses(source: Side, target: Side, pairs: list[Pairing]) -> list[Pairing]:
    """``pairs``, a minus settled that the other text says in a word: -0.4 %, a fall of 0.4 %."""
    result: list[Pairing] = []
    for mine, theirs, relation in pairs:
        said = False
        if mine is not None and theirs is not None and relation is not None and relation.how == "sign":
            mark, side = (mine, source) if mine.values[0] > 0 else (theirs, target)
            said = says_loss(side, mark.start, mark.end)
        result.append((mine, theirs, _SAID if said else relation))
    return result


def says_loss(side: Side, start: int, end: int) -> bool:
    """Whether a word near ``start`` to ``end`` says that the amount there is a loss."""
    pattern, text = side.known.falls, side.text
    near = pattern is not None and (
        pattern.search(text, max(0, start - _BEFORE), start) or pattern.search(text, end, end + _BEHIND)
    )
    return bool(near)


def _repeats(alone: Mark, other: Mark | None, text: str) -> bool:
    """Whether one of the two stands behind the other in brackets and says the same."""
    if other is None or alone.scalar is None or other.scalar is None or alone.unit == other.unit:
        return False
    first, second = (alone, other) if alone.start < other.start else (other, alone)
    return (
        converts(alone.scalar, alone.unit, other.scalar, other.unit)
        and _OPENS.fullmatch(text, first.end, second.start) is not None
        and _CLOSES.match(text, second.end) is not None
    )
