"""What stands round a number and belongs to it: scale words, fractions, units, currencies, suffixes."""

from __future__ import annotations

import re
from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.languages.signs import CURRENCY_SIGNS
from copydesk.numbers.reading.grammar import Scan
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.reading.spelled import (
    MOST,
    after_hours,
    and_a_half,
    clock_values,
    halves_of_day,
    is_clock,
    military_time,
    scale_after,
    share_after,
    since,
    time_before_hour,
    time_of_day,
    to,
)
from copydesk.numbers.units import TIME_UNITS

_SIMPLE = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_TOPS = frozenset("123")
_BOTTOMS = frozenset("248")
_MONEY_SIGNS = {"m": 10**6, "M": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 10**3, "K": 10**3}


def with_scale(scan: Scan, token: NumberToken) -> NumberToken:
    """``token`` times the scale word or sign after it."""
    if token.scaled > 1 or token.scalar is None or token.scalar >= MOST:
        return token
    if (after := token.last + 1) and scan.low(after) in scan.grammar.page.dozens and scan.near(after):
        return to(scan, token, after, values=(token.values[0] * 12,), alternatives=(), bound="~")
    found = _sign_scale(scan, token) or scale_after(scan, token.last)
    if found is None:
        value, _, last = and_a_half(scan, token.scalar, 1, token.last)
        return _loose(scan, token) if last == token.last else to(scan, token, last, values=(value,))
    factor, last = found
    value, factor, last = and_a_half(scan, token.scalar * factor, factor, last)
    others = tuple((v[0] * factor,) for v in token.alternatives)
    if factor == 10**6 and (thousands := _thousands(scan, last)):
        value, others, last = value + thousands[0], (), thousands[1]
    elif factor == 1000 and (rest := _rest(scan, last)) is not None:
        value, others, last = value + rest, (), last + 1
        if more := scale_after(scan, last):
            value, factor, last = value * more[0], *more
    return to(
        scan, token, last, values=(value,), scaled=factor, alternatives=others, kind=NumberKind.CARDINAL
    )


def _loose(scan: Scan, token: NumberToken) -> NumberToken:
    """7 milles: thousands or miles."""
    factor = scan.grammar.page.loose_scales.get(scan.low(token.last + 1))
    if factor is None or not scan.near(token.last + 1):
        return token
    return token._replace(alternatives=(*token.alternatives, (token.values[0] * factor,)), text="")


def _thousands(scan: Scan, last: int) -> tuple[Decimal, int] | None:
    """The rest of "5 millones 143 mil 312", and its last token."""
    if scan.low(last + 1) in scan.grammar.page.joiners:
        last += 1
    many, word = _rest(scan, last), scan.low(last + 2)
    page = scan.grammar.page
    if many is None or not scan.near(last + 2):
        return None
    if page.scales.get(word, page.loose_scales.get(word)) != 1000:
        return None
    rest = _rest(scan, last + 2)
    return many * 1000 + (rest or 0), last + 2 + (rest is not None)


def _rest(scan: Scan, last: int) -> Decimal | None:
    """The hundreds of "17 mil 280"."""
    surface = scan.surface(last + 1)
    if (
        scan.kind(last + 1) != "number"
        or not scan.near(last + 1)
        or not surface.isdecimal()
        or len(surface) > 3
    ):
        return None
    return Decimal(surface)


def with_fraction(scan: Scan, token: NumberToken) -> NumberToken:
    """``token`` with the fraction after it: 5 1/2, 2½."""
    at = token.last + 1
    value = token.scalar
    if token.spelled or value is None or value % 1 or not scan.near(at):
        return token
    surface = scan.surface(at)
    if surface in _SIMPLE:
        return to(scan, token, at, values=(value + _SIMPLE[surface],), kind=NumberKind.DECIMAL)
    if (
        surface in _TOPS
        and scan.low(at + 1) == "/"
        and scan.glued(at + 1)
        and scan.surface(at + 2) in _BOTTOMS
    ):
        share = Decimal(surface) / Decimal(scan.surface(at + 2))
        if share < 1 and scan.glued(at + 2):
            return to(scan, token, at + 2, values=(value + share,), kind=NumberKind.DECIMAL)
    return token


