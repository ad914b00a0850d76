"""Languages are BCP 47 tags in plain strings ("es", "fr-CA"); None means unknown or none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A translation direction, written ``es-fr``."""

    source: str
    target: str

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"

    @property
    def reversed(self) -> Pair:
        """The other direction."""
        return Pair(self.target, self.source)


@dataclass(frozen=True, slots=True)
class Vote:
    """What one detector says: its best language and its confidence from 0 to 1."""

    detector: str
    language: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Detection:
    """The language of a text.

    ``language`` is None where the detectors disagree beyond the margin or the text has no letters.
    ``script`` is the ISO 15924 code of most letters ("Latn"), None without letters.
    """

    language: str | None
    confidence: float
    script: str | None = None
    votes: tuple[Vote, ...] = ()


def primary(tag: str) -> str:
    """The primary language subtag of a BCP 47 tag, lower case: "fr" for "fr-CA" and for "FR_ca"."""
    return tag.replace("_", "-").split("-")[0].strip().lower()
