"""What an engine that reads more than one sentence is told beside the text to translate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment as it stands in its article: its block's role ("headline", "caption" ...) and its text."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A sentence and its translation; ``target`` is empty where there is none."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive segments of one article that are asked for together, and what goes before them.

    ``before`` are the sentences just before, in order. ``names`` are earlier uses of names that stand in
    ``pieces``: the name and what it became.
    """

    pieces: tuple[Piece, ...]
    title: str = ""
    before: tuple[Exchange, ...] = ()
    names: tuple[Exchange, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """An answer that broke checks, and what is wrong with it, in words."""

    answer: str
    complaints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Where a request stands: it is ``passage.pieces[place]``.

    ``correction`` is set where it is asked again because an answer broke a check.
    """

    passage: Passage
    place: int = 0
    correction: Correction | None = None
