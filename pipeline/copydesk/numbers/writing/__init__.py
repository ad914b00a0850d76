"""Write numbers as a language prints them, or in the style that the text around shows."""

from __future__ import annotations

import re
from decimal import Decimal

from copydesk.data import NumberKind, Quantity
from copydesk.languages import facts
from copydesk.languages.contract.numerals import Numerals, NumeralStyle
from copydesk.languages.signs import CURRENCY_SIGNS, UNIT_SIGNS
from copydesk.numbers.reading.number_token import to_roman
from copydesk.numbers.writing.number_style import DECIMAL, GROUPED, SPACES, Format, NumberStyle

_JOINS = {NumberKind.RANGE: "-", NumberKind.SCORE: "-", NumberKind.RATIO: ":", NumberKind.FRACTION: "/"}
_SIGNS = {
    code: sign.upper()
    for sign, code in reversed(CURRENCY_SIGNS.items())
    if len(sign) == 1 or sign.endswith("$")
}
_UNITS = {code: sign for sign, code in reversed(UNIT_SIGNS.items())}
_NO_BREAK = "\u00a0"
_CASED = {"C": "°C", "F": "°F", "deg": "°"}


def write(quantity: Quantity, kind: NumberKind, language: str) -> str:
    """``quantity`` as good print in ``language`` (BCP 47): "1 250 000", "3,5 %", "18 h 30", "XXIe siècle".

    Units without a sign (points, weeks) are left to the words around. ``read`` gives the value back.
    """
    page = facts(language).numerals
    values = quantity.values
    if kind in (NumberKind.IDENTIFIER, NumberKind.PHONE) or not values:
        return quantity.text
    if kind in _JOINS:
        joined = _JOINS[kind].join(pair_digits(values, page.style))
        return _with_unit(joined, quantity.unit, page.style)
    match kind:
        case NumberKind.TIME:
            return clock(values, page.style)
        case NumberKind.DATE:
            return _date(values, page)
        case NumberKind.ORDINAL:
            return ordinal(values[0], page.style)
        case NumberKind.REGNAL:
            return to_roman(int(values[0]))
        case NumberKind.CENTURY:
            number = int(values[0])
            shown = ordinal(values[0], page.style)
            written = page.style.century.format(n=to_roman(number), o=shown, d=number)
            first = number == 1 and page.style.ordinals.get(1) == "er"
            return written.replace("Ie", "Ier", 1) if first else written
        case NumberKind.DECADE:
            return page.style.decade.format(n=int(values[0]))
        case NumberKind.YEAR:
            return str(values[0])
    return _with_unit(digits(values[0], page.style), quantity.unit, page.style)


def digits(value: Decimal, style: NumeralStyle, *, grouped: bool | None = None) -> str:
    """``value`` with the language's decimal mark, its thousands parted where good print parts them.

    ``grouped`` True parts from four digits on, False never.
    """
    sign, _, plain = f"{value:f}".rpartition("-")
    whole, _, rest = plain.partition(".")
    parted = len(whole) >= style.group_from if grouped is None else grouped and len(whole) > 3
    if parted and not (rest and style.group in ",."):
        whole = in_thousands(whole, style.group)
    minus = "-" if sign or value < 0 else ""
    return minus + whole + (style.decimal + rest if rest else "")


def in_thousands(whole: str, mark: str) -> str:
    """The digits of a whole number with ``mark`` between its thousands."""
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)]
    return mark.join(reversed(groups))


def pair_digits(values: tuple[Decimal, ...], style: NumeralStyle) -> list[str]:
    """The numbers of a range or score; two years are not parted into groups."""
    years = all(1000 <= value <= 2100 and value % 1 == 0 for value in values)
    return [digits(value, style, grouped=False if years else None) for value in values]


def clock(values: tuple[Decimal, ...], style: NumeralStyle) -> str:
    """Hours and minutes."""
    hours, minutes = int(values[0]), int(values[1])
    return (style.clock if minutes else style.clock_full).format(h=hours, m=minutes)


def ordinal(value: Decimal, style: NumeralStyle) -> str:
    """A number with the suffix of its rank: 1er, 2e, 3rd, 4.º."""
    number = int(value)
    suffixes = style.ordinals
    general = suffixes.get(0, "")
    if len(suffixes) > 2 and number % 100 not in (11, 12, 13):
        return f"{number}{suffixes.get(number % 10, general)}"
    return f"{number}{suffixes.get(number, general) if len(suffixes) == 2 else general}"


def _date(values: tuple[Decimal, ...], page: Numerals) -> str:
    year, month, day = (int(value) for value in values)
    name = next((word for word, number in page.months.items() if number == month), str(month))
    name = name.capitalize() if page.months_capitalised else name
    style = page.style
    shown = ordinal(Decimal(day), style) if day == 1 and style.ordinals.get(1) == "er" else str(day)
    form = style.date if year and day else style.day_month if day else style.month_year
    return form.format(y=year, m=month, M=name, d=day, o=shown)


def _with_unit(number: str, unit: str, style: NumeralStyle) -> str:
    if unit in ("%", "‰"):
        return f"{number}{style.percent}{unit}"
    if unit in _SIGNS:
        sign = _SIGNS[unit]
        return f"{sign}{number}" if style.money_before else f"{number}{_NO_BREAK}{sign}"
    sign = _CASED.get(unit, _UNITS.get(unit, ""))
    return f"{number}{_NO_BREAK}{sign}" if sign else number


_FOUR = 4


def number_in_style(
    value: Decimal, own: NumberStyle, page: Numerals, surface: str, *, joiner: str = ""
) -> str:
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


def _decimal(own: NumberStyle, page: Numerals, surface: str) -> str:
    written = DECIMAL.search(surface)
    return own.separator(Format.DECIMAL, written and written.group(1)) or page.style.decimal


def _separator(whole: str, rest: str, own: NumberStyle, page: Numerals, surface: str, joiner: str) -> str:
    if len(whole) < _FOUR or (rest and page.style.group == page.style.decimal):
        return ""
    if joiner and joiner in f"{SPACES}.,'’":
        return joiner
    written = GROUPED.search(surface)
    theirs = written.group(1) if written else "" if re.search(r"\d{4}", surface) else None
    usual = own.separator(Format.FOUR if len(whole) == _FOUR else Format.GROUP, theirs)
    if usual is not None:
        return usual
    if theirs == "" and (len(whole) > _FOUR or page.style.group_from > _FOUR):
        return ""
    if theirs and theirs in SPACES and not page.style.group.isascii():
        return theirs
    return grouping(own, page.style) if theirs or len(whole) >= page.style.group_from else ""


def grouping(own: NumberStyle, style: NumeralStyle) -> str:
    """The locale's separator; a no-break space only in a text that uses them."""
    if style.group == own.separator(Format.DECIMAL):
        return ""
    return style.group if style.group.isascii() or own.no_break else " "


def percent_gap(own: NumberStyle, style: NumeralStyle) -> str:
    """What stands between a number and its percent sign."""
    usual = own.separator(Format.PERCENT)
    if usual is not None:
        return usual
    return style.percent if own.no_break or not style.percent else " "
