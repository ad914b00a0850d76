"""Every pair along the best of its installed routes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from copydesk.data import Candidate, Edit, Pair, Protection, Request, Span
from copydesk.translate.base import Capabilities, Engine
from copydesk.translate.legs import LOCAL, Legs
from copydesk.translate.measurements import measurements
from copydesk.translate.options import TranslateOptions
from copydesk.translate.packages import missing
from copydesk.translate.post_edit import moved
from copydesk.translate.ranking import RULES, Ranked, rank
from copydesk.translate.route import Leg, without_regions
from copydesk.translate.supervised.choose import build, supports_nbest

_QUOTES = re.compile(r"[“”„]|«[\s\u202f]*|[\s\u202f]*»")
"""Quotes that models of other languages seldom saw, with the spaces that French sets inside."""


class RoutedEngine:
    """Takes each pair along a route of ``legs``: the best one, or the one ``place`` places behind it.

    A region of the target ("fr-CA") never changes the way; the last engine may have a variant for it.
    ``pivots_only`` leaves routes of one leg out. ``close`` closes the legs, which others may share.
    """

    capabilities = Capabilities(inlines=True, protections=True)

    def __init__(
        self,
        options: TranslateOptions,
        legs: Legs,
        *,
        place: int = 0,
        name: str = "auto",
        pivots_only: bool = False,
    ) -> None:
        self.name = name
        self.legs = legs
        self._via = options.via
        self._place = place
        self._pivots_only = pivots_only
        self._ranked: dict[Pair, tuple[Ranked, ...]] = {}

    def pairs(self) -> tuple[Pair, ...]:
        """The directions that some route serves, sorted; of longer routes those of two legs."""
        legs = self.legs.installed
        ends = {leg.pair for leg in legs}
        ends |= {
            Pair(a.pair.source, b.pair.target) for a in legs for b in legs if a.pair.target == b.pair.source
        }
        return tuple(sorted(pair for pair in ends if pair.source != pair.target and self.routes(pair)))

    def routes(self, pair: Pair) -> tuple[Ranked, ...]:
        """All installed routes for ``pair``, the one to take first."""
        key = without_regions(pair)
        if key not in self._ranked:
            ranked = rank(key, self.legs.installed, via=self._via, published=self.legs.published)
            self._ranked[key] = tuple(r for r in ranked if len(r.route.legs) > self._pivots_only)
        return self._ranked[key]

    def choice(self, pair: Pair) -> Ranked:
        """The route that ``pair`` takes, and why.

        Raises:
            PairMissingError: naming the commands that would bring one.
        """
        routes = self.routes(pair)
        if len(routes) > self._place:
            return routes[self._place]
        stops = (pair.source, *(self._via or ()), pair.target)
        known = [m for m in measurements() if m.pair == without_regions(pair)]
        by_rules = [m.route.languages for m in known if {leg.engine for leg in m.route.legs} == {"apertium"}]
        raise missing(pair, [stops] if self._via else by_rules)

    def keeps_protections(self, pair: Pair) -> bool:
        """Whether every engine on the way keeps protected spans by itself."""
        engines = {leg.engine for leg in self.choice(pair).route.legs}
        return all(self.legs.engine(name).capabilities.protections for name in engines)

    def supports_nbest(self, pair: Pair) -> bool:
        """Whether the last engine on the way can give several answers."""
        return supports_nbest(self.legs.engine(self.choice(pair).route.legs[-1].engine))

    def fingerprint(self, pair: Pair) -> str:
        """The fingerprints of the legs."""
        steps = self._steps(pair)
        return "+".join(self.legs.engine(leg.engine).fingerprint(step) for leg, step in steps)

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order."""
        if not batch:
            return []
        requests, (leg, step) = self._before_last(batch)
        return self.legs.translate(leg, [replace(request, pair=step) for request in requests])

    def alternatives(self, batch: Sequence[Request], count: int) -> list[tuple[Candidate, ...]]:
        """Up to ``count`` candidates per request, best first, as the last engine on the way gives them."""
        if not batch:
            return []
        requests, (leg, step) = self._before_last(batch)
        return self.legs.alternatives(leg, [replace(request, pair=step) for request in requests], count)

    def close(self) -> None:
        """Stop the engines of the legs."""
        self.legs.close()

    def _before_last(self, batch: Sequence[Request]) -> tuple[Sequence[Request], tuple[Leg, Pair]]:
        """What the last leg is asked, and that leg."""
        steps = self._steps(batch[0].pair)
        requests = batch
        for (leg, step), (next_leg, _) in pairwise(steps):
            asked = [replace(request, pair=step) for request in requests]
            answers = self.legs.translate(leg, asked)
            requests = [_onward(answer, plain=next_leg.engine not in RULES) for answer in answers]
        return requests, steps[-1]

    def _steps(self, pair: Pair) -> list[tuple[Leg, Pair]]:
        """The legs of the way, each with its pair; the ends of the way as ``pair`` writes them."""
        legs = self.choice(pair).route.legs
        stops = [pair.source, *(leg.pair.target for leg in legs[:-1]), pair.target]
        return [(leg, Pair(*stops[n : n + 2])) for n, leg in enumerate(legs)]


def _onward(candidate: Candidate, *, plain: bool) -> Request:
    """What the next leg is asked: the text between two legs is read by nobody, so its quotes may be plain."""
    if plain:
        kept = [protection.span for protection in candidate.kept]
        found = [(Span(*m.span()), m.group()) for m in _QUOTES.finditer(candidate.text)]
        free = [(span, mark) for span, mark in found if not any(span.overlaps(other) for other in kept)]
        candidate = moved(candidate, [Edit(span, mark, '"', "quotes", "plain") for span, mark in free])
    protections = tuple(Protection(p.span, p.text, p.kind) for p in candidate.kept)
    return Request(candidate.text, Pair("", ""), candidate.inlines, protections)


def pivot(options: TranslateOptions) -> Engine:
    """The registered engine "pivot": Apertium's directions chained, never a direct one."""
    return RoutedEngine(options, Legs(options, build, ["apertium"]), name="pivot", pivots_only=True)


def routed(options: TranslateOptions, *, places: int = 1) -> tuple[RoutedEngine, ...]:
    """The engine "auto" and those that take the next best routes, ``places`` in all, with legs in common."""
    legs = Legs(options, build, LOCAL)
    return tuple(RoutedEngine(options, legs, place=place) for place in range(places))
