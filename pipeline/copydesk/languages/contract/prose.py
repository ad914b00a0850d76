"""How running text in the language looks from afar: its little words, and how long it runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prose:
    """Neutral defaults: no words known, as long as English.

    ``function_words`` are lower-case words that make up much of any text of the language and little of
    others. ``relative_length`` is the length in characters of a translation of 1 character of English news.
    ``doubles`` are words that may stand twice in a row ("nous nous").
    """

    function_words: frozenset[str] = frozenset()
    relative_length: float = 1.0
    doubles: frozenset[str] = frozenset()
