"""What a detector is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from copydesk.data import Vote


class Detector(Protocol):
    """Guesses languages, deterministically, among a fixed set of BCP 47 tags given at construction."""

    @property
    def name(self) -> str:
        """The registry name, kept in each vote."""
        ...

    def vote(self, texts: Sequence[str]) -> list[Vote]:
        """One vote per text, same order; ``language=None`` for a text without letters."""
        ...
