"""A stretch of text read as a number, and the value of digits, Roman numerals and words added up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from copydesk.data import NumberKind, NumberMention, Quantity, Span
from copydesk.languages.contract.numerals import Numerals

Values = tuple[Decimal, ...]


BETWEEN = "between"
"""The text of a range whose ends may stand in any order."""


class NumberToken(NamedTuple):
    """Code points ``start`` to ``end``, tokens ``first`` to ``last`` (included), read as ``values``.

    ``implicit`` readings may explain a number of the other side but never raise an alarm; ``scaled`` is the
    factor of a scale word that was read; ``text`` is the normalised code of identifiers and phones, or an
    ambiguous numeral as written; ``parts`` are the numbers inside a composite (range, date);
    ``bound`` is "~", ">" or "<" for rounded and bounded numbers.
    """

    kind: NumberKind
    start: int
    end: int
    first: int
    last: int
    values: Values = ()
    unit: str = ""
    text: str = ""
    alternatives: tuple[Values, ...] = ()
    spelled: bool = False
    implicit: bool = False
    scaled: int = 1
    parts: tuple[NumberToken, ...] = ()
    bound: str = ""

    @property
    def scalar(self) -> Decimal | None:
        """The value of a mark that holds one number."""
        return self.values[0] if len(self.values) == 1 else None

    def mention(self, number: int, whole: str) -> NumberMention:
        """The mark as data, with ``number`` as its id in the text ``whole``."""
        value = None
        if self.kind is not NumberKind.PLACEHOLDER:
            text_kind = self.kind in (NumberKind.IDENTIFIER, NumberKind.PHONE)
            value = Quantity(
                self.values, self.unit, self.text if text_kind else "", self.alternatives, self.bound
            )
        return NumberMention(
            number, Span(self.start, self.end), whole[self.start : self.end], self.kind, value
        )


LONGEST = 24
"""Longer digit strings are codes, compared as text: exact arithmetic ends at 28 digits."""

NUMERAL = re.compile(r"\d+(?:[.,'’\u00a0\u2009\u202f]\d+| \d{3}(?!\d))*")
"""Digits that stand together, with what may part them."""

_MARKS = re.compile(r"[.,]")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_ARABIC = str.maketrans("٫٬", ".,")
_BREAKS = re.compile(r"[^\d.,]")


class Numeral(NamedTuple):
    """A value with the other values the surface could have; ``value`` None for what is no number."""

    value: Decimal | None
    alternatives: tuple[Values, ...] = ()


def parse(surface: str, page: Numerals) -> Numeral:
    """The value of a digit string with separators.

    A lone mark before exactly three digits is ambiguous: the language's style gives the value, the other
    reading is an alternative. A last group of another length is a fraction ("6.306.2"). Malformed groups and
    strings over 24 characters have no value.
    """
    if len(surface) > LONGEST:
        return Numeral(None)
    surface = surface.translate(_ARABIC)
    bare = _BREAKS.sub("", surface)
    marks = _MARKS.findall(bare)
    if not marks:
        return Numeral(Decimal(bare))
    pieces = _MARKS.split(bare)
    if len(bare) != len(surface):  # a space or apostrophe already groups
        return Numeral(Decimal(".".join(pieces)) if len(marks) == 1 else None)
    if len(marks) == 1:
        return _lone(pieces[0], pieces[1], marks[0], page)
    if _INDIAN.fullmatch(bare):
        return Numeral(Decimal("".join(pieces)))
    grouped = len(pieces[0]) <= 3 and all(len(piece) == 3 for piece in pieces[1:-1])
    if not grouped or len(set(marks[:-1])) != 1:
        return Numeral(None)
    if marks[-1] != marks[0]:
        return Numeral(Decimal("".join(pieces[:-1]) + "." + pieces[-1]))
    if len(pieces[-1]) == 3:
        return Numeral(Decimal("".join(pieces)))
    return Numeral(Decimal("".join(pieces[:-1]) + "." + pieces[-1]))


def _lone(whole: str, rest: str, mark: str, page: Numerals) -> Numeral:
    decimal = Decimal(f"{whole}.{rest}")
    if len(rest) != 3 or len(whole) > 3 or int(whole) == 0:
        return Numeral(decimal)
    group = Decimal(whole + rest)
    if mark in page.group_marks:
        return Numeral(group, ((decimal,),))
    return Numeral(decimal, ((group,),))


_VALID = re.compile(r"(?=[MDCLXVI])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_STEPS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def from_roman(surface: str) -> int | None:
    """The value of a well-formed numeral up to 3999 in capitals; None for anything else."""
    if len(surface) > 15 or not _VALID.fullmatch(surface):
        return None
    total = 0
    for here, after in zip(surface, [*surface[1:], ""], strict=True):
        value = _DIGITS[here]
        total += -value if after and _DIGITS[after] > value else value
    return total


def to_roman(value: int) -> str:
    """The numeral for ``value``.

    Raises:
        ValueError: outside 1..3999.
    """
    if not 0 < value < 4000:
        raise ValueError(f"no Roman numeral for {value}")
    pieces = []
    for step, sign in _STEPS:
        count, value = divmod(value, step)
        pieces.append(sign * count)
    return "".join(pieces)


_LONGEST = 90


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
        if self.current or (self.words and not self.total):
            return False
        if value > 999 and self.total % 10**6:
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
            french = self.page.vigesimal and (
                (low in (60, 80) and 10 <= value <= 19) or (low % 20 == 10 and 7 <= value <= 9)
            )
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
        if factor == 1000 and (
            self.total % 10**6 or (self.article and not self.total and word in self.page.bare_scales)
        ):
            return False
        self.total += open_part * factor - self.total % factor
        self.current = 0
        self.scaled = max(self.scaled, factor)
        return True


@lru_cache(maxsize=4096)
def _parts(word: str, inner: tuple[tuple[str, int], ...]) -> tuple[tuple[str, str, int], ...]:
    """Each way to part ``word`` at a stem; Italian drops a vowel before eight: centottanta."""
    found = []
    for stem, factor in inner:
        head, there, tail = word.partition(stem)
        if there and tail.startswith("tt"):
            tail = stem[-1] + tail
        if there:
            found += [(head, rest, factor) for rest in (tail, tail.removeprefix("und"))]
    return tuple(found)


def within(word: str, page: Numerals) -> int | None:
    """The value of a compound written in one word (zweitausenddreißig), None for any other word."""
    if word in page.compounds:
        return page.compounds[word]
    if not page.inner or len(word) > _LONGEST:
        return None
    for head, tail, factor in _parts(word, tuple(page.inner.items())):
        many = 1 if not head else _piece(head, page)
        rest = 0 if not tail else _piece(tail, page)
        if many and rest is not None and rest < factor and many < 1000:
            return many * factor + rest
    return None


def _piece(word: str, page: Numerals) -> int | None:
    for table in (page.small, page.hundreds):
        if word in table:
            return table[word]
    return within(word, page)
