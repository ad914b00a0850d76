"""Words of a text, the way several checks look at them."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters."""


@lru_cache(maxsize=64)
def tokens(text: str) -> tuple[str, ...]:
    """The runs of letters in ``text``, in order.

    Cached, like ``words``, since several checks ask for one text in turn.
    """
    return tuple(WORD.findall(text))


@lru_cache(maxsize=64)
def words(text: str) -> tuple[str, ...]:
    """The ``tokens`` of ``text`` in lower case."""
    return tuple(map(str.lower, tokens(text)))
