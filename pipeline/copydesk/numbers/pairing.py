"""Which number of one text stands against which of the other."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable

from copydesk.data import NumberKind
from copydesk.numbers.assign import FORBIDDEN, assign
from copydesk.numbers.mark import Mark
from copydesk.numbers.relate import PAIRS, Relation, relate

LARGE = 60
"""More numbers than this on one side are paired in windows, so that long lists stay linear."""

_ALONE = 1.6
_WEAK = 0.3
_WINDOW = 8

Pairing = tuple[Mark | None, Mark | None, Relation | None]
Explain = Callable[[list[Mark], list[Mark]], tuple[list[Pairing], list[Mark], list[Mark]]]


def settle(mine: list[Mark], theirs: list[Mark], explain: Explain | None = None) -> list[Pairing]:
    """Pair the numbers of two texts; every one of them stands in exactly one pairing.

    Equal numbers first, then what is converted, whole and in parts; then ``explain`` may find words that
    hide a number; what is left is paired as changed where two numbers look like one gone wrong.
    """
    pairs, mine, theirs = _exact(mine, theirs)
    long = max(len(mine), len(theirs)) > LARGE
    for settled_only in (True, False):
        if long and settled_only:
            continue
        more, mine, theirs = assigned(mine, theirs, settled_only=settled_only)
        pairs += more
        if settled_only:
            mine, theirs = _split(mine, theirs), _split(theirs, mine)
            more, mine, theirs = assigned(mine, theirs, settled_only=True)
            pairs += more
            if explain is not None:
                more, mine, theirs = explain(mine, theirs)
                pairs += more
    pairs += [(mark, None, None) for mark in mine]
    pairs += [(None, mark, None) for mark in theirs]
    return pairs


def _exact(mine: list[Mark], theirs: list[Mark]) -> tuple[list[Pairing], list[Mark], list[Mark]]:
    waiting: dict[object, deque[Mark]] = defaultdict(deque)
    for mark in theirs:
        waiting[_key(mark)].append(mark)
    pairs: list[Pairing] = []
    left: list[Mark] = []
    for mark in mine:
        queue = waiting.get(_key(mark))
        if queue and mark.kind is not NumberKind.PLACEHOLDER:
            partner = queue.popleft()
            pairs.append((mark, partner, relate(mark, partner)))
        else:
            left.append(mark)
    return pairs, left, sorted((m for queue in waiting.values() for m in queue), key=lambda m: m.start)


def _key(mark: Mark) -> object:
    text = mark.text if mark.kind in (NumberKind.IDENTIFIER, NumberKind.PHONE) else ""
    bound = mark.bound if mark.bound in ("<", ">") else ""
    return mark.kind, mark.values, mark.unit, text, mark.spelled, mark.scaled, bound


def assigned(
    mine: list[Mark], theirs: list[Mark], *, settled_only: bool
) -> tuple[list[Pairing], list[Mark], list[Mark]]:
    """The best pairs, and what is left of both sides. Long lists are cut into windows."""
    if not mine or not theirs:
        return [], mine, theirs
    if max(len(mine), len(theirs)) > LARGE:
        return _windows(mine, theirs, settled_only=settled_only)
    relations = [[_relation(m, t, settled_only=settled_only) for t in theirs] for m in mine]
    long = max(mine[-1].end, theirs[-1].end, 1)
    costs = [
        [
            FORBIDDEN if r is None else r.cost + 0.4 * abs(m.start - t.start) / long
            for t, r in zip(theirs, row, strict=True)
        ]
        for m, row in zip(mine, relations, strict=True)
    ]
    matched = assign(costs, [_price(m) for m in mine], [_price(t) for t in theirs])
    pairs: list[Pairing] = [
        (mine[row], theirs[column], relations[row][column])
        for row, column in enumerate(matched)
        if column >= 0 and relations[row][column] is not None
    ]
    used = {id(mark) for pair in pairs for mark in pair[:2]}
    return pairs, [m for m in mine if id(m) not in used], [t for t in theirs if id(t) not in used]


def _windows(
    mine: list[Mark], theirs: list[Mark], *, settled_only: bool
) -> tuple[list[Pairing], list[Mark], list[Mark]]:
    pairs: list[Pairing] = []
    left: list[Mark] = []
    right: list[Mark] = []
    for at in range(0, max(len(mine), len(theirs)), _WINDOW):
        window = slice(at, at + _WINDOW)
        more, here, there = assigned(mine[window], theirs[window], settled_only=settled_only)
        pairs += more
        left += here
        right += there
    return pairs, left, right


def _relation(mine: Mark, theirs: Mark, *, settled_only: bool) -> Relation | None:
    relation = relate(mine, theirs)
    if relation is None or relation.verdict.settled:
        return relation
    if settled_only:
        return None
    if mine.weak or theirs.weak:
        both = mine.weak and theirs.weak
        return relation._replace(cost=0.2 if both else 1.2) if _both_told(mine, theirs) else None
    return relation


def _both_told(mine: Mark, theirs: Mark) -> bool:
    """Two ranks, or two multipliers: third and 8th, doubled and tripled."""
    if mine.kind is not theirs.kind:
        return False
    firm = not (mine.weak and theirs.weak) or min(mine.values[0], theirs.values[0]) > 1
    ranks = mine.kind is NumberKind.ORDINAL and firm
    return ranks or mine.kind is NumberKind.MULTIPLIER


def _price(mark: Mark) -> float:
    return _WEAK if mark.weak else _ALONE


def _split(marks_: list[Mark], others: list[Mark]) -> list[Mark]:
    """Composites as their parts, where the other side has no composite of the shape to hold against.

    Two numbers that may be one with a space in it (15, 6 %) part where the other side has one of them.
    """
    shapes = {_shape(mark) for mark in others}
    amounts = {(mark.values, mark.unit) for mark in others}
    result: list[Mark] = []
    for mark in marks_:
        shape = _shape(mark)
        if shape is None:
            parts = any((part.values, part.unit) in amounts for part in mark.parts)
        else:
            parts = bool(mark.parts) and shape not in shapes
        result += mark.parts if parts else (mark,)
    return result


def _shape(mark: Mark) -> object:
    if mark.kind is NumberKind.DATE:
        return tuple(bool(value) for value in mark.values)
    return "pair" if mark.kind in PAIRS else None
