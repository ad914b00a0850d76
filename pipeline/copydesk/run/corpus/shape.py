"""What a corpus file looks like: its layout, its compression, and where its texts stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

UNKNOWN = "und"


class Layout(StrEnum):
    """How records stand in a file."""

    TEXT = "text"
    JSONL = "jsonl"
    TSV = "tsv"
    PARQUET = "parquet"


_LAYOUTS = {
    ".jsonl": Layout.JSONL,
    ".ndjson": Layout.JSONL,
    ".tsv": Layout.TSV,
    ".parquet": Layout.PARQUET,
}
COMPRESSIONS = (".gz", ".zst")


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the texts stand, for all files of a corpus.

    ``field`` is the text: a key (JSONL), a column (Parquet), or a column's number from 1 or its name in the
    first line (TSV); plain text has none. ``source_field`` holds what the text was translated from, and
    ``language_field`` the language of each record. ``language`` and ``source_language`` are BCP 47 and hold
    where a record says nothing.
    """

    field: str | None = None
    source_field: str | None = None
    language_field: str | None = None
    language: str = UNKNOWN
    source_language: str = UNKNOWN


@dataclass(frozen=True, slots=True)
class Task:
    """One file to repair: ``out`` is where the result goes, None to report only.

    ``keep`` leaves ``out`` alone if nothing was repaired, as when a file is changed in place.
    """

    path: Path
    out: Path | None = None
    keep: bool = False


def layout_of(path: Path) -> tuple[Layout, str]:
    """The layout of a file and its compression ("", ".gz" or ".zst"), by its name."""
    suffix = path.suffix.lower()
    compression = suffix if suffix in COMPRESSIONS else ""
    inner = Path(path.stem).suffix.lower() if compression else suffix
    return _LAYOUTS.get(inner, Layout.TEXT), compression
