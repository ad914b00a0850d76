"""Inline marks as nested codes: how a text with spans becomes a tree, and a tag a string and back."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import heapify, heappop, heappush

from copydesk.data import Inline, Span
from copydesk.text.superscripts import lowered

RAW = "x-code"
"""Tag of a code from a foreign file; its attributes ``start`` and ``end`` hold the code as it stood there."""

_START = re.compile(r"<([A-Za-z][\w:-]*)((?:\s[\w:-]+=\"[^\"]*\")*)\s*/?>")
_PAIR = re.compile(r"([\w:-]+)=\"([^\"]*)\"")


def nested(text: str, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The marks in document order (outer first), those that overlap without nesting cut in two.

    Marks are clipped to the text; a mark that the clipping empties is dropped.
    """
    limit = len(text)
    given = tuple(inlines)
    if not given or (len(given) == 1 and given[0].span.end <= limit):
        return given
    todo = [i for i in given if i.span.start <= limit]
    clipped = [_until(i, limit) for i in todo]
    kept = [c for c, i in zip(clipped, todo, strict=True) if len(c.span) or not len(i.span)]
    waiting = [(*_key(inline), rank, inline) for rank, inline in enumerate(kept)]
    heapify(waiting)
    result: list[Inline] = []
    ends: list[int] = []  # of the marks that are open, the innermost last, which ends first
    while waiting:
        *_, rank, inline = heappop(waiting)
        start, end = inline.span.start, inline.span.end
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and end > ends[-1]:
            rest = Inline(Span(ends[-1], end), inline.tag, inline.attributes)
            heappush(waiting, (*_key(rest), rank, rest))
            end = ends[-1]
            inline = _until(inline, end)
        result.append(inline)
        if end > start:
            ends.append(end)
    return tuple(result)


def walk(text: str, inlines: Sequence[Inline]) -> Iterator[str | tuple[str, int]]:
    """A text with :func:`nested` marks as a stream; what stands in ``sup`` has plain digits.

    Yields:
        Pieces of text, and ``("open", n)``, ``("close", n)``, ``("point", n)`` for mark ``n``.
    """
    text = lowered(text, inlines)
    position = 0
    stack: list[int] = []
    for number, inline in enumerate(inlines):
        start, end = inline.span.start, inline.span.end
        while stack and inlines[stack[-1]].span.end <= start:
            closing = stack.pop()
            close_at = inlines[closing].span.end
            if position < close_at:
                yield text[position:close_at]
                position = close_at
            yield "close", closing
        if position < start:
            yield text[position:start]
            position = start
        if start == end:
            yield "point", number
        else:
            yield "open", number
            stack.append(number)
    while stack:
        closing = stack.pop()
        close_at = inlines[closing].span.end
        if position < close_at:
            yield text[position:close_at]
            position = close_at
        yield "close", closing
    if position < len(text):
        yield text[position:]


@lru_cache(maxsize=4096)
def code(tag: str, attributes: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """The start and end codes of a mark, as HTML tags; a foreign code as it was."""
    if tag == RAW:
        raw = dict(attributes)
        return raw.get("start", ""), raw.get("end", "")
    inside = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes)
    return f"<{tag}{inside}>", f"</{tag}>"


def uncode(start: str, end: str, span: Span) -> Inline:
    """The mark over ``span`` whose codes :func:`code` wrote; other codes become a :data:`RAW` mark."""
    match = _START.fullmatch(start)
    if match:
        attributes = tuple((name, html.unescape(value)) for name, value in _PAIR.findall(match[2]))
        if code(match[1], attributes) == (start, end or f"</{match[1]}>"):
            return Inline(span, match[1], attributes)
    return Inline(span, RAW, (("start", start), ("end", end)))


def _until(inline: Inline, end: int) -> Inline:
    if inline.span.end <= end:
        return inline
    return Inline(Span(inline.span.start, end), inline.tag, inline.attributes)


def _key(inline: Inline) -> tuple[int, bool, int]:
    # A point element stands before what starts at the same place; the longer of two marks is the outer one.
    start, end = inline.span.start, inline.span.end
    return start, end > start, -end


def encode_inlines(inlines: Iterable[Inline]) -> str:
    """Inline marks as JSON text."""
    return json.dumps([[i.span.start, i.span.end, i.tag, i.attributes] for i in inlines], ensure_ascii=False)


def decode_inlines(text: str) -> tuple[Inline, ...]:
    """What :func:`encode_inlines` wrote."""
    return tuple(
        Inline(Span(start, end), tag, tuple((name, value) for name, value in attributes))
        for start, end, tag, attributes in json.loads(text)
    )
