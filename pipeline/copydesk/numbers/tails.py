"""What stands round a number and belongs to it: scale words, signs, units, currencies, suffixes."""

from __future__ import annotations

import re
from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.numbers import clocks
from copydesk.numbers.mark import Mark
from copydesk.numbers.ranks import century, decade, ordinal, plain_century
from copydesk.numbers.scaled import mixed, scaled, since, to
from copydesk.numbers.scan import Scan
from copydesk.numbers.spelled import MOST, share_after
from copydesk.numbers.units import CURRENCY_SIGNS, TIME_UNITS

_PLAIN = frozenset({NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.YEAR})
_ROLES = {
    "percent": NumberKind.PERCENTAGE, "points": NumberKind.POINTS, "money": NumberKind.MONEY,
    "unit": NumberKind.MEASURE, "times": NumberKind.MULTIPLIER,
}  # fmt: skip
_QUOTES = ("'", "’", '"')
_TIES = frozenset("-'’")
_DEGREES = frozenset({"C", "F", "deg"})
_MINUS = frozenset({"-", "−", "–"})
_GAINS = frozenset({"%", "pp", "pt", "EUR", "USD", "GBP", "JPY", "CHF", "CAD", "AUD"})
"""Units of what may be a loss."""

_DASH = re.compile(r"[-–](?=\s)")
"""The dash that closes what another has opened: in the third quarter -1.5 % on the year- growth is back."""

_OPENS = frozenset("(/,:;.'’")
_DAY = ("morning", "afternoon")


def widened(scan: Scan, mark: Mark) -> Mark:
    """``mark`` with all that belongs to it."""
    if mark.kind is NumberKind.TIME:
        return clocks.halves_of_day(scan, mark)
    if mark.kind in (NumberKind.ORDINAL, NumberKind.REGNAL):
        return century(scan, mark)
    if mark.kind not in _PLAIN:
        return mark
    special = (
        _fraction(scan, mark)
        or ordinal(scan, mark)
        or decade(scan, mark)
        or plain_century(scan, mark)
        or clocks.military(scan, mark)
    )
    if special:
        return special
    mark = _with_currency_before(scan, _with_tail(scan, scaled(scan, mixed(scan, mark))))
    return _bounded(scan, _referred(scan, _below_zero(scan, mark)))


def _fraction(scan: Scan, mark: Mark) -> Mark | None:
    """Dos tercios, three-quarters."""
    at = mark.last + 1
    if scan.low(at) == "-" and scan.glued(at) and scan.glued(at + 1):
        at += 1
    value, bottom = mark.scalar, scan.lexicon.page.denominators.get(scan.low(at), 0)
    if value is None or value % 1 or not 2 <= value < bottom or not scan.near(at):
        return None
    return to(scan, mark, at, kind=NumberKind.FRACTION, values=(value, Decimal(bottom)), alternatives=())


def _with_tail(scan: Scan, mark: Mark) -> Mark:
    at = mark.last + 1
    page = scan.lexicon.page
    linked = mark.scaled >= 10**6 and scan.low(at) in page.links
    if linked:
        at += 2 if scan.low(at + 1) in ("'", "’") else 1
    hyphen = scan.low(at) in _TIES and scan.glued(at) and scan.glued(at + 1) and not linked
    if mark.spelled and mark.scalar is not None and (found_time := clocks.less(scan, mark.scalar, mark.last)):
        timed = to(scan, mark, found_time[1], kind=NumberKind.TIME, values=found_time[0], weak=False)
        return clocks.halves_of_day(scan, timed)
    if scan.low(at) in page.interposed and scan.near(at) and not linked:
        at += 1
    found = scan.phrase(at + 1 if hyphen else at, scan.lexicon.tails)
    if found is None or not (hyphen or scan.near(at)):
        return mark
    role, code, last = found
    if _is_no_tail(scan, mark, role, code, last):
        return mark
    if role in _DAY:
        return clocks.of_day(scan, mark, role, last)
    if code == "h" and (hours := _hours(scan, mark, last)):
        return hours
    others = mark.alternatives
    if code == "m" and "m" in page.scale_signs and scan.glued(at) and not mark.spelled:
        others += ((mark.values[0] * 10**6,),)
    value = mark.values[0]
    if role == "unit" and (share := share_after(scan, last)):
        value, last = value + share[0], share[1]
    if role == "money" and mark.scaled == 1 and value < MOST and (factor := _scale_behind(scan, last)):
        mark = mark._replace(scaled=factor)
        value, last, others = value * factor, last + 1, tuple((v[0] * factor,) for v in others)
    name = mark.spelled and mark.weak and scan.surface(at)[:1].isupper()
    kind = NumberKind.DURATION if code in TIME_UNITS else _ROLES[role]
    if code == "h" and page.clock24 and not mark.text and not mark.spelled:
        mark = mark._replace(text="24h")
    return to(scan, mark, last, kind=kind, unit=code, weak=name, values=(value,), alternatives=others)


def _scale_behind(scan: Scan, last: int) -> int:
    """The scale word behind a currency, 0 for none: 42,000 euros million."""
    factor = scan.lexicon.page.scales.get(scan.low(last + 1), 0)
    return factor if factor >= 10**6 and scan.near(last + 1) and scan.low(last + 2) != "-" else 0


