"""What gives names away, and which names have other forms in other languages."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Names:
    """Neutral defaults: no knowledge, so only acronyms are seen.

    ``given`` are given names; ``articles`` words that, capital inside a sentence, begin a name;
    ``translated`` capitalised words whose presence means that a name is translated (institutions, places);
    ``words`` capital words that are no acronyms, or acronyms that engines know to translate (EU, NATO);
    ``possessive`` are endings that a name may carry and that are translated; ``acronyms`` maps a target
    language to pairs of an acronym and what it is called there. ``common`` are capitalised words, in lower
    case without accents, that are translated or come and go in translation: countries, institutions, titles,
    days.

    ``ordinary`` are more such words, folded likewise, and ``endings`` word endings that mark them: with a
    capital they may be part of a translated name or a name of their own, so they weigh less than others.
    ``titles`` stand before the names of people and may go, folded. ``exonyms`` map forms of names in the
    language, folded, to the form that English uses most, so that forms of two languages can be compared.
    ``inflected`` are endings of verbs and adverbs, which open sentences and are no names; ``nouns`` says
    that all nouns have a capital; ``organisations`` map the letters of an organisation to those of its
    English name. ``foreign`` is a regular expression, in any case, for spellings that no word of the language
    has.
    """

    given: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    translated: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    possessive: tuple[str, ...] = ()
    acronyms: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    exonyms: Mapping[str, str] = field(default_factory=dict)
    foreign: str = ""
    inflected: tuple[str, ...] = ()
    nouns: bool = False
    organisations: Mapping[str, str] = field(default_factory=dict)


ROMANCE = "[kw]|ss|tt|ff|pp|bb|ck|sh|th|ph|oo|ee|mm|gg|zz|[bcdfghjkmpqtvwxy]$|[čšžřůěłśżćâêîôûàèìòùäöåøæç]"
"""Spellings that Spanish words do not have; its neighbours' words have few of them with a capital."""


def listed(folded: str, words: Container[str]) -> bool:
    """Whether ``words`` has a ``folded`` word, with its final s or without."""
    return folded in words or folded.removesuffix("s") in words


def forms(text: str) -> Mapping[str, str]:
    """A page's exonyms or organisations, written as ``own:other`` between spaces."""
    return {own: other for own, _, other in (pair.partition(":") for pair in text.split())}
