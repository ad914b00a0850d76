"""Units that one side names beside a number and the other text does not know at all."""

from __future__ import annotations

from copydesk.data import Verdict
from copydesk.numbers.orphans import Units
from copydesk.numbers.pairing import Pairing
from copydesk.numbers.relate import Relation
from copydesk.numbers.units import dimension

_CHANGED = Relation(1.5, Verdict.CHANGED, "unit")
_TACIT = frozenset({"year", "h", "deg", "x", "C"})
"""Units that speakers leave out: an age, an hour, degrees."""


def strange_units(source: Units, target: Units, pairs: list[Pairing]) -> list[Pairing]:
    """``pairs`` with those marked as changed where one side adds a unit that the other text never names.

    A bare 30 may stand as 30 years, since ages are said so; as 30 months only where the other text speaks
    of months or of another unit of time.
    """
    result = []
    for mine, theirs, relation in pairs:
        strange = False
        if mine is not None and theirs is not None and relation is not None and relation.verdict.settled:
            unit = mine.unit or theirs.unit
            bare = mine.unit != theirs.unit and not (mine.unit and theirs.unit) and unit not in _TACIT
            plain = bare and not (mine.weak or theirs.weak or mine.parts or theirs.parts)
            kin = dimension(unit) if plain else ""
            strange = bool(kin) and kin not in (source if theirs.unit else target).dimensions()
        result.append((mine, theirs, _CHANGED if strange else relation))
    return result
