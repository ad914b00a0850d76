"""Corpus metrics through sacreBLEU: scores from sums of per-segment statistics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from copydesk.plugins import Registry


@dataclass(frozen=True, slots=True)
class Compared:
    """A translation, what people made of the same source, and the source."""

    source: str
    target: str
    reference: str


class Metric(Protocol):
    """Statistics per segment that add up, and the score of their sum."""

    better: int
    """1 if more is better, -1 if less is."""

    def signature(self) -> str:
        """All that shapes a score; scores of unlike signatures are never compared."""
        ...

    def statistics(self, batch: Sequence[Compared]) -> list[list[float]]:
        """One row per segment."""
        ...

    def score(self, total: Sequence[float]) -> float:
        """The score of rows that were added up."""
        ...


METRICS = Registry(
    "metrics",
    {
        "bleu": "copydesk.gate.sacrebleu_metrics:bleu",
        "chrf": "copydesk.gate.sacrebleu_metrics:chrf",
        "chrf++": "copydesk.gate.sacrebleu_metrics:chrf_plus_plus",
        "ter": "copydesk.gate.sacrebleu_metrics:ter",
        "comet": "copydesk.gate.comet_metrics:comet",
        "cometkiwi": "copydesk.gate.comet_metrics:cometkiwi",
    },
    dict.fromkeys(("bleu", "chrf", "chrf++", "ter"), "metrics") | {"comet": "comet", "cometkiwi": "comet"},
)
"""The metrics, by name; a member is a function without arguments that gives a Metric."""

USUAL = ("bleu", "chrf", "chrf++")


@dataclass(frozen=True, slots=True)
class Score:
    """A metric's value over some segments. ``group`` is "all", or "pair es-fr", "engine …", "article …"."""

    metric: str
    group: str
    value: float
    segments: int
    signature: str


class Scorer:
    """Adds up the statistics of segments as they come, over all and by group."""

    def __init__(self, names: Sequence[str], *, kept: int = 20_000) -> None:
        self._metrics: dict[str, Metric] = {name: METRICS.load(name)() for name in names}
        self._kept = kept
        self._batch: list[tuple[Compared, tuple[str, ...]]] = []
        self._sums: dict[tuple[str, str], list[float]] = {}
        self._counts: dict[str, int] = {}
        self.rows: dict[str, list[list[float]]] = {name: [] for name in names}
        self.keys: list[str] = []

    @property
    def metrics(self) -> dict[str, Metric]:
        """The metrics, by name."""
        return self._metrics

    def add(self, pair: Compared, groups: tuple[str, ...], key: str) -> None:
        """Count one segment into "all" and into ``groups``; ``key`` names it for comparisons."""
        self._batch.append((pair, ("all", *groups)))
        if len(self.keys) < self._kept:
            self.keys.append(key)
        if len(self._batch) >= 64:
            self._flush()

    def scores(self) -> tuple[Score, ...]:
        """All scores, by metric and group, "all" first."""
        self._flush()
        return tuple(
            Score(
                name,
                group,
                self._metrics[name].score(total),
                self._counts[group],
                self._metrics[name].signature(),
            )
            for (name, group), total in self._sums.items()
        )

    def _flush(self) -> None:
        pairs = [pair for pair, _ in self._batch]
        if not pairs:
            return
        for _, groups in self._batch:
            for group in groups:
                self._counts[group] = self._counts.get(group, 0) + 1
        for name, metric in self._metrics.items():
            for row, (_, groups) in zip(metric.statistics(pairs), self._batch, strict=True):
                if len(self.rows[name]) < self._kept:
                    self.rows[name].append(row)
                for group in groups:
                    total = self._sums.setdefault((name, group), [0.0] * len(row))
                    for at, value in enumerate(row):
                        total[at] += value
        self._batch = []


def summed(rows: Sequence[Sequence[float]]) -> list[float]:
    """The statistics of some segments together."""
    return [float(sum(column)) for column in zip(*rows, strict=True)]


def signatures(scores: Sequence[Score]) -> dict[str, Any]:
    """Signature by metric."""
    return {score.metric: score.signature for score in scores if score.group == "all"}
