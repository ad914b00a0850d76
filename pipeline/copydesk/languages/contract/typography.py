"""Quotes, spaces and marks of good print."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typography:
    """Neutral defaults: straight quotes, no special spaces."""

    quotes: tuple[tuple[str, str], ...] = (('"', '"'), ("“", "”"))
