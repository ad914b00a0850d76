"""Words of a text, the way several checks look at them."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters."""


@lru_cache(maxsize=64)
def words(text: str) -> tuple[str, ...]:
    """The runs of letters in ``text``, in lower case, in order: as many as ``WORD`` finds in it.

    Cached, since several checks ask for one text in turn.
    """
    low = text.lower()
    return tuple(WORD.findall(low if len(low) == len(text) else text))
