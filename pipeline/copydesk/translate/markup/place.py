"""Where the marks of a source sentence stand in its translation, told by an alignment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Alignment, Inline, Request, Span
from copydesk.translate.markup.matrix import Matrix, settled
from copydesk.translate.markup.words import words
from copydesk.translate.nesting import nested, widened

_BRIDGE = 0.05
"""What a target word without links costs within a mark: less than any link to the mark's words gains."""


def place(request: Request, text: str, alignment: Alignment) -> tuple[Inline, ...]:
    """Each of the request's inline marks once, with its attributes, over its words in ``text``, well nested.

    A mark takes the stretch of target words that are linked to its words rather than to others; one whose
    words have no links, a stretch of the like length where it would stand by proportion. Marks without
    length, line breaks above all, go where the fewest links cross them.
    """
    source, target = words(request.text), words(text)
    matrix = settled(alignment, source, target)
    places: list[Span] = []
    for number, inline in enumerate(request.inlines):
        if not len(inline.span) or not inline.span.of(request.text).strip():
            at = _point(request, inline, text, target, alignment)
            places.append(Span(at, at))
        else:
            inside = [n for n, word in enumerate(source) if _mostly(word, inline.span)]
            found = _stretch(inside, target, matrix) or _by_proportion(inside, source, target)
            place = found or Span(0, 0) if target else _whole(text)
            places.append(widened(request, number, place, text))
    spans = nested(request.inlines, places)
    return tuple(replace(inline, span=span) for inline, span in zip(request.inlines, spans, strict=True))


def _stretch(inside: Sequence[int], target: Sequence[Span], matrix: Matrix) -> Span | None:
    """The run of target words with the greatest gain; None where no word belongs to the mark."""
    steps = [_gain(row, inside) for row in matrix]
    best, best_run = 0.0, None
    gain, start = 0.0, 0
    for n, step in enumerate(steps):
        if gain <= 0:
            gain, start = 0.0, n
        gain += step
        if gain > best + 1e-9 and step > 0:
            best, best_run = gain, (start, n)
    if best_run is None:
        return None
    first = next(n for n in range(best_run[0], best_run[1] + 1) if steps[n] > 0)
    return Span(target[first].start, target[best_run[1]].end)


def _gain(row: Sequence[float], inside: Sequence[int]) -> float:
    """From -1, all links lead outside, to 1, all lead inside."""
    total = sum(row)
    if total <= 0:
        return -_BRIDGE
    return 2 * sum(row[n] for n in inside) / total - 1


def _mostly(token: Span, span: Span) -> bool:
    shared = min(token.end, span.end) - max(token.start, span.start)
    return shared > 0 and 2 * shared >= len(token)


def _by_proportion(inside: Sequence[int], source: Sequence[Span], target: Sequence[Span]) -> Span | None:
    if not inside or not target:
        return None
    share = len(target) / len(source)
    first = min(int(inside[0] * share), len(target) - 1)
    last = min(max(first, round((inside[-1] + 1) * share) - 1), len(target) - 1)
    return Span(target[first].start, target[last].end)


def _point(request: Request, inline: Inline, text: str, target: Sequence[Span], alignment: Alignment) -> int:
    """The bound between words that the fewest links cross, nearest to the proportional one."""
    at = inline.span.start
    if not request.text[:at].strip():
        return len(text) - len(text.lstrip())
    if not request.text[at:].strip():
        return len(text.rstrip())
    share = at / max(1, len(request.text))
    bounds = range(len(target) + 1)
    crossing = [_crossing(at, _start(n, target, text), alignment) for n in bounds]
    best = min(
        bounds,
        key=lambda n: (round(crossing[n], 6), abs(_start(n, target, text) / max(1, len(text)) - share)),
    )
    if best and not request.text[at - 1].isspace() and not request.text[at - 1].isalnum():
        end = target[best - 1].end  # it follows a punctuation mark: so it shall
        stop = _start(best, target, text)
        while end < stop and not text[end].isspace():
            end += 1
        return end
    if best and not request.text[at - 1].isspace():
        return target[best - 1].end
    return _start(best, target, text)


def _start(number: int, target: Sequence[Span], text: str) -> int:
    return target[number].start if number < len(target) else len(text)


def _crossing(at: int, there: int, alignment: Alignment) -> float:
    return sum(
        weight
        for s, t, weight in alignment.links
        if (alignment.source[s].start < at) != (alignment.target[t].start < there)
    )


def _whole(text: str) -> Span:
    stripped = text.strip()
    start = len(text) - len(text.lstrip())
    return Span(start, start + len(stripped))
