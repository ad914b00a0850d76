"""A page as it was walked: pieces of text in nested regions, and what its head says."""

from __future__ import annotations

from dataclasses import dataclass, field

from copydesk.data import BlockRole, Cell, Inline, MediaKind
from copydesk.formats.html_hints import Hint
from copydesk.formats.html_linked_data import Record


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one block-level run. ``region`` is the index of the innermost region around it.

    ``after_image``: a picture stands between it and the text before it. ``number``, ``quoted`` and ``cell``
    are those of its block.
    """

    text: str
    inlines: tuple[Inline, ...]
    role: BlockRole
    level: int
    ordered: bool
    language: str | None
    region: int
    after_image: bool = False
    number: int = 0
    quoted: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class MediaItem:
    """Something shown before piece ``at``, in a region, with what it is labelled."""

    kind: MediaKind
    url: str
    label: str
    at: int
    region: int


@dataclass(slots=True)
class Region:
    """A block-level element. Regions are numbered in document order; ``last`` is its last descendant.

    ``hint`` is what its own names say; ``role``, ``level``, ``ordered`` and ``language`` are inherited.
    ``in_article``: it is or lies in an article element;
    ``hidden``: it or what it lies in is not shown. ``names`` is its class attribute. ``number`` is what its
    next list item shows, 0 where it counts on.
    """

    index: int
    parent: int
    tag: str
    hint: Hint | None = None
    story: bool = False
    last: int = 0
    role: BlockRole = BlockRole.PARAGRAPH
    level: int = 0
    lists: int = 0
    ordered: bool = False
    pre: bool = False
    closed: bool = False
    in_article: bool = False
    hidden: bool = False
    names: str = ""
    language: str | None = None
    number: int = 0
    quoted: bool = False
    cell: Cell | None = None


@dataclass(slots=True)
class Head:
    """What a page says about itself: title, first value of each meta name (lower case), and the rest.

    ``canonical`` and ``base`` are its addresses, ``times`` the datetime values of time elements, ``authors``
    the texts marked as author, ``data`` the records of JSON-LD, all in page order.
    """

    language: str = ""
    title: str = ""
    canonical: str = ""
    base: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    alternates: list[tuple[str, str]] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    data: list[Record] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """All that one walk over the markup gives."""

    pieces: tuple[Piece, ...]
    regions: tuple[Region, ...]
    head: Head
    media: tuple[MediaItem, ...] = ()
