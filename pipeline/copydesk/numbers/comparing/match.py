"""How a number of the source and one of the target stand to each other, and at what price they are paired."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from copydesk.data import NumberKind, Verdict
from copydesk.numbers.reading.number_token import BETWEEN, NumberToken, Values
from copydesk.numbers.units import ZONES, agree, converts


class Relation(NamedTuple):
    """The price of pairing two numbers, the verdict on the pair and what was converted or changed."""

    cost: float
    verdict: Verdict
    how: str


Pairing = tuple[NumberToken | None, NumberToken | None, Relation | None]


_HALF_DAY, _HOUR = 720, 60
_HUNDRED, _TWO, _DATE = 100, 2, 3
_QUARTER = Decimal("0.25")
_FIFTY, _HALVES = Decimal(50), (Decimal(1), Decimal(2))
_STOPPED, _CLOCKS = frozenset({"s", "min"}), frozenset({NumberKind.TIME, NumberKind.RATIO})


def match_times(source: NumberToken, target: NumberToken) -> Relation | None:
    """The relation of a time with a time or a number of hours, None where they have nothing in common."""
    if source.kind is target.kind and (len(source.values) > 2 or len(target.values) > 2):
        same = source.values == target.values
        verdict = Verdict.CONVERTED if same else Verdict.CHANGED
        return Relation(0.1 if same else 1.5, verdict, "the same time" if same else "time")
    if moved := _zones(source, target):
        return moved
    readings = [_minutes_of(token) for token in (source, target)]
    here, there = readings
    if not here or not there:
        return None
    full = all(token.unit == "24h" or token.text == "24h" for token in (source, target))
    for mine in here:
        for theirs in there:
            halves = not full and min(mine, theirs) >= _HOUR  # nobody writes noon as 00:00
            if mine == theirs or (halves and mine % _HALF_DAY == theirs % _HALF_DAY):
                return Relation(
                    0.1 if source.kind is target.kind else 0.5, Verdict.CONVERTED, "the same time"
                )
    return Relation(1.8 if source.kind is target.kind else 2.6, Verdict.CHANGED, "time")


def _zones(source: NumberToken, target: NumberToken) -> Relation | None:
    """Times in two zones: 12:00 GMT is 13:00 CET."""
    here, there = ZONES.get(source.text), ZONES.get(target.text)
    if here is None or there is None or here == there or source.kind is not target.kind:
        return None
    apart = (_minutes_of(source)[0] - here - _minutes_of(target)[0] + there) % (2 * _HALF_DAY)
    if apart:
        return Relation(1.8, Verdict.CHANGED, "time")
    return Relation(0.3, Verdict.CONVERTED, "the same time in another zone")


def _minutes_of(token: NumberToken) -> list[Decimal]:
    found = [v[0] * 60 + v[1] for v in (token.values, *token.alternatives) if len(v) == 2 and v[0] <= 24]
    value = token.scalar
    if (
        value is not None
        and not token.unit
        and value.as_tuple().exponent == -2
        and value % 1 < Decimal("0.6")
    ):
        found.append(value // 1 * 60 + value % 1 * _HUNDRED)
    whole = token.scalar is not None and token.unit in ("", "h") and token.kind is not NumberKind.YEAR
    if whole and (0 if token.unit else 1) <= token.values[0] <= 24:
        found.append(token.values[0] * 60)
    elif token.spelled and not token.unit and value is not None and value < 13 and value % _QUARTER == 0:
        found.append(value * 60)  # las ocho y cuarto
    return found


def match_clock_hours(source: NumberToken, target: NumberToken) -> Relation | None:
    """2.30 hours against two hours and a half."""
    for token, other in ((source, target), (target, source)):
        clocks = [v for v in token.alternatives if len(v) == 2]
        hours = other.scalar if token.unit == other.unit == "h" else None
        if clocks and hours == clocks[0][0] + clocks[0][1] / 60:
            return Relation(0.4, Verdict.CONVERTED, "the same time")
    return None


PAIRS = frozenset({NumberKind.RANGE, NumberKind.SCORE, NumberKind.RATIO, NumberKind.FRACTION})
TEXTS = frozenset({NumberKind.IDENTIFIER, NumberKind.PHONE})
_SHARES = frozenset({NumberKind.PERCENTAGE, NumberKind.MONEY, NumberKind.POINTS})
_UNLIKE = {NumberKind.YEAR: _SHARES | {NumberKind.CENTURY}, NumberKind.ORDINAL: _SHARES}
_AGES = {NumberKind.DECADE, NumberKind.CENTURY}
_OPPOSITE = {"<", ">"}
_NEAR = Decimal("0.05")


SAME = Relation(0.0, Verdict.SAME, "")


def identical(source: NumberToken, target: NumberToken) -> bool:
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


def match(source: NumberToken, target: NumberToken) -> Relation | None:
    """The relation of two numbers, None where pairing them would explain nothing."""
    if NumberKind.PLACEHOLDER in (source.kind, target.kind):
        return Relation(2.0, Verdict.PLACEHOLDER, "placeholder")
    if identical(source, target):
        return SAME
    if source.kind in TEXTS or target.kind in TEXTS:
        return _match_texts(source, target)
    if NumberKind.DATE in (source.kind, target.kind):
        return _match_dates(source, target)
    if measured := _measured(source, target) or _measured(target, source):
        return measured
    if NumberKind.TIME in (source.kind, target.kind):
        return match_times(source, target)
    if source.kind in PAIRS or target.kind in PAIRS:
        return _match_pairs(source, target)
    if {source.kind, target.kind} == _AGES and _same_age(source, target):
        return Relation(0.4, Verdict.CONVERTED, "the same century")
    if NumberKind.DECADE in (source.kind, target.kind) and _same_decade(source, target):
        return Relation(0.2, Verdict.CONVERTED, "the decade")
    if NumberKind.ORDINAL in (source.kind, target.kind) and (_part(source, target) or _part(target, source)):
        return Relation(0.4, Verdict.CONVERTED, "the same share")
    if _said_clock(source, target) or _said_clock(target, source):
        return Relation(0.5, Verdict.CONVERTED, "the same time")
    return _match_scalars(source, target)


def _said_clock(words: NumberToken, figures: NumberToken) -> bool:
    """Las ocho y cuarto against 8.15."""
    told = words.spelled and words.scalar is not None and words.values[0] % 1 > 0
    clock = figures.kind is NumberKind.DECIMAL and not figures.spelled
    return told and clock and not set(_minutes_of(words)).isdisjoint(_minutes_of(figures))


def _match_texts(source: NumberToken, target: NumberToken) -> Relation:
    if source.kind is target.kind is NumberKind.PHONE:
        same = source.text[-9:] == target.text[-9:]
    else:
        same = bool(source.text) and source.text == target.text
    if same:
        return Relation(0.0, Verdict.SAME, "")
    if source.alternatives and target.alternatives and source.kind is target.kind:
        return Relation(1.2, Verdict.CHANGED, "code")  # 11-M, 11-S
    two_digits = {token.values[0] % _HUNDRED for token in (source, target) if token.values}
    if len(two_digits) == 1 and NumberKind.YEAR in (source.kind, target.kind):
        return Relation(0.6, Verdict.CONVERTED, "the year")
    if source.values == target.values and "period" in (source.unit, target.unit):
        return Relation(0.5, Verdict.CONVERTED, "the same part of the year")  # Q3, third quarter
    if _named_day(source, target) or _named_day(target, source):
        return Relation(0.3, Verdict.CONVERTED, "the same day")
    if any(token.kind not in TEXTS and token.unit for token in (source, target)):
        return Relation(2.9, Verdict.CHANGED, "code")
    if _share_a_value(source, target) or (source.text and source.text == _digits(target)):
        return Relation(0.5, Verdict.CONVERTED, "the same code")
    if target.text and target.text == _digits(source):
        return Relation(0.5, Verdict.CONVERTED, "the same code")
    letters = ["".join(c for c in token.text if c.isalpha()) for token in (source, target)]
    akin = letters[0] == letters[1] != "" and source.kind is target.kind
    return Relation(1.2 if akin else 2.9, Verdict.CHANGED, "code")


def _named_day(code: NumberToken, date: NumberToken) -> bool:
    """11-M against 11 March or 9/11: the day and the first letter of the month."""
    days = {values[1:] for values in code.alternatives} if code.kind is NumberKind.IDENTIFIER else set()
    said = (date.values, *date.alternatives) if date.kind is NumberKind.DATE else date.alternatives
    return not days.isdisjoint(values[1:] for values in said if len(values) == _DATE)


def _digits(token: NumberToken) -> str:
    return token.text or "".join(str(value) for value in token.values)


def _match_dates(source: NumberToken, target: NumberToken) -> Relation | None:
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
        if other.alternatives and all(day[1:] != date.values[1:] for day in other.alternatives):
            return Relation(1.8, Verdict.CHANGED, "date")
        return Relation(0.6, Verdict.CONVERTED, "the day")
    return None


def _match_pairs(source: NumberToken, target: NumberToken) -> Relation | None:
    if _even(source, target) or _even(target, source):
        return Relation(0.4, Verdict.CONVERTED, "the same share")
    if len(source.values) == len(target.values):
        units = agree(source.unit, target.unit)
        if source.values == target.values:
            if units:
                return Relation(0.1, Verdict.CONVERTED, "the same two numbers")
            return Relation(1.5, Verdict.CHANGED, "unit")
        if source.unit and target.unit and not units and _converted(source, target):
            return Relation(0.4, Verdict.CONVERTED, "the same amounts in another unit")
        falls = source.text == target.text == BETWEEN and source.values[0] > source.values[1]
        day = source.alternatives and source.alternatives == target.alternatives
        if source.values == target.values[::-1] and (falls or day):
            return Relation(0.3, Verdict.CONVERTED, "the same two numbers")
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
        if other.unit == "%" and share < 1:
            return Relation(2.6, Verdict.CHANGED, "value")
    return None


def _measured(clock: NumberToken, span: NumberToken) -> Relation | None:
    """2:03:59 or 43:12 against so many seconds."""
    counted = span.unit in _STOPPED and span.scalar is not None and clock.kind in _CLOCKS
    if not counted or len(clock.values) < _TWO or (len(clock.values) == _TWO and span.unit != "s"):
        return None
    total = Decimal(0)
    for value in clock.values:
        total = total * 60 + value
    readings = (total,) if len(clock.values) > _TWO else (total, total * 60)
    same = any(converts(seconds, "s", span.values[0], span.unit) for seconds in readings)
    return (
        Relation(0.2, Verdict.CONVERTED, "the same time") if same else Relation(1.8, Verdict.CHANGED, "time")
    )


def _converted(source: NumberToken, target: NumberToken) -> bool:
    """Whether both ends of a range are those of the other in its unit: 2 to 4 inches, 5 à 10 cm."""
    return all(
        converts(mine, source.unit, theirs, target.unit)
        for mine, theirs in zip(source.values, target.values, strict=True)
    )


def _even(pair: NumberToken, share: NumberToken) -> bool:
    """Fifty-fifty against one in two, or 50 %."""
    even = pair.kind in (NumberKind.SCORE, NumberKind.RANGE) and pair.values == (_FIFTY, _FIFTY)
    return even and (share.values == _HALVES or (share.unit == "%" and share.scalar == _FIFTY))


def _same_age(source: NumberToken, target: NumberToken) -> bool:
    """The 1700s are the eighteenth century."""
    decade, age = (source, target) if source.kind is NumberKind.DECADE else (target, source)
    return decade.values[0] % _HUNDRED == 0 and decade.values[0] // _HUNDRED + 1 == age.values[0]


def _same_decade(source: NumberToken, target: NumberToken) -> bool:
    here, there = source.scalar, target.scalar
    if here is None or there is None or source.unit or target.unit or source.scaled != target.scaled:
        return False
    if here == there:
        return True
    short, long = sorted((here, there))
    return short < _HUNDRED and short == long % _HUNDRED and long // _HUNDRED in (18, 19, 20)


def _match_scalars(source: NumberToken, target: NumberToken) -> Relation:  # noqa: C901 - one case a line
    same = source.values == target.values
    if NumberKind.DURATION in (source.kind, target.kind) and (timed := match_clock_hours(source, target)):
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
    if _same_digits(source, target) and _share_a_value(source, target):
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


def _part(rank: NumberToken, share: NumberToken) -> bool:
    """Whether a fifth, which is read as a rank, says 20 %."""
    nth, percent = rank.scalar, share.scalar
    if not rank.spelled or share.kind is not NumberKind.PERCENTAGE or not nth or percent is None:
        return False
    return _says(percent, 1 / nth)


def _says(percent: Decimal, share: Decimal) -> bool:
    """Whether so many per cent are ``share`` of a whole, give or take one."""
    return abs(percent - share * _HUNDRED) <= 1


def _rounded(rough: NumberToken, exact: NumberToken) -> bool:
    """Casi 200 for 197: the rounded side says so, and has the fewer figures."""
    here, there = rough.scalar, exact.scalar
    if not rough.bound or exact.bound or here is None or there is None or not agree(rough.unit, exact.unit):
        return False
    if _figures(here) >= _figures(there) or abs(here - there) > here * _NEAR:
        return False
    return rough.bound == "~" or (here < there if rough.bound == ">" else here > there)


def _figures(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _share_a_value(source: NumberToken, target: NumberToken) -> bool:
    mine: tuple[Values, ...] = (source.values, *source.alternatives)
    theirs: tuple[Values, ...] = (target.values, *target.alternatives)
    return any(values and values in theirs for values in mine)


def _regrouped(plain: NumberToken, marked: NumberToken) -> bool:
    """19000 against 19,000 where the comma could be decimal; 800m against 800 million."""
    value = plain.scalar
    if value is None or plain.text or plain.values not in marked.alternatives:
        return False
    written = "".join(c for c in marked.text if c.isdecimal())
    return not written or f"{value / plain.scaled:f}" == written


def _same_digits(source: NumberToken, target: NumberToken) -> bool:
    """Whether two ambiguous numerals differ in their separator alone."""
    mine, theirs = (token.text.replace(",", ".") for token in (source, target))
    return bool(mine) and mine == theirs and source.scaled == target.scaled


def _distance(source: NumberToken, target: NumberToken) -> float:
    """How little two different values look like one number gone wrong."""
    cost = 2.4
    here, there = (str(abs(token.values[0].normalize())) for token in (source, target))
    if source.unit and source.unit == target.unit:
        cost -= 0.3
    if source.kind is target.kind:
        cost -= 0.2
    if len(here) == len(there) and sum(a != b for a, b in zip(here, there, strict=True)) == 1:
        cost -= 0.3
    return cost
