"""Ways from one language to another: legs, each with its engine."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.data import Pair

LONGEST = 2
"""The legs that a route may have which nobody measured; if that finds none, it may have one more."""


@dataclass(frozen=True, slots=True, order=True)
class Leg:
    """One direction of one engine; ``pair`` without regions."""

    engine: str
    pair: Pair

    def __str__(self) -> str:
        return f"{self.engine}:{self.pair}"


@dataclass(frozen=True, slots=True, order=True)
class Route:
    """Legs that join: the target of each is the source of the next.

    ``str`` gives the form that the table of measurements is written in, "apertium:es-pt firefox:pt-en".
    """

    legs: tuple[Leg, ...]

    def __post_init__(self) -> None:
        if not self.legs or any(a.pair.target != b.pair.source for a, b in itertools.pairwise(self.legs)):
            raise ValueError(f"no route: {self}")

    def __str__(self) -> str:
        return " ".join(map(str, self.legs))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages on the way, both ends included."""
        return (self.legs[0].pair.source, *(leg.pair.target for leg in self.legs))

    @property
    def shown(self) -> str:
        """For people: "es > pt (apertium) > en (firefox)"; legs of one engine in a row name it once."""
        words = self.languages[0]
        for engine, legs in itertools.groupby(self.legs, key=lambda leg: leg.engine):
            words += "".join(f" > {leg.pair.target}" for leg in legs) + f" ({engine})"
        return words


def parse_route(text: str) -> Route:
    """The route that ``str`` of it gave.

    Raises:
        ValueError: if it is none.
    """
    legs = []
    for word in text.split():
        engine, _, pair = word.rpartition(":")
        source, _, target = pair.partition("-")
        legs.append(Leg(engine, Pair(source, target)))
    return Route(tuple(legs))


def without_regions(pair: Pair) -> Pair:
    """``pair`` by language and script alone: a region or variant changes how a text looks, not its way."""
    return Pair(_language(pair.source), _language(pair.target))


def find_routes(
    pair: Pair, legs: Collection[Leg], *, via: Sequence[str] | None = None, longest: int = LONGEST
) -> tuple[Route, ...]:
    """All ways from ``pair.source`` to ``pair.target`` of up to ``longest`` legs, no language twice.

    With ``via`` only ways through exactly those languages count, however many they are.
    """
    pair = without_regions(pair)
    if via is not None:
        stops = (pair.source, *(_language(code) for code in via), pair.target)
        steps = [[leg for leg in legs if leg.pair == Pair(a, b)] for a, b in itertools.pairwise(stops)]
        return tuple(sorted(Route(way) for way in itertools.product(*steps)))
    onward: dict[str, list[Leg]] = defaultdict(list)
    for leg in legs:
        if leg.pair.source != pair.target:
            onward[leg.pair.source].append(leg)
    found = _ways(pair.source, pair.target, onward, longest, frozenset({pair.source}))
    return tuple(sorted(Route(way) for way in found))


def _ways(
    source: str, target: str, onward: Mapping[str, Sequence[Leg]], longest: int, seen: frozenset[str]
) -> Iterator[tuple[Leg, ...]]:
    for leg in onward.get(source, ()):
        middle = leg.pair.target
        if middle == target:
            yield (leg,)
        elif longest > 1 and middle not in seen:
            for rest in _ways(middle, target, onward, longest - 1, seen | {middle}):
                yield (leg, *rest)


def _language(tag: str) -> str:
    primary, *more = tag.split("-")
    return "-".join([primary.lower(), *(part for part in more[:1] if len(part) == 4 and part.isalpha())])
