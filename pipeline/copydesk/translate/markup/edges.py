"""Small words at the edges of marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Candidate, Request, Span
from copydesk.languages import facts
from copydesk.text.superscripts import is_raised
from copydesk.translate.markup.words import plain, words
from copydesk.translate.nesting import nested

_SIGNS = "%‰€$£°"

_Words = tuple[Sequence[Span], Sequence[bool]]
"""The words of a text, and which of them are little ones."""


def tightened(candidate: Candidate, request: Request) -> Candidate:
    """``candidate`` with the articles and prepositions at the edges of its marks where the source has them.

    Engines that move marks along with phrases give "<a>La ministre</a>" for "La <a>ministra</a>". Where a
    mark has more little words at an edge than the source's, and there are fewer beyond it, as many go out;
    and come in where it is the other way round. A sign that ends the source's mark is taken in. A mark round
    a superscript stands round the same superscript.
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
        if raised := _raised(own.span, request.text, candidate.text):
            place = raised
        elif len(place) and len(own.span):
            place = _balanced(own.span, place, (source, small_here), (target, small_there))
            place = _with_sign(own.span.of(request.text), place, candidate.text)
        places.append(place)
    if all(place == inline.span for place, inline in zip(places, candidate.inlines, strict=True)):
        return candidate
    spans = nested(request.inlines, places)
    moved = zip(candidate.inlines, spans, strict=True)
    return replace(candidate, inlines=tuple(replace(inline, span=span) for inline, span in moved))


def _little(word: str, known: frozenset[str]) -> bool:
    return plain(word) in known or word[-1] in "'’"


def _balanced(own: Span, place: Span, here: _Words, there: _Words) -> Span:
    """``place`` with as many little words at either edge as ``own`` has, if they only changed sides."""
    inside = [n for n, word in enumerate(there[0]) if word.overlaps(place)]
    if not inside:
        return place
    first, last = inside[0], inside[-1]
    ours = [n for n, word in enumerate(here[0]) if word.overlaps(own)]
    if not ours:
        return place
    left = _shift(_row(here[1], ours[0], ours[-1], -1), _row(there[1], first, last, -1))
    right = _shift(_row(here[1], ours[-1], ours[0], 1), _row(there[1], last, first, 1))
    if first + left > last - right:
        return place
    start = there[0][first + left].start if left else place.start
    end = there[0][last - right].end if right else place.end
    return Span(start, end)


def _shift(ours: tuple[int, int], theirs: tuple[int, int]) -> int:
    """How many little words must leave the mark at this edge; negative, how many must come in."""
    (outside, within), (outside_now, within_now) = ours, theirs
    if within_now > within:
        return max(0, min(within_now - within, outside - outside_now))
    return -max(0, min(within - within_now, outside_now - outside))


def _row(small: Sequence[bool], edge: int, far: int, step: int) -> tuple[int, int]:
    """How many little words stand in a row beyond the word ``edge``, and from it on inwards.

    ``step`` is the way out. The word at the ``far`` end of the mark counts for neither.
    """
    outside = within = 0
    n = edge + step
    while 0 <= n < len(small) and small[n]:
        outside, n = outside + 1, n + step
    n = edge
    while n != far and small[n]:
        within, n = within + 1, n - step
    return outside, within


def _raised(own: Span, source: str, target: str) -> Span | None:
    """The superscript of ``target`` that is the one at ``own`` in ``source``, if there are as many."""
    sign = own.of(source)
    if not is_raised(sign):
        return None
    places = [match.start() for match in re.finditer(re.escape(sign), target)]
    if len(places) != source.count(sign):
        return None
    start = places[source.count(sign, 0, own.start)]
    return Span(start, start + len(sign))


def _with_sign(source: str, place: Span, text: str) -> Span:
    sign = source[-1:]
    if sign not in _SIGNS or place.of(text).endswith(sign):
        return place
    end = place.end
    while end < len(text) and text[end].isspace():
        end += 1
    return Span(place.start, end + 1) if text[end : end + 1] == sign else place
