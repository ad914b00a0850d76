"""BLEU, chrF, chrF++ and TER as sacreBLEU reckons them, with its signatures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sacrebleu.metrics import BLEU, CHRF, TER

from copydesk.gate.metrics import Compared


class SacreMetric:
    """One of sacreBLEU's metrics. The statistics are those of its own significance tests."""

    def __init__(self, metric: Any, *, better: int = 1) -> None:
        self._metric = metric
        self.better = better

    def signature(self) -> str:
        """SacreBLEU's own signature."""
        self._metric.num_refs = 1
        return str(self._metric.get_signature())

    def statistics(self, batch: Sequence[Compared]) -> list[list[float]]:
        """One row of counts per segment."""
        hypotheses = [pair.target for pair in batch]
        references = [[pair.reference for pair in batch]]
        return [
            [float(value) for value in row]
            for row in self._metric._extract_corpus_statistics(hypotheses, references)
        ]

    def score(self, total: Sequence[float]) -> float:
        """The corpus score, 0 to 100 (TER: more)."""
        return float(self._metric._compute_score_from_stats([_whole(value) for value in total]).score)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def bleu() -> SacreMetric:
    """BLEU, mixed case, 13a."""
    return SacreMetric(BLEU())


def chrf() -> SacreMetric:
    """chrF2."""
    return SacreMetric(CHRF())


def chrf_plus_plus() -> SacreMetric:
    """chrF2++."""
    return SacreMetric(CHRF(word_order=2))


def ter() -> SacreMetric:
    """TER; less is better."""
    return SacreMetric(TER(), better=-1)
