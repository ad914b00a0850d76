"""What a change of words alters: a number weighs more than a comma."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from copydesk.languages import facts
from copydesk.numbers import compare
from copydesk.review.worddiff import Piece, word_diff

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_QUOTES = re.compile(r"[«»“”„\"‹›]")


class ChangeKind(IntEnum):
    """What a change alters, the gravest first."""

    NUMBER = 0
    NAME = 1
    NEGATION = 2
    MODALITY = 3
    QUOTE = 4
    WORDING = 5
    COSMETIC = 6

    @property
    def label(self) -> str:
        """In a word, for people."""
        return "quote or attribution" if self is ChangeKind.QUOTE else self.name.lower()


@dataclass(frozen=True, slots=True)
class Change:
    """The difference of two texts: everything that it alters, gravest first, and how many words."""

    alters: tuple[ChangeKind, ...]
    words: int
    pieces: tuple[Piece, ...]

    @property
    def kind(self) -> ChangeKind:
        """The gravest thing that it alters."""
        return self.alters[0] if self.alters else ChangeKind.COSMETIC

    @property
    def order(self) -> tuple[int, int, int]:
        """Sorts the gravest changes first, then those that alter more things, then longer ones."""
        return self.kind, -len(self.alters), -self.words


def weigh(before: str, after: str, language: str) -> Change:
    """What the change from ``before`` to ``after``, both in ``language`` (BCP 47), alters."""
    pieces = word_diff(before, after)
    changed = [piece for piece in pieces if not piece.same]
    alters: set[ChangeKind] = set()
    if changed:
        old, new = _words(p.before for p in changed), _words(p.after for p in changed)
        alters = set(_altered(old, new, language))
        if _digits(changed) or _numbers(before, after, language):
            alters.add(ChangeKind.NUMBER)
        if _names(before, after, language):
            alters.add(ChangeKind.NAME)
        if _quoted(before) != _quoted(after):
            alters.add(ChangeKind.QUOTE)
        if not alters and Counter(map(str.casefold, old)) != Counter(map(str.casefold, new)):
            alters.add(ChangeKind.WORDING)
        words = max(len(old), len(new))
    else:
        words = 0
    return Change(tuple(sorted(alters)) or (ChangeKind.COSMETIC,), words, pieces)


def _altered(old: list[str], new: list[str], language: str) -> Iterable[ChangeKind]:
    meaning = facts(language).meaning
    for kind, words in (
        (ChangeKind.NEGATION, meaning.negations),
        (ChangeKind.MODALITY, meaning.modals),
        (ChangeKind.QUOTE, meaning.attributions),
    ):
        if _count(old, words) != _count(new, words):
            yield kind


def _count(words: list[str], wanted: frozenset[str]) -> Counter[str]:
    parts = [part for word in words for part in {word.lower(), *re.split("[’']", word.lower())}]
    return Counter(part for part in parts if part in wanted)


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in _WORD.findall(text)]


def _digits(changed: list[Piece]) -> bool:
    return any(_figures(piece.before) != _figures(piece.after) for piece in changed)


def _figures(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _numbers(before: str, after: str, language: str) -> bool:
    """Whether a number differs; a placeholder that stands in both is none."""
    ledger = compare(before, after, language, language)
    return any(
        not (e.verdict.ok or (e.source and e.target and e.source.surface == e.target.surface))
        for e in ledger.entries
    )


def _names(before: str, after: str, language: str) -> bool:
    """Whether the capitalised words differ, those apart that only begin a sentence."""
    little = facts(language).prose.function_words
    old, new = _capitals(before, little), _capitals(after, little)
    lower = {word.casefold() for word in _WORD.findall(before + " " + after) if word[:1].islower()}
    return {w for w in old ^ new if w.casefold() not in lower} != set()


def _capitals(text: str, little: frozenset[str]) -> set[str]:
    words = re.split("[’']", " ".join(_WORD.findall(text)).replace(" ", "'"))
    return {word for word in words if len(word) > 1 and word[0].isupper() and word.lower() not in little}


def _quoted(text: str) -> int:
    return len(_QUOTES.findall(text))
