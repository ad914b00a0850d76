"""What gives names away, and which names have other forms in other languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Names:
    """Neutral defaults: no knowledge, so only foreign shapes and acronyms are seen.

    ``given`` are given names; ``articles`` words that, capital inside a sentence, begin a name;
    ``translated`` capitalised words whose presence means that a name is translated (institutions, places);
    ``words`` capital words that are no acronyms; ``acronyms`` maps a target language to pairs of an
    acronym and what it is called there. ``common`` are capitalised words, in lower case without accents, that
    are translated or come and go in translation: countries, institutions, titles, days.
    """

    given: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    translated: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    acronyms: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
