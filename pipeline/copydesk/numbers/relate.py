"""How a number of the source and one of the target stand to each other."""

from __future__ import annotations

from decimal import Decimal

from copydesk.data import NumberKind, Verdict
from copydesk.numbers.mark import Mark, Values
from copydesk.numbers.relation import Relation
from copydesk.numbers.timing import clock_hours, times
from copydesk.numbers.units import agree, converts

__all__ = ["PAIRS", "SAME", "TEXTS", "Relation", "identical", "relate"]

PAIRS = frozenset({NumberKind.RANGE, NumberKind.SCORE, NumberKind.RATIO, NumberKind.FRACTION})
TEXTS = frozenset({NumberKind.IDENTIFIER, NumberKind.PHONE})
_SHARES = frozenset({NumberKind.PERCENTAGE, NumberKind.MONEY, NumberKind.POINTS})
_UNLIKE = {NumberKind.YEAR: _SHARES | {NumberKind.CENTURY}, NumberKind.ORDINAL: _SHARES}
_AGES = {NumberKind.DECADE, NumberKind.CENTURY}
_HUNDRED = 100
_OPPOSITE = {"<", ">"}
_NEAR = Decimal("0.05")


SAME = Relation(0.0, Verdict.SAME, "")


def identical(source: Mark, target: Mark) -> bool:
    """Whether both are written alike, but for the locale's separators."""
    return (
        source.kind is target.kind
        and source.values == target.values
        and source.unit == target.unit
        and (source.text == target.text or source.kind not in TEXTS)
        and source.spelled is target.spelled
        and source.scaled == target.scaled
        and source.kind is not NumberKind.PLACEHOLDER
        and {source.bound, target.bound} != _OPPOSITE
    )


def relate(source: Mark, target: Mark) -> Relation | None:
    """The relation of two numbers, None where pairing them would explain nothing."""
    if NumberKind.PLACEHOLDER in (source.kind, target.kind):
        return Relation(2.0, Verdict.PLACEHOLDER, "placeholder")
    if identical(source, target):
        return SAME
    if source.kind in TEXTS or target.kind in TEXTS:
        return _texts(source, target)
    if NumberKind.DATE in (source.kind, target.kind):
        return _dates(source, target)
    if NumberKind.TIME in (source.kind, target.kind):
        return times(source, target)
    if source.kind in PAIRS or target.kind in PAIRS:
        return _pairs(source, target)
    if {source.kind, target.kind} == _AGES and _same_age(source, target):
        return Relation(0.4, Verdict.CONVERTED, "the same century")
    if NumberKind.DECADE in (source.kind, target.kind) and _decades(source, target):
        return Relation(0.2, Verdict.CONVERTED, "the decade")
    if NumberKind.ORDINAL in (source.kind, target.kind) and (_part(source, target) or _part(target, source)):
        return Relation(0.4, Verdict.CONVERTED, "the same share")
    return _scalars(source, target)


def _texts(source: Mark, target: Mark) -> Relation:
    if source.kind is target.kind is NumberKind.PHONE:
        same = source.text[-9:] == target.text[-9:]
    else:
        same = bool(source.text) and source.text == target.text
    if same:
        return Relation(0.0, Verdict.SAME, "")
    two_digits = {mark.values[0] % _HUNDRED for mark in (source, target) if mark.values}
    if len(two_digits) == 1 and NumberKind.YEAR in (source.kind, target.kind):
        return Relation(0.6, Verdict.CONVERTED, "the year")
    if any(mark.kind not in TEXTS and mark.unit for mark in (source, target)):
        return Relation(2.9, Verdict.CHANGED, "code")
    if _shared(source, target) or (source.text and source.text == _digits(target)):
        return Relation(0.5, Verdict.CONVERTED, "the same code")
    if target.text and target.text == _digits(source):
        return Relation(0.5, Verdict.CONVERTED, "the same code")
    letters = ["".join(c for c in mark.text if c.isalpha()) for mark in (source, target)]
    akin = letters[0] == letters[1] != "" and source.kind is target.kind
    return Relation(1.2 if akin else 2.9, Verdict.CHANGED, "code")


def _digits(mark: Mark) -> str:
    return mark.text or "".join(str(value) for value in mark.values)


def _dates(source: Mark, target: Mark) -> Relation | None:
    if source.kind is target.kind:
        for mine in (source.values, *source.alternatives):
            for theirs in (target.values, *target.alternatives):
                if mine == theirs:
                    return Relation(0.1, Verdict.CONVERTED, "the same day")
        numeric = not (source.parts and target.parts)
        if numeric and all(
            a == b or not a or not b for a, b in zip(source.values, target.values, strict=True)
        ):
            return Relation(0.5, Verdict.CONVERTED, "the same day, the year not said")
        return Relation(1.8, Verdict.CHANGED, "date")
    date, other = (source, target) if source.kind is NumberKind.DATE else (target, source)
    year, _, day = date.values
    if not year and other.scalar == day and other.kind in (NumberKind.CARDINAL, NumberKind.ORDINAL):
        return Relation(0.4, Verdict.CONVERTED, "the day")
    if not year and other.kind is NumberKind.FRACTION and day in other.values:
        return Relation(0.6, Verdict.CONVERTED, "the day")
    return None


