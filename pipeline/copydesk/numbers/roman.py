"""Roman numerals."""

from __future__ import annotations

import re

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
