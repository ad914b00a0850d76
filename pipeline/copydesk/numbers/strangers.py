"""Units of time that a translation adds to a number and the source does not know at all."""

from __future__ import annotations

from copydesk.data import Verdict
from copydesk.numbers.orphans import Units
from copydesk.numbers.pairing import Pairing
from copydesk.numbers.relate import Relation
from copydesk.numbers.units import dimension

_TIMES = frozenset({"time", "years"})
_CHANGED = Relation(1.5, Verdict.CHANGED, "unit")
_TACIT = frozenset({"year", "h"})
"""Units of time that speakers leave out: an age, an hour."""


def strange_units(source: Units, target: str, pairs: list[Pairing]) -> list[Pairing]:
    """``pairs``, those changed where the target adds a unit of time that the source never names.

    A bare 30 may stand as 30 years, since ages are said so; as 30 months only where the source speaks of
    months or of another unit of time. What is copied from the source word by word is not strange: the "60
    Minutes" of a name.
    """
    result = []
    for mine, theirs, relation in pairs:
        strange = False
        if mine is not None and theirs is not None and relation is not None and relation.verdict.settled:
            unit = theirs.unit if not mine.unit and theirs.unit not in _TACIT else ""
            plain = not (mine.weak or theirs.weak or mine.parts or theirs.parts)
            strange = plain and dimension(unit) in _TIMES and not _TIMES & source.dimensions
            strange = strange and not source.says(target[theirs.start : theirs.end])
        result.append((mine, theirs, _CHANGED if strange else relation))
    return result
