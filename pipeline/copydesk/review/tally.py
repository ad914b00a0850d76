"""Counts of decided segments, and what may be said from them."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from copydesk.review.effort import Effort

_Z = 1.959964
"""Of the normal distribution, for intervals of 95 %."""


@dataclass(slots=True)
class Tally:
    """Segments by their last decision.

    ``edits`` of ``tokens`` are TER's, over the texts that people left; ``facts`` counts segments whose edit
    altered a number, name, negation, modality or quote; ``words`` are source words of all decided segments,
    ``penalty`` the sum of MQM weights given.
    """

    accepted: int = 0
    edited: int = 0
    rejected: int = 0
    edits: int = 0
    tokens: int = 0
    facts: int = 0
    words: int = 0
    penalty: int = 0

    @property
    def decided(self) -> int:
        """All segments that somebody decided about."""
        return self.accepted + self.edited + self.rejected

    def share(self, count: int) -> int:
        """``count`` in per cent of all decided."""
        return round(100 * count / self.decided) if self.decided else 0

    @property
    def ter(self) -> float:
        """Translation edit rate of accepted and edited segments, per cent: edits per 100 words left."""
        return 100 * self.edits / self.tokens if self.tokens else 0.0

    @property
    def facts_per_hundred(self) -> float:
        """Segments of 100 decided whose facts a person had to alter."""
        return 100 * self.facts / self.decided if self.decided else 0.0

    @property
    def penalty_per_thousand(self) -> float:
        """MQM penalty per 1,000 source words."""
        return 1000 * self.penalty / self.words if self.words else 0.0

    @property
    def accepted_between(self) -> tuple[float, float]:
        """The 95 % interval of the share accepted as is, per cent (Wilson 1927)."""
        n = self.decided
        if not n:
            return 0.0, 100.0
        p, z2 = self.accepted / n, _Z * _Z
        middle = (p + z2 / (2 * n)) / (1 + z2 / n)
        half = _Z * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
        return 100 * (middle - half), 100 * (middle + half)

    def accept(self, done: Effort) -> None:
        """Count an accepted or edited segment."""
        self.edits += done.edits
        self.tokens += max(done.tokens, 1)
        self.facts += done.facts
        if done.edits or done.alters:
            self.edited += 1
        else:
            self.accepted += 1
