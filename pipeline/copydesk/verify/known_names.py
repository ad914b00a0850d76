"""Names that the languages' own pages know: places and organisations that became others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from copydesk.data import Bitext, Span, primary
from copydesk.languages import facts
from copydesk.languages.cldr import places
from copydesk.text.fold import fold
from copydesk.text.frequent import peculiar
from copydesk.text.words import capitals

_START = re.compile(r"[\W_]*([^\W\d_a-zß-öø-ÿ][^\W\d_]{4,})(?![\w'’])")
_WORD = re.compile(r"[^\W\d_]+")
_INTERNATIONAL = "en"
"""The language in whose forms names of all languages are compared."""


def replaced(bitext: Bitext) -> tuple[Span, Span] | None:
    """A name of the source and the other one that stands for it; None if all are there.

    Places are known by their forms in both languages (Londres, London), organisations by their letters (OMS,
    WHO).
    """
    own, other = known(bitext.source, bitext.pair.source), known(bitext.target, bitext.pair.target)
    if not own or not other:
        return None
    lost = [(span, name) for name, span in own.items() if name not in other]
    new = [(span, name) for name, span in other.items() if name not in own]
    if len(lost) != 1 or len(new) != 1:
        return None
    (span, _), (place, _) = lost[0], new[0]
    if _has(bitext.target, fold(span.of(bitext.source))) or _has(
        bitext.source, fold(place.of(bitext.target))
    ):
        return None
    return span, place


@lru_cache(maxsize=8)
def known(text: str, language: str) -> Mapping[str, Span]:
    """The places and organisations of ``text``, each where it stands first, by what all languages share."""
    names, organisations = _names(language), facts(language).names.organisations
    found: dict[str, Span] = {}
    for word, start in capitals(text):
        name = organisations.get(word) if word.isupper() else names.get(fold(word))
        if name is not None:
            found.setdefault(name, Span(start, start + len(word)))
    return found


@cache
def _names(language: str) -> Mapping[str, str]:
    """Places, folded: those of the CLDR, and those of the language's own page."""
    code = primary(language)
    international = {fold(name): key for name, key in places(_INTERNATIONAL).items()}
    page = facts(language).names
    listed = {own: international.get(name) for own, name in page.exonyms.items()}
    return {
        **{own: key for own, key in listed.items() if key is not None},
        **{fold(name): key for name, key in places(code).items()},
    }


def _has(text: str, folded: str) -> bool:
    """Whether a word of ``text`` begins like a name: an adjective, an inhabitant, another spelling."""
    return any(fold(word)[:4] == folded[:4] for word in _WORD.findall(text))


def opening(bitext: Bitext) -> tuple[Span, Span] | None:
    """Names that open both texts and are not the same.

    A word is one (Puigdemont) if it looks like no verb, both languages say it about as often, and no word
    of the other text is spelled like it.
    """
    one, two = _START.match(bitext.source), _START.match(bitext.target)
    if not one or not two:
        return None
    own, other = bitext.pair.source, bitext.pair.target
    if facts(own).names.nouns or facts(other).names.nouns:
        return None
    if not (_is_name(one[1], own, other, bitext.target) and _is_name(two[1], other, own, bitext.source)):
        return None
    return Span(*one.span(1)), Span(*two.span(1))


def _is_name(word: str, own: str, other: str, text: str) -> bool:
    page, folded = facts(own), fold(word)
    return (
        word.lower() not in page.prose.function_words
        and folded not in page.names.common
        and folded.removesuffix("s") not in page.names.common
        and folded not in page.names.ordinary
        and folded not in page.names.exonyms
        and not folded.endswith(page.names.endings)
        and not word.lower().endswith(page.names.inflected)
        and not peculiar(word, own, other)
        and not _has(text, folded)
    )
