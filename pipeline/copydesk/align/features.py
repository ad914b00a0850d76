"""What two sentences in different languages may share: numbers, names and cognates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.numbers import read
from copydesk.text.fold import fold

Feature = tuple[str, str]
"""A kind ("number", "name", "cognate") and the shared form."""

_WORD = re.compile(r"[^\W\d_]+")
_PREFIX = 4  # letters that make a cognate: Simard, Foster and Isabelle 1992
_DIGIT_OR_HINT = re.compile(r"\d")


def features(sentence: str, language: str) -> frozenset[Feature]:
    """The numbers of ``sentence`` by value, its capitalised words, and the beginnings of its longer words."""
    found: set[Feature] = set()
    if _DIGIT_OR_HINT.search(sentence):
        for mention in read(sentence, language):
            if mention.value is not None and any(char.isdigit() for char in mention.surface):
                found.add(("number", mention.value.text or "/".join(map(str, mention.value.values))))
    for match in _WORD.finditer(sentence):
        word = match.group()
        folded = fold(word)
        if word[0].isupper() and match.start() > 0 and len(word) > 1:
            found.add(("name", folded[:6]))
        elif len(folded) > _PREFIX:
            found.add(("cognate", folded[:_PREFIX]))
    return frozenset(found)


def all_features(sentences: Sequence[str], language: str) -> list[frozenset[Feature]]:
    """The features of each sentence."""
    return [features(sentence, language) for sentence in sentences]
