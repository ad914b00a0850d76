"""A request through a model: cut, shown, asked, read, joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Candidate, Protection, Request, Span
from copydesk.translate.firefox.cutting import cut
from copydesk.translate.firefox.foreign import KIND, unreadable
from copydesk.translate.firefox.legible import in_the_signs_of, legible
from copydesk.translate.firefox.masks import Way, show, uncover
from copydesk.translate.firefox.native import NativeModel
from copydesk.translate.protect import chosen

Kept = tuple[Protection, ...]
_STOPS = re.compile(r"[.!?…]+$")


def translated(request: Request, model: NativeModel) -> Candidate:
    """The model's answer to ``request``, with every protected span in it once."""
    text = request.text
    protections = chosen(request.protections, unreadable(text, model))
    answer, kept, position = "", [], 0
    for part in cut(text, request.pair.source, protections, lambda t: model.count(legible(t))):
        answer += text[position : part.start]
        inside = [replace(p, span=p.span.shift(-part.start)) for p in protections if part.contains(p.span)]
        said, here = _part(part.of(text), inside, model)
        if position:
            said = _as_inside(part.of(text), said)
        kept += [replace(p, span=p.span.shift(len(answer))) for p in here]
        answer += said
        position = part.end
    answer += text[position:]
    return Candidate(answer, kept=tuple(p for p in kept if p.kind != KIND))


def _part(text: str, protections: Sequence[Protection], model: NativeModel) -> tuple[str, Kept]:
    """One part and its protected spans: names as they are, else codes for all, else piece by piece."""
    if not _has_letters(text, protections):
        return _round(text, protections, None)
    for way in Way if protections else (Way.CODES,):
        shown = show(text, protections, way)
        said = in_the_signs_of(text, model.translate(shown.text))
        found = uncover(said, shown, protections)
        if found is not None:
            return found
    return _round(text, protections, model)


def _round(text: str, protections: Sequence[Protection], model: NativeModel | None) -> tuple[str, Kept]:
    """``text`` translated between its protected spans; as it is without a ``model``."""
    answer, kept, position = "", [], 0
    for protection in (*protections, None):
        gap = text[position : protection.span.start if protection else len(text)]
        bare = gap.strip()
        if model is not None and any(map(str.isalpha, bare)):
            said = in_the_signs_of(bare, model.translate(legible(bare)))
            answer += gap.replace(bare, _as_inside(bare, said) if position or protection else said, 1)
        else:
            answer += gap
        if protection:
            kept.append(replace(protection, span=Span(len(answer), len(answer) + len(protection.text))))
            answer += protection.text
            position = protection.span.end
    return answer, tuple(kept)


def _as_inside(source: str, said: str) -> str:
    """``said`` without the capital and the full stop that the model gives to what looks like a sentence."""
    if source[:1].islower() and said[:1].isupper() and not said[1:2].isupper() and said[:2] != "I ":
        said = said[:1].lower() + said[1:]
    if not _STOPS.search(source):
        said = _STOPS.sub("", said)
    return said


def _has_letters(text: str, protections: Sequence[Protection]) -> bool:
    signs = list(text)
    for protection in protections:
        signs[protection.span.start : protection.span.end] = " " * len(protection.span)
    return any(map(str.isalpha, signs))
