"""Cut a text into the tokens that numbers are made of. Linear in the text."""

from __future__ import annotations

import re
from typing import NamedTuple

from copydesk.numbers.artefacts import PLACEHOLDER_PATTERN

SPACES = " \u00a0\u2007\u2009\u202f\u2008\u2006"
"""Spaces that may stand inside a number."""

_LETTER = r"[^\W\d_½⅓⅔¼¾]"
_TOKEN = re.compile(
    rf"""
    [ ]?(?:
    (?P<word>[^\W\d_½⅓⅔¼¾xX]{_LETTER}*)
  | (?P<sign>[%％٪‰€$£¥₹₽¢°º½⅓⅔¼¾×/\-–—−'’.,:&²³′″)\#§])
  | (?P<placeholder>{PLACEHOLDER_PATTERN})
  | (?P<phone>(?<![\w+])(?:
        \+\d{{1,3}}(?:[{SPACES}.\-]?\(?\d{{1,4}}\)?){{2,6}}
      | 0\d(?:[{SPACES}.\-]\d\d){{4}}
      | \(?\d{{3}}\)?[{SPACES}\-]\d{{3}}-\d{{4}})(?![\w]))
  | (?P<date>(?<![\d/.\-])(?:\d{{4}}-\d\d-\d\d
      | \d{{1,2}}(?P<mark>[/.\-])\d{{1,2}}(?P=mark)(?:\d{{4}}|\d\d))(?![\d/\-]))
  | (?P<clock>(?<![\d:])(?:\d{{1,2}}[{SPACES}]?:[0-5]\d(?:(?:[{SPACES}]?:|\.)[0-5]\d)?(?![\d:])
      | \d{{1,2}}[{SPACES}]?[hH][{SPACES}]?[0-5]\d(?!\d)))
  | (?P<number>\d{{1,3}}(?:[{SPACES}'’]\d{{3}}(?!\d)){{1,6}}(?:[.,]\d{{1,9}}(?!\d))? | \d+(?:[.,٫٬]\d+)*)
  | (?P<x>[xX]{_LETTER}*)
  | (?P<open>[+(])
    )
    """,
    re.VERBOSE,
)
"""The commonest tokens come first; what may also begin a placeholder or a phone number comes last.

The space before a token is taken with it, since trying all of them in vain at each space takes as long again.
"""

_NAMES = {"x": "word", "open": "sign"}
_KINDS = ["", *(_NAMES.get(name, name) for name in _TOKEN.groupindex)]  # by number of group

_new = tuple.__new__
"""Builds a named tuple at half the price of its class, which counts: most of reading is this."""


class Token(NamedTuple):
    """A piece of text.

    ``kind`` is what it looks like (word, sign, number, date, clock, phone, placeholder), ``low`` its
    lower-case surface.
    """

    kind: str
    start: int
    end: int
    low: str


def tokens(text: str) -> list[Token]:
    """The tokens of ``text`` in order; white space and unknown characters belong to none."""
    low = text.lower()
    if len(low) != len(text):  # a letter whose small form is two characters stays as it is
        low = "".join(small if len(small := c.lower()) == 1 else c for c in text)
    found = []
    for match in _TOKEN.finditer(text):
        group = match.lastindex or 0
        start, end = match.span(group)
        found.append(_new(Token, (_KINDS[group], start, end, low[start:end])))
    return found
