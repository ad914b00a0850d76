"""Numbers in words, by a language's tables: cardinals, ordinals, and scale words after digits."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from copydesk.numbers.scan import Scan
from copydesk.numbers.summing import Sum

_HALF = Decimal("0.5")
_QUARTER = Decimal("0.25")
_HUNDRED = 100
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
    page = scan.lexicon.page
    if scan.low(at) in page.halves and (half := _half(scan, at)):
        return half
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
    if (found := scan.phrase(at, scan.lexicon.scales)) and scan.near(at):
        return int(found[1]), found[2]
    if scan.low(at) in scan.lexicon.page.interposed and scan.near(at) and scan.near(at + 1):
        at += 1
    while scan.low(at) in scan.lexicon.page.scales and scan.near(at):
        factor *= scan.lexicon.page.scales[scan.low(at)]
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
    page = scan.lexicon.page
    at = last + 1
    if scan.low(at) == "-" and scan.glued(at) and scan.glued(at + 1):
        at += 1
    elif not scan.near(at):
        return None
    if scan.low(at) in page.joiners and (scan.near(at + 1) or scan.low(at + 1) == "-"):
        after = at + 2 if scan.low(at + 1) == "-" else at + 1
        word = scan.low(after)
        value = page.small.get(word) or page.hundreds.get(word) or page.ordinals.get(word, 0)
        low = running.current % 100
        tens = low >= 20 and low % 10 == 0 and (value < 10 or value == 11)
        rounded = low == 0 and running.words > 0 and not page.vigesimal and (page.hundred or page.hundreds)
        if scan.low(after + 1) in page.scales or scan.low(last) in page.ones or _paired(scan, last):
            rounded = False
        return after if value and (tens or rounded) else None
    return at


def _paired(scan: Scan, last: int) -> bool:
    """Whether a word before the number opens a range: between a hundred and two hundred."""
    return any(scan.low(last - back) in scan.lexicon.page.between for back in range(1, 5))


def _half(scan: Scan, at: int) -> Spelled | None:
    """Half a million, medio millón, un demi-million."""
    page = scan.lexicon.page
    after = at + 1
    if scan.low(after) in page.ones or scan.low(after) == "-":
        after += 1
    factor = page.scales.get(scan.low(after), 0)
    return Spelled(_HALF * factor, after, scaled=factor) if factor >= 10**6 else None


def _counts(scan: Scan, one: int) -> bool:
    """Whether the article at token ``one`` is a number: one percent, one and a half million."""
    page = scan.lexicon.page
    found = scan.phrase(one + 1, scan.lexicon.tails)
    if found and found[0] == "percent" and scan.near(one + 1):
        return True
    if found and found[0] == "unit" and share_after(scan, found[2]):
        return True
    value, factor, _ = and_a_half(scan, Decimal(1), 1, one)
    return value > 1 and factor >= 1000 and bool(page.halves)


def share_after(scan: Scan, last: int) -> tuple[Decimal, int] | None:
    """A half or a quarter joined to what ends at token ``last``, and its last token: y media, and a half."""
    page = scan.lexicon.page
    after = last + 2
    if scan.low(last + 1) not in page.joiners or not scan.near(last + 1):
        return None
    if scan.low(after) in page.ones:
        after += 1
    if scan.phrase(after, scan.lexicon.idioms):
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
