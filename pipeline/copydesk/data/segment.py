"""A sentence-like piece of a block."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.data.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """``span`` of block ``block``; its text is looked up, never copied. ``id`` is ``<block>.<n>``."""

    id: str
    block: str
    span: Span
