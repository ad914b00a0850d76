"""The words round a number, and how much two places in two languages are alike by them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from copydesk.numbers.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 60
_STEM = 4
_WORDS = 3.2
_NOUN = 1.5
_LEAD = 1.0
_PLACE = 3.2


class Around(NamedTuple):
    """Word stems by distance, the sign or cue before, the place in the text from 0 to 1."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    lead: str
    place: float


def around(text: str, start: int, end: int, known: Lexicon) -> Around:
    """What stands round ``start`` to ``end`` of ``text``."""
    left, right = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    before, after = _WORD.findall(left)[::-1], _WORD.findall(right)
    last = left.rstrip()[-1:]
    cued = last.isalpha() and bool(before) and before[0].lower() in known.page.year_cues
    lead = "cue" if cued else "" if last.isalnum() or last in "'’" else last
    return Around(_stems(before), _stems(after), lead, start / max(1, len(text)))


def alike(one: Around, other: Around) -> float:
    """How much two surroundings speak for each other; words near the number weigh most."""
    words = _shared(one.before, other.before) + _shared(one.after, other.after)
    noun = bool(one.after and other.after and one.after[0]) and one.after[0] == other.after[0]
    return (
        _WORDS * words
        + _NOUN * noun
        + _LEAD * (one.lead == other.lead)
        - _PLACE * abs(one.place - other.place)
    )


def _stems(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(_stem(word) if len(word) >= _STEM else "" for word in words)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The first letters without case and accents."""
    bare = unicodedata.normalize("NFKD", word[:_STEM].casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))[:_STEM]


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """Stems on both sides, each counted the less the farther away."""
    return sum(
        1 / (1 + max(at, theirs.index(word))) for at, word in enumerate(mine) if word and word in theirs
    )
