"""What a document says about itself, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an Article that are not text. ``id`` is the document's own, empty if it has none.

    ``url`` is the address that the document gives as its own, ``base`` the one that it names for its links.
    """

    id: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    language: str | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    url: str = ""
    base: str = ""
    extras: str = ""
