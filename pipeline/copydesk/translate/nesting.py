"""Inline marks must stay well nested when their words have moved."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.data import Inline, Request, Span

_OPENERS = "¿¡«“\"'‘(["
_CLOSERS = ".,;:!?…»”\"'’)]"


def nested(inlines: Sequence[Inline], places: Sequence[Span]) -> tuple[Span, ...]:
    """``places`` changed as little as needed so that no two of them cross, and source nesting is kept.

    ``places[i]`` is where ``inlines[i]`` would like to stand. An inline inside another stays inside it;
    of two that stood apart and now cross, the later one gives way.
    """
    done = list(places)
    by_size = sorted(range(len(done)), key=lambda n: (len(inlines[n].span), n))
    for inner in by_size:
        for outer in by_size:
            if inner != outer and _inside(inlines, inner, outer) and len(done[outer]):
                done[outer] = Span(
                    min(done[outer].start, done[inner].start), max(done[outer].end, done[inner].end)
                )
    for n in sorted(range(len(done)), key=lambda n: (done[n].start, -done[n].end)):
        for other in range(len(done)):
            if other != n and _cross(done[other], done[n]):
                done[n] = _cut(done[n], done[other])
    while any(_cross(a, b) for a in done for b in done):
        first = next(n for n, a in enumerate(done) if any(_cross(a, b) for b in done))
        done[first] = Span(done[first].start, done[first].start)
    return tuple(done)


def widened(request: Request, number: int, place: Span, text: str) -> Span:
    """``place`` with the punctuation at its edges that the inline also covers in the source."""
    inline = request.inlines[number]
    source = inline.span.of(request.text)
    start, end = place.start, place.end
    if not source.strip() or not len(place):
        return place
    if inline.span.start <= len(request.text) - len(request.text.lstrip()) and (
        inline.span.end >= len(request.text.rstrip())
    ):
        return Span(min(start, len(text) - len(text.lstrip())), max(end, len(text.rstrip())))
    if source[0] in _OPENERS:
        while start and text[start - 1] in _OPENERS + " \u00a0\u202f" and text[start - 1 : start].strip():
            start -= 1
    if source[-1] in _CLOSERS:
        while end < len(text) and text[end] in _CLOSERS:
            end += 1
    return Span(start, end)


def _inside(inlines: Sequence[Inline], inner: int, outer: int) -> bool:
    a, b = inlines[inner].span, inlines[outer].span
    return b.contains(a) and (a != b or outer < inner) and len(b) > 0


def _cross(a: Span, b: Span) -> bool:
    return a.start < b.start < a.end < b.end or b.start < a.start < b.end < a.end


def _cut(span: Span, other: Span) -> Span:
    if other.start < span.start < other.end:
        return Span(other.end, max(other.end, span.end))
    return Span(span.start, max(span.start, other.start))
