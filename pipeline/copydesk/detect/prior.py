"""How far a document's language speaks for its segments."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

_PLAIN_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]\w*")

_SHARPNESS = 3.0
"""py3langid flattens its probabilities so that they are honest among 140 languages; among a configured few
they are too modest, and this power restores them (chosen on newstest2008, es/fr/en)."""

_RARE = 0.005
"""How often a segment is in another language than its article, before its words are looked at."""

_NAMES_ONLY = 1e-7
"""The same for a segment that shows no plain word, such as a list of names."""

_ENOUGH = 12
"""Letters in plain words from which on a segment speaks for itself."""


def evidence(text: str) -> int:
    """Letters in words that start with a small letter; all letters' worth in text without small letters.

    They are counted until there are enough.
    Names start with capitals and look the same in every language, so they are no evidence. In text all in
    capitals nothing tells names from words, and every word counts.
    """
    words: list[str] = []
    letters = 0
    for match in _PLAIN_WORD.finditer(text):
        word = match.group()
        words.append(word)
        if word[0].islower():
            letters += len(word)
            if letters >= _ENOUGH:
                return letters
    if letters or any(word.islower() for word in words):
        return letters
    return sum(map(len, words)) if len(words) > 1 and text.isupper() else 0


def weigh(distribution: Mapping[str, float], expected: str | None, letters: int) -> dict[str, float]:
    """The probabilities of a segment's languages, given that its document is in ``expected``.

    Bayes' rule with a prior that favours ``expected`` the more, the fewer ``letters`` of plain words there
    are. Without a document, or with one in a language outside ``distribution``, it changes nothing.
    """
    if expected not in distribution or len(distribution) < 2:
        return dict(distribution)
    share = min(letters, _ENOUGH) / _ENOUGH
    other = math.exp(math.log(_NAMES_ONLY) * (1 - share) + math.log(_RARE) * share)
    others = other / (len(distribution) - 1)
    joint = {
        language: chance**_SHARPNESS * ((1 - other) if language == expected else others)
        for language, chance in distribution.items()
    }
    total = math.fsum(joint.values())
    return {language: chance / total for language, chance in joint.items()} if total else dict(distribution)
