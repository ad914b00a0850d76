"""A name that became another name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-zß-öø-ÿ][^\W\d_]{2,}")
_OPENS = re.compile(r"(?:^|[.!?…:;\"“”«»¿¡(—–\[-]\s*|\s['‘]\s*)$")
_ALIKE = 0.62
_MOST = 2
"""Names without counterpart on one side, beyond which the translator has put things in other words."""


class Names:
    """Finds targets with a name that the source does not have, where a name of the source is missing.

    Names are words with a capital inside a sentence. They correspond where they are spelled alike, accents,
    endings and small differences aside (Bruselas, Bruxelles). Capitalised words that are translated
    (countries, institutions, days) come from the languages' pages and do not count.
    """

    card = Card(
        id="names",
        title="Name changed",
        severity=Severity.WARNING,
        explains="A name of the source is missing and another stands in the translation. Compare both.",
        passes=(
            Example("Ayer habló Larraga en Bruselas.", "Hier, Larraga a parlé à Bruxelles."),
            Example("Vino el presidente Cierzo.", "Le Président Cierzo est venu."),
        ),
        fails=(Example("Ayer habló Larraga en Bruselas.", "Hier, Montfort a parlé à Bruxelles."),),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding, which marks the names on both sides."""
        own = [span for span in _names(bitext.source) if span.of(bitext.source) not in bitext.target]
        if not own:
            return
        other = [span for span in _names(bitext.target) if span.of(bitext.target) not in bitext.source]
        if not other:
            return
        missing = _without(own, bitext.source, bitext.target, facts(bitext.pair.source).names.common)
        if not missing or len(missing) > _MOST:
            return
        added = _without(other, bitext.target, bitext.source, facts(bitext.pair.target).names.common)
        if not added or len(added) > _MOST or _shouts(bitext.target) or _shouts(bitext.source):
            return
        names = [", ".join(span.of(text) for span in spans)
                 for spans, text in ((missing, bitext.source), (added, bitext.target))]  # fmt: skip
        yield self.card.finding(
            bitext, f"{names[0]} is missing, {names[1]} is new", source=tuple(missing), target=tuple(added)
        )


def _names(text: str) -> list[Span]:
    """Words with a capital inside a sentence; acronyms are not among them."""
    return [
        Span(*match.span())
        for match in _CAPITAL.finditer(text)
        if match.group()[0].isupper()
        and not match.group().isupper()
        and not _OPENS.search(text[max(match.start() - 4, 0) : match.start()])
    ]


def _shouts(text: str) -> bool:
    """Whether most words have a capital: a headline in title case tells nothing about names."""
    found = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(found) > 5 and sum(word[0].isupper() for word in found) * 2 > len(found)


def _without(names: Sequence[Span], text: str, other: str, common: frozenset[str]) -> list[Span]:
    """Those of ``names`` in ``text`` that are not ``common`` and have no counterpart in ``other``."""
    found = []
    for span in names:
        name = _fold(span.of(text))
        capital, small = _folded(other)
        if name in common or name.removesuffix("s") in common:
            continue
        if not (name in capital or name in small or _alike(name, capital, 3) or _alike(name, small, 5)):
            found.append(span)
    return found


def _alike(name: str, words: frozenset[str], start: int) -> bool:
    """Whether some word begins like ``name`` by ``start`` letters or is spelled much like it."""
    least = 0.85 if start > 3 else 0.75 if len(name) < 5 else _ALIKE
    for word in words:
        if word[:start] == name[:start] and min(len(word), len(name)) > start:
            return True
        if abs(len(word) - len(name)) < 4 and len(set(word) & set(name)) * 2 > len(set(name)):
            pairs = SequenceMatcher(None, word, name, autojunk=False)
            if pairs.ratio() >= least:
                return True
    return False


@lru_cache(maxsize=64)
def _folded(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of ``text``, folded: those with a capital, and the others."""
    words = _WORD.findall(text)
    return (
        frozenset(_fold(word) for word in words if word[0].isupper()),
        frozenset(_fold(word) for word in words if not word[0].isupper()),
    )


@lru_cache(maxsize=4096)
def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in plain if not unicodedata.combining(char))
