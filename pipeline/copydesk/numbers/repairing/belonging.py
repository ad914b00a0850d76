"""Whether a text looks like the source of another, and whether a number of it fits a slot, in log odds.

Evidence: length, names, words akin, and the other numbers. Nothing of a source that does not belong to a text
may be written into it, however well its numbers would fit. ``benchmarks/fit_numbers.py`` fits the weights and
prints their worth.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from operator import mul
from typing import Final, NamedTuple

from copydesk.data import NumberKind
from copydesk.languages.common_words import folded, kin, notions
from copydesk.numbers.comparing.stray_units import MILLION
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.units import TACIT, agree_exactly


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
    alike=5.41, same_notion=4.82, names=5.83, characters=-5.65, words=-4.74, strange_names=-1.45,
    length=-1.44, numbers=1.36, strange_numbers=-2.17, share_alike=-0.17, share_notion=-0.13, unlike=0.5,
    bias=4.65,
)  # fmt: skip
BELIEVED: Final = -0.4
"""The log odds from which a source is believed."""
OVERWRITES: Final = 1.0
"""The log odds from which its numbers replace such as stand there."""


class Fit(NamedTuple):
    """What the slot that a number fills says of the source, in log odds.

    ``unit`` and ``composite``: the slot has the unit, or asks for a date, time, score or decade; ``bare``: a
    plain count, which fits anywhere; ``word``: the source says it in a word; ``tacit``: one side names a unit
    that speakers leave out; ``phrase``: a fixed phrase or code was made whole; ``refilled``: the numerals of
    the source stand in its order; ``unscaled``: the source says in a word what is written out (a million);
    ``further``: each slot beyond the first that is filled too.
    """

    unit: float = 0.3
    composite: float = 0.7
    bare: float = -0.2
    word: float = -2.5
    tacit: float = -1.0
    further: float = 0.8
    phrase: float = 3.0
    refilled: float = 4.0
    unscaled: float = -2.0


FIT: Final = Fit()


_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_COMPOSITE = frozenset(
    {
        NumberKind.DATE, NumberKind.TIME, NumberKind.SCORE, NumberKind.DECADE, NumberKind.CENTURY,
        NumberKind.PHONE, NumberKind.ORDINAL,
    }
)  # fmt: skip
_PLAIN = frozenset({NumberKind.CARDINAL, NumberKind.DECIMAL, NumberKind.YEAR, NumberKind.REFERENCE})
_TELLING = 10
"""A word that is also something else (premier, neuf, a) is no number for a slot below this value."""

_STEM = 4
_LEAST = 2
_FEW = 3
_MOST_NUMBERS, _MOST_STRANGE = 3, 2
_LONGEST = 4000
"""Code points of a text that are looked at."""


class _Word(NamedTuple):
    """A word without case and accents, the notions it may mean, and whether it looks like a name."""

    word: str
    notions: frozenset[int]
    name: bool


@lru_cache(maxsize=1024)
def source_odds(source: str, target: str, source_language: str, target_language: str) -> float:
    """The log odds that ``source`` is what ``target`` translates, not another text; languages are BCP 47."""
    found = evidence(source, target, source_language, target_language)
    return float(sum(map(mul, BELONGING, found)))


def evidence(source: str, target: str, source_language: str, target_language: str) -> Belonging:
    """How much there is of each piece of evidence that ``BELONGING`` weighs."""
    source, target = source[:_LONGEST], target[:_LONGEST]
    here, there = list(_words(source, source_language)), list(_words(target, target_language))
    fewest = max(1, min(len(here), len(there)))
    root = math.sqrt(fewest)
    few = min(1.0, root / _FEW)
    alike, akin, names, strange = _shared(here, there)
    said = set(_NUMBER.findall(source))
    numbers = _NUMBER.findall(target)
    held = sum(number in said for number in numbers)
    return Belonging(
        alike=alike / root,
        same_notion=akin / root,
        names=names / root,
        characters=few * _apart(len(source), len(target), 5),
        words=few * _apart(len(here) or 1, len(there) or 1, 2),
        strange_names=strange / root,
        length=root,
        numbers=min(_MOST_NUMBERS, held),
        strange_numbers=min(_MOST_STRANGE, len(numbers) - held),
        share_alike=alike / fewest,
        share_notion=akin / fewest,
        unlike=float(not kin(source_language, target_language)),
        bias=1.0,
    )


def _words(text: str, language: str) -> Iterator[_Word]:
    known = notions(language)
    for match in _WORD.finditer(text):
        surface = match.group()
        word = folded(surface)
        if len(word) >= _LEAST and "num" not in word:
            yield _Word(word, known.of(word), surface[0].isupper() and match.start() > 0)


def _shared(here: list[_Word], there: list[_Word]) -> tuple[int, int, int, int]:
    """Words of ``there`` that look like one of ``here``, those that mean the same, names, strange names."""
    stems = {word.word[:_STEM] for word in here if len(word.word) >= _STEM}
    close = {word.word[: _STEM + 1] for word in here}
    whole = {word.word for word in here}
    meant = frozenset().union(*(word.notions for word in here))
    alike = akin = names = strange = 0
    for word in there:
        looks = len(word.word) >= _STEM and word.word[:_STEM] in stems
        if word.name:
            known = (looks and word.word[: _STEM + 1] in close) or word.word in whole
            names += known
            strange += not known
            if known:
                continue
        alike += looks
        akin += not looks and not word.notions.isdisjoint(meant)
    return alike, akin, names, strange


def _apart(one: int, other: int, grace: int) -> float:
    return abs(math.log((one + grace) / (other + grace)))


def fits_source(slot: NumberToken, token: NumberToken, named: frozenset[str], *, year: bool) -> float | None:
    """What it says for the source that ``token`` of it fills ``slot``, in log odds; None if it may not.

    A unit that one side has alone is not overlooked, but for those that speakers leave out (an age, an hour)
    and those that another number of the other side has (from 3.6 to 4.1 %): ``named`` are the units of both
    texts. ``year`` tells that the words before the slot ask for a year.
    """
    unit, asked = token.unit, slot.unit
    if year and not asked and (unit or token.spelled) and token.kind is not NumberKind.DATE:
        return None
    if token.implicit and not (unit and unit == asked) and token.values[0] < _TELLING and slot.kind in _PLAIN:
        return None
    if asked == "m" and slot.alternatives and token.scaled >= MILLION:
        asked = ""
    odds = FIT.bare
    if unit != asked and not agree_exactly(unit, asked):
        tacit = {unit, asked} <= TACIT | {""} or (
            min(token.scaled, slot.scaled) >= MILLION and _is_money(token, slot)
        )
        if not tacit and ((unit and asked) or (unit or asked) not in named):
            return None
        odds = FIT.tacit
    elif unit:
        odds = FIT.unit
    elif token.kind in _COMPOSITE:
        odds = FIT.composite
    asks = (unit and unit == asked) or token.scaled == slot.scaled > 1
    if token.spelled and not asks and token.kind not in _COMPOSITE:
        odds += FIT.word
    return odds


def _is_money(token: NumberToken, slot: NumberToken) -> bool:
    return NumberKind.MONEY in (token.kind, slot.kind) and not (token.unit and slot.unit)
