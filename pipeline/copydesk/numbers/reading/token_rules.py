"""Single numbers at a token, before what surrounds them is looked at."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache

from copydesk.data import NumberKind
from copydesk.numbers.reading.composites import is_goal
from copydesk.numbers.reading.grammar import FRACTION_SIGNS, SPACES, Scan
from copydesk.numbers.reading.number_token import NumberToken, Values, from_roman, parse
from copydesk.numbers.reading.spelled import said_time, since, spelled, to

_DIGITS = re.compile(r"\d+")
_FIRSTS = ("er", "re")
_ROMAN_SUFFIXES = ("ème", "er", "re", "e", "th", "st", "nd", "rd")
_KINDS = {"phone": NumberKind.PHONE, "placeholder": NumberKind.PLACEHOLDER}
_WEAK_ORDINAL = 4
_OF_UNITS, _SHORT, _DAYS = ("²", "³"), 3, 31
_INVENTED = "ème"
_CURRENCY_LETTERS = frozenset({"us", "eur", "usd", "gbp", "chf", "rs"})
ROMAN_STARTS = frozenset("IVXLCDM")
"""What a Roman numeral that counts begins with."""

ROMAN_LIKE = re.compile(r"[IVXLCDM]+(?:ème|er|re|e|th|st|nd|rd)?(?!\w)")
"""Capitals that look like a Roman numeral, a suffix of rank perhaps with them."""

_GLUED_WORDS, _CROSS = frozenset({"h", "s", "er", "e"}), frozenset({"x", "×"})
_HOURS, _SECONDS = r"(?:(?P<h>\d{1,2}) ?h ?)?", r"(?P<s>\d{1,2}(?:[.,]\d{1,3})?)"
_STOPWATCH = tuple(
    re.compile(form.replace(" ", f"[{SPACES}]"))
    for form in (
        r"(?P<m>\d{1,2}):(?P<s>[0-5]\d[.,](?:\d|[6-9]\d))(?![\d:]|[.,]\d)",
        _HOURS + rf"(?P<m>\d{{1,2}}) ?['’′] ?{_SECONDS} ?(?:''|’’|[\"″”])(?: ?(?P<rest>\d{{1,3}})(?!\w))?",
        _HOURS + rf"(?P<m>\d{{1,2}}) ?(?:min\.?|mn) ?{_SECONDS} ?s(?!\w)(?: (?P<rest>\d{{1,2}})(?![\w.,%]))?",
        rf"(?P<h>\d{{1,2}}) ?h ?(?P<m>\d{{1,2}}) ?m ?{_SECONDS} ?s(?!\w)",
        r"(?P<s>\d{1,2})(?:''|’’|″)(?P<rest>\d{1,3})(?!\w)",
        r"(?P<s>\d{1,2}) s (?P<rest>\d\d)(?![\w.,%])",
    )
)
_STOPWATCH_SIGNS = frozenset(f":'’′″hm{SPACES}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that write no space beside a number."""


def token_at(scan: Scan, at: int) -> NumberToken | None:
    """The number that begins at token ``at``, if any."""
    low, grammar = scan.low(at), scan.grammar
    if low in grammar.rounds and (found := scan.phrase(at, grammar.rounds)):
        return _token(scan, NumberKind.ORDINAL, at, found[2], (Decimal(found[1]),))._replace(
            unit="round", implicit=True, spelled=True
        )
    if low in grammar.no_goals and (found := scan.phrase(at, grammar.no_goals)):
        goals = _token(scan, NumberKind.SCORE, at, found[2], (Decimal(0), Decimal(0)))
        return goals._replace(spelled=True)
    match scan.kind(at):
        case "number":
            return stopwatch(scan, at) or _signed_date(scan, at) or _identifier(scan, at) or _number(scan, at)
        case "word":
            return _word(scan, at)
        case "date":
            return _date(scan, at)
        case "clock":
            return stopwatch(scan, at) or _clock(scan, at)
        case "sign" if scan.low(at) in FRACTION_SIGNS:
            top, bottom = FRACTION_SIGNS[scan.low(at)]
            return _token(scan, NumberKind.FRACTION, at, at, (Decimal(top), Decimal(bottom)))
        case "superscript":
            return _superscript(scan, at)
        case "phone" | "placeholder" as kind:
            digits = "".join(_DIGITS.findall(scan.surface(at)))
            return _token(scan, _KINDS[kind], at, at, text=digits)
    return None