def _pairs(source: Mark, target: Mark) -> Relation | None:
    if len(source.values) == len(target.values):
        units = agree(source.unit, target.unit)
        if source.values == target.values:
            if units:
                return Relation(0.1, Verdict.CONVERTED, "the same two numbers")
            return Relation(1.5, Verdict.CHANGED, "unit")
        if source.values == target.values[::-1]:
            return Relation(1.2, Verdict.CHANGED, "order")
        shared = set(source.values) & set(target.values)
        return Relation(1.8 if shared else 2.8, Verdict.CHANGED, "value")
    pair, other = (source, target) if source.kind in PAIRS else (target, source)
    value = other.scalar
    if pair.kind is NumberKind.FRACTION and value is not None and pair.values[1]:
        share = pair.values[0] / pair.values[1]
        if value == share or (other.unit == "%" and _says(value, share)):
            return Relation(0.4, Verdict.CONVERTED, "the same share")
    return None


def _same_age(source: Mark, target: Mark) -> bool:
    """The 1700s are the eighteenth century."""
    decade, age = (source, target) if source.kind is NumberKind.DECADE else (target, source)
    return decade.values[0] % _HUNDRED == 0 and decade.values[0] // _HUNDRED + 1 == age.values[0]


def _decades(source: Mark, target: Mark) -> bool:
    here, there = source.scalar, target.scalar
    if here is None or there is None or source.unit or target.unit or source.scaled != target.scaled:
        return False
    if here == there:
        return True
    short, long = sorted((here, there))
    return short < _HUNDRED and short == long % _HUNDRED and long // _HUNDRED in (18, 19, 20)


def _scalars(source: Mark, target: Mark) -> Relation:  # noqa: C901 - one case a line
    same = source.values == target.values
    if NumberKind.DURATION in (source.kind, target.kind) and (timed := clock_hours(source, target)):
        return timed
    if not agree(source.unit, target.unit):
        if converts(source.values[0], source.unit, target.values[0], target.unit):
            return Relation(0.4, Verdict.CONVERTED, "the same amount in another unit")
        return Relation(1.5 if same else 3.0, Verdict.CHANGED, "unit" if same else "value")
    if same and {source.bound, target.bound} == _OPPOSITE:
        return Relation(1.2, Verdict.CHANGED, "bound")
    if same:
        if source.kind in _UNLIKE.get(target.kind, ()) or target.kind in _UNLIKE.get(source.kind, ()):
            return Relation(2.2, Verdict.CHANGED, "unit")
        cost = 0.1 + 0.2 * (source.unit != target.unit) + 0.1 * (source.kind is not target.kind)
        how = "" if source.spelled is target.spelled else "the same value"
        return Relation(cost, Verdict.CONVERTED, how or "the same value")
    if source.values[0] == -target.values[0]:
        return Relation(1.0, Verdict.CHANGED, "sign")
    if _same_digits(source, target) and _shared(source, target):
        if source.text == target.text:
            return Relation(1.0, Verdict.CHANGED, "separator")
        return Relation(0.6, Verdict.CONVERTED, "the same digits, read by the other side's separator")
    if _regrouped(source, target) or _regrouped(target, source):
        return Relation(0.5, Verdict.CONVERTED, "the same digits, grouped by the other side's separator")
    if not source.text and source.values in target.alternatives:
        return Relation(1.0, Verdict.CHANGED, "separator")
    if _rounded(target, source):
        return Relation(0.6, Verdict.CONVERTED, "rounded")
    return Relation(_distance(source, target), Verdict.CHANGED, "value")


def _part(rank: Mark, share: Mark) -> bool:
    """Whether a fifth, which is read as a rank, says 20 %."""
    nth, percent = rank.scalar, share.scalar
    if not rank.spelled or share.kind is not NumberKind.PERCENTAGE or not nth or percent is None:
        return False
    return _says(percent, 1 / nth)


def _says(percent: Decimal, share: Decimal) -> bool:
    """Whether so many per cent are ``share`` of a whole, give or take one."""
    return abs(percent - share * _HUNDRED) <= 1


def _rounded(rough: Mark, exact: Mark) -> bool:
    """Casi 200 for 197: the rounded side says so, and has the fewer figures."""
    here, there = rough.scalar, exact.scalar
    if not rough.bound or exact.bound or here is None or there is None or not agree(rough.unit, exact.unit):
        return False
    if _figures(here) >= _figures(there) or abs(here - there) > here * _NEAR:
        return False
    return rough.bound == "~" or (here < there if rough.bound == ">" else here > there)


def _figures(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _shared(source: Mark, target: Mark) -> bool:
    mine: tuple[Values, ...] = (source.values, *source.alternatives)
    theirs: tuple[Values, ...] = (target.values, *target.alternatives)
    return any(values and values in theirs for values in mine)


def _regrouped(plain: Mark, marked: Mark) -> bool:
    """19000 against 19,000 where the comma could be decimal; 800m against 800 million."""
    value = plain.scalar
    if value is None or plain.text or plain.values not in marked.alternatives:
        return False
    written = "".join(c for c in marked.text if c.isdecimal())
    return not written or f"{value / plain.scaled:f}" == written


def _same_digits(source: Mark, target: Mark) -> bool:
    """Whether two ambiguous numerals differ in their separator alone."""
    mine, theirs = (mark.text.replace(",", ".") for mark in (source, target))
    return bool(mine) and mine == theirs and source.scaled == target.scaled


def _distance(source: Mark, target: Mark) -> float:
    """How little two different values look like one number gone wrong."""
    cost = 2.4
    here, there = (str(abs(mark.values[0].normalize())) for mark in (source, target))
    if source.unit and source.unit == target.unit:
        cost -= 0.3
    if source.kind is target.kind:
        cost -= 0.2
    if len(here) == len(there) and sum(a != b for a, b in zip(here, there, strict=True)) == 1:
        cost -= 0.3
    return cost
