"""What is asked of an engine, what it answers, and what the desk keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from copydesk.data.alignment import Alignment
from copydesk.data.article import Inline
from copydesk.data.context import Context
from copydesk.data.edit import Edit
from copydesk.data.language import Pair
from copydesk.data.span import Span
from copydesk.data.step import Step


@dataclass(frozen=True, slots=True)
class Protection:
    """A span of the request that must stand in the translation as ``text``, exactly once.

    ``text`` is the surface itself for names, URLs and do-not-translate terms, the target term for glossary
    entries. ``kind`` says which: "name", "url", "email", "handle", "term", "number" ...
    """

    span: Span
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Request:
    """One segment to translate. Spans of ``inlines`` and ``protections`` count in ``text``.

    ``context`` is for engines that read more than the text itself (``Capabilities.context``); it is part of
    what was asked, so an answer in another context is another answer.
    """

    text: str
    pair: Pair
    inlines: tuple[Inline, ...] = ()
    protections: tuple[Protection, ...] = ()
    context: Context | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An engine's answer; spans count in its own ``text``.

    ``unknown`` are the words the engine could not translate, apart from each other. ``score`` is comparable
    within one engine only, higher is better, None where the engine gives none. ``kept`` are the request's
    protections where they stand now; an engine that keeps none leaves it empty. ``alignment`` is for engines
    that do not keep inline marks or protections by themselves: the desk puts those back with it and drops
    it. ``edits`` are what the desk changed in the engine's own text, in which their spans count.
    """

    text: str
    inlines: tuple[Inline, ...] = ()
    unknown: tuple[Span, ...] = ()
    score: float | None = None
    kept: tuple[Protection, ...] = ()
    alignment: Alignment | None = None
    edits: tuple[Edit, ...] = ()


class Means(StrEnum):
    """How a segment got its target text."""

    MACHINE = "machine"
    HUMAN = "human"
    COPIED = "copied"  # already in the target language, or nothing to translate in it
    HELD = "held"  # no engine could translate it: the source text stands in, and a finding says so


@dataclass(frozen=True, slots=True)
class Translation:
    """The target text of segment ``segment``; spans count in ``text``.

    ``engine`` is the fingerprint of what made it, empty for copied and human text. ``edits`` are
    the desk's post-edits and safe fixes: their spans count in the engine's own text, so each can be shown.
    ``steps`` are the tries at it, in order, where the first one did not pass; empty where it did. ``effort``
    is the edit rate (TER, 1 is as many edits as words) that a machine translation is expected to need.
    """

    segment: str
    text: str
    means: Means
    engine: str = ""
    inlines: tuple[Inline, ...] = ()
    unknown: tuple[Span, ...] = ()
    edits: tuple[Edit, ...] = ()
    score: float | None = None
    steps: tuple[Step, ...] = ()
    effort: float | None = None


def engine_names(fingerprint: str) -> tuple[str, ...]:
    """The engines along the route that ``Translation.engine`` tells of, the first leg's first."""
    return tuple(leg.partition(":")[0] for leg in fingerprint.partition("|")[0].split("+"))
