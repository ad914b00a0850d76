"""Which source number belongs in which slot: the best assignment, and by how much it stands out.

The weights say how much the words, units and order round two slots count; they are those of ``swaps``, which
were fitted on human translations with numbers exchanged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from copydesk.data import NumberKind
from copydesk.numbers.comparing.align import FORBIDDEN, assign
from copydesk.numbers.comparing.swaps import Around, alike
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.repairing.slots import Slot

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
class AssignmentProblem:
    """The ``slots`` of the target and the ``tokens`` of the source.

    ``stands[p]`` is the source that place p is known to hold now, -1 for none. ``near`` gives the words round
    places and marks; ``shape(place, mark)`` is None where a mark does not fit.
    """

    slots: Sequence[Slot]
    tokens: Sequence[NumberToken]
    stands: Sequence[int]
    near: tuple[Sequence[Around], Sequence[Around]]
    shape: Callable[[Slot, NumberToken], float | None]
    _prices: dict[tuple[int, int], float] = field(default_factory=dict)

    def price(self, slot: int, source: int) -> float:
        """What it costs to say that ``source`` belongs in ``slot``."""
        key = (slot, source)
        if key not in self._prices:
            self._prices[key] = self._price(slot, source)
        return self._prices[key]

    def _price(self, slot: int, source: int) -> float:
        there, token = self.slots[slot], self.tokens[source]
        shape = self.shape(there, token)
        if shape is None:
            return _NEVER
        cost = _SHAPE * shape - alike(self.near[0][slot], self.near[1][source])
        cost -= _UNIT * _units(token, there.token)
        cost += _PERCENT * ((there.token.unit == "%") is not (token.unit == "%"))
        cost += _KIND * (not _akin(token.kind, there.kind))
        cost += _YEAR * (
            there.kind is NumberKind.YEAR and (token.kind is not NumberKind.YEAR) and not token.parts
        )
        cost -= _BOUND * _bounds(token, there.token)
        if there.standing and self.stands[slot] >= 0 and _key(self.tokens[self.stands[slot]]) != _key(token):
            cost += STAY
        return cost

    def fits(self, slot: int, source: int) -> bool:
        """Whether the shape of ``slot`` allows ``source``."""
        return self.price(slot, source) < _NEVER / 2


def _units(mine: NumberToken, theirs: NumberToken) -> int:
    return (bool(mine.unit) and mine.unit == theirs.unit) - (mine.unit != theirs.unit)


def _bounds(mine: NumberToken, theirs: NumberToken) -> float:
    """Both rounded or bounded alike (about, more than), or one alone."""
    return (mine.bound == theirs.bound != "") - (bool(mine.bound) is not bool(theirs.bound)) / 2


def _key(token: NumberToken) -> object:
    return token.kind, token.values, token.unit, token.text


def _akin(mine: NumberKind, theirs: NumberKind) -> bool:
    return mine is theirs or (mine in _NUMERIC and theirs in _NUMERIC)


@dataclass(frozen=True, slots=True)
class Assignment:
    """``sources[p]`` belongs in place p.

    ``gain`` (negative) is what exchanges won; the next way that reads otherwise costs ``margin`` more.
    ``rivals`` are the next ways with what they cost more.
    """

    sources: tuple[int, ...]
    gain: float
    margin: float
    rivals: tuple[tuple[float, tuple[int, ...]], ...] = ()


def best_assignment(seen: AssignmentProblem, differs: Callable[[int, int, int], bool]) -> Assignment | None:
    """The cheapest way, by assignment and then by exchanges while they help.

    ``differs(place, one, other)`` tells whether two sources would be written otherwise in a slot.
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
    if any(not seen.fits(slot, source) for slot, source in enumerate(chosen)):
        return None
    rivals = sorted(
        (gain, move)
        for gain, move in _moves(seen, chosen)
        if gain < _NEVER / 2
        and any(a != b and differs(p, a, b) for p, (a, b) in enumerate(zip(chosen, move, strict=True)))
    )
    margin = rivals[0][0] if rivals else _NEVER
    return Assignment(
        tuple(chosen), total, margin, tuple((gain, tuple(move)) for gain, move in rivals[:_RIVALS])
    )


def _start(seen: AssignmentProblem) -> list[int] | None:
    """Standing numbers where they stand; the open slots by assignment of what is left."""
    chosen = _in_order(seen)
    open_ = [slot for slot, source in enumerate(chosen) if source < 0]
    left = [source for source in range(len(seen.tokens)) if source not in set(chosen)]
    if len(left) < len(open_):
        return None
    long = max((token.end for token in seen.tokens), default=1)
    wide = max((slot.spans[-1].until for slot in seen.slots), default=1)
    costs = [
        [
            seen.price(slot, source)
            + 2 * abs(seen.slots[slot].spans[0].at / wide - seen.tokens[source].start / long)
            + 10
            for source in left
        ]
        for slot in open_
    ]
    matched = assign(costs, [FORBIDDEN / 4] * len(open_), [0.0] * len(left))
    for slot, column in zip(open_, matched, strict=True):
        if column < 0:
            return None
        chosen[slot] = left[column]
    return chosen


def _in_order(seen: AssignmentProblem) -> list[int]:
    """What the slots hold, equal numbers in the order of the texts: which of them is which, nobody knows."""
    held: defaultdict[object, list[int]] = defaultdict(list)
    for slot, source in enumerate(seen.stands):
        if source >= 0:
            held[_key(seen.tokens[source])].append(slot)
    chosen = list(seen.stands)
    for slots in held.values():
        there = sorted(slots, key=lambda slot: seen.slots[slot].spans[0].at)
        for slot, source in zip(there, sorted(seen.stands[slot] for slot in slots), strict=True):
            chosen[slot] = source
    return chosen


def _moves(seen: AssignmentProblem, chosen: list[int]) -> Iterator[tuple[float, list[int]]]:
    """Every exchange of two slots, and every open slot with a source not used, with its gain."""
    for one, other in combinations(range(len(chosen)), 2):
        first, second = seen.slots[one], seen.slots[other]
        if first.standing and second.standing:
            continue
        if seen.tokens[chosen[one]].values == seen.tokens[chosen[other]].values and first.standing:
            continue
        yield _moved(seen, chosen, {one: chosen[other], other: chosen[one]})
    used = set(chosen)
    for slot, there in enumerate(seen.slots):
        if not there.standing:
            for source in range(len(seen.tokens)):
                if source not in used:
                    yield _moved(seen, chosen, {slot: source})


def _moved(seen: AssignmentProblem, chosen: list[int], changes: dict[int, int]) -> tuple[float, list[int]]:
    new = list(chosen)
    for slot, source in changes.items():
        new[slot] = source
    gain = sum(seen.price(p, new[p]) - seen.price(p, chosen[p]) for p in changes)
    return gain + CROSSED * (_crossings(seen, new, changes) - _crossings(seen, chosen, changes)), new


def _crossings(seen: AssignmentProblem, chosen: Sequence[int], among: dict[int, int]) -> int:
    """How many pairs, one of ``among`` in each, stand in another order than their sources."""
    count = 0
    for slot in among:
        here, there = seen.slots[slot].spans[0].at, seen.tokens[chosen[slot]].start
        for other, source in enumerate(chosen):
            if other == slot or (other in among and other < slot):
                continue
            count += (here - seen.slots[other].spans[0].at) * (there - seen.tokens[source].start) < 0
    return count
