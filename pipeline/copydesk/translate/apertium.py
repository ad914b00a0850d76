"""Apertium as separate, long-lived processes."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property

from copydesk.data import Candidate, Pair, Protection, Request, Span, primary
from copydesk.errors import EngineError
from copydesk.translate.base import Capabilities
from copydesk.translate.chain import Chain
from copydesk.translate.modes import Mode, commands, fingerprint, installed
from copydesk.translate.nesting import nested
from copydesk.translate.options import TranslateOptions
from copydesk.translate.packages import missing
from copydesk.translate.selection import digest, selection
from copydesk.translate.stream import RESET, StreamError, decode, encode
from copydesk.translate.verbatim import mapped, verbatim

_SLICE = 256
"""Units sent at once: a deadline covers so many, and so many are tried one by one after a crash."""


class ApertiumEngine:
    """Every installed Apertium direction.

    A direction's processes start with its first batch and stay. A unit whose protected spans do not come
    back exactly once is translated again piece by piece, round the spans.
    """

    name = "apertium"
    capabilities = Capabilities(inlines=True, protections=True)

    def __init__(self, options: TranslateOptions) -> None:
        self._options = options
        self._pipelines: dict[Pair, list[Chain]] = {}

    @cached_property
    def modes(self) -> dict[Pair, Mode]:
        """The installed directions, as found when first asked."""
        return installed()

    def pairs(self) -> tuple[Pair, ...]:
        """The installed directions, sorted."""
        return tuple(sorted(self.modes))

    def fingerprint(self, pair: Pair) -> str:
        """Mode name and a digest of its data and programs, and one of the choices among its translations."""
        mode = self._mode(pair)
        chosen = f".{digest(mode.pair)}" if selection(mode.pair) else ""
        return f"apertium:{mode.path.stem}:{fingerprint(mode)}{chosen}"

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order.

        Raises:
            PairMissingError: naming the package to install.
            EngineError: if a unit breaks the pipeline even when it is alone.
        """
        answers = self._exchange(batch)
        return [self._decoded(request, answer) for request, answer in zip(batch, answers, strict=True)]

    def close(self) -> None:
        """Stop all pipelines."""
        for pipelines in self._pipelines.values():
            for pipeline in pipelines:
                pipeline.close()
        self._pipelines = {}

    def _mode(self, pair: Pair) -> Mode:
        source = primary(pair.source)
        for candidate in (pair, Pair(source, pair.target), Pair(source, primary(pair.target))):
            if candidate in self.modes:
                return self.modes[candidate]
        raise missing(pair)

    def _exchange(self, batch: Sequence[Request]) -> list[str]:
        """The raw answers; what has no letters is not sent at all."""
        answers = [""] * len(batch)
        sent = [n for n, r in enumerate(batch) if _worth_sending(r)]
        if not sent:
            return answers
        pipelines = self._open(batch[sent[0]].pair)
        share = -(-len(sent) // len(pipelines))
        parts = [sent[start : start + share] for start in range(0, len(sent), share)]
        with ThreadPoolExecutor(len(parts)) as threads:
            done = threads.map(
                lambda part, pipe: self._through(pipe, [batch[n] for n in part]), parts, pipelines
            )
            for part, texts in zip(parts, done, strict=True):
                for n, text in zip(part, texts, strict=True):
                    answers[n] = text
        return answers

    def _through(self, pipeline: Chain, batch: Sequence[Request]) -> list[str]:
        """Answers from one pipeline; after a crash each unit is tried alone."""
        units = [encode(request).stream for request in batch]
        deadline = self._options.deadline
        answers: list[str] = []
        for start in range(0, len(units), _SLICE):
            piece = units[start : start + _SLICE]
            try:
                answers += _exchanged(pipeline, piece, deadline)
            except EngineError:
                answers += [_exchanged(pipeline, [unit], deadline)[0] for unit in piece]
        return answers

    def _open(self, pair: Pair) -> list[Chain]:
        mode = self._mode(pair)
        if mode.pair not in self._pipelines:
            self._pipelines[mode.pair] = [
                Chain(commands(mode), name=f"apertium {mode.path.stem}", selection=selection(mode.pair))
                for _ in range(self._options.processes or 1)
            ]
        return self._pipelines[mode.pair]

    def _decoded(self, request: Request, answer: str) -> Candidate:
        if not _worth_sending(request):
            return verbatim(request)
        try:
            return decode(encode(request), answer)
        except StreamError:
            return self._round_protections(request)

    def _round_protections(self, request: Request) -> Candidate:
        """The text between protected spans, translated piece by piece; inline marks keep their shares."""
        text = ""
        unknown: list[Span] = []
        kept: list[Protection] = []
        bounds: list[tuple[int, int]] = [(0, 0)]
        position = 0
        ordered = sorted(request.protections, key=lambda p: p.span)
        for protection in (*ordered, None):
            end = protection.span.start if protection else len(request.text)
            piece = self.translate([Request(request.text[position:end], request.pair)])[0]
            unknown += [s.shift(len(text)) for s in piece.unknown]
            text += piece.text
            bounds.append((end, len(text)))
            if protection:
                kept.append(replace(protection, span=Span(len(text), len(text) + len(protection.text))))
                text += protection.text
                position = protection.span.end
                bounds.append((position, len(text)))
        places = [Span(mapped(i.span.start, bounds), mapped(i.span.end, bounds)) for i in request.inlines]
        inlines = zip(request.inlines, nested(request.inlines, places), strict=True)
        return Candidate(
            text, tuple(replace(i, span=s) for i, s in inlines), tuple(unknown), kept=tuple(kept)
        )


def _exchanged(pipeline: Chain, units: Sequence[str], deadline: float) -> list[str]:
    """The answers to ``units``, each preceded by a full stop of its own.

    apertium-transfer keeps its rules' variables over NUL; the full stop settles them, so that no unit sees
    what came before it.
    """
    return pipeline.exchange([u for unit in units for u in (RESET, unit)], deadline=deadline)[1::2]


def _worth_sending(request: Request) -> bool:
    """Whether anything but protected spans has letters."""
    masked = list(request.text)
    for protection in request.protections:
        masked[protection.span.start : protection.span.end] = " " * len(protection.span)
    return any(char.isalpha() for char in masked)