def _sign_scale(scan: Scan, token: NumberToken) -> tuple[int, int] | None:
    """5 M€, $5m, 3,2 Md€, 20k: a sign counts when glued to the number or next to a currency."""
    at = token.last + 1
    surface = scan.surface(at)
    before = scan.low(token.first - 1) in CURRENCY_SIGNS
    factor = scan.grammar.page.scale_signs.get(surface, 0)
    if not factor and before and scan.glued(at):
        factor = _MONEY_SIGNS.get(surface, 0)
    if not factor or not scan.near(at):
        return None
    money_at = at + 1
    if scan.low(money_at) in scan.grammar.page.links:  # 5 M d'euros
        money_at += 2 if scan.low(money_at + 1) in ("'", "’") else 1
    money = scan.phrase(money_at, scan.grammar.suffixes)
    currency = money is not None and money[0] == "money" and scan.near(at + 1)
    long = len(surface) > 1 or surface in "kK"
    if currency or before or (long and scan.glued(at)):
        end = at + 1 if scan.low(at + 1) == "." and currency is False and len(surface) > 2 else at
        return factor, end
    return None


_PLAIN = frozenset({NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.YEAR})
_ROLES = {
    "percent": NumberKind.PERCENTAGE, "points": NumberKind.POINTS, "money": NumberKind.MONEY,
    "unit": NumberKind.MEASURE, "times": NumberKind.MULTIPLIER,
}  # fmt: skip
_QUOTES = ("'", "’", '"')
_TIES = frozenset("-'’")
_COUNTS = frozenset({NumberKind.CARDINAL, NumberKind.DECIMAL})
_DEGREES = frozenset({"C", "F", "deg"})
_MINUS = frozenset({"-", "−", "–"})
_GAINS = frozenset({"%", "pp", "pt", "EUR", "USD", "US$", "GBP", "JPY", "CHF", "CAD", "AUD"})
"""Units of what may be a loss."""

_DASH = re.compile(r"[-–](?=\s)")
"""The dash that closes what another has opened: in the third quarter -1.5 % on the year- growth is back."""

_OPENS = frozenset("(/,:;.'’")
_ERAS = frozenset({NumberKind.YEAR, NumberKind.CARDINAL, NumberKind.CENTURY})
_CAPITAL = re.compile("[A-Z]")
_INCHES = re.compile(r"[ -]?(\d{1,2})(?:[ -]?in(?:\.|ch(?:es)?)?)?(?![\w%]|[.,]\d)")
_DAY = ("morning", "afternoon")


def with_units_and_suffixes(scan: Scan, token: NumberToken) -> NumberToken:
    """``token`` with all that belongs to it."""
    if token.kind is NumberKind.TIME:
        return halves_of_day(scan, token)
    if token.kind not in _PLAIN:
        return token
    special = _fraction(scan, token) or military_time(scan, token)
    if special:
        return special
    token = _with_currency_before(scan, _with_tail(scan, with_scale(scan, with_fraction(scan, token))))
    return with_era(scan, _bounded(scan, _referred(scan, _below_zero(scan, token))))


def with_era(scan: Scan, token: NumberToken) -> NumberToken:
    """44 a. C., 44 BC, AD 79: before or after Christ."""
    if token.unit or token.kind not in _ERAS:
        return token
    after = scan.phrase(token.last + 1, scan.grammar.eras)
    start = token.last + 1
    if after and scan.near(start) and _CAPITAL.search(scan.text, scan.start(start), scan.end(after[2])):
        return to(scan, token, after[2], unit=after[1])
    before = scan.phrase(token.first - 1, scan.grammar.eras)
    if before and before[2] == token.first - 1 and scan.surface(before[2]).isupper():
        return since(scan, token, token.first - 1, unit=before[1])
    return token


def _fraction(scan: Scan, token: NumberToken) -> NumberToken | None:
    """Dos tercios, three-quarters."""
    at = token.last + 1
    if scan.low(at) == "-" and scan.glued(at) and scan.glued(at + 1):
        at += 1
    value, bottom = token.scalar, scan.grammar.page.denominators.get(scan.low(at), 0)
    if value is None or value % 1 or not 2 <= value < bottom or not scan.near(at):
        return None
    return to(scan, token, at, kind=NumberKind.FRACTION, values=(value, Decimal(bottom)), alternatives=())


