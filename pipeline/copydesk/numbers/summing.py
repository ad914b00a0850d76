"""Words added up to a number, by a language's tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from copydesk.languages.contract.numerals import Numerals

_LONGEST = 60


@dataclass(slots=True)
class Sum:
    """The usual two-register sum: ``total`` holds what scale words closed, ``current`` what is open."""

    page: Numerals
    total: int = 0
    current: int = 0
    words: int = 0
    scaled: int = 1
    article: bool = False

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
        elif word in page.scales:
            fits = self._scale(page.scales[word], word)
        elif word in page.ones:
            fits = not self.words
            self.current = 1 if fits else self.current
        else:
            whole = within(word, page)
            fits = whole is not None and self._whole(whole)
        self.words += fits
        return fits

    def _whole(self, value: int) -> bool:
        """A number in one word: zweiundzwanzig, duemilatrecento."""
        if self.current or (self.words and (value > 999 or not self.total)):
            return False
        self.total += value // 1000 * 1000
        self.current = value % 1000
        return True

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
        if factor == 1000 and (self.total % 10**6 or (self.article and word in self.page.bare_scales)):
            return False
        self.total += open_part * factor - self.total % factor
        self.current = 0
        self.scaled = max(self.scaled, factor)
        return True


@lru_cache(maxsize=4096)
def _parts(word: str, inner: tuple[tuple[str, int], ...]) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (head, tail, factor)
        for stem, factor in inner
        for head, found, tail in [word.partition(stem)]
        if found
    )


def within(word: str, page: Numerals) -> int | None:
    """The value of a compound written in one word (zweitausenddreißig), None for any other word."""
    if word in page.compounds:
        return page.compounds[word]
    if not page.inner or len(word) > _LONGEST:
        return None
    for head, tail, factor in _parts(word, tuple(page.inner.items())):
        many = 1 if not head else _piece(head, page)
        rest = 0 if not tail else _piece(tail.removeprefix("und"), page)
        if many and rest is not None and rest < factor and many < 1000:
            return many * factor + rest
    return None


def _piece(word: str, page: Numerals) -> int | None:
    for table in (page.small, page.hundreds):
        if word in table:
            return table[word]
    return within(word, page)
