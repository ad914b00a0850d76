"""Where each of some systems is good: by kind of segment, by article, and segment by segment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.gate.material import Material, System
from copydesk.gate.metrics import Metric, summed

_LONG = 35
_QUOTE = re.compile(r'[«»“”"]')
_NAME = re.compile(r"(?<=[^\W\d_,;] )[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}")
_KINDS: dict[str, Callable[[str], bool]] = {
    "with numbers": lambda text: any(char.isdigit() for char in text),
    "with names": lambda text: bool(_NAME.search(text)),
    f"long (over {_LONG} words)": lambda text: len(text.split()) > _LONG,
    "with quotations": lambda text: bool(_QUOTE.search(text)),
    "headlines (no full stop)": lambda text: (
        len(text.split()) < 16 and not text.rstrip('"» ').endswith((".", "!", "?"))
    ),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Segments of one kind, or one article: the score of each system and how often each is best."""

    name: str
    segments: int
    scores: tuple[float, ...]
    wins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Regression:
    """A segment that the second system translates worse than the first, by ``loss`` points of the metric."""

    number: int
    article: str
    source: str
    reference: str
    first: str
    second: str
    loss: float


class Judge:
    """One metric's view of every segment of every system; ``rows`` are its statistics, system by system."""

    def __init__(self, metric: Metric, rows: Sequence[Sequence[Sequence[float]]]) -> None:
        self._metric = metric
        self._rows = rows
        self._values = [[metric.score(row) for row in system] for system in rows]

    def phenomena(self, material: Material) -> Iterator[Group]:
        """The kinds of segment that occur; one segment may be of several."""
        for name, holds in _KINDS.items():
            if places := [at for at, source in enumerate(material.sources) if holds(source)]:
                yield self._group(name, places)

    def articles(self, material: Material) -> Iterator[Group]:
        """The articles, in the order of their first segments; nothing where there is only one."""
        places: dict[str, list[int]] = {}
        for at, article in enumerate(material.articles):
            places.setdefault(article, []).append(at)
        if len(places) > 1:
            for name, found in places.items():
                yield self._group(name, found)

    def regressions(
        self, material: Material, systems: Sequence[System], second: int, worst: int
    ) -> tuple[Regression, ...]:
        """The ``worst`` losses of ``systems[second]`` against the first system, the greatest first."""
        pairs = zip(self._values[0], self._values[second], strict=True)
        losses = [(one - two, at) for at, (one, two) in enumerate(pairs) if one > two]
        return tuple(
            Regression(
                at + 1,
                material.articles[at],
                material.sources[at],
                material.references[at],
                systems[0].targets[at],
                systems[second].targets[at],
                loss,
            )
            for loss, at in sorted(losses, key=lambda item: (-item[0], item[1]))[:worst]
        )

    def _group(self, name: str, places: Sequence[int]) -> Group:
        scores = [self._metric.score(summed([system[at] for at in places])) for system in self._rows]
        wins = [0] * len(scores)
        for at in places:
            values = [system[at] for system in self._values]
            best = max(values)
            if values.count(best) == 1:
                wins[values.index(best)] += 1
        return Group(name, len(places), tuple(scores), tuple(wins))