def _token(
    scan: Scan, kind: NumberKind, first: int, last: int, values: tuple[Decimal, ...] = (), *, text: str = ""
) -> NumberToken:
    return NumberToken(kind, scan.start(first), scan.end(last), first, last, values, text=text)


def _superscript(scan: Scan, at: int) -> NumberToken | None:
    """The mark of a note or an exponent, a code of its own: 2021³, 10⁶; the unit m² and CO² are words."""
    sign = scan.surface(at)
    word = scan.low(at - 1) if scan.kind(at - 1) == "word" and scan.glued(at) else ""
    if sign in _OF_UNITS and 0 < len(word) <= _SHORT:
        return None
    return _token(scan, NumberKind.IDENTIFIER, at, at, text="^" + unicodedata.normalize("NFKC", sign))


def stopwatch(scan: Scan, at: int) -> NumberToken | None:
    """A time that was measured, in seconds: 2h03'59'', 3 min 59 s 4, 20''53, 3:59.4."""
    after = scan.text[scan.end(at) : scan.end(at) + 1] if scan.kind(at) == "number" else ":"
    if after not in _STOPWATCH_SIGNS:
        return None
    match = next(filter(None, (form.match(scan.text, scan.start(at)) for form in _STOPWATCH)), None)
    if match is None:
        return None
    last = at
    while last + 1 < len(scan.lows) and scan.start(last + 1) < match.end():
        last += 1
    if scan.end(last) > match.end():
        return None
    found = match.groupdict()
    whole = Decimal(found.get("h") or 0) * 3600 + Decimal(found.get("m") or 0) * 60
    value = whole + Decimal(found["s"].replace(",", ".")) + Decimal(f"0.{found.get('rest') or 0}")
    return _token(scan, NumberKind.DURATION, at, last, (value,))._replace(unit="s", end=match.end())


def _signed_date(scan: Scan, at: int) -> NumberToken | None:
    """A date whose year, month and day have signs behind them: 5月14日."""
    signs = scan.grammar.page.date_signs
    match = _date_signs(signs).match(scan.text, scan.start(at)) if signs else None
    if match is None:
        return None
    year, month, day = (Decimal(piece or 0) for piece in match.groups())
    last = at
    while scan.start(last) < match.end() - len(signs[-1]) and last + 1 < len(scan.lows):
        last += 1
    token = _token(scan, NumberKind.DATE, at, last, (year, month, day))
    return token._replace(end=match.end())


@cache
def _date_signs(signs: tuple[str, ...]) -> re.Pattern[str]:
    year, month, day = map(re.escape, signs)
    return re.compile(rf"(?:(\d{{4}}){year})?(\d{{1,2}}){month}(\d{{1,2}}){day}")


def _number(scan: Scan, at: int) -> NumberToken:
    surface = scan.surface(at)
    numeral = parse(surface, scan.grammar.page)
    if numeral.value is None:
        return NumberToken(NumberKind.IDENTIFIER, scan.start(at), scan.end(at), at, at, text=surface)
    kind = NumberKind.CARDINAL if numeral.value == numeral.value.to_integral_value() else NumberKind.DECIMAL
    if len(surface) == 4 and surface.isdecimal() and 1000 <= numeral.value <= 2100:
        kind = NumberKind.YEAR
    text = surface if numeral.alternatives else ""
    return NumberToken(
        kind, scan.start(at), scan.end(at), at, at, (numeral.value,), text=text,
        alternatives=numeral.alternatives,
    )  # fmt: skip


