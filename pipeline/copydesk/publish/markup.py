"""Texts with marks as HTML that is safe by construction: allow-listed elements, everything escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from functools import lru_cache

from copydesk.data import Inline
from copydesk.formats.attributes import INLINE, kept
from copydesk.formats.inlinecodes import nested, walk

_POINTS = frozenset({"br", "wbr"})


def escape(text: str) -> str:
    """``text`` as HTML text or inside a quoted attribute."""
    return html.escape(text)


def text_html(text: str) -> str:
    """``text`` as HTML text, its line breaks kept."""
    return html.escape(text, quote=False).replace("\n", "<br>\n")


@lru_cache(maxsize=4096)
def tags(tag: str, attributes: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """The start and end tag of an inline mark; empty strings for what may not stand in a page."""
    if tag in _POINTS:
        return f"<{tag}>", ""
    if tag not in INLINE:
        return "", ""
    allowed = kept(tag, dict(attributes))
    if allowed is None:
        return "", ""
    inside = "".join(f' {name}="{html.escape(value)}"' for name, value in allowed)
    return f"<{tag}{inside}>", f"</{tag}>"


def inline_html(text: str, inlines: Iterable[Inline]) -> str:
    """``text`` with its marks as elements; overlapping marks are cut so that they nest."""
    marks = nested(text, inlines)
    return marked_html(text, marks, [tags(mark.tag, mark.attributes) for mark in marks])


def marked_html(text: str, marks: Sequence[Inline], around: Sequence[tuple[str, str]]) -> str:
    """``text`` with ``around[n]`` written round nested mark ``n``; the caller answers for those strings."""
    if not marks:
        return text_html(text)
    pieces = []
    position = 0
    for event in walk(text, marks):
        if isinstance(event, str):
            pieces.append(text_html(event))
            position += len(event)
        elif event[0] == "open":
            pieces.append(around[event[1]][0])
        elif event[0] == "close":
            pieces.append(around[event[1]][1])
        elif marks[event[1]].tag == "br" and text[position : position + 1] == "\n":
            continue  # the line break itself follows
        elif marks[event[1]].tag in _POINTS or marks[event[1]].tag not in INLINE:
            pieces.append("".join(around[event[1]]))
    return "".join(pieces)
