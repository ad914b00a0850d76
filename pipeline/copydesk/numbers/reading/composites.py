"""Numbers made of several: written dates, spans of time, ranges, scores, ratios, shares and draws."""

from __future__ import annotations

from decimal import Decimal

from copydesk.data import NumberKind
from copydesk.numbers.reading.grammar import Scan
from copydesk.numbers.reading.number_token import BETWEEN, NumberToken, Values

_ZERO = Decimal(0)
_MONTHS, _DAYS, _SIXTY = 12, 31, 60
_SPANS = {("h", "min"): _SIXTY, ("min", "s"): 1}
_DAYLIKE = frozenset({NumberKind.CARDINAL, NumberKind.ORDINAL})


def dated(scan: Scan, tokens: list[NumberToken]) -> list[NumberToken]:
    """``tokens`` with written dates made into one mark each; the parts are kept inside."""
    page = scan.grammar.page
    by_first = {token.first: token for token in tokens}
    by_last = {token.last: token for token in tokens}
    gone: dict[int, NumberToken | None] = {}
    for at, low in enumerate(scan.lows):
        month = page.months.get(low)
        if month is None or (page.months_capitalised and not scan.surface(at)[0].isupper()):
            continue
        day = _day_before(scan, at, by_last) or (_day_after(scan, at, by_first) if page.month_first else None)
        year = _year_after(scan, max(at, day.last if day else at), by_first)
        if day is None and year is None:
            continue
        if date := _date(scan, at, Decimal(month), day, year):
            for used in (day, year):
                if used is not None:
                    gone[used.first] = None
            gone[(day or year or date).first] = date
    result = [gone.get(token.first, token) for token in tokens]
    return sorted((token for token in result if token is not None), key=lambda token: token.start)


def _day_before(scan: Scan, month: int, by_last: dict[int, NumberToken]) -> NumberToken | None:
    at = month - 1
    if scan.low(at) in ("'", "’"):
        at -= 1
    if scan.low(at) in scan.grammar.page.date_links or scan.low(at) == ".":
        at -= 1
    return _day(by_last.get(at))


def _day_after(scan: Scan, month: int, by_first: dict[int, NumberToken]) -> NumberToken | None:
    at = month + 2 if scan.low(month + 1) in (".", "the") else month + 1
    return _day(by_first.get(at)) if scan.near(at) else None


def _day(token: NumberToken | None) -> NumberToken | None:
    if token is None or token.kind not in _DAYLIKE or token.scaled > 1:
        return None
    return token if token.scalar is not None and 1 <= token.scalar <= 31 else None


def _year_after(scan: Scan, last: int, by_first: dict[int, NumberToken]) -> NumberToken | None:
    at = last + 1
    if scan.low(at) in (",", ".") or scan.low(at) in scan.grammar.page.date_links:
        at += 1
    token = by_first.get(at)
    return token if token is not None and token.kind is NumberKind.YEAR and scan.near(at) else None


def _date(
    scan: Scan, month_at: int, month: Decimal, day: NumberToken | None, year: NumberToken | None
) -> NumberToken | None:
    ends = [token for token in (day, year) if token is not None]
    first = min(month_at, *(token.first for token in ends))
    last = max(month_at, *(token.last for token in ends))
    if last - first > 6:
        return None
    parts: tuple[NumberToken, ...] = ()
    if day is not None:
        inner = (_ZERO, month, day.values[0])
        parts += (day._replace(kind=NumberKind.DATE, values=inner, alternatives=(), implicit=False),)
    if year is not None:
        parts += (year,)
    values = (year.values[0] if year else _ZERO, month, day.values[0] if day else _ZERO)
    start, end = scan.start(first), scan.end(last)
    return NumberToken(NumberKind.DATE, start, end, first, last, values, parts=parts)


_SINGLE = frozenset(
    {
        NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.YEAR, NumberKind.PERCENTAGE, NumberKind.MONEY,
        NumberKind.MEASURE, NumberKind.POINTS, NumberKind.DURATION,
    }
)  # fmt: skip

_ONE = Decimal(1)
_MOST, _GROUP = 100, 3
_GOES_ON = frozenset({"word", "number"})
_BETWEEN, _FEW_GOALS, _LINK, _SCALE = 2, 20, 3, 500


def joined(scan: Scan, tokens: list[NumberToken]) -> list[NumberToken]:
    """``tokens`` with dates and pairs made into one mark each; the parts are kept inside."""
    page = scan.grammar.page
    if not page.months.keys().isdisjoint(scan.lows):
        tokens = dated(scan, tokens)
    if page.one_in or page.every:
        tokens = [_share(scan, token) for token in tokens]
    if (page.draws or page.each) and not (page.draws | page.each).isdisjoint(scan.lows):
        tokens = [_draw(scan, token) for token in tokens]
    if len(tokens) < 2:
        return tokens
    paired: list[NumberToken] = []
    position = 0
    while position < len(tokens):
        here = tokens[position]
        after = tokens[position + 1] if position + 1 < len(tokens) else None
        pair = _pair(scan, here, after) if after is not None else None
        paired.append(pair or here)
        position += 2 if pair else 1
    return paired


