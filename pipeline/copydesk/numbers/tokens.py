"""Cut a text into the tokens that numbers are made of. Linear in the text."""

from __future__ import annotations

import re

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
KINDS = ("", *(_NAMES.get(name, name) for name in _TOKEN.groupindex))
"""What a token looks like, by number of group: word, sign, number, date, clock, phone or placeholder."""


def cut(text: str) -> list[re.Match[str]]:
    """The tokens of ``text`` in order, each as a match whose last group is the token.

    White space and unknown characters belong to none.
    """
    return list(_TOKEN.finditer(text))
