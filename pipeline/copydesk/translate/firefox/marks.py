"""Where inline marks stand in an answer, told by asking once more with a sign at each end of them.

The models carry signs such as _1_ through and move them with the words. The wording comes from the plain
question; the places are found in it by the words that both answers share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from copydesk.data import Inline, Protection, Request, Span
from copydesk.translate.firefox.masks import MARK
from copydesk.translate.firefox.parts import Part
from copydesk.translate.firefox.sentences import Sentences
from copydesk.translate.markup.guess import guessed
from copydesk.translate.markup.place import place
from copydesk.translate.nesting import nested, widened

_FIRST = 0xE000
"""The first of the private characters that stand for marks."""

_TOKEN = re.compile(r"[\ue000-\uf8ff]|\w+(?:[-.,'’:/@]\w+)*")
_MOST = 6
"""Signs in one question: with more of them the wording suffers, and each mark is asked for alone."""


def placed(request: Request, answer: str, parts: Sequence[Part], sentences: Sentences) -> tuple[Inline, ...]:
    """The inlines of ``request`` over their words in ``answer``, each once, well nested.

    A mark that the model lost, that goes over several parts, or stands within a word, is placed by what
    looks alike; so is one over a single word, where the likeness finds that word among several.
    """
    inlines = request.inlines
    by_likeness = place(request, answer, guessed(request.text, answer))
    spans = [inline.span for inline in by_likeness]
    for part in parts:
        inside = [n for n, i in enumerate(inlines) if _may_be_asked(request.text, i.span, part.span)]
        for number, span in _asked(request, inside, part, sentences).items():
            likely, source = by_likeness[number].span, inlines[number].span
            if _words(span, answer) > _words(source, request.text) == _words(likely, answer) == 1:
                span = likely if span.contains(likely) else span
            spans[number] = widened(request, number, span, answer)
    done = nested(inlines, spans)
    return tuple(Inline(span, i.tag, i.attributes) for i, span in zip(inlines, done, strict=True))


def _asked(request: Request, numbers: list[int], part: Part, sentences: Sentences) -> dict[int, Span]:
    """The places of the inlines ``numbers``, all in one question if they are few, else each alone."""
    groups = [numbers] if 2 * len(numbers) <= _MOST else []
    found: dict[int, Span] = {}
    for group in groups:
        found |= _one_question(request, group, part, sentences)
    for number in numbers:
        if number not in found and (len(numbers) > 1 or not groups):
            found |= _one_question(request, [number], part, sentences)
    return found


def _one_question(request: Request, numbers: list[int], part: Part, sentences: Sentences) -> dict[int, Span]:
    spans = [request.inlines[n].span.shift(-part.span.start) for n in numbers]
    bounds = sorted({bound for span in spans for bound in (span.start, span.end)})
    signs = {bound: chr(_FIRST + n) for n, bound in enumerate(bounds)}
    marks = [Protection(Span(at, at), sign, MARK) for at, sign in signs.items()]
    protections = sorted([*part.protections, *marks], key=lambda p: (p.span.start, p.span.end))
    text = part.span.of(request.text)
    names = [p for p in part.protections if p.kind == "name"]
    asked = sentences.ask(text, protections, names)
    if asked is None:
        return {}
    places = _Places(asked.text, part.found.text)
    found = {}
    for number, span in zip(numbers, spans, strict=True):
        if (where := places.between(signs[span.start], signs[span.end])) is not None:
            found[number] = where.shift(part.at)
    return found


class _Places:
    """Places among the words of ``plain``, by signs among those of ``marked``."""

    def __init__(self, marked: str, plain: str) -> None:
        tokens = _TOKEN.findall(marked)
        self._words = list(_TOKEN.finditer(plain))
        self._at: dict[str, int] = {}
        ours: list[str] = []
        for token in tokens:
            if _FIRST <= ord(token[0]) <= 0xF8FF:
                self._at[token] = len(ours)
            else:
                ours.append(token.casefold())
        self._to = _matched(ours, [match.group().casefold() for match in self._words])

    def between(self, start: str, end: str) -> Span | None:
        """From the first to the last word between two signs; the place of the sign if they are one."""
        if start not in self._at or end not in self._at:
            return None
        first, last = self._at[start], self._at[end]
        if start == end:
            after = next((to for n, to in sorted(self._to.items()) if n >= first), None)
            return None if after is None else Span(*[self._words[after].start()] * 2)
        found = [self._to[n] for n in range(first, last) if n in self._to]
        if not found:
            return None
        return Span(self._words[min(found)].start(), self._words[max(found)].end())


def _matched(ours: Sequence[str], theirs: Sequence[str]) -> dict[int, int]:
    """Which word of ``theirs`` each of ``ours`` is: equal ones, and as many others between two such."""
    found: dict[int, int] = {}
    for kind, i, j, k, m in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and j - i == m - k):
            found |= {i + n: k + n for n in range(j - i)}
        elif kind == "replace":
            found |= {i + n: k + n * (m - k) // (j - i) for n in range(j - i)}
    return found


def _words(span: Span, text: str) -> int:
    return len(_TOKEN.findall(span.of(text)))


def _may_be_asked(text: str, span: Span, part: Span) -> bool:
    """Whether ``span`` lies within ``part``, is not all of it, and begins and ends between words."""
    if not part.contains(span) or not text[part.start : part.end].strip():
        return False
    if not text[part.start : span.start].strip() and not text[span.end : part.end].strip():
        return False
    return not any(
        text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in (span.start, span.end)
    )
