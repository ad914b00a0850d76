"""Glossary terms in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from copydesk.data import Glossary, Pair, Span, Term, primary

PLURALS = ("", "s", "es")
"""Endings that a term without case rule may take; most of Western Europe's plurals."""

_WORD = re.compile(r"\w+")
_SAME = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'"})


@dataclass(frozen=True, slots=True)
class _Needle:
    term: Term
    text: str  # plain() form, folded unless the term is case-sensitive
    offset: int  # where its first word starts in it
    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Content:
    """A glossary as a cache key: by its hash where it has one, else by its terms."""

    glossary: Glossary

    def __hash__(self) -> int:
        return hash(self.glossary.sha256 or self.glossary.terms)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Content):
            return NotImplemented
        one, two = self.glossary, other.glossary
        return one.sha256 == two.sha256 if one.sha256 and two.sha256 else one.terms == two.terms


def find_terms(text: str, glossary: Glossary, pair: Pair) -> tuple[tuple[Span, Term], ...]:
    """The glossary's source terms in ``text``, in order, never overlapping, the longest first at each place.

    Whole words only. Terms without case rule match in any case and with a plural "s" or "es", but a term in
    small letters (mango) is no word with a capital inside a sentence (the company Mango); kinds of spaces and
    apostrophes do not matter. Of two equal terms the one written first counts. Regions of
    languages ("es-MX") are ignored. The index is built once per glossary and direction.
    """
    if not glossary.terms:
        return ()
    index = _index(_Content(glossary), _primary(pair))
    plain = text.translate(_SAME)
    folded = _fold(plain)
    found: list[tuple[Span, Term]] = []
    end = 0
    for word in _WORD.finditer(folded):
        if word.start() < end or (needles := index.get(word.group())) is None:
            continue
        for needle in needles:
            start = word.start() - needle.offset
            stop = _match(needle, plain, folded, start) if start >= end else 0
            if stop and not (needle.term.source.islower() and _is_name(plain, start, stop)):
                found.append((Span(start, stop), needle.term))
                end = stop
                break
    return tuple(found)


def occurs(term: str, text: str, *, case_sensitive: bool = False) -> bool:
    """Whether ``term`` stands in ``text`` as whole words, by the rules of ``find_terms``."""
    plain = text.translate(_SAME)
    needle = _needle(Term(term, term, case_sensitive=case_sensitive), kept=case_sensitive)
    hay = plain if case_sensitive else _fold(plain)
    start = hay.find(needle.text)
    while start >= 0:
        if _match(needle, plain, hay, start):
            return True
        start = hay.find(needle.text, start + 1)
    return False


def _match(needle: _Needle, plain: str, folded: str, start: int) -> int:
    """Where the needle that starts at ``start`` ends, 0 if it does not stand there as whole words."""
    hay = plain if needle.term.case_sensitive else folded
    if start < 0 or not hay.startswith(needle.text, start) or (start and _glued(hay, start)):
        return 0
    stop = start + len(needle.text)
    for ending in needle.endings:
        if hay.startswith(ending, stop) and not _glued(hay, stop + len(ending)):
            return stop + len(ending)
    return 0


def _is_name(text: str, start: int, stop: int) -> bool:
    """Whether what stands there has a capital that no sentence and no shouting headline gives it."""
    surface = text[start:stop]
    if not surface[:1].isupper() or surface[1:] != surface[1:].lower():
        return False
    before = text[:start].rstrip(" \"'«“„(¿¡—–-")
    return bool(before) and before[-1] not in ".!?:…"


def _glued(text: str, at: int) -> bool:
    """Whether a word goes on across position ``at``."""
    return 0 < at < len(text) and _is_word(text[at - 1]) and _is_word(text[at])


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _needle(term: Term, *, kept: bool) -> _Needle:
    plain = term.source.translate(_SAME)
    text = plain if term.case_sensitive else _fold(plain)
    first = _WORD.search(text)
    plural = not (kept or term.case_sensitive) and text[-1:].isalpha()
    return _Needle(term, text, first.start() if first else 0, PLURALS if plural else ("",))


@lru_cache(maxsize=16)
def _index(content: _Content, pair: Pair) -> dict[str, tuple[_Needle, ...]]:
    index: dict[str, list[_Needle]] = {}
    for term in content.glossary.terms:
        if term.pair is not None and _primary(term.pair) != pair:
            continue
        needle = _needle(term, kept=term.kept)
        first = _WORD.search(_fold(needle.text))
        if first is None:
            continue
        alone = first.end() == len(needle.text)
        for ending in needle.endings if alone else ("",):
            index.setdefault(first.group() + ending, []).append(needle)
    return {word: tuple(sorted(ns, key=lambda n: -len(n.text))) for word, ns in index.items()}


def _primary(pair: Pair) -> Pair:
    return Pair(primary(pair.source), primary(pair.target))


def _fold(text: str) -> str:
    """``text`` in lower case, letter for letter: same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
