"""What a document says about itself, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an Article that are not text. ``id`` is the document's own, empty if it has none."""

    id: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    language: str | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    extras: str = ""
