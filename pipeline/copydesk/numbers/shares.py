"""How much of a value is to be written where a scale word, another mark or a part says the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.numbers.mark import Mark
from copydesk.numbers.places import Hole
from copydesk.numbers.spots import STRUCTURE

_RUNS = re.compile(r"\d+")
_TWO = 2


def pieces(whole: str) -> Iterator[str]:
    """Parts of a numeral, for a mark that took only some of its digits: XNUMX 000."""
    runs = _RUNS.findall(whole)
    if len(runs) > 1:
        yield from runs
    if len(runs) == 1 and len(whole) > len("000"):
        yield from dict.fromkeys((whole[:-3], whole[-3:], whole[-3:].lstrip("0") or "0"))


def share(mark: Mark, scale: int) -> Decimal:
    """The number to write where ``scale`` is said in words; decimals as the source has them."""
    value = mark.values[0]
    return value if scale == mark.scaled == 1 else trimmed(value / scale)


def tidy(share: Decimal, mark: Mark) -> bool:
    """Whether ``share`` has no more decimals than print would give it."""
    return share.as_tuple().exponent >= min(-2, mark.values[0].as_tuple().exponent)  # type: ignore[operator]


def of_copies(text: str, hole: Hole) -> bool:
    """Whether ``text`` may have left as many marks, parted so, as stand there."""
    joiner = hole.joiner.strip()
    if joiner and joiner in STRUCTURE:
        return hole.joiner in text
    runs = len(_RUNS.findall(text))
    return hole.copies == runs if hole.joiner else hole.copies <= max(_TWO, runs)


def trimmed(value: Decimal) -> Decimal:
    """``value`` without superfluous zeros or exponent."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1)) if abs(value) < 10**24 else value
    return value.normalize()
