"""Facts that sentence boundaries depend on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segmentation:
    """Words are given in lower case and without their final dot; inner dots stay ("p.m").

    ``titles`` never end a sentence: what they belong to follows (Sr., Dr., p. ex.). ``numbered`` do not end
    one before a number, and do before anything else (núm. 5, art. 12, p. 7). ``enders`` may do either
    (etc., S.A., EE. UU.): they end one only before a word of ``starters``, the words that begin sentences
    but hardly ever a name. ``ordinals``: a number with a dot is an ordinal (3. Mai), so it ends a sentence
    only before a starter. Neutral defaults: no words known.
    """

    titles: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    enders: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    ordinals: bool = False


def words(text: str) -> frozenset[str]:
    """The words of ``text``, which is how the pages write their lists."""
    return frozenset(text.split())
