"""A request in parts that a model can take, and its answer from theirs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.data import Alignment, Candidate, Request, Span
from copydesk.translate.neural.backend import Hypothesis
from copydesk.translate.neural.pieces import Pieces
from copydesk.translate.neural.splitting import split

_LEAST = 0.05
"""Attention below this is noise, not a link."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The part of a text that begins at ``start``, as the model sees it; ``aligned``: with its attention."""

    text: str
    start: int
    tokens: tuple[str, ...]
    aligned: bool


def units(request: Request, pieces: Pieces, limit: int) -> list[Unit]:
    """The parts of ``request`` that fit into ``limit`` tokens, in order; none if it has no letters."""
    if not any(char.isalpha() for char in request.text):
        return []
    room = limit - pieces.extra
    aligned = bool(request.inlines or request.protections)
    whole = request.text.strip()
    start = request.text.index(whole)
    tokens = pieces.encode(whole)
    if len(tokens) <= room:
        return [Unit(whole, start, pieces.source(tokens), aligned)]
    spans = split(request.text, lambda part: len(pieces.encode(part)) <= room)
    texts = [span.of(request.text) for span in spans]
    return [
        Unit(text, span.start, pieces.source(pieces.encode(text)), aligned)
        for text, span in zip(texts, spans, strict=True)
    ]


def candidate(request: Request, parts: Sequence[tuple[Unit, Hypothesis]], pieces: Pieces) -> Candidate:
    """One candidate from a hypothesis for each part, joined with the white space that parted them."""
    text = ""
    here = 0
    source: list[Span] = []
    target: list[Span] = []
    links: list[tuple[int, int, float]] = []
    for unit, hypothesis in parts:
        gap = request.text[here : unit.start]
        text += gap if not here or gap else ""
        here = unit.start + len(unit.text)
        if unit.aligned and hypothesis.attention:
            _link(unit, hypothesis, pieces, len(text), (source, target, links))
        text += pieces.decode(hypothesis.tokens).strip()
    text += request.text[here:]
    alignment = Alignment(tuple(source), tuple(target), tuple(links)) if links else None
    return Candidate(text, score=score([h for _, h in parts]), alignment=alignment)


def score(hypotheses: Sequence[Hypothesis]) -> float:
    """The geometric mean of all token probabilities, from 0 to 1; ``</s>`` counts as a token."""
    tokens = sum(len(h.tokens) + h.ended for h in hypotheses)
    return math.exp(min(0.0, sum(h.logprob for h in hypotheses) / max(1, tokens)))


def _link(
    unit: Unit,
    hypothesis: Hypothesis,
    pieces: Pieces,
    offset: int,
    into: tuple[list[Span], list[Span], list[tuple[int, int, float]]],
) -> None:
    """Add the tokens and links of one part; ``offset`` is where its translation begins."""
    source, target, links = into
    columns = _numbered(pieces.source_spans(unit.text), unit.start, source)
    lead = len(decoded := pieces.decode(hypothesis.tokens)) - len(decoded.lstrip())
    rows = _numbered(pieces.target_spans(hypothesis.tokens), offset - lead, target)
    for row, weights in zip(rows, hypothesis.attention, strict=False):
        if row is None:
            continue
        for column, weight in zip(columns, weights, strict=False):
            if column is not None and weight >= _LEAST:
                links.append((column, row, round(min(1.0, float(weight)), 4)))


def _numbered(spans: Sequence[Span | None], offset: int, into: list[Span]) -> list[int | None]:
    """Append the spans that are there to ``into``, shifted; the number each has got."""
    numbers: list[int | None] = []
    for span in spans:
        numbers.append(None if span is None else len(into))
        if span is not None:
            into.append(Span(span.start + offset, span.end + offset))
    return numbers
