"""Which source number belongs in which slot: all ways that fit, and whether one stands out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple

from copydesk.data import NumberKind
from copydesk.numbers.mark import Mark
from copydesk.numbers.nearby import kinship, same_noun
from copydesk.numbers.slots import Slot
from copydesk.numbers.units import agree

_MOST = 6
"""More open slots than this are not tried in every order: the text is too damaged."""

MARGIN = 0.5
"""By how much the best way must beat the next one that reads differently."""

INVERSION = 0.6
"""The price of two numbers that change places."""

SLIDE_INVERSION = 0.15
SLIDE_MARGIN = 0.3
"""The same two where sound numbers may have slid: the words around weigh more, the order less."""

_CONTEXT = 0.8
_NOUN = 0.9
_NUMERIC = frozenset({NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.YEAR})
_RANKS = frozenset({NumberKind.ORDINAL, NumberKind.CENTURY, NumberKind.REGNAL})


class Anchor(NamedTuple):
    """Where a source number and the target number it is known to be begin; its unit."""

    here: int
    there: int
    unit: str


@dataclass(frozen=True, slots=True)
class Way:
    """One assignment: ``sources[i]`` belongs in slot i, at ``cost``."""

    sources: tuple[Mark, ...]
    cost: float


def ways(
    slots: Sequence[Slot],
    sources: Sequence[Mark],
    texts: tuple[str, str],
    anchors: Sequence[Anchor],
    *,
    inversion: float = INVERSION,
) -> list[Way]:
    """The assignments of as many ``sources`` to as many ``slots`` that no shape contradicts, best first.

    ``texts`` are source and target. Order counts: numbers that change places cost, also against
    ``anchors``, each time ``inversion``; words akin round both places help.
    """
    if not slots or len(slots) != len(sources) or len(slots) > _MOST:
        return []
    prices = [[_price(slot, source, texts) for source in sources] for slot in slots]
    found = [
        Way(chosen, price + inversion * _crossings(_links(slots, chosen), anchors))
        for chosen, price in _all(sources, prices)
    ]
    return sorted(found, key=lambda way: way.cost)


def crossed(slots: Sequence[Slot], way: Way, anchors: Sequence[Anchor]) -> list[Anchor]:
    """The anchors of the same unit that ``way`` puts a number on the other side of: perhaps they slid."""
    links = _links(slots, way.sources)
    return [
        known
        for known in anchors
        if any(_cross(link, known) and agree(link.unit, known.unit) for link in links)
    ]


def _cross(link: Anchor, other: Anchor) -> bool:
    return (link.here - other.here) * (link.there - other.there) < 0


def _links(slots: Sequence[Slot], sources: Sequence[Mark]) -> list[Anchor]:
    return [Anchor(mark.start, slot.start, mark.unit) for mark, slot in zip(sources, slots, strict=True)]


def _all(
    sources: Sequence[Mark], prices: list[list[float | None]]
) -> Iterator[tuple[tuple[Mark, ...], float]]:
    for order in permutations(range(len(sources))):
        costs = [prices[row][column] for row, column in enumerate(order)]
        known = [cost for cost in costs if cost is not None]
        if len(known) == len(costs):
            yield tuple(sources[column] for column in order), sum(known)


def _crossings(links: Sequence[Anchor], anchors: Sequence[Anchor]) -> int:
    count = 0
    for n, link in enumerate(links):
        count += sum(_cross(link, other) for other in [*links[n + 1 :], *anchors])
    return count


def _price(slot: Slot, source: Mark, texts: tuple[str, str]) -> float | None:
    """The cost of ``source`` in ``slot``, None where the slot's shape forbids it."""
    shape = _shape(slot, source)
    if shape is None:
        return None
    near = kinship(texts[0], (source.start, source.end), texts[1], (slot.start, slot.end))
    noun = same_noun(texts[0], source.end, texts[1], slot.end)
    return shape + _CONTEXT * (1 - near) - _NOUN * noun


def _shape(slot: Slot, source: Mark) -> float | None:
    if (slot.kind is NumberKind.PERCENTAGE) != (source.kind is NumberKind.PERCENTAGE and source.unit == "%"):
        range_of_percent = source.unit == "%" and slot.unit == "%"
        return 0.0 if range_of_percent else None
    if not agree(slot.unit, source.unit):
        return None
    if source.kind is NumberKind.YEAR and slot.unit:
        return None
    if slot.scaled > 1 and (source.scalar is None or source.scaled == 1):
        return None
    cost = 0.0
    if slot.unit != source.unit:
        cost += 0.5
    if slot.scaled != source.scaled and source.scaled > 1 and slot.scaled == 1:
        cost += 0.6
    return cost + _kinds(slot, source)


def _kinds(slot: Slot, source: Mark) -> float:
    if slot.kind is source.kind or (slot.kind in _RANKS and source.kind in _RANKS):
        return 0.0
    if slot.kind is NumberKind.DATE and source.kind is NumberKind.CARDINAL:
        return 0.2 if source.values[0] <= 31 else 1.0
    if source.kind is NumberKind.DATE and slot.kind is NumberKind.CARDINAL:
        return 0.1
    if slot.kind is NumberKind.IDENTIFIER:
        return 0.9
    if slot.kind is NumberKind.YEAR:
        return 0.0 if source.kind is NumberKind.DECADE else 0.4
    if source.kind is NumberKind.YEAR:
        return 0.1 if slot.kind is NumberKind.CARDINAL else 1.0
    return 0.1 if slot.kind in _NUMERIC else 0.7
