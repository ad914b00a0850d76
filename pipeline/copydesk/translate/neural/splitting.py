"""Text that is longer than a model's positions, in parts that fit."""

from __future__ import annotations

import re
from collections.abc import Callable

from copydesk.data import Span

_BOUNDARIES = (
    re.compile(r"(?<=[.!?…。！？])[\"'»”’)\]]*\s+"),  # sentences
    re.compile(r"(?<=[;:])\s+|\s+(?=[–—(])|(?<=[–—)])\s+"),  # clauses
    re.compile(r"(?<=[,،，、])\s*(?!\d)"),
    re.compile(r"\s+"),
    re.compile(r"(?<=\W)(?=\w)|(?<=\w)(?=\W)"),
    re.compile(r"(?s)(?<=.)(?=.)"),
)
"""Where a text may be cut, best first; the last ones are for text without spaces."""

_EDGE = 0.15
"""The share of the text at either end where a cut would leave a stub, if there is another choice."""


def split(text: str, fits: Callable[[str], bool]) -> list[Span]:
    """Spans of ``text`` that each fit, in order, with nothing but white space between and around them.

    Cuts are made at the best kind of boundary there is, the one nearest the middle first, so that parts are
    of like length. Nothing is left out: where a single character does not fit it is a part all the same.
    """
    parts: list[Span] = []
    waiting = [_bare(text, Span(0, len(text)))]
    while waiting:
        part = waiting.pop()
        if not len(part):
            continue
        if len(part) == 1 or fits(part.of(text)):
            parts.append(part)
            continue
        left, right = _cut(text, part)
        waiting += [right, left]
    return parts


def _cut(text: str, part: Span) -> tuple[Span, Span]:
    inside = part.of(text)
    middle = len(inside) / 2
    margin = len(inside) * _EDGE
    for pattern in _BOUNDARIES:
        found = [m for m in pattern.finditer(inside) if 0 < m.end() < len(inside)]
        central = [m for m in found if margin <= m.end() <= len(inside) - margin]
        if central:
            best = min(central, key=lambda m: abs(m.end() - middle))
            return (
                _bare(text, Span(part.start, part.start + best.end())),
                _bare(text, Span(part.start + best.end(), part.end)),
            )
    at = part.start + max(1, int(middle))
    return _bare(text, Span(part.start, at)), _bare(text, Span(at, part.end))


def _bare(text: str, span: Span) -> Span:
    """``span`` without white space at its edges."""
    inside = span.of(text)
    if not inside.strip():
        return Span(span.start, span.start)
    return Span(
        span.start + len(inside) - len(inside.lstrip()), span.end - len(inside) + len(inside.rstrip())
    )
