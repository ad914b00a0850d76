"""Numbers in words, by a language's tables: cardinals, ordinals, and scale words after digits."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from copydesk.languages.contract.numerals import Numerals
from copydesk.numbers.scan import Scan

_HALF = Decimal("0.5")


class Spelled(NamedTuple):
    """A value in words up to token ``last``; ``scaled`` is the scale word's factor, 1 for none."""

    value: Decimal
    last: int
    ordinal: bool = False
    scaled: int = 1


@dataclass(slots=True)
class _Sum:
    """The usual two-register sum: ``total`` holds what scale words closed, ``current`` what is open."""

    page: Numerals
    total: int = 0
    current: int = 0
    words: int = 0
    scaled: int = 1

    def take(self, word: str) -> bool:
        """Add ``word`` if the number may go on with it."""
        page = self.page
        if word in page.small:
            fits = self._small(page.small[word])
        elif word in page.hundreds:
            fits = self.current == 0
            self.current += page.hundreds[word] if fits else 0
        elif word in page.hundred:
            fits = 0 < self.current < 100 or (page.bare_hundred and self.current == 0)
            self.current = max(self.current, 1) * 100 if fits else self.current
        else:
            fits = word in page.scales and self._scale(page.scales[word], word)
        self.words += fits
        return fits

    def _small(self, value: int) -> bool:
        low = self.current % 100
        if self.page.vigesimal and value == 20 and low == 4:
            value = 76
        elif value == 0:
            if self.words:
                return False
        elif low:
            digit = value < 10 and low >= 20 and low % 10 == 0
            french = self.page.vigesimal and low in (60, 80) and 10 <= value <= 19
            if not (digit or french):
                return False
        elif self.words and not (self.current or self.total):
            return False
        self.current += value
        return True

    def _scale(self, factor: int, word: str) -> bool:
        open_part = self.total % factor + self.current
        if not open_part:
            if self.words or word not in self.page.bare_scales:
                return False
            open_part = 1
        if factor == 1000 and self.total % 10**6:
            return False
        self.total += open_part * factor - self.total % factor
        self.current = 0
        self.scaled = max(self.scaled, factor)
        return True


def spelled(scan: Scan, at: int) -> Spelled | None:
    """The number in words that begins at token ``at``; articles alone are none."""
    page = scan.lexicon.page
    if scan.low(at) in page.halves and (half := _half(scan, at)):
        return half
    running = _Sum(page)
    last = at - 1
    position: int | None = at
    while position is not None:
        word = scan.low(position)
        if word in page.ordinals and _closes(running, page.ordinals[word]):
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
    if factor == 1 and (more := scale_after(scan, last)):
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
    while scan.low(at) in scan.lexicon.page.scales and scan.near(at):
        factor *= scan.lexicon.page.scales[scan.low(at)]
        at += 1
        if factor >= 10**6:
            break
    return (factor, at - 1) if factor > 1 else None


def _closes(running: _Sum, ordinal: int) -> bool:
    if not running.words:
        return True
    return ordinal < 10 and running.current % 100 >= 20 and running.current % 10 == 0


def _next(scan: Scan, last: int, running: _Sum) -> int | None:
    """The token the number may go on with: past a hyphen or a joining word."""
    page = scan.lexicon.page
    at = last + 1
    if scan.low(at) == "-" and scan.glued(at) and scan.glued(at + 1):
        at += 1
    elif not scan.near(at):
        return None
    if scan.low(at) in page.joiners and (scan.near(at + 1) or scan.low(at + 1) == "-"):
        after = at + 2 if scan.low(at + 1) == "-" else at + 1
        value = page.small.get(scan.low(after), page.ordinals.get(scan.low(after), 0))
        low = running.current % 100
        tens = low >= 20 and low % 10 == 0 and (value < 10 or value == 11)
        rounded = low == 0 and running.words > 0 and page.hundred and not page.vigesimal
        return after if value and (tens or rounded) else None
    return at


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
    value, factor, _ = and_a_half(scan, Decimal(1), 1, one)
    return value > 1 and factor >= 1000 and bool(page.halves)


def and_a_half(scan: Scan, value: Decimal, factor: int, last: int) -> tuple[Decimal, int, int]:
    """Value, factor and last token, with a half that follows: millón y medio, two and a half million."""
    page = scan.lexicon.page
    after = last + 2
    if scan.low(last + 1) not in page.joiners:
        return value, factor, last
    if scan.low(after) in page.ones:
        after += 1
    if scan.low(after) not in page.halves:
        return value, factor, last
    if factor >= 1000:
        return value + _HALF * factor, factor, after
    if more := scale_after(scan, after):
        return (value + _HALF) * more[0], *more
    return value, factor, last
