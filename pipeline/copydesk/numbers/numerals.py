"""Digits in any locale's format, read by a language's habit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from copydesk.languages.contract.numerals import Numerals
from copydesk.numbers.mark import Values

LONGEST = 24
"""Longer digit strings are codes, compared as text: exact arithmetic ends at 28 digits."""

NUMERAL = re.compile(r"\d+(?:[.,'’\u00a0\u2009\u202f]\d+| \d{3}(?!\d))*")
"""Digits that stand together, with what may part them."""

_MARKS = re.compile(r"[.,]")
_ARABIC = str.maketrans("٫٬", ".,")
_BREAKS = re.compile(r"[^\d.,]")


class Numeral(NamedTuple):
    """A value with the other values the surface could have; ``value`` None for what is no number."""

    value: Decimal | None
    alternatives: tuple[Values, ...] = ()


def parse(surface: str, page: Numerals) -> Numeral:
    """The value of a digit string with separators.

    A lone mark before exactly three digits is ambiguous: the language's habit gives the value, the other
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
