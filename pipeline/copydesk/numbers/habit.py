"""How a text writes its numbers: its own evidence first, the numeral of the source next, the locale last."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from copydesk.languages.contract.numerals import Numerals, NumeralStyle

_GROUPED = re.compile(
    r"(?<![\d.,])\d{1,3}(?:([ .,'’\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?(?![.,]?\d)"
)
_DECIMAL = re.compile(r"(?<![\d.,:])\d+([.,])\d{1,2}(?![\d.,:]| ?[ap]\.?m\b|[  ]?h)")
_PLAIN = re.compile(r"(?<![\d.,])(?!1\d{3}|20\d\d)\d{4,9}(?![.,]?\d)")
_PERCENT = re.compile(r"\d([ \u00a0\u2009\u202f]?)[%‰]")
_NO_BREAK = re.compile("[\u00a0\u202f]")
_FOUR = 4
_SPACES = " \u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Habit:
    """What a text shows of its number formats; None or empty where it gives no evidence.

    ``group`` parts thousands ("" for not at all, up to ``plain`` digits), ``percent`` stands before percent
    signs, ``decimal`` is the decimal mark if one alone is used, ``no_break`` tells of no-break spaces.
    """

    group: str | None = None
    plain: int = 0
    percent: str | None = None
    decimal: str = ""
    no_break: bool = False


def habit(text: str, page: Numerals) -> Habit:
    """The habit of ``text``, in a language whose numerals are ``page``."""
    grouped = [m.group(1) for m in _GROUPED.finditer(text) if _groups(m.group(1), m.group(), page)]
    plain = max((len(m.group()) for m in _PLAIN.finditer(text)), default=0)
    group = grouped[0] if grouped else "" if plain else None
    percent = _PERCENT.search(text)
    marks = {m.group(1) for m in _DECIMAL.finditer(text)}
    decimal = marks.pop() if len(marks) == 1 else ""
    gap = percent.group(1) if percent else None
    return Habit(group, plain, gap, decimal, _NO_BREAK.search(text) is not None)


def _groups(separator: str, surface: str, page: Numerals) -> bool:
    """Whether the separator parts thousands in the language, or must (it stands twice)."""
    return separator not in page.decimal_marks or surface.count(separator) > 1


def number(value: Decimal, own: Habit, page: Numerals, surface: str, *, joiner: str = "") -> str:
    """``value`` as the text would print it, for a source number written ``surface``.

    ``joiner`` is what stood between the marks that one number left.
    """
    plain = f"{abs(value):f}"
    whole, _, rest = plain.partition(".")
    sign = "-" if value < 0 else ""
    separator = _separator(whole, rest, own, page, surface, joiner)
    if separator:
        groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)]
        whole = separator.join(reversed(groups))
    return sign + whole + ((own.decimal or page.style.decimal) + rest if rest else "")


def _separator(whole: str, rest: str, own: Habit, page: Numerals, surface: str, joiner: str) -> str:
    if len(whole) < 4 or (rest and page.style.group == page.style.decimal):
        return ""
    if joiner and joiner in " .,'’\u00a0\u2009\u202f":
        return joiner
    if own.group is not None and (own.group or len(whole) <= own.plain):
        return own.group
    written = _GROUPED.search(surface)
    if written is None and surface.isdecimal() and (len(whole) > _FOUR or page.style.group_from > _FOUR):
        return ""
    if written is not None:
        mark = written.group(1)
        if mark in _SPACES and not page.style.group.isascii():
            return mark
        return grouping(own, page.style)
    return grouping(own, page.style) if len(whole) >= page.style.group_from else ""


def grouping(own: Habit, style: NumeralStyle) -> str:
    """The locale's separator; a no-break space only in a text that uses them."""
    if style.group == own.decimal:
        return ""
    return style.group if style.group.isascii() or own.no_break else " "


def percent_gap(own: Habit, style: NumeralStyle) -> str:
    """What stands between a number and its percent sign."""
    if own.percent is not None:
        return own.percent
    return style.percent if own.no_break or not style.percent else " "
