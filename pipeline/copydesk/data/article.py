"""An article as it was read: blocks of text with roles and inline marks. It never changes after ingest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copydesk.data.finding import Finding
from copydesk.data.span import Span


class BlockRole(StrEnum):
    """What a block is to the reader of the page."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CAPTION = "caption"
    CELL = "cell"
    ALT = "alt"
    DESCRIPTION = "description"
    TEASER = "teaser"
    FURNITURE = "furniture"


TEXT_ROLES = frozenset({BlockRole.ALT, BlockRole.DESCRIPTION})
"""Roles of texts that belong to an article and are translated, but are no part of its flow."""


class FurnitureKind(StrEnum):
    """Which piece of page furniture a furniture block is."""

    NAVIGATION = "navigation"
    COMMENTS = "comments"
    LEGAL = "legal"
    SHARE = "share"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Inline:
    """An inline element over a span of its block's (or segment's) text.

    ``tag`` is an HTML name: a, em, strong, code, sub, sup, q, cite, abbr, span, br ... An empty span is a
    point element such as br. ``attributes`` keep source order; only harmless ones survive ingest (href
    with http, https, mailto or relative targets, title, lang, dir, cite, datetime).
    """

    span: Span
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table. Tables, rows and the cells of a row are counted from 0.

    ``rows`` and ``columns`` are how many a cell spans, ``header`` tells a heading cell. A cell without text
    has no block; a cell of several paragraphs has several with the same place.
    """

    table: int
    row: int
    column: int
    header: bool = False
    rows: int = 1
    columns: int = 1


class MediaKind(StrEnum):
    """What kind of thing stands in the text: ``EMBED`` is another page shown inside (a post, a map)."""

    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    EMBED = "embed"


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, film, sound or embedded page of an article, in its place.

    ``after`` is the id of the block that it follows, empty at the top. ``label`` is its alternative text or
    title as read, ``text`` the id of the block of ``Article.texts`` that holds it, and is translated; empty
    where there is none. ``captions`` are the ids of its captions among the article's blocks.
    """

    kind: MediaKind
    url: str
    after: str = ""
    label: str = ""
    text: str = ""
    captions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article.

    ``id`` is unique in the article and stable while the article's shape is ("b0", "b1" ...). ``text`` is
    plain, entities decoded, white space as the reader sees it, no line breaks but in line-broken text.
    ``level`` is 1 to 6 for headings, nesting depth from 1 for list items, else 0. ``ordered`` marks items
    of numbered lists; ``number`` is what an item shows where it does not just count on (``ol start``, ``li
    value``), else 0. ``quoted``: the item is part of a quotation. ``cell`` is the place of a table cell.
    ``language`` is a hint from the page (a ``lang`` attribute).
    """

    id: str
    role: BlockRole
    text: str
    inlines: tuple[Inline, ...] = ()
    level: int = 0
    ordered: bool = False
    furniture: FurnitureKind | None = None
    language: str | None = None
    number: int = 0
    quoted: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from.

    ``uri`` is the path as the user gave it, relative to the input root, with ``#n`` for record n of a
    container (.jsonl), or ``-`` for standard input. ``sha256`` is that of the article's own bytes.
    """

    uri: str
    format: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Original:
    """What an article says it was translated from: proof for repairs. ``language`` is a BCP 47 tag."""

    language: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A source article.

    ``id`` is stable over edits of the text: the article's own id (ninjs ``uri``, JSONL id field) or its
    path. ``language`` is what the document itself declares (lang, og:locale, ninjs language), a hint only.
    ``alternates`` are (BCP 47 tag, URL) pairs of versions the page names by hreflang. ``date`` is ISO 8601
    as far as known. ``extras`` is unread input kept for round trips, as JSON text; no stage reads it.
    ``notes`` say in an editor's words what reading had to guess or change (charset, illegal characters).
    ``description``, ``keywords`` and ``url`` are the document's own. ``findings`` are what reading found, the
    notes among them; the stages after it carry them on. ``media`` stand between the blocks. ``texts`` are
    texts beside the flow that are translated with it: the description, and what ``media`` are labelled.
    ``original`` is what it was translated from, where it came with that.
    """

    id: str
    origin: Origin
    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    date: str = ""
    language: str | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    extras: str = ""
    notes: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    url: str = ""
    findings: tuple[Finding, ...] = ()
    media: tuple[Media, ...] = ()
    texts: tuple[Block, ...] = ()
    original: Original | None = None
