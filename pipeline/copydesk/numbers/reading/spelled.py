"""Numbers and times of day in words: zwei Millionen, las nueve menos veinte, half past six, 1530 hours."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from copydesk.data import NumberKind
from copydesk.numbers.reading.grammar import Scan
from copydesk.numbers.reading.number_token import NumberToken, Sum, within
from copydesk.numbers.units import ZONES

_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")
_HUNDRED, _MILLION = 100, 10**6
MOST = 10**12
"""Numbers from here on take no scale word, so that arithmetic stays exact."""


class Spelled(NamedTuple):
    """A value in words up to token ``last``; ``scaled`` is the scale word's factor, 1 for none."""

    value: Decimal
    last: int
    ordinal: bool = False
    scaled: int = 1


def spelled(scan: Scan, at: int) -> Spelled | None:
    """The number in words that begins at token ``at``; articles alone are none."""
    page = scan.grammar.page
    if scan.low(at) in page.halves and (half := _half(scan, at)):
        return half
    if scan.low(at) in page.mixed:
        mixed = Decimal(page.mixed[scan.low(at)])
        more = scale_after(scan, at)
        return Spelled(mixed * more[0], more[1], scaled=more[0]) if more else Spelled(mixed, at)
    running = Sum(page, article=scan.low(at) in page.ones)
    last = at - 1
    position: int | None = at
    while position is not None:
        word = scan.low(position)
        if word in page.ordinals and _closes(running, word):
            rank = running.total + running.current + page.ordinals[word]
            unit = page.ordinals.get(scan.low(position + 1), 0) if scan.near(position + 1) else 0
            if rank % 10 == 0 and 0 < unit < 10 and not running.words:
                return Spelled(Decimal(rank + unit), position + 1, ordinal=True)
            return Spelled(Decimal(rank), position, ordinal=True)
        if not running.take(word):
            break
        last = position
        position = _next(scan, last, running)
    if last < at or (running.words == 1 and scan.low(at) in page.ones and not _counts(scan, at)):
        return None
    value = Decimal(running.total + running.current)
    factor = running.scaled
    if factor == 1 and value < MOST and (more := scale_after(scan, last)):
        value, factor, last = value * more[0], *more
    value, factor, last = and_a_half(scan, value, factor, last)
    return Spelled(value, last, scaled=factor)


def scale_after(scan: Scan, last: int) -> tuple[int, int] | None:
    """The factor of the scale words after token ``last`` ("mil millones") and their last token."""
    factor = 1
    at = last + 1
    if scan.low(at) == "-" and scan.glued(at) and scan.glued(at + 1):
        at += 1
    if (found := scan.phrase(at, scan.grammar.scales)) and scan.near(at):
        return int(found[1]), found[2]
    if scan.low(at) in scan.grammar.page.interposed and scan.near(at) and scan.near(at + 1):
        at += 1
    while scan.low(at) in scan.grammar.page.scales and scan.near(at):
        factor *= scan.grammar.page.scales[scan.low(at)]
        at += 1
        if factor >= 10**6:
            break
    return (factor, at - 1) if factor > 1 else None


def _closes(running: Sum, word: str) -> bool:
    if not running.words:
        return True
    return word in running.page.closing and running.current % 100 >= 20 and running.current % 10 == 0


def _next(scan: Scan, last: int, running: Sum) -> int | None:
    """The token the number may go on with: past a hyphen or a joining word."""
    page = scan.grammar.page
    at = last + 1
    if scan.low(at) == "-" and scan.glued(at) and scan.glued(at + 1):
        at += 1
    elif not scan.near(at):
        return None
    if scan.low(at) in page.joiners and (scan.near(at + 1) or scan.low(at + 1) == "-"):
        after = at + 2 if scan.low(at + 1) == "-" else at + 1
        word = scan.low(after)
        value = page.small.get(word) or page.hundreds.get(word) or page.ordinals.get(word, 0)
        if not value and running.scaled >= _MILLION and (whole := within(word, page)):
            return after if whole < _MILLION else None
        low = running.current % 100
        tens = low >= 20 and low % 10 == 0 and (value < 10 or value == 11)
        rounded = low == 0 and running.words > 0 and not page.vigesimal and (page.hundred or page.hundreds)
        counts = scan.low(last) in page.hundred | page.hundreds.keys() and value < _HUNDRED
        if (
            (scan.low(after + 1) in page.scales and not counts)
            or scan.low(last) in page.ones
            or _paired(scan, last)
        ):
            rounded = False
        return after if value and (tens or rounded) else None
    return at