def _with_tail(scan: Scan, token: NumberToken) -> NumberToken:
    at = token.last + 1
    page = scan.grammar.page
    linked = token.scaled >= 10**6 and scan.low(at) in page.links
    if linked:
        at += 2 if scan.low(at + 1) in ("'", "’") else 1
    hyphen = scan.low(at) in _TIES and scan.glued(at) and scan.glued(at + 1) and not linked
    said = token.spelled or not scan.low(at + 1).isdecimal()
    if said and token.scalar is not None and (found_time := time_before_hour(scan, token.scalar, token.last)):
        timed = to(scan, token, found_time[1], kind=NumberKind.TIME, values=found_time[0], implicit=False)
        return halves_of_day(scan, timed)
    if scan.low(at) in page.interposed and scan.near(at) and not linked:
        at += 1
    found = scan.phrase(at + 1 if hyphen else at, scan.grammar.suffixes)
    if found is None or not (hyphen or scan.near(at)):
        return token
    return token if _is_no_tail(scan, token, *found) else _counted(scan, token, at, *found)


def _counted(scan: Scan, token: NumberToken, at: int, role: str, code: str, last: int) -> NumberToken:
    """``token`` with the unit, currency or half of the day at ``at``, and what belongs to that."""
    page = scan.grammar.page
    if role in _DAY:
        return time_of_day(scan, token, role, last)
    if code == "h" and (hours := _hours(scan, token, last)):
        return hours
    others = token.alternatives
    if code == "m" and "m" in page.scale_signs and scan.glued(at) and not token.spelled:
        others += ((token.values[0] * 10**6,),)
    value = token.values[0]
    if role == "unit" and (share := share_after(scan, last)):
        value, last = value + share[0], share[1]
        part = scan.phrase(last + 1, scan.grammar.suffixes)
        if code == "h" and part and part[0] in _DAY:  # huit heures et demie du soir
            return time_of_day(scan, token._replace(values=(value,)), part[0], part[2])
    if code in ("ft", "inch") and value % 1 == 0 and (inches := _INCHES.match(scan.text, scan.end(last))):
        while scan.end(last) < inches.end():
            last += 1
        value += Decimal(inches.group(1)) / 12
    if role == "money" and token.scaled == 1 and value < MOST and (factor := _scale_behind(scan, last)):
        token = token._replace(scaled=factor)
        value, last, others = value * factor, last + 1, tuple((v[0] * factor,) for v in others)
    name = token.spelled and token.implicit and scan.surface(at)[:1].isupper()
    kind = NumberKind.DURATION if code in TIME_UNITS else _ROLES[role]
    if code == "h" and page.clock24 and not token.text and not token.spelled:
        token = token._replace(text="24h")
    return to(scan, token, last, kind=kind, unit=code, implicit=name, values=(value,), alternatives=others)


def _scale_behind(scan: Scan, last: int) -> int:
    """The scale word behind a currency, 0 for none: 42,000 euros million."""
    factor = scan.grammar.page.scales.get(scan.low(last + 1), 0)
    return factor if factor >= 10**6 and scan.near(last + 1) and scan.low(last + 2) != "-" else 0


def _is_no_tail(scan: Scan, token: NumberToken, role: str, code: str, last: int) -> bool:
    """A month's day before a word that is also a unit; a plural s; capitals that are no unit sign."""
    page = scan.grammar.page
    word = scan.kind(last) == "word"
    if page.month_first and word and scan.low(token.first - 1) in page.months and role in ("money", "unit"):
        return token.scalar is not None and token.scalar <= 31
    if role == "unit" and (_is_clitic(scan, token, last) or _is_verb(scan, last)):
        return True
    if scan.surface(last) in page.scale_signs and scan.surface(last).isupper() and len(scan.low(last)) > 1:
        return role == "unit"  # 5 MM de euros
    if code == "s" and scan.low(last) == "s" and page.plural_decades and scan.glued(last):
        return token.kind is not NumberKind.DECIMAL
    if role != "unit" or code not in ("m", "s", "t", "l", "g"):
        return False
    sign = len(scan.low(last)) == 1 and scan.surface(last) != scan.low(last)
    return sign and not (code == "l" and token.kind is NumberKind.DECIMAL)


def _is_verb(scan: Scan, last: int) -> bool:
    """Whether the unit is a verb, by the participle behind it: la Fórmula 1 ha permitido."""
    endings = scan.grammar.page.participles.get(scan.low(last))
    return endings is not None and scan.near(last + 1) and scan.low(last + 1).endswith(endings)


