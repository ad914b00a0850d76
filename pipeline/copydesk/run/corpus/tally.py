"""What was found in a corpus, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SLID = "slid number"


class Found(NamedTuple):
    """How many artefacts of one kind were found, and how many of them repaired; the rest is left."""

    found: int = 0
    repaired: int = 0

    @property
    def left(self) -> int:
        """Those that stayed, flagged."""
        return self.found - self.repaired


Key = tuple[str, str]
"""Kind of artefact, language."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by kind and language, and how many records were changed and left open."""

    counts: Mapping[Key, Found] = field(default_factory=dict)
    changed: int = 0
    open: int = 0

    @property
    def left(self) -> int:
        """All artefacts that were not repaired."""
        return sum(found.left for found in self.counts.values())


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of ``tallies``."""
    found: Counter[Key] = Counter()
    repaired: Counter[Key] = Counter()
    changed = left = 0
    for tally in tallies:
        for key, value in tally.counts.items():
            found[key] += value.found
            repaired[key] += value.repaired
        changed += tally.changed
        left += tally.open
    return Tally({key: Found(found[key], repaired[key]) for key in sorted(found)}, changed, left)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A record that could not be repaired: its number from 1, and why. It is passed on as it was."""

    record: int
    reason: str


SHOWN = 20
"""So many troubles of a file are kept by name; the others are counted."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file: what was found, whether it was written, what went wrong.

    ``bytes`` counts the uncompressed text. ``error`` says why the file as a whole could not be done; then
    nothing was written.
    """

    path: Path
    bytes: int = 0
    tally: Tally = Tally()
    troubles: tuple[Trouble, ...] = ()
    troubled: int = 0
    written: Path | None = None
    error: str = ""
