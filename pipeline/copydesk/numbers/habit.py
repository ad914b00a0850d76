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
_HOUR = r"(?<![\d.,:])(?:[01]?\d|2[0-3])"
_SAID = r" ?(?:[ap]\.? ?m\b|h\b|hours\b|heures\b|horas\b)"
_CLOCK = re.compile(
    rf"{_HOUR}(?:([:hH]|[ \u00a0\u202f][hH][ \u00a0\u202f])[0-5]\d(?![\d:])|(\.)[0-5]\d{_SAID})"
)
_NO_BREAK = re.compile("[\u00a0\u202f]")
_FOUR = 4
_SPACES = " \u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Habit:
    """What a text shows of its number formats; None or empty where it gives no evidence.

    ``group`` parts the thousands of numbers from five digits on, ``four`` those of four digits ("" for not
    at all); ``percent`` stands before percent signs, ``decimal`` is the decimal mark if one alone is used,
    ``clock`` what parts hours and minutes; ``no_break`` tells of no-break spaces.
    """

    group: str | None = None
    four: str | None = None
    percent: str | None = None
    decimal: str = ""
    clock: str = ""
    no_break: bool = False

    @property
    def whole(self) -> bool:
        """Whether every format has its evidence."""
        return None not in (self.group, self.four, self.percent) and bool(self.decimal and self.clock)

    def over(self, other: Habit) -> Habit:
        """This habit; what it leaves open as ``other`` has it."""
        group, four = self.group, self.four
        if group is None and four is None:
            group, four = other.group, other.four
        return Habit(
            group if group is not None else other.group,
            four if four is not None else other.four,
            self.percent if self.percent is not None else other.percent,
            self.decimal or other.decimal,
            self.clock or other.clock,
            self.no_break or other.no_break,
        )


NO_HABIT = Habit()
"""No evidence at all."""


def habit(text: str, page: Numerals) -> Habit:
    """The habit of ``text``, in a language whose numerals are ``page``."""
    group = four = None
    for match in _GROUPED.finditer(text):
        if _groups(match.group(1), match.group(), page):
            if len(match.group()) == _FOUR + 1 and four is None:
                four = match.group(1)
            elif len(match.group()) > _FOUR + 1 and group is None:
                group = match.group(1)
    for match in _PLAIN.finditer(text):
        if len(match.group()) == _FOUR:
            four = "" if four is None else four
        else:
            group = "" if group is None else group
    percent = _PERCENT.search(text)
    marks = {m.group(1) for m in _DECIMAL.finditer(text)}
    decimal = marks.pop() if len(marks) == 1 else ""
    clock = _CLOCK.search(text)
    return Habit(
        group, four, percent.group(1) if percent else None, decimal,
        (clock.group(1) or clock.group(2)) if clock else "",
        _NO_BREAK.search(text) is not None,
    )  # fmt: skip


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
    known = (own.four, own.group) if len(whole) == _FOUR else (own.group, own.four or None)
    if (usual := next((mark for mark in known if mark is not None), None)) is not None:
        return usual
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