def _is_clitic(scan: Scan, token: NumberToken, last: int) -> bool:
    """L'année after 2007, 1.4's, and the verb in "en 2005 ha vendido"."""
    word = scan.low(last)
    if len(word) == 1 and scan.text[scan.end(last) : scan.end(last) + 1] in _QUOTES:
        return True
    if scan.low(last - 1) in ("'", "’") and len(word) < 3:
        return True
    return word == "ha" and token.kind is NumberKind.YEAR


def _hours(scan: Scan, token: NumberToken, last: int) -> NumberToken | None:
    """What follows the word for hours: minutes, half of the day; 20.30 hours."""
    if token.kind is NumberKind.DECIMAL and is_clock(token):
        others = (clock_values(token),)
        return to(scan, token, last, kind=NumberKind.DURATION, unit="h", alternatives=others)
    after = scan.phrase(last + 1, scan.grammar.suffixes)
    if after and after[0] != "unit":
        return time_of_day(scan, token, after[0], after[2]) if after[0] in _DAY else token
    return after_hours(scan, token, last)


def _with_currency_before(scan: Scan, token: NumberToken) -> NumberToken:
    """€100, US$ 5, U.S.$5, 100 after EUR."""
    at = token.first - 1
    if token.spelled or token.unit or scan.low(at) not in CURRENCY_SIGNS or not scan.near(token.first):
        return token
    sign = scan.low(at)
    first = at
    if sign == "$" and scan.glued(at) and f"{scan.low(at - 1)}$" in CURRENCY_SIGNS:
        first, sign = at - 1, f"{scan.low(at - 1)}$"
    return since(scan, token, first, kind=NumberKind.MONEY, unit=CURRENCY_SIGNS[sign])


def _below_zero(scan: Scan, token: NumberToken) -> NumberToken:
    """-12 °C, minus twelve degrees, 12 grados bajo cero."""
    below = scan.phrase(token.last + 1, scan.grammar.below_zero)
    bare = not token.unit and below is None and token.kind in _COUNTS
    if token.unit in _GAINS or (bare and scan.low(token.first - 1) in _MINUS):
        return _signed(scan, token)
    if token.scalar is None or not (token.unit in _DEGREES or (below and not token.unit)):
        return token
    at = token.first - 1
    if not _has_minus(scan, token) and below is None:
        return token
    values, unit = (-token.values[0],), token.unit or "deg"
    if below:
        return to(scan, token, below[2], values=values, unit=unit, kind=NumberKind.MEASURE)
    return since(scan, token, at, values=values)


def _signed(scan: Scan, token: NumberToken) -> NumberToken:
    """-0.4 %, -$3 million, moins 3 %: a loss."""
    if token.scalar is None or not token.values[0] or not _has_minus(scan, token):
        return token
    return since(scan, token, token.first - 1, values=(-token.values[0],), alternatives=())


def _has_minus(scan: Scan, token: NumberToken) -> bool:
    """Whether a minus stands before ``token``, not a dash between two numbers nor a word of "at least"."""
    at = token.first - 1
    if scan.low(at) in _MINUS and scan.glued(token.first):
        opens = scan.kind(at - 1) != "number" and (not scan.glued(at) or scan.low(at - 1) in _OPENS)
        closed = scan.low(at - 1) not in _OPENS and _DASH.search(scan.text, token.end) is not None
        return opens and not closed
    return scan.low(at) in scan.grammar.page.minus and _bounded(scan, token).bound == ""


def _referred(scan: Scan, token: NumberToken) -> NumberToken:
    """No. 5, n.º 5, art. 12: the number of a thing."""
    if token.kind is not NumberKind.CARDINAL or token.spelled:
        return token
    for back in (1, 2, 3):
        found = scan.phrase(token.first - back, scan.grammar.references)
        if found and found[2] == token.first - 1:
            return token._replace(kind=NumberKind.REFERENCE)
    return token


def _bounded(scan: Scan, token: NumberToken) -> NumberToken:
    """Unos 300, más de 300, casi 300."""
    if scan.kind(token.first - 1) != "word":
        return token
    for back in (3, 2, 1):
        found = scan.phrase(token.first - back, scan.grammar.bounds)
        if found and found[2] == token.first - 1:
            return token._replace(bound=found[1])
    return token
