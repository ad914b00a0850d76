"""Numbers as values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from copydesk.data.span import Span


class NumberKind(StrEnum):
    """What a number says."""

    CARDINAL = "cardinal"
    DECIMAL = "decimal"
    ORDINAL = "ordinal"
    PERCENTAGE = "percentage"
    POINTS = "points"
    MONEY = "money"
    MEASURE = "measure"
    DATE = "date"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    TIME = "time"
    DURATION = "duration"
    RANGE = "range"
    SCORE = "score"
    RATIO = "ratio"
    FRACTION = "fraction"
    MULTIPLIER = "multiplier"
    REFERENCE = "reference"
    PHONE = "phone"
    IDENTIFIER = "identifier"
    REGNAL = "regnal"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact value: ``values`` holds one number, or several for ranges, scores, dates and times.

    ``unit`` is a canonical unit ("%", "EUR", "km", "h"), empty for none. ``text`` is the normalised string
    of kinds that are compared as strings (identifiers, phones). ``alternatives`` are other readings of an
    ambiguous surface ("1.250"), which the other side of a pair decides. ``bound`` is "~" for a rounded number
    ("unos 300"), ">" and "<" for a bounded one ("más de 300", "casi 300"), empty for none.
    """

    values: tuple[Decimal, ...] = ()
    unit: str = ""
    text: str = ""
    alternatives: tuple[tuple[Decimal, ...], ...] = ()
    bound: str = ""


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number in a text; ``span.of(text) == surface``. A placeholder is a mention whose value is None."""

    id: int
    span: Span
    surface: str
    kind: NumberKind
    value: Quantity | None
