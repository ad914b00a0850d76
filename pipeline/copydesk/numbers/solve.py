"""Which source number belongs in which place: the best way, and by how much it stands out.

The weights say how much the words, units and order round two places count; they are those of
``crossings``, which were fitted on human translations with numbers exchanged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from copydesk.data import NumberKind
from copydesk.numbers.assign import FORBIDDEN, assign
from copydesk.numbers.mark import Mark
from copydesk.numbers.nearby import Around, alike
from copydesk.numbers.places import Place

CROSSED = 3.0
STAY = 4.0
"""The price of taking a number away from where it stands."""

_SHAPE = 2.0
_UNIT = 1.5
_KIND = 0.7
_YEAR = 2.0
_PERCENT = 3.0
_BOUND = 2.0
_NEVER = 60.0
_RIVALS = 6
_NUMERIC = frozenset({NumberKind.CARDINAL, NumberKind.DECIMAL})


@dataclass(frozen=True, slots=True)
class Field:
    """The ``places`` of the target and the ``marks`` of the source.

    ``stands[p]`` is the source that place p is known to hold now, -1 for none. ``near`` gives the words round
    places and marks; ``shape(place, mark)`` is None where a mark does not fit.
    """

    places: Sequence[Place]
    marks: Sequence[Mark]
    stands: Sequence[int]
    near: tuple[Sequence[Around], Sequence[Around]]
    shape: Callable[[Place, Mark], float | None]
    _prices: dict[tuple[int, int], float] = field(default_factory=dict)

    def price(self, place: int, source: int) -> float:
        """What it costs to say that ``source`` belongs in ``place``."""
        key = (place, source)
        if key not in self._prices:
            self._prices[key] = self._price(place, source)
        return self._prices[key]

    def _price(self, place: int, source: int) -> float:
        there, mark = self.places[place], self.marks[source]
        shape = self.shape(there, mark)
        if shape is None:
            return _NEVER
        cost = _SHAPE * shape - alike(self.near[0][place], self.near[1][source])
        cost -= _UNIT * _units(mark, there.mark)
        cost += _PERCENT * ((there.mark.unit == "%") is not (mark.unit == "%"))
        cost += _KIND * (not _akin(mark.kind, there.kind))
        cost += _YEAR * (
            there.kind is NumberKind.YEAR and (mark.kind is not NumberKind.YEAR) and not mark.parts
        )
        cost -= _BOUND * _bounds(mark, there.mark)
        if there.standing and self.stands[place] >= 0 and _key(self.marks[self.stands[place]]) != _key(mark):
            cost += STAY
        return cost

    def fits(self, place: int, source: int) -> bool:
        """Whether the shape of ``place`` allows ``source``."""
        return self.price(place, source) < _NEVER / 2


def _units(mine: Mark, theirs: Mark) -> int:
    return (bool(mine.unit) and mine.unit == theirs.unit) - (mine.unit != theirs.unit)


def _bounds(mine: Mark, theirs: Mark) -> float:
    """Both rounded or bounded alike (about, more than), or one alone."""
    return (mine.bound == theirs.bound != "") - (bool(mine.bound) is not bool(theirs.bound)) / 2


def _key(mark: Mark) -> object:
    return mark.kind, mark.values, mark.unit, mark.text


def _akin(mine: NumberKind, theirs: NumberKind) -> bool:
    return mine is theirs or (mine in _NUMERIC and theirs in _NUMERIC)


@dataclass(frozen=True, slots=True)
class Way:
    """``sources[p]`` belongs in place p.

    ``gain`` (negative) is what exchanges won; the next way that reads otherwise costs ``margin`` more.
    ``rivals`` are the next ways with what they cost more.
    """

    sources: tuple[int, ...]
    gain: float
    margin: float
    rivals: tuple[tuple[float, tuple[int, ...]], ...] = ()


def solve(seen: Field, differs: Callable[[int, int, int], bool]) -> Way | None:
    """The cheapest way, by assignment and then by exchanges while they help.

    ``differs(place, one, other)`` tells whether two sources would be written otherwise in a place.
    """
    chosen = _start(seen)
    if chosen is None:
        return None
    total = 0.0
    for _ in range(2 * len(chosen) + 2):
        gain, move = min(_moves(seen, chosen), default=(0.0, None), key=lambda m: m[0])
        if move is None or gain >= -1e-9:
            break
        chosen, total = move, total + gain
    if any(not seen.fits(place, source) for place, source in enumerate(chosen)):
        return None
    rivals = sorted(
        (gain, move)
        for gain, move in _moves(seen, chosen)
        if gain < _NEVER / 2
        and any(a != b and differs(p, a, b) for p, (a, b) in enumerate(zip(chosen, move, strict=True)))
    )
    margin = rivals[0][0] if rivals else _NEVER
    return Way(tuple(chosen), total, margin, tuple((gain, tuple(move)) for gain, move in rivals[:_RIVALS]))


def _start(seen: Field) -> list[int] | None:
    """Standing numbers where they stand; the open places by assignment of what is left."""
    chosen = _in_order(seen)
    open_ = [place for place, source in enumerate(chosen) if source < 0]
    left = [source for source in range(len(seen.marks)) if source not in set(chosen)]
    if len(left) < len(open_):
        return None
    long = max((mark.end for mark in seen.marks), default=1)
    wide = max((place.holes[-1].until for place in seen.places), default=1)
    costs = [
        [
            seen.price(place, source)
            + 2 * abs(seen.places[place].holes[0].at / wide - seen.marks[source].start / long)
            + 10
            for source in left
        ]
        for place in open_
    ]
    matched = assign(costs, [FORBIDDEN / 4] * len(open_), [0.0] * len(left))
    for place, column in zip(open_, matched, strict=True):
        if column < 0:
            return None
        chosen[place] = left[column]
    return chosen


def _in_order(seen: Field) -> list[int]:
    """What the places hold, equal numbers in the order of the texts: which of them is which, nobody knows."""
    held: defaultdict[object, list[int]] = defaultdict(list)
    for place, source in enumerate(seen.stands):
        if source >= 0:
            held[_key(seen.marks[source])].append(place)
    chosen = list(seen.stands)
    for places in held.values():
        there = sorted(places, key=lambda place: seen.places[place].holes[0].at)
        for place, source in zip(there, sorted(seen.stands[place] for place in places), strict=True):
            chosen[place] = source
    return chosen


def _moves(seen: Field, chosen: list[int]) -> Iterator[tuple[float, list[int]]]:
    """Every exchange of two places, and every open place with a source not used, with its gain."""
    for one, other in combinations(range(len(chosen)), 2):
        first, second = seen.places[one], seen.places[other]
        if first.standing and second.standing:
            continue
        if seen.marks[chosen[one]].values == seen.marks[chosen[other]].values and first.standing:
            continue
        yield _moved(seen, chosen, {one: chosen[other], other: chosen[one]})
    used = set(chosen)
    for place, there in enumerate(seen.places):
        if not there.standing:
            for source in range(len(seen.marks)):
                if source not in used:
                    yield _moved(seen, chosen, {place: source})


def _moved(seen: Field, chosen: list[int], changes: dict[int, int]) -> tuple[float, list[int]]:
    new = list(chosen)
    for place, source in changes.items():
        new[place] = source
    gain = sum(seen.price(p, new[p]) - seen.price(p, chosen[p]) for p in changes)
    return gain + CROSSED * (_crossings(seen, new, changes) - _crossings(seen, chosen, changes)), new


def _crossings(seen: Field, chosen: Sequence[int], among: dict[int, int]) -> int:
    """How many pairs, one of ``among`` in each, stand in another order than their sources."""
    count = 0
    for place in among:
        here, there = seen.places[place].holes[0].at, seen.marks[chosen[place]].start
        for other, source in enumerate(chosen):
            if other == place or (other in among and other < place):
                continue
            count += (here - seen.places[other].holes[0].at) * (there - seen.marks[source].start) < 0
    return count
