"""How two times of day, or a time and a number of hours, stand to each other."""

from __future__ import annotations

from decimal import Decimal

from copydesk.data import NumberKind, Verdict
from copydesk.numbers.clocks import ZONES
from copydesk.numbers.mark import Mark
from copydesk.numbers.relation import Relation

_HALF_DAY, _HOUR = 720, 60
_HUNDRED = 100


def times(source: Mark, target: Mark) -> Relation | None:
    """The relation of a time with a time or a number of hours, None where they have nothing in common."""
    if source.kind is target.kind and (len(source.values) > 2 or len(target.values) > 2):
        same = source.values == target.values
        verdict = Verdict.CONVERTED if same else Verdict.CHANGED
        return Relation(0.1 if same else 1.5, verdict, "the same time" if same else "time")
    if moved := _zones(source, target):
        return moved
    readings = [_minutes(mark) for mark in (source, target)]
    here, there = readings
    if not here or not there:
        return None
    full = all(mark.unit == "24h" or mark.text == "24h" for mark in (source, target))
    for mine in here:
        for theirs in there:
            halves = not full and min(mine, theirs) >= _HOUR  # nobody writes noon as 00:00
            if mine == theirs or (halves and mine % _HALF_DAY == theirs % _HALF_DAY):
                return Relation(
                    0.1 if source.kind is target.kind else 0.5, Verdict.CONVERTED, "the same time"
                )
    return Relation(1.8 if source.kind is target.kind else 2.6, Verdict.CHANGED, "time")


def _zones(source: Mark, target: Mark) -> Relation | None:
    """Times in two zones: 12:00 GMT is 13:00 CET."""
    here, there = ZONES.get(source.text), ZONES.get(target.text)
    if here is None or there is None or here == there or source.kind is not target.kind:
        return None
    apart = (_minutes(source)[0] - here - _minutes(target)[0] + there) % (2 * _HALF_DAY)
    if apart:
        return Relation(1.8, Verdict.CHANGED, "time")
    return Relation(0.3, Verdict.CONVERTED, "the same time in another zone")


def _minutes(mark: Mark) -> list[Decimal]:
    found = [v[0] * 60 + v[1] for v in (mark.values, *mark.alternatives) if len(v) == 2 and v[0] <= 24]
    value = mark.scalar
    if value is not None and not mark.unit and value.as_tuple().exponent == -2 and value % 1 < Decimal("0.6"):
        found.append(value // 1 * 60 + value % 1 * _HUNDRED)
    whole = mark.scalar is not None and mark.unit in ("", "h") and mark.kind is not NumberKind.YEAR
    if whole and (0 if mark.unit else 1) <= mark.values[0] <= 24:
        found.append(mark.values[0] * 60)
    return found


def clock_hours(source: Mark, target: Mark) -> Relation | None:
    """2.30 hours against two hours and a half."""
    for mark, other in ((source, target), (target, source)):
        clocks = [v for v in mark.alternatives if len(v) == 2]
        hours = other.scalar if mark.unit == other.unit == "h" else None
        if clocks and hours == clocks[0][0] + clocks[0][1] / 60:
            return Relation(0.4, Verdict.CONVERTED, "the same time")
    return None
