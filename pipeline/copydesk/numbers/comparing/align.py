"""Which number of one text stands against which of the other: the assignment that costs least."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.numbers.comparing.match import PAIRS, Pairing, Relation, match
from copydesk.numbers.reading.number_token import NumberToken

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


LARGE = 60
"""More numbers than this on one side are paired in windows, so that long lists stay linear."""

_ALONE = 1.6
_IMPLICIT = 0.3
_WINDOW = 8

Explain = Callable[
    [list[NumberToken], list[NumberToken]], tuple[list[Pairing], list[NumberToken], list[NumberToken]]
]


def align_numbers(
    mine: list[NumberToken], theirs: list[NumberToken], explain: Explain | None = None
) -> list[Pairing]:
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
    pairs += [(token, None, None) for token in mine]
    pairs += [(None, token, None) for token in theirs]
    return pairs


def _exact(
    mine: list[NumberToken], theirs: list[NumberToken]
) -> tuple[list[Pairing], list[NumberToken], list[NumberToken]]:
    waiting: dict[object, deque[NumberToken]] = defaultdict(deque)
    for token in theirs:
        waiting[_key(token)].append(token)
    pairs: list[Pairing] = []
    left: list[NumberToken] = []
    for token in mine:
        queue = waiting.get(_key(token))
        if queue and token.kind is not NumberKind.PLACEHOLDER:
            partner = queue.popleft()
            pairs.append((token, partner, match(token, partner)))
        else:
            left.append(token)
    return pairs, left, sorted((m for queue in waiting.values() for m in queue), key=lambda m: m.start)


def _key(token: NumberToken) -> object:
    text = token.text if token.kind in (NumberKind.IDENTIFIER, NumberKind.PHONE) else ""
    bound = token.bound if token.bound in ("<", ">") else ""
    return token.kind, token.values, token.unit, text, token.spelled, token.scaled, bound


def assigned(
    mine: list[NumberToken], theirs: list[NumberToken], *, settled_only: bool
) -> tuple[list[Pairing], list[NumberToken], list[NumberToken]]:
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
    used = {id(token) for pair in pairs for token in pair[:2]}
    return pairs, [m for m in mine if id(m) not in used], [t for t in theirs if id(t) not in used]


def _windows(
    mine: list[NumberToken], theirs: list[NumberToken], *, settled_only: bool
) -> tuple[list[Pairing], list[NumberToken], list[NumberToken]]:
    pairs: list[Pairing] = []
    left: list[NumberToken] = []
    right: list[NumberToken] = []
    for at in range(0, max(len(mine), len(theirs)), _WINDOW):
        window = slice(at, at + _WINDOW)
        more, here, there = assigned(mine[window], theirs[window], settled_only=settled_only)
        pairs += more
        left += here
        right += there
    return pairs, left, right


def _relation(mine: NumberToken, theirs: NumberToken, *, settled_only: bool) -> Relation | None:
    relation = match(mine, theirs)
    if relation is None or relation.verdict.ok:
        return relation
    if settled_only:
        return None
    if mine.implicit or theirs.implicit:
        both = mine.implicit and theirs.implicit
        return relation._replace(cost=0.2 if both else 1.2) if _both_told(mine, theirs) else None
    return relation


def _both_told(mine: NumberToken, theirs: NumberToken) -> bool:
    """Two ranks, or two multipliers: third and 8th, doubled and tripled."""
    if mine.kind is not theirs.kind:
        return False
    firm = not (mine.implicit and theirs.implicit) or min(mine.values[0], theirs.values[0]) > 1
    ranks = mine.kind is NumberKind.ORDINAL and firm
    return ranks or mine.kind is NumberKind.MULTIPLIER


def _price(token: NumberToken) -> float:
    return _IMPLICIT if token.implicit else _ALONE


def _split(tokens_: list[NumberToken], others: list[NumberToken]) -> list[NumberToken]:
    """Composites as their parts, where the other side has no composite of the shape to hold against.

    Two numbers that may be one with a space in it (15, 6 %) part where the other side has one of them.
    """
    shapes = {_shape(token) for token in others}
    amounts = {(token.values, token.unit) for token in others}
    result: list[NumberToken] = []
    for token in tokens_:
        shape = _shape(token)
        if shape is None:
            parts = any((part.values, part.unit) in amounts for part in token.parts)
        else:
            parts = bool(token.parts) and shape not in shapes
        result += token.parts if parts else (token,)
    return result


def _shape(token: NumberToken) -> object:
    if token.kind is NumberKind.DATE:
        return tuple(bool(value) for value in token.values)
    return "pair" if token.kind in PAIRS else None


def size_of(token: NumberToken) -> tuple[Decimal, ...]:
    """The values of ``token`` without their signs."""
    return tuple(map(abs, token.values))


def parted(
    tokens: list[NumberToken], held: Callable[[NumberToken], bool]
) -> tuple[list[NumberToken], list[NumberToken]]:
    """The ``tokens`` that are free, and those that are ``held``."""
    return [token for token in tokens if not held(token)], [token for token in tokens if held(token)]


def in_order(tokens: list[NumberToken]) -> list[NumberToken]:
    """``tokens`` as they stand in the text."""
    return sorted(tokens, key=lambda token: token.start)