def _identifier(scan: Scan, at: int) -> NumberToken | None:
    """Letters and digits in one piece: COVID-19, G20, 5G, ë-C4, 11-S."""
    if times := _times(scan, at):
        return times
    first, last = _before(scan, at), _after(scan, at)
    if first == last:
        return None
    surface = scan.text[scan.start(first) : scan.end(last)]
    text = "".join(c for c in surface.casefold() if c.isalnum())
    digits = _DIGITS.findall(surface)
    values = (Decimal(digits[0]),) if len(digits) == 1 and len(digits[0]) < 9 else ()
    code = _token(scan, NumberKind.IDENTIFIER, first, last, values, text=text)
    return code._replace(alternatives=_named_day(scan, at, last))


def _named_day(scan: Scan, at: int, last: int) -> tuple[Values, ...]:
    """The days that 11-M or 23-F may name: a day and the first letter of a month."""
    letter, day = scan.low(last), scan.surface(at)
    if last != at + 2 or len(letter) != 1 or not day.isdecimal() or not 1 <= int(day) <= _DAYS:
        return ()
    months = {month for name, month in scan.grammar.page.months.items() if name.startswith(letter)}
    return tuple((Decimal(0), Decimal(month), Decimal(day)) for month in sorted(months))


def _times(scan: Scan, at: int) -> NumberToken | None:
    """x2, ×3, 10x: how many times."""
    surface = scan.surface(at)
    if not surface.isdecimal() or len(surface) > 4:
        return None
    if scan.low(at - 1) in _CROSS and scan.glued(at) and not (scan.kind(at - 2) and scan.glued(at - 1)):
        return _token(scan, NumberKind.MULTIPLIER, at - 1, at, (Decimal(surface),))
    open_ = scan.kind(at + 2) not in ("number", "word") or not scan.glued(at + 2)
    alone = scan.low(at + 1) in _CROSS and scan.glued(at + 1) and open_
    return _token(scan, NumberKind.MULTIPLIER, at, at + 1, (Decimal(surface),)) if alone else None


def _before(scan: Scan, at: int) -> int:
    """The first token of the code that ends with the number at ``at``."""
    first = at
    word = scan.low(at - 1)
    if scan.kind(at - 1) == "word" and scan.glued(at) and _UNSPACED.match(word[-1]):
        return at
    if scan.kind(at - 1) == "word" and scan.glued(at) and word not in _CURRENCY_LETTERS:
        first = at if word == scan.surface(at - 1) and word in scan.grammar.glue else at - 1
    elif _hyphened(scan, at) and _is_code(scan.surface(at - 2)):
        first = at - 2
    if first < at and _hyphened(scan, first) and len(scan.surface(first - 2)) <= 2:
        first -= 2
    return first


def _hyphened(scan: Scan, at: int) -> bool:
    """Whether a word and a hyphen stand before token ``at`` without a gap."""
    return scan.low(at - 1) == "-" and scan.glued(at) and scan.kind(at - 2) == "word" and scan.glued(at - 1)


def _is_code(word: str) -> bool:
    return len(word) <= 6 and any(c.isupper() for c in word)


def _after(scan: Scan, at: int) -> int:
    """The last token of the code that begins with the number at ``at``."""
    page = scan.grammar.page
    after = scan.surface(at + 1)
    low = after.lower()
    if scan.kind(at + 1) == "word" and scan.glued(at + 1):
        litres = after == "L" and not scan.surface(at).isdecimal()
        capital = len(low) == 1 and after.isupper() and not litres
        known = after in page.scale_signs or (
            not capital
            and (
                low in scan.grammar.suffixes
                or low in page.ordinal_suffixes
                or low in _GLUED_WORDS
                or low in page.scales
            )
        )
        if not known and len(after) <= 3 and after.isascii():
            return at + 2 if scan.kind(at + 2) == "number" and scan.glued(at + 2) else at + 1
    if low == "-" and scan.glued(at + 1) and scan.glued(at + 2) and scan.kind(at + 2) == "word":
        letters = scan.surface(at + 2)
        if len(letters) <= 2 and letters.isupper():
            return at + 2
    return at


