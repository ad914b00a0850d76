"""What a run says while it works. The terminal, the log and ``--json`` are readers of one stream."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from copydesk.errors import CopydeskError
from copydesk.translate.base import Usage


class Outcome(StrEnum):
    """What became of an article."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Translated:
    """One engine batch was answered and committed; counts are of segments and source words."""

    segments: int
    words: int


@dataclass(frozen=True, slots=True)
class RouteTaken:
    """A pair was asked for, for the first time in this run: the way it takes and why, in words.

    ``better`` names a model that would be better and the command that adds it; empty where none is known.
    """

    pair: str
    shown: str
    better: str


@dataclass(frozen=True, slots=True)
class ArticleDone:
    """An article has reached its end in one ``target`` language (empty where it failed before any).

    ``held`` counts segments that no engine could translate, ``why_held`` says why. ``findings`` maps severity
    to count. ``quality`` is the badge that readers see. ``folder`` is relative to the output folder.
    ``error`` says why a failed article failed.
    """

    uri: str
    outcome: Outcome
    title: str = ""
    target: str = ""
    folder: str = ""
    version: int = 0
    segments: int = 0
    repairs: int = 0
    held: int = 0
    why_held: str = ""
    files_written: int = 0
    findings: dict[str, int] = field(default_factory=dict)
    quality: str = ""
    error: CopydeskError | None = None

    @property
    def reason(self) -> str:
        """Why a failed article failed and what to do; it always names the article."""
        words = str(self.error or "")
        return words if words.startswith(self.uri) else f"{self.uri}: {words}"


@dataclass(frozen=True, slots=True)
class RunDone:
    """The totals of a run; the last event.

    ``translated`` counts segments an engine answered in this run, ``reused`` all others that have a text.
    ``failed`` are the articles that were not published, each with its error. ``usage`` is what servers used
    up.
    """

    published: int = 0
    unchanged: int = 0
    failed: tuple[ArticleDone, ...] = ()
    segments: int = 0
    translated: int = 0
    words: int = 0
    held: int = 0
    repairs: int = 0
    files_written: int = 0
    findings: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    usage: Usage = field(default_factory=Usage)

    @property
    def reused(self) -> int:
        """Segments whose text came from the memory, an earlier run, a person, or needed no engine."""
        return max(0, self.segments - self.translated - self.held)

    @property
    def exit_code(self) -> int:
        """0 when all went well, 4 when something is missing, 3 when a broken engine or disk left nothing."""
        if not self.failed:
            return 4 if self.held else 0
        broken = any(done.error is not None and done.error.exit_code == 3 for done in self.failed)
        return 3 if broken and not self.published and not self.unchanged else 4


Event = Translated | RouteTaken | ArticleDone | RunDone
