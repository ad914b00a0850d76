"""Words of a text, the way several checks look at them."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=64)
def words(text: str) -> tuple[str, ...]:
    """Runs of letters, in lower case, in order. Cached for the checks that ask for one text in turn."""
    return tuple(_WORD.findall(text.lower()))
