"""What a reader may expect of an edition, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Badge(StrEnum):
    """How much editing the machine translation of an article needs, in words for its readers."""

    HEAVY = "raw machine translation, heavy editing"
    LIGHT = "machine translation, light editing"
    CLEAN = "machine translation, reads clean"
    UNKNOWN = "machine translation, quality not estimated"
    HUMAN = "edited by people"
    COPIED = "not machine translated"


@dataclass(frozen=True, slots=True)
class Quality:
    """The badge of an article, and what it stands on.

    ``effort`` is the expected edit rate of its machine translated words (TER: edits a word), None where no
    model knows the route. ``engine`` names who translated, ``measured`` is what that way scored on a public
    test set, empty where nobody measured it.
    """

    badge: Badge
    effort: float | None = None
    engine: str = ""
    measured: str = ""

    @property
    def shown(self) -> str:
        """For people: badge, expected edits, engine and its measured score."""
        said = [self.badge.value]
        if self.effort is not None:
            said.append(f"about {self.effort * 100:.0f} edits in 100 words expected")
        if self.engine:
            said.append(f"{self.engine}{f', {self.measured}' if self.measured else ''}")
        return " \u00b7 ".join(said)
