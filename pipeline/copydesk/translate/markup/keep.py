"""Protected spans in the answers of engines that do not keep them by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Candidate, Edit, Protection, Request, Span
from copydesk.text.apply import move
from copydesk.translate.post_edit import moved
from copydesk.translate.stream import placeholders

_SURE = 0.5
"""The least share of its links that a target word must have with a protected span to be its translation."""


def kept(candidate: Candidate, request: Request) -> Candidate:
    """``candidate`` with the protections that are there named in ``kept``.

    One whose text is missing is written over the words that the engine's alignment links to it, if they
    stand together. One that finds no place stays out of ``kept``; the checks will say so.
    """
    if not request.protections:
        return candidate
    found, lost = _found(candidate.text, request.protections)
    edits = _written(candidate, found, lost) if candidate.alignment else []
    if edits:
        alignment = candidate.alignment
        candidate = moved(candidate, edits)
        assert alignment is not None
        target = tuple(move(token, edits) for token in alignment.target)
        candidate = replace(candidate, alignment=replace(alignment, target=target))
        found, lost = _found(candidate.text, request.protections)
    return replace(candidate, kept=tuple(sorted(found, key=lambda p: p.span)))


def masked(request: Request) -> tuple[Request, tuple[str, ...]]:
    """``request`` with a placeholder word for each protected span, and the words."""
    words = placeholders(request.text, len(request.protections))
    ordered = sorted(zip(request.protections, words, strict=True), key=lambda x: x[0].span)
    edits = [Edit(p.span, p.span.of(request.text), word, "mask", "protected") for p, word in ordered]
    text, position = "", 0
    for edit in edits:
        text += request.text[position : edit.span.start] + edit.after
        position = edit.span.end
    text += request.text[position:]
    inlines = tuple(replace(i, span=move(i.span, edits)) for i in request.inlines)
    return replace(request, text=text, inlines=inlines, protections=()), words


def restored(candidate: Candidate, request: Request, words: Sequence[str]) -> Candidate:
    """``candidate`` for a masked ``request`` with the protected texts for their placeholders.

    A placeholder that the engine lost or doubled leaves its protection out of ``kept``.
    """
    by_word = dict(zip((w.casefold() for w in words), request.protections, strict=True))
    pattern = re.compile("|".join(words) or r"(?!)", re.IGNORECASE)
    edits = []
    done: list[Protection] = []
    for match in pattern.finditer(candidate.text):
        protection = by_word[match.group().casefold()]
        edits.append(Edit(Span(*match.span()), match.group(), protection.text, "mask", "protected"))
        done.append(protection)
    alignment = candidate.alignment
    result = moved(candidate, edits) if edits else candidate
    if alignment is not None:
        target = tuple(move(token, edits) for token in alignment.target)
        result = replace(result, alignment=replace(alignment, target=target))
    names: list[Protection] = []
    growth = 0
    for edit, protection in zip(edits, done, strict=True):
        start = edit.span.start + growth
        growth += len(edit.after) - len(edit.before)
        if done.count(protection) == 1:
            names.append(replace(protection, span=Span(start, start + len(protection.text))))
    return replace(result, kept=tuple(names))


def _found(text: str, protections: Sequence[Protection]) -> tuple[list[Protection], list[Protection]]:
    """Those whose text stands in ``text`` as a word of its own, each occurrence used once; and the others."""
    used: list[Span] = []
    found: list[Protection] = []
    lost: list[Protection] = []
    for protection in sorted(protections, key=lambda p: (-len(p.text), p.span)):
        pattern = re.compile(rf"(?<!\w){re.escape(protection.text)}(?!\w)")
        spans = (Span(*m.span()) for m in pattern.finditer(text))
        free = next((s for s in spans if not any(s.overlaps(other) for other in used)), None)
        if free is None:
            lost.append(protection)
        else:
            used.append(free)
            found.append(replace(protection, span=free))
    return found, lost


def _written(candidate: Candidate, found: Sequence[Protection], lost: Sequence[Protection]) -> list[Edit]:
    """Edits that write lost protections over the words linked to them; none where those lie apart."""
    edits: list[Edit] = []
    taken = [p.span for p in found]
    for protection in lost:
        span = _linked(candidate, protection)
        if span is None or any(span.overlaps(other) for other in taken):
            continue
        taken.append(span)
        before = span.of(candidate.text)
        edits.append(Edit(span, before, protection.text, "protect", "the source says it, by the alignment"))
    return edits


def _linked(candidate: Candidate, protection: Protection) -> Span | None:
    alignment = candidate.alignment
    assert alignment is not None
    inside = {n for n, token in enumerate(alignment.source) if token.overlaps(protection.span)}
    total: dict[int, float] = {}
    ours: dict[int, float] = {}
    for source, target, weight in alignment.links:
        total[target] = total.get(target, 0.0) + weight
        if source in inside:
            ours[target] = ours.get(target, 0.0) + weight
    tokens = [t for t, weight in sorted(ours.items()) if weight / total[t] > _SURE]
    if not tokens or tokens != list(range(tokens[0], tokens[-1] + 1)):
        return None
    return _whole_words(
        Span(alignment.target[tokens[0]].start, alignment.target[tokens[-1]].end), candidate.text
    )


def _whole_words(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1 : end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, max(start, end))