def _paired(scan: Scan, last: int) -> bool:
    """Whether a word before the number opens a range: between a hundred and two hundred."""
    return any(scan.low(last - back) in scan.grammar.page.between for back in range(1, 5))


def _half(scan: Scan, at: int) -> Spelled | None:
    """Half a million, medio millón, un demi-million."""
    page = scan.grammar.page
    after = at + 1
    if scan.low(after) in page.ones or scan.low(after) == "-":
        after += 1
    if (found := scan.phrase(after, scan.grammar.suffixes)) and found[0] == "points" and scan.near(after):
        return Spelled(_HALF, after - 1)  # half a percentage point
    factor = page.scales.get(scan.low(after), 0)
    return Spelled(_HALF * factor, after, scaled=factor) if factor >= 10**6 else None


def _counts(scan: Scan, one: int) -> bool:
    """Whether the article at token ``one`` is a number: one percent, one and a half million."""
    page = scan.grammar.page
    found = scan.phrase(one + 1, scan.grammar.suffixes)
    if found and found[0] == "percent" and scan.near(one + 1):
        return True
    if found and found[0] == "unit" and share_after(scan, found[2]):
        return True
    value, factor, last = and_a_half(scan, Decimal(1), 1, one)
    counted = factor >= 1000 or scan.phrase(last + 1, scan.grammar.suffixes) is not None
    return value > 1 and counted and bool(page.halves)


def share_after(scan: Scan, last: int) -> tuple[Decimal, int] | None:
    """A half or a quarter joined to what ends at token ``last``, and its last token: y media, and a half."""
    page = scan.grammar.page
    after = last + 2
    hyphen = scan.low(last + 1) == "-" and scan.glued(last + 1)
    if hyphen:
        last, after = last + 1, after + 1
    if scan.low(last + 1) not in page.joiners or not scan.near(last + 1):
        return None
    for _ in range(2):  # and a half, and-a-half
        if scan.low(after) in page.ones or (hyphen and scan.low(after) == "-"):
            after += 1
    if hyphen and scan.low(after) == "-":
        after += 1
    if scan.phrase(after, scan.grammar.idioms):
        return None
    if scan.low(after) in page.halves:
        return _HALF, after
    return (_QUARTER, after) if scan.low(after) in page.quarter else None


def and_a_half(scan: Scan, value: Decimal, factor: int, last: int) -> tuple[Decimal, int, int]:
    """Value, factor and last token, with a half that follows: millón y medio, two and a half million."""
    found = share_after(scan, last)
    if found is None:
        return value, factor, last
    share, after = found
    if factor >= 1000:
        return value + share * factor, factor, after
    if more := scale_after(scan, after):
        return (value + share) * more[0], *more
    if factor == 1 and value < _HUNDRED and value % 1 == 0:
        return value + share, factor, after
    return value, factor, last


def to(scan: Scan, token: NumberToken, last: int, **changes: object) -> NumberToken:
    """``token`` up to token ``last``."""
    return token._replace(last=last, end=scan.end(last), **changes)  # type: ignore[arg-type]


def since(scan: Scan, token: NumberToken, first: int, **changes: object) -> NumberToken:
    """``token`` from token ``first`` on."""
    return token._replace(first=first, start=scan.start(first), **changes)  # type: ignore[arg-type]


_CENTIMES = 100
_HOUR = 60
_QUARTER_HOUR = 15
_QUARTERS = {"1": 1, "2": 2, "3": 3}
_QUOTES = ("'", "’")


def is_clock(token: NumberToken) -> bool:
    """Whether a decimal may be hours and minutes: 20.30."""
    value = token.scalar
    return value is not None and value.as_tuple().exponent == -2 and value < 24 and value % 1 < Decimal("0.6")


def clock_values(token: NumberToken) -> tuple[Decimal, Decimal]:
    """Hours and minutes of such a decimal."""
    value = token.scalar or Decimal(0)
    return value // 1, value % 1 * _CENTIMES


