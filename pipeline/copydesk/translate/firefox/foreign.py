"""What a model cannot read: it is kept as it is, like a protected span."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from copydesk.data import Protection, Span
from copydesk.translate.firefox.legible import legible
from copydesk.translate.firefox.native import NativeModel

KIND = "unreadable"
_TOKEN = re.compile(r"\S+")
_LONGEST = 30
"""Tokens of the longest word; what has more is no word, and would come back in part."""


def unreadable(text: str, model: NativeModel) -> list[Protection]:
    """The spans of ``text`` that hold signs the model does not know, with the word they stand in.

    Emoji, other scripts, letters and signs that its vocabulary lacks; words of endless length.
    """
    if model.reads(legible(text)) and not _may_be_endless(text):
        return []
    return [Protection(s, s.of(text), KIND) for t in _TOKEN.finditer(text) for s in _within(t, model)]


def _within(token: re.Match[str], model: NativeModel) -> Iterator[Span]:
    word = token.group()
    plain = legible(word)
    if len(word) > _LONGEST and model.count(plain) > _LONGEST:
        yield Span(*token.span())
    elif not model.reads(plain):
        strange = [n for n, sign in enumerate(word) if not all(map(model.knows, legible(sign)))]
        if strange:
            start, end = strange[0], strange[-1] + 1
            while start and _joins(word[start - 1]):
                start -= 1
            while end < len(word) and _joins(word[end]):
                end += 1
            yield Span(token.start() + start, token.start() + end)


def _joins(sign: str) -> bool:
    """Whether ``sign`` belongs to the word beside it: a letter, a figure, what combines or joins."""
    return sign.isalnum() or unicodedata.category(sign) in ("Mn", "Mc", "Me", "Cf", "Sk")


def _may_be_endless(text: str) -> bool:
    return len(text) > _LONGEST and any(len(word) > _LONGEST for word in text.split())
