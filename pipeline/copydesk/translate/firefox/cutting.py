"""Text in parts that a model translates whole: one sentence each, far below its window."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from copydesk.data import Protection, Span
from copydesk.languages import facts
from copydesk.translate.neural.splitting import split

WINDOW = 60
"""Tokens of the longest part. The runtime takes 127 and loses words of lists from about 60 on."""

_STOP = re.compile(r"""(?P<stop>[.!?…]+)["'”’»)\]]*\s+(?=["'“‘«(\[¿¡]*[^\W_a-z])""")
_WORD = re.compile(r"[^\s\"'“‘«(\[¿¡]*$")


def cut(
    text: str, language: str, protections: Sequence[Protection], count: Callable[[str], int]
) -> list[Span]:
    """The parts of ``text`` in order, with white space between them; none goes through a protected span.

    ``count`` gives the tokens of a text. Sentences are told by their stops and the abbreviations of
    ``language``; one that is too long is cut at its clauses.
    """
    hidden = _hidden(text, protections)
    parts: list[Span] = []
    for sentence in _sentences(hidden, language):
        found = split(sentence.of(hidden), lambda part: count(part) <= WINDOW)
        parts += [span.shift(sentence.start) for span in found]
    return _joined(parts, protections)


def halves(text: str, span: Span, protections: Sequence[Protection]) -> list[Span]:
    """The part at ``span`` in two, parted at the best place near its middle; in one where there is none."""
    inside = span.of(_hidden(text, protections))
    found = split(inside, lambda piece: len(piece) < len(inside))
    return _joined([part.shift(span.start) for part in found], protections)


def _hidden(text: str, protections: Sequence[Protection]) -> str:
    """``text`` with a word of its length for each protected span, so that no stop in one counts."""
    signs = list(text)
    for protection in protections:
        length = len(protection.span)
        signs[protection.span.start : protection.span.end] = "X" * length
    return "".join(signs)


def _sentences(text: str, language: str) -> list[Span]:
    page = facts(language).segmentation
    inside = page.titles | page.numbered | page.enders
    spans, start = [], 0
    for match in _STOP.finditer(text):
        before = _WORD.search(text, start, match.start())
        word = before.group().lower() if before else ""
        if match["stop"] == "." and (word in inside or len(word) < 2 or "." in word):
            continue
        spans.append(Span(start, match.end()))
        start = match.end()
    return [*spans, Span(start, len(text))]


def _joined(parts: Sequence[Span], protections: Sequence[Protection]) -> list[Span]:
    """``parts`` with those joined that a cut through a protected span has parted."""
    done: list[Span] = []
    for part in parts:
        last = done[-1] if done else None
        if last and any(p.span.start < last.end and part.start < p.span.end for p in protections):
            done[-1] = Span(last.start, part.end)
        else:
            done.append(part)
    return done
