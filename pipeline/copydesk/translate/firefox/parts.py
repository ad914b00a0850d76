"""A text in parts through a model, and the answers joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from copydesk.data import Protection, Span
from copydesk.translate.firefox.cutting import cut, halves
from copydesk.translate.firefox.masks import Found
from copydesk.translate.firefox.reader import UNREADABLE
from copydesk.translate.firefox.sentences import Sentences, as_inside, worse
from copydesk.translate.protect import chosen

_SMALLEST = 12
"""Tokens of the shortest part that is halved where words were lost."""

_FIGURES = re.compile(r"(?<![\w.,])\d{3,}(?!\w|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a text at ``span``, with its protected spans counted in it, and what was found for it.

    ``at`` is where ``found`` stands in the whole answer.
    """

    span: Span
    protections: tuple[Protection, ...]
    found: Found
    at: int = 0


def answered(
    text: str, protections: Sequence[Protection], sentences: Sentences, language: str
) -> tuple[Part, ...]:
    """``text`` in sentences and shorter parts, translated one by one, in order.

    A part that lost figures, or names of a list, is asked again in halves, and those count if they lost
    less; else once more with codes in the places of its figures.
    """
    spans = cut(text, language, protections, sentences.reader.count)
    parts = [better for span in spans for better in _best(text, span, protections, sentences)]
    placed, at = [], 0
    for number, part in enumerate(parts):
        at += part.span.start - (parts[number - 1].span.end if number else 0)
        said = as_inside(
            part.span.of(text),
            part.found.text,
            begins=not number or _ends_sentence(parts[number - 1].span.of(text)),
            ends=number == len(parts) - 1,
        )
        placed.append(replace(part, found=replace(part.found, text=said), at=at))
        at += len(said)
    return tuple(placed)


def joined(text: str, parts: Sequence[Part]) -> tuple[str, tuple[Protection, ...]]:
    """The answers of ``parts`` with the white space of ``text`` between them, and where protections stand."""
    answer, position = "", 0
    kept: list[Protection] = []
    for part in parts:
        answer += text[position : part.span.start] + part.found.text
        kept += [replace(p, span=p.span.shift(part.at)) for p in part.found.kept]
        position = part.span.end
    return answer + text[position:], tuple(kept)


def _best(text: str, span: Span, protections: Sequence[Protection], sentences: Sentences) -> list[Part]:
    whole = _part(text, span, protections, sentences)
    lost = worse(span.of(text), whole.found.text)
    if not lost:
        return [whole]
    long = sentences.reader.count(span.of(text)) >= 2 * _SMALLEST
    if long and len(smaller := halves(text, span, protections)) > 1:
        parts = [part for one in smaller for part in _best(text, one, protections, sentences)]
        if sum(worse(part.span.of(text), part.found.text) for part in parts) < lost:
            return parts
    coded = _part(text, span, chosen(protections, _missing(text, span, whole.found.text)), sentences)
    return [min(whole, coded, key=lambda part: worse(span.of(text), part.found.text))]


def _missing(text: str, span: Span, answer: str) -> list[Protection]:
    """The figures of three digits and more at ``span`` that ``answer`` spoilt, as what stays as it is."""
    return [
        Protection(Span(*match.span()), match.group(), UNREADABLE)
        for match in _FIGURES.finditer(text, span.start, span.end)
        if match.group() not in answer
    ]


def _part(text: str, span: Span, protections: Sequence[Protection], sentences: Sentences) -> Part:
    inside = tuple(replace(p, span=p.span.shift(-span.start)) for p in protections if span.contains(p.span))
    return Part(span, inside, sentences.translate(span.of(text), inside))


def _ends_sentence(text: str) -> bool:
    return text.rstrip("\"'”’»)]")[-1:] in ".!?…"
