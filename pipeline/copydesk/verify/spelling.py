"""Whether two words may be spellings of one name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz.distance import LCSseq

_PLAIN = str.maketrans("yjwbkqzøłđæœ", "iivvccsoldee", "h") | {ord("ß"): "ss"}
_DOUBLE = re.compile(r"(.)\1")
_ALIKE = 0.62
_SHORT = 0.75
"""The least likeness for words of less than five letters."""


@lru_cache(maxsize=16384)
def skeleton(folded: str) -> str:
    """A ``folded`` word without what languages spell differently: ph, y, w, double letters, h."""
    plain = folded.replace("ph", "f").replace("sh", "s").translate(_PLAIN)
    return _DOUBLE.sub(r"\1", plain)


def alike(name: str, words: Iterable[str]) -> bool:
    """Whether some of ``words`` begins like ``name`` or is spelled much like it; all are skeletons."""
    start = name[:3]
    least = _SHORT if len(name) < 5 else _ALIKE
    for word in words:
        if word[:3] == start and (word == name or min(len(word), len(name)) > 3):
            return True
        if abs(len(word) - len(name)) < 4 and _close(name, word, least):
            return True
        if (len(name) > 5 and name in word) or (len(word) > 5 and word in name):
            return True
    return False


def akin(name: str, words: Iterable[str]) -> bool:
    """Like ``alike``, for common words: five letters must agree, or nearly all of them."""
    start = name[:5]
    for word in words:  # a plain loop: this runs for every common word of a text
        if word[:5] == start or (abs(len(word) - len(name)) < 4 and _close(name, word, 0.85)):
            return True
    return False


def _close(name: str, word: str, least: float) -> bool:
    # The letters that agree in order are at least as many as difflib finds in blocks, and quicker to count.
    if LCSseq.similarity(name, word) < least * (len(name) + len(word)) / 2:
        return False
    return SequenceMatcher(None, word, name, autojunk=False).ratio() >= least
