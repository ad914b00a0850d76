"""Words without case and accents, for comparing."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """``word`` in lower case without accents."""
    low = word.lower()
    if low.isascii():
        return low
    plain = unicodedata.normalize("NFD", low)
    return "".join(char for char in plain if not unicodedata.combining(char))
