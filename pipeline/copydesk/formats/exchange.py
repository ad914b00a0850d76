"""What translation tools exchange: units of segments with their states and notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from copydesk.data import Inline, Means


class ExchangeState(StrEnum):
    """How far a segment has come, in the words of XLIFF 2."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and its inline marks, which count in it. :func:`~copydesk.formats.inlinecodes.nested` order."""

    text: str
    inlines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark. ``category`` is a rule's or property's name, ``priority`` runs from 1 (highest) to 10.

    ``segment`` is an id of the same unit, None where the note concerns the unit or the file.
    """

    text: str
    category: str = ""
    priority: int = 1
    segment: str | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """A segment as it was when its file left the store: what an import compares both sides with.

    ``version`` is the id of the newest event about it, ``text`` the translation in force. ``source`` is the
    digest of its source text, ``article`` that of all source texts of its article, ``notes`` those of the
    notes that left with it.
    """

    version: int
    state: ExchangeState
    text: Marked
    source: str
    article: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangeSegment:
    """A source text, its translation if there is one, and what stands between it and the next segment.

    ``means`` is None where another tool did not say how the target came about. ``lines`` are those of the
    elements that hold the two texts in the file that was read, 0 if unknown; ``said`` is the state as that
    file writes it, empty where it says none, and ``translate`` whether the text is to be translated at all.
    None of the three is part of its value.
    ``exported`` is None where the file does not come from a store.
    """

    id: str
    source: Marked
    target: Marked | None = None
    state: ExchangeState = ExchangeState.INITIAL
    means: Means | None = None
    gap: str = ""
    exported: Exported | None = None
    lines: tuple[int, int] = field(default=(0, 0), compare=False)
    said: str = field(default="", compare=False)
    translate: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Unit:
    """The segments of a block. ``kind`` is the block's role, empty if unknown."""

    id: str
    segments: tuple[ExchangeSegment, ...]
    kind: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """One document's worth of units. Languages are BCP 47; ``original`` names the document."""

    original: str
    source_language: str
    target_language: str | None
    units: tuple[Unit, ...]
    notes: tuple[Note, ...] = ()
