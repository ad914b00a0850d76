"""Words for rough amounts (a hundred or so, thousands, noon), compared where both texts use one."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from copydesk.data import NumberKind, Verdict
from copydesk.numbers.crossings import Side
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.orphans import MILLION
from copydesk.numbers.pairing import Pairing
from copydesk.numbers.relate import Relation
from copydesk.text.words import words

_CHANGED = Relation(1.5, Verdict.CHANGED, "value")
_LEAST = 10
_CLOSE = Decimal("1.25")
"""By what factor two rough amounts may differ: a dozen, une dizaine; not twenty and thirty."""
_BEFORE = 24
_HALF = Decimal("0.5")
_WORDS = re.compile(r"[^\W\d_]+")


class _Table(NamedTuple):
    words: frozenset[str]
    pattern: re.Pattern[str]
    values: dict[str, Decimal]


@cache
def _table(known: Lexicon) -> _Table | None:
    page = known.page
    values = {
        word: Decimal(value)
        for word, value in page.collectives.items()
        if float(value) >= _LEAST and word not in page.spans and word not in page.units
    }
    values |= {word: Decimal(scale) for word, scale in page.rough_scales.items()}
    values |= {word: Decimal(scale) for word, scale in page.scales.items() if scale >= MILLION}
    for code in ("decade", "age"):
        for word in [word for word, unit in page.units.items() if unit == code] + [*page.centuries]:
            values.pop(word, None)
    told = [*values, *page.noon, *page.midnight]
    if not told:
        return None
    longest = "|".join(sorted(map(re.escape, told), key=len, reverse=True))
    return _Table(frozenset(told), re.compile(rf"(?<!\w)(?:{longest})(?!\w)", re.IGNORECASE), values)


def rough_amounts(source: Side, target: Side, pairs: list[Pairing]) -> list[Pairing]:
    """``pairs``, with one more where each text has one rough amount in a word and they lie far apart."""
    here = _amounts(source, [mine for mine, _, _ in pairs if mine is not None])
    there = _amounts(target, [theirs for _, theirs, _ in pairs if theirs is not None]) if here else []
    if len(here) != 1 or len(there) != 1 or here[0].kind is not there[0].kind:
        return pairs
    one, other = sorted((here[0].values[0], there[0].values[0]))
    close = one == other or (one > 0 and other <= one * _CLOSE)
    numbers = {value for mine, theirs, _ in pairs for mark in (mine, theirs) if mark for value in mark.values}
    if close or not numbers.isdisjoint((one, other)):
        return pairs
    return [*pairs, (here[0], there[0], _CHANGED)]


def _amounts(side: Side, marks: list[Mark]) -> list[Mark]:
    """The rough amounts of a text outside its numbers; none stands right behind a number (two dozen)."""
    table = _table(side.known)
    if table is None or table.words.isdisjoint(words(side.text)):
        return []
    found: list[Mark] = []
    end = -_BEFORE
    for match in table.pattern.finditer(side.text):
        start = match.start()
        if any(mark.start <= start < mark.end or 0 <= start - mark.end <= 1 for mark in marks):
            return []
        low = match.group().lower()
        if low not in table.values:
            kind, value = NumberKind.TIME, Decimal(12 if low in side.known.page.noon else 0)
        else:
            kind, value = NumberKind.CARDINAL, table.values[low]
            value *= _share(side, start)
            if found and found[-1].kind is kind and start - end <= len(" of the "):
                value *= found.pop().values[0]  # hundreds of thousands
        found.append(Mark(kind, start, match.end(), 0, 0, (value,), spelled=True))
        end = match.end()
    return found


def _share(side: Side, start: int) -> Decimal:
    """A half, where one is said of the amount: medio centenar, half a dozen."""
    before = _WORDS.findall(side.text[max(0, start - _BEFORE) : start].lower())
    while before and (before[-1] in side.known.page.ones or before[-1] in side.known.page.links):
        before.pop()
    half = bool(before) and side.known.weak.get(before[-1]) == "0.5"
    return _HALF if half else Decimal(1)
