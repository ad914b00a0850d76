"""Words as marks see them: a link may begin after "l'" but not within a word."""

from __future__ import annotations

import re

from copydesk.data import Span

_WORD = re.compile(r"[^\W_]+(?:[-.,:/@][^\W_]+)*['’]?")


def words(text: str) -> tuple[Span, ...]:
    """The words and figures of ``text``, in order, elided ones with their apostrophe; no punctuation."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


def plain(word: str) -> str:
    """A word without case and apostrophe, as word lists have it."""
    return word.casefold().rstrip("'’")
