"""The ledger of two texts: which number became which, and which none."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable

from copydesk.data import Entry, Ledger, NumberKind, NumberMention, Verdict
from copydesk.numbers.assign import FORBIDDEN, assign
from copydesk.numbers.lexicon import lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.reading import marks, weak_marks
from copydesk.numbers.reasons import explain, soft
from copydesk.numbers.relate import PAIRS, Relation, identical, relate

_ALONE = 1.6
_WEAK = 0.3
_LARGE = 60
_WINDOW = 8
_EMPTY = Ledger((), (), ())

Pairing = tuple[Mark | None, Mark | None, Relation | None]


def compare(source: str, target: str, source_language: str, target_language: str) -> Ledger:
    """The ledger of ``source`` and its translation ``target``; languages are BCP 47.

    Numbers are paired by value, unit, kind and order with least total cost. Composite numbers (dates,
    ranges, scores) are compared whole first, then by their parts. Words that may hide a number (une, half)
    explain leftovers but raise no alarm. Never raises; linear in the texts, and in the numbers beyond 60.
    """
    here, there = lexicon(source_language), lexicon(target_language)
    mine, theirs = marks(source, here), marks(target, there)
    if not mine and not theirs:
        return _EMPTY
    if len(mine) == len(theirs) and all(map(identical, mine, theirs)):
        pairs: list[Pairing] = [(m, t, relate(m, t)) for m, t in zip(mine, theirs, strict=True)]
        return _ledger(source, target, pairs)
    pairs = settle(mine, theirs)
    lost = [m for m, t, _ in pairs if t is None and m is not None and not m.weak]
    invented = [t for m, t, _ in pairs if m is None and t is not None and not t.weak]
    if 0 < len(lost) <= _LARGE:
        pairs = _explained(pairs, weak_marks(target, there), of_source=True)
    if 0 < len(invented) <= _LARGE:
        pairs = _explained(pairs, weak_marks(source, here), of_source=False)
    return _ledger(source, target, pairs)


def settle(mine: list[Mark], theirs: list[Mark]) -> list[Pairing]:
    """Pair the numbers of two texts; every one of them stands in exactly one pairing."""
    pairs, mine, theirs = _exact(mine, theirs)
    if max(len(mine), len(theirs)) > _LARGE:
        more, mine, theirs = _assigned(mine, theirs, settled_only=False)
        pairs += more
    elif mine or theirs:
        more, mine, theirs = _assigned(mine, theirs, settled_only=True)
        pairs += more
        mine, theirs = _split(mine, theirs), _split(theirs, mine)
        more, mine, theirs = _assigned(mine, theirs, settled_only=True)
        pairs += more
        more, mine, theirs = _assigned(mine, theirs, settled_only=False)
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
    return mark.kind, mark.values, mark.unit, text, mark.spelled, mark.scaled


def _assigned(
    mine: list[Mark], theirs: list[Mark], *, settled_only: bool
) -> tuple[list[Pairing], list[Mark], list[Mark]]:
    """The best pairs, and what is left of both sides. Long lists are cut into windows."""
    if not mine or not theirs:
        return [], mine, theirs
    if max(len(mine), len(theirs)) > _LARGE:
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
        more, here, there = _assigned(mine[window], theirs[window], settled_only=settled_only)
        pairs += more
        left += here
        right += there
    return pairs, left, right


def _relation(mine: Mark, theirs: Mark, *, settled_only: bool) -> Relation | None:
    relation = relate(mine, theirs)
    if relation is None or relation.verdict.settled:
        return relation
    if settled_only or mine.weak or theirs.weak:
        return None
    return relation


def _price(mark: Mark) -> float:
    return _WEAK if mark.weak else _ALONE


def _split(marks_: list[Mark], others: list[Mark]) -> list[Mark]:
    """Composites as their parts, where the other side has no composite of the shape to hold against."""
    shapes = {_shape(mark) for mark in others}
    result: list[Mark] = []
    for mark in marks_:
        result += mark.parts if mark.parts and _shape(mark) not in shapes else (mark,)
    return result


def _shape(mark: Mark) -> object:
    if mark.kind is NumberKind.DATE:
        return tuple(bool(value) for value in mark.values)
    return "pair" if mark.kind in PAIRS else None


def _explained(pairs: list[Pairing], words: list[Mark], *, of_source: bool) -> list[Pairing]:
    """``pairs`` with leftovers of one side paired with words of the other that may hide their value."""
    taken = {(m.start, m.end) for pair in pairs if (m := pair[1] if of_source else pair[0]) is not None}
    free = [word for word in words if not any(s < word.end and word.start < e for s, e in taken)]
    result: list[Pairing] = []
    for mine, theirs, relation in pairs:
        mark = mine if of_source else theirs
        alone = (theirs if of_source else mine) is None and mark is not None and not mark.weak
        word = next((w for w in free if _hides(w, mark)), None) if alone and mark is not None else None
        if word is None or mark is None:
            result.append((mine, theirs, relation))
            continue
        free.remove(word)
        how = Relation(0.5, Verdict.CONVERTED, "said in a word")
        result.append((mark, word, how) if of_source else (word, mark, how))
    return result


def _hides(word: Mark, mark: Mark) -> bool:
    if mark.kind is NumberKind.PLACEHOLDER or not mark.values:
        return False
    wanted = [mark.values[0]] if len(mark.values) == 1 or mark.kind is NumberKind.TIME else []
    if mark.kind is NumberKind.DATE and not mark.values[0]:
        wanted.append(mark.values[2])
    if mark.kind is NumberKind.TIME or mark.unit == "h":
        wanted.append(mark.values[0] % 12)
    if mark.unit == "%":
        wanted.append(mark.values[0] / 100)
    if mark.kind is NumberKind.FRACTION and mark.values[1]:
        wanted.append(mark.values[0] / mark.values[1])
        wanted.append(mark.values[1])
    options = (word.values, *word.alternatives)
    return any((value,) in options for value in wanted)


def _mentions(found: Iterable[Mark], text: str) -> dict[int, NumberMention]:
    """The mentions of ``found`` by the identity of the mark, numbered in text order."""
    ordered = sorted(found, key=lambda mark: mark.start)
    return {id(mark): mark.mention(n, text) for n, mark in enumerate(ordered)}


def _ledger(source: str, target: str, pairs: list[Pairing]) -> Ledger:
    pairs = [p for p in pairs if not _idle(p)]
    mine = _mentions((m for m, _, _ in pairs if m is not None), source)
    theirs = _mentions((t for _, t, _ in pairs if t is not None), target)
    entries = []
    for m, t, relation in sorted(pairs, key=_place):
        left = mine[id(m)] if m is not None else None
        right = theirs[id(t)] if t is not None else None
        verdict = _verdict(t, relation)
        mild = not verdict.settled and soft(m, t, relation, pairs if len(pairs) <= _LARGE else ())
        entries.append(Entry(left, right, verdict, explain(left, right, relation, soft=mild), soft=mild))
    return Ledger(tuple(mine.values()), tuple(theirs.values()), tuple(entries))


def _idle(pair: Pairing) -> bool:
    mine, theirs, _ = pair
    alone = mine if theirs is None else theirs if mine is None else None
    return alone is not None and alone.weak


def _place(pair: Pairing) -> tuple[int, int]:
    mine, theirs, _ = pair
    return (mine.start if mine is not None else theirs.start if theirs is not None else 0, mine is None)


def _verdict(theirs: Mark | None, relation: Relation | None) -> Verdict:
    if relation is not None:
        return relation.verdict
    if theirs is not None:
        return Verdict.PLACEHOLDER if theirs.kind is NumberKind.PLACEHOLDER else Verdict.INVENTED
    return Verdict.LOST
