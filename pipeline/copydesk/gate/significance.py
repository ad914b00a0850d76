"""Is a difference between two scores more than chance? Paired bootstrap (Koehn 2004), seed fixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.gate.metrics import Metric

LEAST = 200
"""Segments below which nothing is called significant."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Two scores over the same segments. ``p`` is the chance of such a difference between equals."""

    metric: str
    first: float
    second: float
    p: float
    segments: int

    @property
    def delta(self) -> float:
        """Second less first."""
        return self.second - self.first

    @property
    def significant(self) -> bool:
        """P < 0.05 on at least 200 segments."""
        return self.p < 0.05 and self.segments >= LEAST


def difference(
    name: str,
    metric: Metric,
    first: Sequence[Sequence[float]],
    second: Sequence[Sequence[float]],
    *,
    resamples: int,
    seed: int,
) -> Difference:
    """Compare two systems whose statistics per segment stand in parallel; as sacreBLEU's paired test does.

    Raises:
        ValueError: the rows do not match one to one, or there are none.
    """
    import numpy as np  # comes with sacreBLEU; nothing else of the gate needs it

    if len(first) != len(second) or not first:
        raise ValueError("paired statistics must match one to one")
    one, two = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    scores = [metric.score(rows.sum(axis=0).tolist()) for rows in (one, two)]
    dice = np.random.default_rng(seed)
    deltas = []
    for _ in range(resamples):
        chosen = dice.integers(0, len(one), len(one))
        deltas.append(
            metric.score(two[chosen].sum(axis=0).tolist()) - metric.score(one[chosen].sum(axis=0).tolist())
        )
    spread = np.asarray(deltas)
    beyond = int((np.abs(spread - spread.mean()) >= abs(scores[1] - scores[0])).sum())
    return Difference(name, scores[0], scores[1], (beyond + 1) / (resamples + 1), len(first))
