"""What a reader is: bytes of one article in, an Article out. No disk, no network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from copydesk.data import Article


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one article, already unpacked, and where they came from.

    ``uri`` is the path as the user gave it relative to the input root (``paper/a.html``), with ``#n`` for
    the record in line n (from 1) of a container, ``-`` for standard input. ``format`` is a reader name.
    ``url`` is the address that it has on the web, as far as it is known.
    """

    uri: str
    format: str
    data: bytes
    url: str = ""


class Reader(Protocol):
    """Turns raw bytes into an article.

    A member of READERS is a callable that takes the IngestOptions and gives a Reader. It finds the blocks and
    the roles that markup tells; ``copydesk.ingest.compose`` does the rest alike for all. The article's id is
    the document's own where it has one. It is only a name: it may look like a path and is never used as one.

    Raises:
        InputError: with the place and a remedy, if the bytes hold no article. Any other exception is a bug.
    """

    def read(self, raw: Raw) -> Article:
        """The article in ``raw``."""
        ...
