"""Words by which page furniture, captions and teasers give themselves away."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FurnitureCues:
    """Neutral defaults: no cues."""

    teaser: tuple[str, ...] = ()
