"""Inline marks in a text field: ``<1>words</1>``, and ``<2/>`` for a mark without extent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.data import Inline, Span
from copydesk.formats.exchange import Marked
from copydesk.formats.inlinecodes import nested, walk
from copydesk.review.refusal import RefusedError

_TAG = re.compile(r"<(/?)(\d{1,3})(/?)>")


@dataclass(slots=True)
class _Open:
    number: int
    start: int


def to_tagged(text: str, inlines: Sequence[Inline]) -> tuple[str, tuple[Inline, ...]]:
    """``text`` with numbered tags, and the marks that the numbers, from 1, stand for."""
    marks = nested(text, inlines)
    pieces = []
    for event in walk(text, marks):
        if isinstance(event, str):
            pieces.append(event)
        else:
            kind, number = event
            form = {"open": "<{}>", "close": "</{}>", "point": "<{}/>"}[kind]
            pieces.append(form.format(number + 1))
    return "".join(pieces), marks


def from_tagged(tagged: str, marks: Sequence[Inline]) -> Marked:
    """What :func:`to_tagged` gave, after a person edited it.

    Tags whose number no mark has are ordinary text. A mark that is left out is dropped; the checks say so.

    Raises:
        RefusedError: a tag is opened and not closed, closed twice or crosses another.
    """
    pieces: list[str] = []
    inlines: list[Inline] = []
    stack: list[_Open] = []
    length = position = 0
    for match in _TAG.finditer(tagged):
        number = int(match[2])
        if not 1 <= number <= len(marks):
            continue
        pieces.append(tagged[position : match.start()])
        length += len(pieces[-1])
        position = match.end()
        mark = marks[number - 1]
        if match[3]:
            inlines.append(Inline(Span(length, length), mark.tag, mark.attributes))
        elif not match[1]:
            stack.append(_Open(number, length))
        elif stack and stack[-1].number == number:
            inlines.append(Inline(Span(stack.pop().start, length), mark.tag, mark.attributes))
        else:
            raise RefusedError(
                f"not saved: </{number}> has no <{number}> that it could close",
                remedy="Put the tags in pairs, one inside the other",
            )
    if stack:
        raise RefusedError(
            f"not saved: <{stack[-1].number}> is not closed", remedy=f"Write </{stack[-1].number}> after it"
        )
    pieces.append(tagged[position:])
    text = "".join(pieces)
    return Marked(text, nested(text, inlines))
