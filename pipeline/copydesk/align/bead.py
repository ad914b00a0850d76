"""One step of an alignment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bead:
    """Neighbouring source sentences that answer neighbouring target sentences, by index from 0.

    An empty side is an omission or an insertion. ``confidence`` is the probability, from 0 to 1, that
    exactly these sentences belong together.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float
