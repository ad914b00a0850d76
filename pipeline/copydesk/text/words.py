"""Words of a text, worked out once for all that look at it in turn."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters."""


_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]+")


@lru_cache(maxsize=64)
def capitals(text: str) -> tuple[tuple[str, int], ...]:
    """The runs of two letters or more that begin with none of a Latin small one, and where each begins."""
    return tuple((match.group(), match.start()) for match in _CAPITAL.finditer(text))


@lru_cache(maxsize=64)
def tokens(text: str) -> tuple[str, ...]:
    """The runs of letters in ``text``, in order."""
    return tuple(WORD.findall(text))


@lru_cache(maxsize=64)
def words(text: str) -> tuple[str, ...]:
    """The ``tokens`` of ``text`` in lower case."""
    found = tokens(text)
    return tuple(" ".join(found).lower().split(" ")) if found else ()


@lru_cache(maxsize=64)
def word_set(text: str) -> frozenset[str]:
    """The ``words`` of ``text``, each once."""
    return frozenset(words(text))
