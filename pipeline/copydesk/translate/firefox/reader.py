"""What a model can read of a text, and what it cannot: that is kept as it is, like a protected span."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from copydesk.data import Protection, Span
from copydesk.translate.firefox.legible import legible
from copydesk.translate.firefox.money import in_words, without_signs
from copydesk.translate.firefox.native import NativeModel

UNREADABLE = "unreadable"
"""The kind of the protections made here."""

_TOKEN = re.compile(r"\S+")
_LONGEST = 30
"""Tokens of the longest word; what has more is no word, and would come back in part."""


class Reader:
    """A model's eyes for texts of ``language``."""

    def __init__(self, model: NativeModel, language: str) -> None:
        self._model = model
        self._language = language

    def shown(self, text: str) -> str:
        """``text`` in signs that the model knows, as far as it has any for it."""
        plain = in_words(legible(text), self._language, self._model.knows)
        if self._model.reads(plain):
            return plain
        return _TOKEN.sub(lambda match: self._word(match.group()), plain)

    def count(self, text: str) -> int:
        """The tokens of ``text`` as the model sees them."""
        return self._model.count(self.shown(text))

    def unreadable(self, text: str) -> list[Protection]:
        """The spans of ``text`` that hold signs the model does not know, with the word they stand in.

        Emoji, other scripts, letters and signs that its vocabulary lacks; words of endless length.
        """
        if self._model.reads(self.shown(text)) and not _may_be_endless(text):
            return []
        plain = without_signs(text, self._language, self._model.knows)
        return [Protection(s, s.of(text), UNREADABLE) for m in _TOKEN.finditer(plain) for s in self._in(m)]

    def _in(self, token: re.Match[str]) -> Iterator[Span]:
        word = token.group()
        plain = self.shown(word)
        if len(word) > _LONGEST and self._model.count(plain) > _LONGEST:
            yield Span(*token.span())
        elif not self._model.reads(plain):
            strange = [n for n, sign in enumerate(word) if not all(map(self._model.knows, legible(sign)))]
            if strange:
                start, end = strange[0], strange[-1] + 1
                while start and _joins(word[start - 1]):
                    start -= 1
                while end < len(word) and _joins(word[end]):
                    end += 1
                yield Span(token.start() + start, token.start() + end)

    def _word(self, word: str) -> str:
        """``word``, or a spelling of it with other capitals that the model knows: "ÍNDIA" as "Índia"."""
        if self._model.reads(word):
            return word
        return next((w for w in (word.capitalize(), word.lower()) if self._model.reads(w)), word)


def _joins(sign: str) -> bool:
    """Whether ``sign`` belongs to the word beside it: a letter, a figure, what combines or joins."""
    return sign.isalnum() or unicodedata.category(sign) in ("Mn", "Mc", "Me", "Cf", "Sk")


def _may_be_endless(text: str) -> bool:
    return len(text) > _LONGEST and any(len(word) > _LONGEST for word in text.split())
