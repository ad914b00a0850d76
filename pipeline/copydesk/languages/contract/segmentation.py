"""Facts that sentence boundaries depend on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segmentation:
    """Neutral defaults: no abbreviations."""

    abbreviations: frozenset[str] = frozenset()
