"""Which source segments answer which target segments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Segment ids on both sides: 1-1, 1-2, 2-1; an empty side is an omission or an insertion.

    ``confidence`` runs from 0 to 1; 1.0 for links known by construction.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    confidence: float = 1.0