def _word(scan: Scan, at: int) -> NumberToken | None:
    grammar = scan.grammar
    low = scan.low(at)
    if low in grammar.page.ones and is_goal(scan, at):
        return _token(scan, NumberKind.CARDINAL, at, at, (Decimal(1),))._replace(spelled=True)
    if low in grammar.page.multipliers:
        token = _token(scan, NumberKind.MULTIPLIER, at, at, (Decimal(grammar.page.multipliers[low]),))
        return token._replace(spelled=True, implicit=True)
    if low in grammar.starters and not (
        low in grammar.page.century_names and scan.surface(at)[0].isupper() and at
    ):
        return said_time(scan, at) or _spelled(scan, at)
    if low in grammar.page.century_names and scan.surface(at)[0].isupper():
        named = (Decimal(grammar.page.century_names[low]),)
        return _token(scan, NumberKind.CENTURY, at, at, named)._replace(spelled=True)
    if grammar.inner is not None and grammar.inner.search(low):
        return _spelled(scan, at)
    surface = scan.surface(at)
    if surface[0] in ROMAN_STARTS or low in grammar.lettered:
        return _roman(scan, at, surface)
    return None


def _spelled(scan: Scan, at: int) -> NumberToken | None:
    page = scan.grammar.page
    low = scan.low(at)
    if low in page.decade_names:
        kind, values, last = NumberKind.DECADE, (Decimal(page.decade_names[low]),), at
        return NumberToken(kind, scan.start(at), scan.end(last), at, last, values, spelled=True)
    found = spelled(scan, at)
    if found is None:
        return None
    alone = found.last == at
    implicit = alone and (low in page.weak or (found.ordinal and found.value <= _WEAK_ORDINAL))
    implicit = (
        implicit or (low in page.hundreds and scan.low(at - 1) == "por") or _in_name(scan, at, found.last)
    )
    return NumberToken(
        NumberKind.ORDINAL if found.ordinal else NumberKind.CARDINAL,
        scan.start(at), scan.end(found.last), at, found.last, (found.value,),
        spelled=True, implicit=implicit, scaled=found.scaled,
    )  # fmt: skip


def _in_name(scan: Scan, first: int, last: int) -> bool:
    """Three Mile Island: a capital on the number and on the word after it."""
    return (
        scan.surface(first)[0].isupper()
        and scan.kind(last + 1) == "word"
        and scan.surface(last + 1)[0].isupper()
        and scan.near(last + 1)
    )


def _roman(scan: Scan, at: int, surface: str) -> NumberToken | None:
    suffix = next((s for s in _ROMAN_SUFFIXES if surface.endswith(s)), "")
    letters = surface[: len(surface) - len(suffix)]
    value = from_roman(letters)
    if suffix == _INVENTED and letters not in "XVI" and len(letters) == 1:  # hépatite Cème, no rank
        return _token(scan, NumberKind.ORDINAL, at, at, (Decimal(value or 0),))
    if value is None or value > 60:
        return None
    named = scan.near(at) and scan.surface(at - 1)[:1].isupper() and scan.kind(at - 1) == "word"
    century = scan.low(at - 1) in scan.grammar.page.centuries
    if not suffix and len(letters) == 1 and not (century or (named and letters in "VX")):
        return None
    if letters == "L" or (letters == "I" and suffix not in _FIRSTS) or (suffix in _FIRSTS and letters != "I"):
        return None
    return _token(scan, NumberKind.ORDINAL if suffix else NumberKind.REGNAL, at, at, (Decimal(value),))


def _date(scan: Scan, at: int) -> NumberToken | None:
    numbers = [int(piece) for piece in _DIGITS.findall(scan.surface(at))]
    orders = [numbers] if numbers[0] > 31 else [numbers[::-1], [numbers[2], numbers[0], numbers[1]]]
    if scan.grammar.page.month_first:
        orders.reverse()
    readings = []
    for year, month, day in orders:
        if 1 <= month <= 12 and 1 <= day <= 31:
            full = year + (2000 if year < 50 else 1900) if year < 100 else year
            readings.append((Decimal(full), Decimal(month), Decimal(day)))
    if not readings:
        return _token(scan, NumberKind.IDENTIFIER, at, at, text=scan.surface(at))
    others = tuple(readings[1:]) if scan.grammar.page.month_first else ()
    return NumberToken(
        NumberKind.DATE, scan.start(at), scan.end(at), at, at, readings[0], alternatives=others
    )