def _share(scan: Scan, token: NumberToken) -> NumberToken:
    """One in five, uno de cada cinco, un enfant sur cinq, jeder fünfte: a number that is a denominator.

    Where a noun stands between, the number stays a part, since a report on 20 countries is no share.
    """
    value = token.scalar
    if value is None or not 2 <= value <= _MOST or value % 1 or token.unit:
        return token
    if token.kind is NumberKind.ORDINAL:
        every = scan.low(token.first - 1) in scan.grammar.page.every and scan.near(token.first)
        return _one_of(scan, token, token.first - 1, (token,)) if every and token.spelled else token
    first = _linked(scan, token.first) if token.kind is NumberKind.CARDINAL else None
    if first is None:
        return token
    ones, link = scan.grammar.page.ones, scan.low(first)
    if scan.low(token.last + 1) in ("-", "–", "/", scan.grammar.page.between.get(link)):
        return token
    loose = _is_loose(scan, first, token.first)
    for back in range(1, _BETWEEN + 2 if loose else 2):
        if scan.low(first - back) in ones:
            return _one_of(scan, token, first - back, () if back == 1 else (token,))
        if scan.kind(first - back) != "word" or not scan.near(first - back + 1):
            break
    return token


def _one_of(scan: Scan, token: NumberToken, first: int, parts: tuple[NumberToken, ...]) -> NumberToken:
    return token._replace(
        kind=NumberKind.FRACTION, first=first, start=scan.start(first), values=(_ONE, token.values[0]),
        alternatives=(), implicit=False, spelled=True, parts=parts,
    )  # fmt: skip


def _draw(scan: Scan, token: NumberToken) -> NumberToken:
    """Empate a dos, 2-all: the goals of both sides."""
    page, value = scan.grammar.page, token.scalar
    if (
        value is None
        or value >= _FEW_GOALS
        or value % 1
        or token.kind is not NumberKind.CARDINAL
        or token.unit
    ):
        return token
    after = token.last + 2 if scan.low(token.last + 1) == "-" else token.last + 1
    if scan.low(after) in page.each:
        last = after
    elif scan.low(token.first - 2) in page.draws and len(scan.low(token.first - 1)) <= _LINK:
        last = token.last
    else:
        return token
    if scan.low(last + 1) in ("-", "–", ":"):
        return token
    return token._replace(
        kind=NumberKind.SCORE, values=(value, value), parts=(token,), last=last, end=scan.end(last)
    )


def is_goal(scan: Scan, at: int) -> bool:
    """Whether a word that is also an article counts goals: empate a uno, one-all, due a uno."""
    page = scan.grammar.page
    after = at + 2 if scan.low(at + 1) == "-" else at + 1
    if scan.low(after) in page.each:
        return True
    if scan.low(at - 1) not in page.range_words or (scan.kind(at + 1) in _GOES_ON and scan.near(at + 1)):
        return False
    first = scan.low(at - 2)
    return first in page.draws or (first in page.small and first not in page.ones)


def _linked(scan: Scan, at: int) -> int | None:
    """The first token of the words that join a share to its whole at token ``at``."""
    for back in (1, 2):
        found = scan.phrase(at - back, scan.grammar.one_in)
        if found and found[2] == at - 1 and scan.near(at) and scan.near(at - back):
            return at - back
    return None


def _spaced_decimal(scan: Scan, here: NumberToken, after: NumberToken) -> NumberToken | None:
    """15, 6 %: a decimal with a space in it, or two numbers; the parts are kept."""
    page = scan.grammar.page
    low, high = scan.surface(here.last), scan.surface(after.first)
    if after.first != here.last + 2 or scan.low(here.last + 1) not in page.decimal_marks:
        return None
    if not (low.isdecimal() and high.isdecimal() and len(high) <= 2 and len(low) <= 3):
        return None
    if here.kind is not NumberKind.CARDINAL or here.unit or not after.unit or not scan.glued(here.last + 1):
        return None
    if after.scaled != 1 or after.kind is NumberKind.TIME:
        return None
    value = Decimal(f"{low}.{high}")
    return after._replace(
        start=here.start, first=here.first, values=(value,), alternatives=(), parts=(here, after)
    )


def _grouped(scan: Scan, here: NumberToken, after: NumberToken) -> NumberToken | None:
    """80, 000 crowns: a thousand with a space in it; no number begins with a nought."""
    low, high = scan.surface(here.last), scan.surface(after.first)
    if after.first != here.last + 2 or scan.low(here.last + 1) not in scan.grammar.page.group_marks:
        return None
    whole = low.isdecimal() and high.isdecimal() and len(low) <= _GROUP and len(high) == _GROUP
    if not whole or high[0] != "0" or here.unit or after.scaled != 1 or not scan.glued(here.last + 1):
        return None
    return after._replace(start=here.start, first=here.first, values=(Decimal(low + high),), alternatives=())


