"""What a segmenter is."""

from __future__ import annotations

from typing import Protocol

from copydesk.data import Span


class Segmenter(Protocol):
    """Cuts text into sentence-like pieces.

    The spans are in order, do not overlap, are not empty, start and end on characters that are not white
    space, and leave only white space between and around them.
    """

    def cut(self, text: str, language: str) -> tuple[Span, ...]:
        """The pieces of ``text``, written in ``language`` (BCP 47; unknown tags use neutral rules)."""
        ...
