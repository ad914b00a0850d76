"""Print a number as the text around it does: its habit first, then the source's numeral, the locale last."""

from __future__ import annotations

import re
from decimal import Decimal

from copydesk.languages.contract.numerals import Numerals, NumeralStyle
from copydesk.numbers.habit import DECIMAL, GROUPED, SPACES, Format, Habit
from copydesk.numbers.write import in_thousands

_FOUR = 4


def number(value: Decimal, own: Habit, page: Numerals, surface: str, *, joiner: str = "") -> str:
    """``value`` as the text would print it, for a source number written ``surface``.

    ``joiner`` is what stood between the marks that one number left.
    """
    plain = f"{abs(value):f}"
    whole, _, rest = plain.partition(".")
    sign = "-" if value < 0 else ""
    separator = _separator(whole, rest, own, page, surface, joiner)
    if separator:
        whole = in_thousands(whole, separator)
    return sign + whole + (_decimal(own, page, surface) + rest if rest else "")


def _decimal(own: Habit, page: Numerals, surface: str) -> str:
    written = DECIMAL.search(surface)
    return own.mark(Format.DECIMAL, written and written.group(1)) or page.style.decimal


def _separator(whole: str, rest: str, own: Habit, page: Numerals, surface: str, joiner: str) -> str:
    if len(whole) < _FOUR or (rest and page.style.group == page.style.decimal):
        return ""
    if joiner and joiner in f"{SPACES}.,'’":
        return joiner
    written = GROUPED.search(surface)
    theirs = written.group(1) if written else "" if re.search(r"\d{4}", surface) else None
    usual = own.mark(Format.FOUR if len(whole) == _FOUR else Format.GROUP, theirs)
    if usual is not None:
        return usual
    if theirs == "" and (len(whole) > _FOUR or page.style.group_from > _FOUR):
        return ""
    if theirs and theirs in SPACES and not page.style.group.isascii():
        return theirs
    return grouping(own, page.style) if theirs or len(whole) >= page.style.group_from else ""


def grouping(own: Habit, style: NumeralStyle) -> str:
    """The locale's separator; a no-break space only in a text that uses them."""
    if style.group == own.mark(Format.DECIMAL):
        return ""
    return style.group if style.group.isascii() or own.no_break else " "


def percent_gap(own: Habit, style: NumeralStyle) -> str:
    """What stands between a number and its percent sign."""
    usual = own.mark(Format.PERCENT)
    if usual is not None:
        return usual
    return style.percent if own.no_break or not style.percent else " "
