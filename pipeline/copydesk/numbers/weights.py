"""What each piece of evidence weighs; ``benchmarks/fit_numbers.py`` fits these and prints their worth."""

from __future__ import annotations

from typing import Final, NamedTuple


class Belonging(NamedTuple):
    """Evidence that a text is the source of another, in log odds.

    Words that look alike, that mean the same and names that both have, each over the root of the number of
    words of the shorter text; how far the lengths lie apart, in characters and in words (less so where words
    are few); names that the source lacks; that root itself; numbers that both have or one alone; the first
    two once more as shares; whether the languages are of two families, whose words look less alike.
    """

    alike: float
    same_notion: float
    names: float
    characters: float
    words: float
    strange_names: float
    length: float
    numbers: float
    strange_numbers: float
    share_alike: float
    share_notion: float
    unlike: float
    bias: float


BELONGING: Final = Belonging(
    alike=6.61, same_notion=5.47, names=5.2, characters=-5.45, words=-6.32, strange_names=-1.5,
    length=-1.39, numbers=1.58, strange_numbers=-1.38, share_alike=-3.32, share_notion=-1.05, unlike=0.6,
    bias=4.55,
)  # fmt: skip
BELIEVED: Final = -0.4
"""The log odds from which a source is believed."""
OVERWRITES: Final = 1.0
"""The log odds from which its numbers replace such as stand there."""


class Fit(NamedTuple):
    """What the place that a number fills says of the source, in log odds.

    ``unit`` and ``composite``: the place has the unit, or asks for a date, time, score or decade; ``bare``: a
    plain count, which fits anywhere; ``word``: the source says it in a word; ``tacit``: one side names a unit
    that speakers leave out; ``phrase``: a fixed phrase or code was made whole; ``refilled``: the numerals of
    the source stand in its order; ``further``: each place beyond
    the first that is filled too.
    """

    unit: float = 0.3
    composite: float = 0.7
    bare: float = -0.2
    word: float = -2.5
    tacit: float = -1.0
    further: float = 0.8
    phrase: float = 3.0
    refilled: float = 2.0


FIT: Final = Fit()
