"""Cutting what is too long for an engine, at the best place there is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.data import Span

_PLACES = (
    re.compile(r"[;；][\"'”’»)\]]*+\s+"),
    re.compile(r":[\"'”’»)\]]*+\s+|\s[—–]\s|[—–]\s+"),
    re.compile(r"[,،、][\"'”’»)\]]*+\s+"),
    re.compile(r"\s+"),
)
"""Where a sentence may be cut, best first. Each match ends where the next piece starts."""

_SPACE = re.compile(r"\s+")


def limit(text: str, span: Span, size: int) -> Iterator[Span]:
    """``span`` in pieces of at most ``size`` characters, with only white space between them.

    Cuts at the last semicolon in the second half of the room there is, else at a colon or dash, a comma,
    any space. A run without white space is never cut, however long: it is no prose.
    """
    start = span.start
    while span.end - start > size:
        cut = _place(text, start, min(start + size, span.end))
        if cut is None:
            gap = _SPACE.search(text, start + size, span.end)
            if gap is None:
                break
            cut = gap.end()
        yield Span(start, start + len(text[start:cut].rstrip()))
        following = _SPACE.match(text, cut)
        start = following.end() if following else cut
    yield Span(start, span.end)


def _place(text: str, start: int, end: int) -> int | None:
    middle = start + (end - start) // 2
    for pattern in _PLACES:
        for low in (middle, start + 1) if pattern is _PLACES[-1] else (middle,):
            found = [match.end() for match in pattern.finditer(text, low, end)]
            if found:
                return found[-1]
    return None
