"""The names of a text, and whether the other text has them too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache

from copydesk.data import Span
from copydesk.languages import facts
from copydesk.languages.contract.names import Names as Page
from copydesk.languages.contract.names import listed
from copydesk.text.fold import fold
from copydesk.text.words import capitals, tokens
from copydesk.verify.spelling import akin, alike, skeleton

_LEAST = 3
"""Letters of a name."""

_OPENS = re.compile(r"(?:^|[.!?…:;\"“”«»¿¡(—–\[`-]\s*|\s['‘]\s*|^\W+)$")
_FEW = 5
_TIGHT = frozenset((" ", "-", "'", "’", ". "))
_LOOSE = re.compile(r"\s(?:[^\W\d_]{1,4}['’]?\s?){1,3}|['’]?\s?[dl]['’]")
"""What stands between the parts of one name: up to three little words ("de la", "of the", "für")."""


class Kind(Enum):
    """What the other text tells about a word with a capital."""

    KEPT = "it has it, or a word spelled alike"
    COMMON = "none needed: a word that is translated"
    TITLE = "none needed: it stands before names"
    OPENING = "it lacks it, but the word opens a sentence, or only can do so, and may be any word"
    ORDINARY = "it lacks it, but the word may be one that is translated"
    ALONE = "it lacks it"


ABSENT = frozenset((Kind.ORDINARY, Kind.ALONE))


@dataclass(frozen=True, slots=True)
class Name:
    """A word with a capital; ``place`` is where it stands in its text, from 0 to 1.

    ``tight`` and ``loose`` are the kinds of the names next to it, with nothing and with little words between;
    empty where nobody has asked yet.
    """

    span: Span
    text: str
    kind: Kind
    place: float
    tight: tuple[Kind, ...] = ()
    loose: tuple[Kind, ...] = ()

    @property
    def acronym(self) -> bool:
        """Whether all letters are capitals, or two of a few (BoJ)."""
        return self.text.isupper() or (
            len(self.text) <= _FEW and sum(letter.isupper() for letter in self.text) > 1
        )


def may_lack(other: str, text: str) -> bool:
    """Whether ``text`` has a name inside a sentence that does not stand in ``other``: a cheap test."""
    return any(word not in other and not _opens(text, start) for word, start in _capitals(text))


def lacks(other: str, language_of_other: str, text: str, language: str) -> bool:
    """Whether ``text`` has a name that is ``ABSENT`` from ``other``; costs less than all of ``names_of``."""
    page, theirs = facts(language).names, _theirs(text, other, language_of_other)
    little = facts(language).prose.function_words
    return any(
        word not in theirs.capital
        and word[0].isupper()
        and not _opens(text, start)
        and _kind(word, page, theirs) is Kind.ALONE
        and word.lower() not in little
        for word, start in _capitals(text)
    )


def names_of(text: str, language: str, other: str, language_of_other: str) -> list[Name]:
    """The names of ``text``, each with what ``other`` tells about it; ``in_company`` adds the neighbours."""
    page, theirs = facts(language).names, _theirs(text, other, language_of_other)
    little = facts(language).prose.function_words
    found = []
    for word, start in _capitals(text):
        if word[0].isupper():
            kind = _kind(word, page, theirs)
            if kind is Kind.ALONE and (word.lower() in little or _opens(text, start)):
                kind = Kind.OPENING
            elif kind is Kind.ALONE and _is_ordinary(fold(word), page.ordinary, page.endings):
                kind = Kind.ORDINARY
            found.append(Name(Span(start, start + len(word)), word, kind, start / len(text)))
    return found


def in_company(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """``names``, in order, with their neighbours' kinds; words that open a sentence tell nothing."""
    for at, name in enumerate(names):
        tight: list[Kind] = []
        loose: list[Kind] = []
        for near in (at - 1, at + 1):
            if 0 <= near < len(names) and names[near].kind is not Kind.OPENING:
                first, second = sorted((names[near].span, name.span))
                gap = text[first.end : second.start]
                if gap in _TIGHT:
                    tight.append(names[near].kind)
                elif _LOOSE.fullmatch(gap):
                    loose.append(names[near].kind)
        yield Name(name.span, name.text, name.kind, name.place, tuple(tight), tuple(loose))


@lru_cache(maxsize=64)
def _capitals(text: str) -> tuple[tuple[str, int], ...]:
    """The words with a capital of three letters or more, and where each begins."""
    return tuple(
        (word, start)
        for word, start in capitals(text)
        if len(word) >= _LEAST and not (start and (text[start - 1].isalnum() or text[start - 1] == "_"))
    )


@lru_cache(maxsize=256)
def _opens(text: str, at: int) -> bool:
    return _OPENS.search(text[max(at - 4, 0) : at]) is not None


def _is_ordinary(folded: str, words: frozenset[str], endings: tuple[str, ...]) -> bool:
    return listed(folded, words) or folded.endswith(endings)


def _kind(word: str, page: Page, theirs: _Theirs) -> Kind:
    name = fold(word)
    if listed(name, page.common):
        return Kind.COMMON
    if name in page.titles:
        return Kind.TITLE
    if word in theirs.capital or name in theirs.small:
        return Kind.KEPT
    own = skeleton(name)
    if alike(own, theirs.free) or page.exonyms.get(name, name) in theirs.forms:
        return Kind.KEPT
    return Kind.KEPT if len(own) > 4 and akin(own, theirs.long) else Kind.ALONE


class _Theirs:
    """What the other text offers to compare with, each part worked out when it is first asked for."""

    def __init__(self, text: str, other: str, language: str) -> None:
        self._text, self._facts = text, facts(language)
        self.capital, self._rest = _words(other)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words without a capital, folded."""
        return frozenset(map(fold, self._rest))

    @cached_property
    def long(self) -> tuple[str, ...]:
        """Skeletons of those of five letters or more."""
        return tuple(skeleton(word) for word in self.small if len(word) > 4)

    @cached_property
    def _free(self) -> tuple[str, ...]:
        mine, little = _words(self._text)[0], self._facts.prose.function_words
        return tuple(fold(word) for word in self.capital - mine if word.lower() not in little)

    @cached_property
    def free(self) -> tuple[str, ...]:
        """Skeletons of the words with a capital that the text does not have."""
        return tuple(map(skeleton, self._free))

    @cached_property
    def forms(self) -> frozenset[str]:
        """The same words, folded, in the form that the languages' pages compare."""
        exonyms = self._facts.names.exonyms
        return frozenset(exonyms.get(word, word) for word in self._free)


@lru_cache(maxsize=4)
def _theirs(text: str, other: str, language: str) -> _Theirs:
    return _Theirs(text, other, language)


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of ``text``: those with a capital, and the others."""
    found = frozenset(tokens(text))
    capital = frozenset(word for word in found if word[0].isupper())
    return capital, found - capital
