"""Whether the words round two places, in two languages, look akin."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WORD = re.compile(r"[^\W\d_]{4,}")
_NEXT = re.compile(r"[\s\u00a0\u202f%]*(?:d[e'’]\s?)?([^\W\d_]{4,})")
_STEM = 4
_REACH = 40


@cache
def _folded(word: str) -> str:
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))[:_STEM]


def kinship(source: str, here: tuple[int, int], target: str, there: tuple[int, int]) -> float:
    """From 0 to 1: how many word stems within 40 characters of ``here`` also stand near ``there``."""
    mine, theirs = _stems(source, here), _stems(target, there)
    if not mine or not theirs:
        return 0.0
    return len(mine & theirs) / min(len(mine), len(theirs))


def same_noun(source: str, here: int, target: str, there: int) -> bool:
    """Whether the words right after two places are akin: 1.001 personas, 1001 personnes."""
    mine, theirs = (_NEXT.match(text, at) for text, at in ((source, here), (target, there)))
    return mine is not None and theirs is not None and _folded(mine.group(1)) == _folded(theirs.group(1))


def _stems(text: str, place: tuple[int, int]) -> set[str]:
    start, end = place
    window = text[max(0, start - _REACH) : start] + " " + text[end : end + _REACH]
    return {_folded(word) for word in _WORD.findall(window) if "num" not in word.lower()}