def _is_no_tail(scan: Scan, mark: Mark, role: str, code: str, last: int) -> bool:
    """A month's day before a word that is also a unit; a plural s; capitals that are no unit sign."""
    page = scan.lexicon.page
    word = scan.kind(last) == "word"
    if page.month_first and word and scan.low(mark.first - 1) in page.months and role in ("money", "unit"):
        return mark.scalar is not None and mark.scalar <= 31
    if role == "unit" and _is_clitic(scan, mark, last):
        return True
    if code == "s" and scan.low(last) == "s" and page.plural_decades and scan.glued(last):
        return mark.kind is not NumberKind.DECIMAL
    if role != "unit" or code not in ("m", "s", "t", "l", "g"):
        return False
    return scan.surface(last) != scan.low(last) and not (code == "l" and mark.kind is NumberKind.DECIMAL)


def _is_clitic(scan: Scan, mark: Mark, last: int) -> bool:
    """L'année after 2007, 1.4's, and the verb in "en 2005 ha vendido"."""
    word = scan.low(last)
    if len(word) == 1 and scan.text[scan.end(last) : scan.end(last) + 1] in _QUOTES:
        return True
    if scan.low(last - 1) in ("'", "’") and len(word) < 3:
        return True
    return word == "ha" and mark.kind is NumberKind.YEAR


def _hours(scan: Scan, mark: Mark, last: int) -> Mark | None:
    """What follows the word for hours: minutes, half of the day; 20.30 hours."""
    if mark.kind is NumberKind.DECIMAL and clocks.is_clock(mark):
        others = (clocks.clock_values(mark),)
        return to(scan, mark, last, kind=NumberKind.DURATION, unit="h", alternatives=others)
    after = scan.phrase(last + 1, scan.lexicon.tails)
    if after and after[0] != "unit":
        return clocks.of_day(scan, mark, after[0], after[2]) if after[0] in _DAY else mark
    return clocks.after_hours(scan, mark, last)


def _with_currency_before(scan: Scan, mark: Mark) -> Mark:
    """€100, US$ 5, U.S.$5, 100 after EUR."""
    at = mark.first - 1
    if mark.spelled or mark.unit or scan.low(at) not in CURRENCY_SIGNS or not scan.near(mark.first):
        return mark
    sign = scan.low(at)
    first = at
    if sign == "$" and scan.glued(at) and scan.low(at - 1) in ("us", "c", "a", "r", "u"):
        first, sign = at - 1, scan.low(at - 1) + "$"
    return since(scan, mark, first, kind=NumberKind.MONEY, unit=CURRENCY_SIGNS.get(sign, CURRENCY_SIGNS["$"]))


def _below_zero(scan: Scan, mark: Mark) -> Mark:
    """-12 °C, minus twelve degrees, 12 grados bajo cero."""
    below = scan.phrase(mark.last + 1, scan.lexicon.below_zero)
    if mark.unit in _GAINS:
        return _signed(scan, mark)
    if mark.scalar is None or not (mark.unit in _DEGREES or (below and not mark.unit)):
        return mark
    at = mark.first - 1
    if not _has_minus(scan, mark) and below is None:
        return mark
    values, unit = (-mark.values[0],), mark.unit or "deg"
    if below:
        return to(scan, mark, below[2], values=values, unit=unit, kind=NumberKind.MEASURE)
    return since(scan, mark, at, values=values)


def _signed(scan: Scan, mark: Mark) -> Mark:
    """-0.4 %, -$3 million, moins 3 %: a loss."""
    if mark.scalar is None or not mark.values[0] or not _has_minus(scan, mark):
        return mark
    return since(scan, mark, mark.first - 1, values=(-mark.values[0],), alternatives=())


def _has_minus(scan: Scan, mark: Mark) -> bool:
    """Whether a minus stands before ``mark``, not a dash between two numbers nor a word of "at least"."""
    at = mark.first - 1
    if scan.low(at) in _MINUS and scan.glued(mark.first):
        opens = scan.kind(at - 1) != "number" and (not scan.glued(at) or scan.low(at - 1) in _OPENS)
        return opens and _DASH.search(scan.text, mark.end) is None
    return scan.low(at) in scan.lexicon.page.minus and _bounded(scan, mark).bound == ""


def _referred(scan: Scan, mark: Mark) -> Mark:
    """No. 5, n.º 5, art. 12: the number of a thing."""
    if mark.kind is not NumberKind.CARDINAL or mark.spelled:
        return mark
    for back in (1, 2, 3):
        found = scan.phrase(mark.first - back, scan.lexicon.references)
        if found and found[2] == mark.first - 1:
            return mark._replace(kind=NumberKind.REFERENCE)
    return mark


def _bounded(scan: Scan, mark: Mark) -> Mark:
    """Unos 300, más de 300, casi 300."""
    if scan.kind(mark.first - 1) != "word":
        return mark
    for back in (3, 2, 1):
        found = scan.phrase(mark.first - back, scan.lexicon.bounds)
        if found and found[2] == mark.first - 1:
            return mark._replace(bound=found[1])
    return mark
