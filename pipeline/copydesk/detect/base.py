"""What a detector is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable

from copydesk.data import Vote


class Detector(Protocol):
    """Guesses languages, deterministically, among a fixed set of BCP 47 tags given at construction."""

    @property
    def name(self) -> str:
        """The registry name, kept in each vote."""
        ...

    @property
    def languages(self) -> frozenset[str]:
        """Those of the given languages that it knows, as primary subtags; it never votes for another."""
        ...

    def vote(self, texts: Sequence[str]) -> list[Vote]:
        """One vote per text, same order; ``language=None`` for a text without letters."""
        ...


@runtime_checkable
class Ranker(Detector, Protocol):
    """A detector that also gives its whole distribution, fast enough for every segment."""

    def distributions(self, texts: Sequence[str]) -> list[Mapping[str, float]]:
        """The probability of each of ``languages``, per text; uniform where the text tells nothing."""
        ...

    def anywhere(self, text: str) -> Vote:
        """The best among all languages the detector was ever trained on, configured or not."""
        ...