def _span(scan: Scan, here: NumberToken, after: NumberToken) -> NumberToken | None:
    """43 minutes 12 seconds, 2 hours and 30 minutes: one span of time, in seconds."""
    scale = _SPANS.get((here.unit, after.unit))
    if scale is None or here.scalar is None or after.scalar is None or after.scalar >= _SIXTY:
        return None
    gap = after.first - here.last - 1
    if gap > 1 or (gap and scan.low(here.last + 1) not in scan.grammar.page.joiners | {","}):
        return None
    total = here.scalar * scale * _SIXTY + after.scalar * scale
    return after._replace(
        start=here.start, first=here.first, values=(total,), unit="s", alternatives=(), text="",
        spelled=here.spelled and after.spelled, parts=(here, after),
    )  # fmt: skip


def _pair(scan: Scan, here: NumberToken, after: NumberToken) -> NumberToken | None:
    if whole := _spaced_decimal(scan, here, after) or _grouped(scan, here, after) or _span(scan, here, after):
        return whole
    kind = _pair_kind(scan, here, after)
    if kind is None:
        return None
    left, right = here, after
    if right.unit and not left.unit and kind is not NumberKind.FRACTION:
        left = left._replace(unit=right.unit, kind=right.kind)
    if left.scaled == 1 and left.values[0] * right.scaled < right.values[0]:
        larger = left.values[0] * right.scaled
        left = left._replace(values=(larger,), alternatives=(left.values,), scaled=right.scaled, text="")
    low, high = left.values[0], right.values[0]
    if here.kind is NumberKind.YEAR and 1 <= high < 100 and high > low % 100:
        years = (low - low % 100 + high,)
        right = right._replace(values=years, alternatives=(right.values,), kind=NumberKind.YEAR)
        kind = NumberKind.RANGE
    between = scan.grammar.page.between.get(scan.low(here.first - 1)) == scan.low(here.last + 1)
    return NumberToken(
        kind, here.start, after.end, here.first, after.last, (left.values[0], right.values[0]), right.unit,
        parts=(left, right), spelled=here.spelled and after.spelled, text=BETWEEN if between else "",
        alternatives=_as_day(scan, low, high) if kind is NumberKind.FRACTION and not here.spelled else (),
    )  # fmt: skip


def _is_loose(scan: Scan, first: int, at: int) -> bool:
    """Whether a noun may stand before the words from ``first`` to ``at`` that make a share: sur, de cada."""
    page, link = scan.grammar.page, scan.low(first)
    return at - first > 1 or link not in page.between.keys() | page.from_words | page.year_cues


def _is_share_of(scan: Scan, here: NumberToken, after: NumberToken) -> bool:
    """Eight out of ten, ocho nacimientos de cada diez, huit naissances sur dix."""
    first = _linked(scan, after.first)
    if first is None or here.unit or after.unit or NumberKind.CARDINAL is not here.kind:
        return False
    between = range(here.last + 1, first)
    words = all(scan.kind(at) == "word" and scan.near(at) for at in between)
    return words and (not between or (len(between) <= _BETWEEN and _is_loose(scan, first, after.first)))


def _as_day(scan: Scan, first: Decimal, second: Decimal) -> tuple[Values, ...]:
    """Two numbers with a stroke as a day, in the language's order: 9/11."""
    month, day = (first, second) if scan.grammar.page.month_first else (second, first)
    return ((_ZERO, month, day),) if month <= _MONTHS and day <= _DAYS and month % 1 == day % 1 == 0 else ()


def _pair_kind(scan: Scan, here: NumberToken, after: NumberToken) -> NumberKind | None:
    if here.kind not in _SINGLE or after.kind not in _SINGLE or (here.unit and here.unit != after.unit):
        return None
    if here.kind is NumberKind.YEAR and (after.unit or after.scaled > 1):
        return None
    gap = after.first - here.last
    sign = scan.low(here.last + 1)
    if gap == 2 and scan.glued(here.last + 1) and scan.glued(after.first):
        return _signed(sign, here, after)
    if here.implicit or after.implicit or not 2 <= gap <= 3 + _BETWEEN:
        return None
    if here.values[0] < after.values[0] <= _MOST and _is_share_of(scan, here, after):
        return NumberKind.FRACTION
    if gap != 2:
        return None
    page = scan.grammar.page
    if page.between.get(scan.low(here.first - 1)) == sign:
        return NumberKind.RANGE
    if sign in page.range_words:
        return _range_or_score(here, after)
    return None


def _signed(sign: str, here: NumberToken, after: NumberToken) -> NumberKind | None:
    if sign in ("-", "–"):
        return _range_or_score(here, after)
    if sign == ":":
        return NumberKind.RATIO
    if sign == "/" and here.scalar == 1 and after.values[0] >= _SCALE:
        return NumberKind.RATIO  # a map at 1/50 000
    if sign == "/" and not here.unit:
        if here.kind is NumberKind.YEAR:
            return NumberKind.RANGE
        return NumberKind.FRACTION if max(here.values[0], after.values[0]) < 1000 else None
    return None


def _range_or_score(here: NumberToken, after: NumberToken) -> NumberKind:
    rising = here.values[0] < after.values[0]
    return NumberKind.RANGE if rising or after.unit else NumberKind.SCORE
