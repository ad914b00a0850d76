"""How numbers are written and said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numerals:
    """Neutral defaults: digits with a decimal point, no words."""

    decimal_marks: str = "."
    group_marks: str = ","
