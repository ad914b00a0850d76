"""How faithfully things cross over, counted over segments: numbers by value, the rest by findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from copydesk.data import Bitext, Finding, Ledger, Severity
from copydesk.languages import facts

_RULES = {
    "names": frozenset({"names", "kept-terms"}),
    "tags": frozenset({"tags"}),
    "terms": frozenset({"glossary", "kept-terms"}),
    "language": frozenset({"wrong-language", "copied"}),
}
RATES = ("number-precision", "number-recall", "number-f1", *_RULES)
"""The names of the rates, as ``gate.least`` may write them."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and F1 of number values, and the share of segments in which nothing is amiss.

    ``length_mean`` and ``length_spread`` are those of the targets' lengths in characters against what is
    usual for the pair, in standard deviations.
    """

    number_precision: float
    number_recall: float
    number_f1: float
    names: float
    tags: float
    terms: float
    language: float
    length_mean: float
    length_spread: float
    engine_score: float | None = None

    def by_name(self) -> dict[str, float]:
        """The rates that ``gate.least`` may name."""
        return {
            "number-precision": self.number_precision,
            "number-recall": self.number_recall,
            "number-f1": self.number_f1,
            "names": self.names,
            "tags": self.tags,
            "terms": self.terms,
            "language": self.language,
        }


class Fidelity:
    """Adds up what crosses over, segment by segment."""

    def __init__(self) -> None:
        self._numbers: Counter[str] = Counter()
        self._bad: Counter[str] = Counter()
        self._segments = 0
        self._length = self._square = 0.0
        self._scored = 0
        self._score = 0.0

    def add(
        self, bitext: Bitext, ledger: Ledger, findings: tuple[Finding, ...], score: float | None = None
    ) -> None:
        """Count one segment."""
        self._segments += 1
        for name in _amiss(findings):
            self._bad[name] += 1
        for entry in ledger.entries:
            for side, mention in (("source", entry.source), ("target", entry.target)):
                self._numbers[side] += mention is not None
                self._numbers[f"good {side}"] += mention is not None and entry.verdict.ok
        usual = len(bitext.source) * _ratio(bitext)
        z = (len(bitext.target) - usual) / sqrt(1.7 * (max(usual, len(bitext.source)) + 30))
        self._length += z
        self._square += z * z
        if score is not None:
            self._scored += 1
            self._score += score

    def rates(self) -> Rates:
        """The rates so far; without numbers or segments they are 1."""
        count = max(self._segments, 1)
        precision = self._share("target")
        recall = self._share("source")
        mean = self._length / count
        good = {name: 1 - self._bad[name] / count for name in _RULES}
        return Rates(
            precision,
            recall,
            2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            good["names"],
            good["tags"],
            good["terms"],
            good["language"],
            mean,
            sqrt(max(self._square / count - mean * mean, 0.0)),
            self._score / self._scored if self._scored else None,
        )

    def _share(self, side: str) -> float:
        return self._numbers[f"good {side}"] / self._numbers[side] if self._numbers[side] else 1.0


def _amiss(findings: tuple[Finding, ...]) -> Iterator[str]:
    """The rates that the findings about a segment lower."""
    if rules := {f.rule for f in findings if f.severity is not Severity.NOTE}:
        yield from (name for name, wanted in _RULES.items() if not wanted.isdisjoint(rules))


def _ratio(bitext: Bitext) -> float:
    return facts(bitext.pair.target).prose.relative_length / facts(bitext.pair.source).prose.relative_length