def time_of_day(scan: Scan, token: NumberToken, role: str, last: int) -> NumberToken:
    """6.30 pm, 6 de la tarde."""
    value = token.scalar
    if value is None or not 0 < value < (24 if is_clock(token) else 13):
        return token
    hour, minutes = clock_values(token) if is_clock(token) else (value // 1, value % 1 * _HOUR)
    return zoned(
        scan, to(scan, token, last, kind=NumberKind.TIME, values=_on(hour, minutes, role), unit="24h",
                 alternatives=(), implicit=False),
    )  # fmt: skip


def _on(hour: Decimal, minutes: Decimal, role: str) -> tuple[Decimal, Decimal]:
    """Hour and minutes on the clock of 24 hours."""
    if hour <= 12:
        hour = hour % 12 + (12 if role == "afternoon" else 0)
    return hour, minutes


def halves_of_day(scan: Scan, token: NumberToken) -> NumberToken:
    """A time in digits with the half of the day after it."""
    if len(token.values) > 2:
        return token
    hour, minutes = token.values
    found = scan.phrase(token.last + 1, scan.grammar.suffixes) if scan.near(token.last + 1) else None
    if found and found[0] in ("morning", "afternoon") and hour <= 12:
        return zoned(scan, to(scan, token, found[2], values=_on(hour, minutes, found[0]), unit="24h"))
    if found and found[1] == "h":
        return zoned(scan, to(scan, token, found[2], unit="24h" if hour > 12 else ""))
    full = hour > 12 or hour == 0 or (scan.grammar.page.clock24 and not token.spelled)
    return zoned(scan, token._replace(unit="24h") if full else token)


def zoned(scan: Scan, token: NumberToken) -> NumberToken:
    """A time with the zone after it."""
    at = token.last + 1
    if scan.low(at) in ZONES and scan.surface(at).isupper() and scan.near(at):
        return to(scan, token, at, text=scan.low(at), unit="24h")
    return token


def military_time(scan: Scan, token: NumberToken) -> NumberToken | None:
    """1530 hours, 1200 GMT, 1000 to 2030 hours."""
    surface, at = scan.surface(token.first), token.last + 1
    page = scan.grammar.page
    if scan.low(at) in page.range_words and len(scan.surface(at + 1)) == len(surface) and scan.near(at):
        at += 2
    if token.first != token.last or len(surface) != 4 or not surface.isdecimal() or not scan.near(at):
        return None
    hour, minutes = Decimal(surface[:2]), Decimal(surface[2:])
    if hour > 24 or minutes >= _HOUR:
        return None
    found = scan.phrase(at, scan.grammar.suffixes)
    zone = scan.low(at) in ZONES and scan.surface(at).isupper()
    if not zone and not (found and found[1] == "h" and len(scan.surface(at)) > 1):
        return None
    timed = token._replace(kind=NumberKind.TIME, values=(hour, minutes), unit="24h", alternatives=(), text="")
    if at > token.last + 1:
        return timed
    return zoned(scan, timed if zone or found is None else to(scan, timed, found[2]))


def after_hours(scan: Scan, token: NumberToken, last: int) -> NumberToken | None:
    """18 heures 30, six heures trente, six heures moins le quart; ``last`` is the word for hours."""
    value = token.scalar
    if value is None or value % 1 or value > 24:
        return None
    if found := time_before_hour(scan, value, last):
        return to(scan, token, found[1], kind=NumberKind.TIME, values=found[0], implicit=False)
    minutes, end = _minutes_at(scan, last + 1)
    if minutes is None or not scan.near(last + 1) or scan.phrase(end + 1, scan.grammar.suffixes):
        return None
    unit = "24h" if value > 12 else ""
    return to(scan, token, end, kind=NumberKind.TIME, values=(value, minutes), implicit=False, unit=unit)


def _minutes_at(scan: Scan, at: int) -> tuple[Decimal | None, int]:
    surface = scan.surface(at)
    if len(surface) == 2 and surface.isdecimal() and int(surface) < _HOUR:
        return Decimal(surface), at
    words = spelled(scan, at) if scan.low(at) in scan.grammar.starters else None
    if (
        words
        and 5 <= words.value < _HOUR
        and words.scaled == 1
        and not words.ordinal
        and words.value % 1 == 0
    ):
        return words.value, words.last
    return None, at


def time_before_hour(scan: Scan, hour: Decimal, last: int) -> tuple[tuple[Decimal, Decimal], int] | None:
    """Nueve menos veinte, moins le quart: the time and its last token."""
    page = scan.grammar.page
    at = last + 2
    if not page.hour_first or scan.low(last + 1) not in page.to or not 1 <= hour <= 24 or hour % 1:
        return None
    if scan.low(at + 1) in page.quarter and not scan.low(at).isdigit():
        at += 1
    minutes, end = (Decimal(_QUARTER_HOUR), at) if scan.low(at) in page.quarter else _minutes_at(scan, at)
    if (
        minutes is None
        or minutes > 30
        or (scan.phrase(end + 1, scan.grammar.suffixes) and not _day_part(scan, end + 1))
    ):
        return None
    return (hour - 1, _HOUR - minutes), end


def said_time(scan: Scan, at: int) -> NumberToken | None:
    """Half past six, a quarter to ten, ten to six."""
    page = scan.grammar.page
    if found := _of_next_hour(scan, at):
        return found
    if page.hour_first or not (page.past or page.to):
        return None
    link = next((at + n for n in (1, 2, 3) if scan.low(at + n) in page.past | page.to), None)
    if link is None or not scan.near(link):
        return None
    minutes, end = _past(scan, at)
    value, last = _hour(scan, link + 1)
    if value is None and len(scan.low(link + 1)) <= 2:  # an article: para as oito
        value, last = _hour(scan, link + 2)
    if minutes is None or end != link - 1 or value is None:
        return None
    if scan.phrase(last + 1, scan.grammar.suffixes) and not _day_part(scan, last + 1):
        return None
    before = scan.low(link) in page.to
    values = ((value - 1 or Decimal(12)), _HOUR - minutes) if before else (value, minutes)
    token = NumberToken(NumberKind.TIME, scan.start(at), scan.end(last), at, last, values, spelled=True)
    return halves_of_day(scan, token)


def _hour(scan: Scan, at: int) -> tuple[Decimal | None, int]:
    """The hour of twelve at token ``at``, None for anything else, and its last token."""
    hour = spelled(scan, at) if scan.low(at) in scan.grammar.starters else None
    digits = scan.surface(at)
    value = hour.value if hour else Decimal(digits) if digits.isdecimal() and len(digits) < 3 else None
    return (value if value is not None and 1 <= value <= 12 else None), hour.last if hour else at


def _of_next_hour(scan: Scan, at: int) -> NumberToken | None:
    """Half or some quarters of an hour: halb acht is 7:30, dos quarts de nou 8:30, half seven 7:30."""
    page = scan.grammar.page
    past = scan.low(at) in page.half_past
    if past or scan.low(at) in page.half_to:
        minutes, hour_at = Decimal(30), at + 1
    else:
        first = scan.low(at)
        count = 1 if first in page.ones else page.small.get(first, _QUARTERS.get(first, 0))
        if scan.low(at + 1) not in page.quarters_to or not 1 <= count <= 3:
            return None
        if scan.low(at + 2) not in page.links | page.date_links:
            return None
        hour_at = at + 4 if scan.low(at + 3) in _QUOTES else at + 3
        minutes = Decimal(_QUARTER_HOUR * count)
    hour, last = _hour(scan, hour_at)
    cued = scan.low(at - 1) in page.clock_cues or _day_part(scan, last + 1)
    cued = cued or (scan.low(last + 1) in page.units and not past)
    if hour is None or not scan.near(hour_at) or not (cued or scan.low(at + 1) in page.quarters_to):
        return None
    values = (hour if past else hour - 1 or Decimal(12), minutes)
    token = NumberToken(NumberKind.TIME, scan.start(at), scan.end(last), at, last, values, spelled=True)
    return halves_of_day(scan, token)


def _day_part(scan: Scan, at: int) -> bool:
    found = scan.phrase(at, scan.grammar.suffixes)
    return found is not None and found[0] in ("morning", "afternoon")


def _past(scan: Scan, at: int) -> tuple[Decimal | None, int]:
    """The minutes before "past" or "to", and their last token; plain minutes need a cue: at ten to six."""
    page = scan.grammar.page
    first = at + 1 if scan.low(at) in page.ones else at
    if scan.low(first) in page.halves:
        return Decimal(30), first
    if scan.low(first) in page.quarter:
        return Decimal(_QUARTER_HOUR), first
    minutes, end = _minutes_at(scan, at)
    cued = scan.low(at - 1) in page.clock_cues or scan.low(end + 1) in page.past or _day_part(scan, end + 3)
    return (minutes, end) if minutes is not None and minutes <= 30 and cued else (None, at)
