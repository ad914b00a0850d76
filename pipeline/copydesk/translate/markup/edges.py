"""Small words at the edges of marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Candidate, Request, Span
from copydesk.languages import facts
from copydesk.translate.markup.words import plain, words
from copydesk.translate.nesting import nested

_SIGNS = "%‰€$£°"


def tightened(candidate: Candidate, request: Request) -> Candidate:
    """``candidate`` with marks that do not swallow the article or preposition which stood before them.

    Engines that move marks along with phrases give "<a>La ministre</a>" for "La <a>ministra</a>". Where
    little words stand before a mark in the source and none do in the translation, but more of them within
    the mark than in the source's, as many go out again. A sign that ends the source's mark is taken in.
    """
    if not candidate.inlines or len(candidate.inlines) != len(request.inlines):
        return candidate
    source, target = words(request.text), words(candidate.text)
    ours = facts(request.pair.source).prose.function_words
    theirs = facts(request.pair.target).prose.function_words
    small_here = [_little(w.of(request.text), ours) for w in source]
    small_there = [_little(w.of(candidate.text), theirs) for w in target]
    places: list[Span] = []
    for own, inline in zip(request.inlines, candidate.inlines, strict=True):
        place = inline.span
        if len(place) and len(own.span):
            before, within = _small(own.span, source, small_here)
            before_now, within_now = _small(place, target, small_there)
            surplus = min(before - before_now, within_now - within)
            if surplus > 0:
                place = _without(place, surplus, target)
            place = _with_sign(own.span.of(request.text), place, candidate.text)
        places.append(place)
    if all(place == inline.span for place, inline in zip(places, candidate.inlines, strict=True)):
        return candidate
    spans = nested(request.inlines, places)
    moved = zip(candidate.inlines, spans, strict=True)
    return replace(candidate, inlines=tuple(replace(inline, span=span) for inline, span in moved))


def _little(word: str, known: frozenset[str]) -> bool:
    return plain(word) in known or word[-1] in "'’"


def _small(span: Span, found: Sequence[Span], small: Sequence[bool]) -> tuple[int, int]:
    """How many little words stand in a row just before ``span``, and at its start."""
    inside = [n for n, word in enumerate(found) if word.overlaps(span)]
    if not inside:
        return 0, 0
    before = within = 0
    n = inside[0] - 1
    while n >= 0 and small[n]:
        before, n = before + 1, n - 1
    for n in inside[:-1]:
        if not small[n]:
            break
        within += 1
    return before, within


def _without(span: Span, count: int, target: Sequence[Span]) -> Span:
    inside = [word for word in target if word.overlaps(span)]
    return Span(inside[count].start, span.end) if len(inside) > count else span


def _with_sign(source: str, place: Span, text: str) -> Span:
    sign = source[-1:]
    if sign not in _SIGNS or place.of(text).endswith(sign):
        return place
    end = place.end
    while end < len(text) and text[end].isspace():
        end += 1
    return Span(place.start, end + 1) if text[end : end + 1] == sign else place
