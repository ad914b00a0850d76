"""Two or more directions chained."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Candidate, Pair, Protection, Request
from copydesk.translate.apertium import ApertiumEngine
from copydesk.translate.base import Engine
from copydesk.translate.options import TranslateOptions
from copydesk.translate.packages import missing
from copydesk.translate.route import MEASURED, routes


class PivotEngine:
    """Takes each pair along a route of directions of one engine (Apertium unless another is given).

    Protected spans and inline marks travel along. ``direct`` routes count too, so that this engine is also
    what "auto" means: the best measured way.
    """

    name = "pivot"

    def __init__(
        self, options: TranslateOptions, *, legs: Engine | None = None, direct: bool = False
    ) -> None:
        self._options = options
        self._legs = legs or ApertiumEngine(options)
        self._direct = direct
        self.capabilities = self._legs.capabilities

    def pairs(self) -> tuple[Pair, ...]:
        """The directions that chain, sorted."""
        installed = self._legs.pairs()
        ends = {(a.source, b.target) for a in installed for b in installed}
        ends |= {(p.source, p.target) for p in installed}
        return tuple(sorted(Pair(*end) for end in ends if end[0] != end[1] and self._ways(Pair(*end))))

    def route(self, pair: Pair) -> tuple[str, ...]:
        """The languages that ``pair`` goes through, both ends included.

        Raises:
            PairMissingError: naming the packages to install.
        """
        if ways := self._ways(pair):
            return ways[0]
        via = self._options.via
        wanted = [(pair.source, *via, pair.target)] if via else [way for way, _ in MEASURED.get(pair, ())]
        raise missing(pair, wanted)

    def fingerprint(self, pair: Pair) -> str:
        """The fingerprints of the steps."""
        return "+".join(self._legs.fingerprint(step) for step in self._steps(pair))

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order."""
        if not batch:
            return []
        requests = list(batch)
        candidates: list[Candidate] = []
        for number, step in enumerate(self._steps(batch[0].pair)):
            if number:
                requests = [_onward(candidate) for candidate in candidates]
            requests = [replace(request, pair=step) for request in requests]
            candidates = self._legs.translate(requests)
        return candidates

    def close(self) -> None:
        """Stop the engine of the steps."""
        self._legs.close()

    def _steps(self, pair: Pair) -> list[Pair]:
        way = self.route(pair)
        return [Pair(a, b) for a, b in itertools.pairwise(way)]

    def _ways(self, pair: Pair) -> list[tuple[str, ...]]:
        ways = routes(pair, self._legs.pairs(), self._options.via)
        return [way for way in ways if self._direct or len(way) > 2]


def _onward(candidate: Candidate) -> Request:
    """What the next step is asked."""
    protections = tuple(Protection(p.span, p.text, p.kind) for p in candidate.kept)
    return Request(candidate.text, Pair("", ""), candidate.inlines, protections)