def _clock(scan: Scan, at: int) -> NumberToken:
    values = tuple(Decimal(piece) for piece in _DIGITS.findall(scan.surface(at)))
    kind = NumberKind.TIME if values[0] <= 24 or len(values) > 2 else NumberKind.RATIO
    return _token(scan, kind, at, at, values)


def ranked(scan: Scan, token: NumberToken) -> NumberToken | None:
    """``token`` as an ordinal, a century or a decade, by a suffix or a word beside it; None if it is none."""
    if token.kind in (NumberKind.ORDINAL, NumberKind.REGNAL, NumberKind.CENTURY):
        return _of_period(scan, as_century(scan, token))
    if token.kind not in (NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.YEAR):
        return None
    found = as_ordinal(scan, token) or as_decade(scan, token) or plain_century(scan, token)
    return _of_period(scan, found) if found else None


def _of_period(scan: Scan, token: NumberToken) -> NumberToken:
    """The rank of a part of the year, which counts even if small: third quarter, deuxième trimestre."""
    after = token.last + 2 if scan.low(token.last + 1) == "-" else token.last + 1
    counted = token.kind is NumberKind.ORDINAL and scan.low(after) in scan.grammar.page.periods
    return token._replace(implicit=False, unit="period") if counted else token


def as_ordinal(scan: Scan, token: NumberToken) -> NumberToken | None:
    """1.º 1er 2e 3rd: a suffix without a gap; then perhaps a century."""
    at = token.last + 1
    if token.spelled or not scan.glued(at):
        return None
    if scan.low(at) == "." and scan.low(at + 1) in "ºª°" and scan.glued(at + 1) and scan.low(at + 1):
        at += 1
    if len(scan.low(at)) == 1 and scan.surface(at).isupper():
        return None
    degree = scan.low(at) in ("°", "º") and scan.low(at + 1) in ("c", "f")
    if scan.low(at) not in scan.grammar.page.ordinal_suffixes or degree:
        return None
    return as_century(scan, to(scan, token, at, kind=NumberKind.ORDINAL))


def as_century(scan: Scan, token: NumberToken) -> NumberToken:
    """``token`` with the word for century beside it."""
    words = scan.grammar.page.centuries
    after = token.last + 1
    hyphen = after + 1 if scan.low(after) == "-" else after
    if scan.low(hyphen) in words:
        return to(scan, token, hyphen, kind=NumberKind.CENTURY, implicit=False)
    if scan.low(token.first - 1) in words and scan.near(token.first):
        return since(scan, token, token.first - 1, kind=NumberKind.CENTURY, implicit=False)
    return token


def plain_century(scan: Scan, token: NumberToken) -> NumberToken | None:
    """Siglo 21, siglo veintiuno, 18. Jahrhundert."""
    words = scan.grammar.page.centuries
    if scan.low(token.first - 1) in words and scan.near(token.first):
        return since(scan, token, token.first - 1, kind=NumberKind.CENTURY)
    dot = token.last + 1
    if scan.low(dot) == "." and scan.glued(dot) and scan.low(dot + 1) in words:
        return to(scan, token, dot + 1, kind=NumberKind.CENTURY)
    return None


def as_decade(scan: Scan, token: NumberToken) -> NumberToken | None:
    """Años 90, années 1990, the 1990s, 80er."""
    value = token.scalar
    if value is None or value % 10 or not (10 <= value <= 90 or 1000 < value < 2100):
        return None
    page = scan.grammar.page
    apostrophe = token.last + 1 if scan.low(token.last + 1) in ("'", "’") else token.last
    if page.plural_decades and scan.low(apostrophe + 1) in ("s", "er") and scan.glued(apostrophe + 1):
        if token.spelled:
            return None
        return to(scan, token, apostrophe + 1, kind=NumberKind.DECADE)
    if scan.kind(token.last + 1) == "word" and scan.low(token.last + 1) in page.range_words:
        return None
    for back in range(1, 4):
        found = scan.phrase(token.first - back, scan.grammar.decades)
        if found and found[2] == token.first - 1 and scan.near(token.first):
            return since(scan, token, token.first - back, kind=NumberKind.DECADE)
    return None
