"""Pairs of texts that know where they stand, and findings about them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from copydesk.data import Bitext, Finding, Span
from copydesk.errors import InputError


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text begins: a path as it should be shown, line and column from 1, in code points.

    ``line`` 0 says that the file knows no lines that mean anything. ``exact`` says that the text stands there
    letter by letter, so that columns count on from ``column``.
    """

    path: str
    line: int = 1
    column: int = 1
    exact: bool = True

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of one line: columns from 1, ``end`` excluded, in code points."""

    path: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Located:
    """A pair of texts, where both stand, and what is known about it.

    ``article`` names the document; ``number`` counts its segments from 1. ``reference`` is a translation by
    people to compare with. ``engine`` is the fingerprint of what translated it, empty if unknown, and
    ``score`` what it thought of its work.
    """

    bitext: Bitext
    source: Place
    target: Place
    article: str
    number: int
    reference: str | None = None
    engine: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that should have been checked and could not: the input is incomplete.

    ``rule`` names what a file does against its format; empty where something is missing or cannot be read.
    """

    place: Place
    article: str
    error: InputError
    rule: str = ""


class Status(StrEnum):
    """Whether an issue counts: a known one is in the baseline, a waived one was excused with a reason."""

    NEW = "new"
    KNOWN = "known"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding in its place. ``fingerprint`` survives moved lines and changes elsewhere in the text."""

    finding: Finding
    located: Located
    fingerprint: str
    status: Status = Status.NEW
    reason: str = ""
    source: tuple[Region, ...] = field(default=(), repr=False)
    target: tuple[Region, ...] = field(default=(), repr=False)


def fingerprint(finding: Finding, bitext: Bitext) -> str:
    """16 hexadecimal digits that name the finding by its rule, the source text and the words it marks.

    Paths and lines do not count. A mark over a whole text counts as no mark, so that a text which is too
    long stays the same finding while it changes.
    """
    parts = [finding.rule, bitext.source]
    for spans, text in ((finding.source, bitext.source), (finding.target, bitext.target)):
        parts += [span.of(text) for span in spans if len(span) < len(text)]
        parts.append("\x1e")
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def regions(spans: tuple[Span, ...], place: Place, text: str) -> tuple[Region, ...]:
    """Where ``spans`` of ``text`` stand in the file; the whole text if there are none."""
    if not place.exact:
        return (Region(place.path, max(place.line, 1), 1, 1),)
    wanted = spans or (Span(0, len(text)),)
    return tuple(
        Region(place.path, max(place.line, 1), place.column + span.start, place.column + span.end)
        for span in wanted
    )


def issue(finding: Finding, located: Located, *, status: Status = Status.NEW, reason: str = "") -> Issue:
    """The issue that ``finding`` is in its place."""
    bitext = located.bitext
    return Issue(
        finding,
        located,
        fingerprint(finding, bitext),
        status,
        reason,
        regions(finding.source, located.source, bitext.source),
        regions(finding.target, located.target, bitext.target),
    )
