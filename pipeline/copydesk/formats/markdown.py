"""Reading Markdown as Hugo and Jekyll write it, each block with its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from markdown_it.token import Token

from copydesk.data import Block, BlockRole, Cell, Media, MediaKind, Span
from copydesk.formats.attributes import INLINE
from copydesk.formats.front_matter import FrontField, FrontMatter, read_front_matter
from copydesk.formats.html import read_fragment
from copydesk.formats.language_tag import language_tag
from copydesk.formats.markdown_inline import Code, InlineText, Picture, read_inline
from copydesk.formats.markdown_syntax import MASK, block_tokens, masked
from copydesk.formats.markup_source import SourceText, html_text, located
from copydesk.formats.metadata import Metadata
from copydesk.formats.timestamp import timestamp

_CRLF = re.compile(r"\r\n?")
_TAG_BEFORE = re.compile(r"<([A-Za-z][\w-]*)[^<>]*>$")
_TAG_BEHIND = re.compile(r"</([A-Za-z][\w-]*)\s*>")
_HASHES = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*#+[ \t]+")


class SlotKind(StrEnum):
    """What stands in a slot, and so how it is written."""

    PROSE = "prose"
    LINE = "line"  # a heading or a term: no line breaks
    CELL = "cell"
    ALT = "alt"
    FRONT = "front"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the text of block ``block`` (an index) stands, or ``text``, which is beside the flow.

    ``spans`` are the places of its characters, ``codes`` how its marks are written, in parallel with the
    block's inlines. ``prefix`` begins further lines, ``width`` is that of wrapped lines, else 0.
    """

    block: int | None
    kind: SlotKind
    span: Span
    text: str = ""
    spans: tuple[Span, ...] = ()
    codes: tuple[Code, ...] = ()
    prefix: str = ""
    width: int = 0
    field: FrontField | None = None


@dataclass(frozen=True, slots=True)
class MarkdownSource:
    r"""A Markdown file: its text with ``\n`` at line ends, its blocks, and the slots in which they stand.

    ``labels`` are texts beside the flow that readers see too: captions in the front matter, titles of images.
    """

    text: str
    blocks: tuple[Block, ...]
    media: tuple[Media, ...]
    labels: tuple[str, ...]
    slots: tuple[Slot, ...]
    front: FrontMatter
    about: Metadata
    _breaks: tuple[int, ...] = field(default=(), repr=False)

    def in_file(self, span: Span) -> Span:
        """Where ``span`` of :attr:`text` stands in the file as it was, whatever its line ends."""
        return Span(*(at + bisect_left(self._breaks, at) for at in (span.start, span.end)))

    def spliced(self, pieces: Iterable[tuple[Span, str]], raw: str) -> str:
        r"""``raw``, the file as it was, with other text at some places of :attr:`text`.

        The line ends of ``raw`` stay; new ones are ``\r\n`` where its first is.
        """
        ending = (
            "\r\n"
            if self._breaks and "\n" in self.text and self._breaks[0] == self.text.index("\n")
            else "\n"
        )
        parts: list[str] = []
        position = 0
        for span, text in sorted(pieces, key=lambda piece: piece[0]):
            place = self.in_file(span)
            parts += (raw[position : place.start], text.replace("\n", ending))
            position = place.end
        return "".join((*parts, raw[position:]))


def read_markdown(text: str) -> MarkdownSource:
    """The blocks of a Markdown text, and what its front matter says of the post.

    The title in the front matter is the headline. Code, shortcodes and Liquid are no text. What is nested
    deeper than 100 quotes and lists is not read.
    """
    breaks = tuple(m.start() - n for n, m in enumerate(re.finditer("\r\n", text)))
    text = _CRLF.sub("\n", text)
    front = read_front_matter(text)
    reader = _Reader(text, front)
    reader.read()
    return MarkdownSource(
        text,
        tuple(reader.blocks),
        tuple(reader.media),
        tuple(dict.fromkeys(reader.labels)),
        tuple(reader.slots),
        front,
        _metadata(front),
        breaks,
    )


def _metadata(front: FrontMatter) -> Metadata:
    said = {str(key).lower(): value for key, value in front.values.items()}
    author = said.get("author") or said.get("authors") or ""
    tags = said.get("tags") or said.get("keywords") or []
    return Metadata(
        id=_line(said.get("id")),
        title=_line(said.get("title")),
        author=", ".join(map(_line, author)) if isinstance(author, list) else _line(author),
        date=timestamp(_line(said.get("date"))),
        language=language_tag(_line(said.get("lang") or said.get("language"))),
        description=_line(said.get("description") or said.get("summary") or said.get("excerpt")),
        keywords=tuple(map(_line, tags if isinstance(tags, list) else str(tags).split(","))),
    )


def _line(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else " ".join(str(value).split())


class _Reader:
    """Walks over the block tokens."""

    def __init__(self, text: str, front: FrontMatter) -> None:
        self.blocks: list[Block] = []
        self.slots: list[Slot] = []
        self.media: list[Media] = []
        self.labels: list[str] = []
        self._text = text
        self._front = front
        body = text[front.end :]
        self._masked = text[: front.end] + masked(body)
        self._environment: dict[str, Any] = {}
        self._tokens = block_tokens(self._masked[front.end :], self._environment)
        self._lines = [front.end]
        self._lines += (front.end + n + 1 for n, character in enumerate(body) if character == "\n")
        self._context: list[Token] = []
        self._cursor = 0
        self._table, self._row, self._column = -1, 0, 0
        self._after_image = False

    def read(self) -> None:
        for field_ in sorted(self._front.fields, key=lambda found: found.key != "title"):
            text = " ".join(field_.text.split())
            if field_.key == "title" and not self.blocks:
                self._add(Block("", BlockRole.HEADLINE, text), SlotKind.FRONT, field_.span, field=field_)
            elif field_.is_prose:
                self.labels.append(text)
                self.slots.append(Slot(None, SlotKind.FRONT, field_.span, text, field=field_))
        title = _line(self._front.values.get("title"))
        if title and not self.blocks:  # in front matter that cannot be rewritten
            self.blocks.append(Block("b0", BlockRole.HEADLINE, title))
        for token in self._tokens:
            if token.type == "inline":
                self._inline(token)
            elif token.type == "html_block":
                self._html(token)
            elif token.nesting > 0:
                self._context.append(token)
                self._enter(token)
            elif token.nesting < 0:
                self._context.pop()

    def _enter(self, token: Token) -> None:
        """Count tables, rows and cells."""
        if token.type == "table_open":
            self._table, self._row = self._table + 1, -1
        elif token.type == "tr_open" and token.map:
            self._cursor = self._lines[token.map[0]]
            self._row, self._column = self._row + 1, -1
        elif token.type in ("th_open", "td_open"):
            self._column += 1

    def _inline(self, token: Token) -> None:
        holder = self._context[-1]
        kind = _KINDS.get(holder.type, SlotKind.PROSE)
        places = self._places(token, holder, kind)
        if places is None:
            return
        found = read_inline(token.content, places, self._text, self._environment)
        slanted = self._after_image and _is_slanted(found)
        if found.text.strip():
            block = self._block(holder, found)
            if slanted and block.role is BlockRole.PARAGRAPH:
                block = replace(block, role=BlockRole.CAPTION)
            self._add(
                block, kind, Span(places[0], places[-2] + 1), spans=tuple(found.spans),
                codes=tuple(found.codes), **self._layout(token, places),
            )  # fmt: skip
        for picture in found.pictures:
            self._picture(picture)
        self._after_image = bool(found.pictures) and not found.text.strip()

    def _add(self, block: Block, kind: SlotKind, span: Span, **more: Any) -> None:
        at = len(self.blocks)
        first = self.blocks[0] if self.blocks else None
        if first and first.role is BlockRole.HEADLINE and (block.role, block.level) == (BlockRole.HEADING, 1):
            if first.text == block.text and not block.inlines:
                self.slots.append(Slot(0, kind, span, **more))
                return
        elif not self.blocks and (block.role, block.level) == (BlockRole.HEADING, 1):
            block = replace(block, role=BlockRole.HEADLINE, level=0)
        self.blocks.append(replace(block, id=f"b{at}"))
        self.slots.append(Slot(at, kind, span, **more))

    def _picture(self, picture: Picture) -> None:
        after = self.blocks[-1].id if self.blocks else ""
        label = " ".join(picture.alt.of(self._text).split()) if picture.alt else ""
        if picture.url:
            self.media.append(Media(MediaKind.IMAGE, picture.url, after, label))
        for span in (picture.alt, picture.title):
            if span is not None:
                text = " ".join(span.of(self._text).split())
                self.slots.append(Slot(None, SlotKind.ALT, span, text))
                self.labels.append(text)

    def _block(self, holder: Token, found: InlineText) -> Block:
        block = Block("", BlockRole.PARAGRAPH, found.text, tuple(found.inlines))
        if holder.type == "heading_open":
            return replace(block, role=BlockRole.HEADING, level=int(holder.tag[1]))
        if holder.type in ("th_open", "td_open"):
            cell = Cell(self._table, self._row, self._column, header=holder.type == "th_open")
            return replace(block, role=BlockRole.CELL, cell=cell)
        lists = [t for t in self._context if t.type in ("bullet_list_open", "ordered_list_open")]
        quoted = any(token.type == "blockquote_open" for token in self._context)
        for token in reversed(self._context):
            if token.type == "list_item_open":
                ordered = lists[-1].type == "ordered_list_open"
                number = int(lists[-1].attrs.pop("start", 0)) if ordered else 0
                return replace(
                    block, role=BlockRole.LIST_ITEM, level=len(lists), ordered=ordered, number=number,
                    quoted=quoted,
                )  # fmt: skip
            if token.type == "blockquote_open":
                return replace(block, role=BlockRole.QUOTE)
        return block

    def _places(self, token: Token, holder: Token, kind: SlotKind) -> list[int] | None:
        """Where each character of an inline token stands, and its end; None if that cannot be told."""
        if token.map is None or not token.content.strip(" \n"):
            return None
        places: list[int] = []
        for number, line in enumerate(token.content.split("\n"), token.map[0]):
            start = self._lines[number]
            end = self._masked.find("\n", start)
            raw = self._masked[start : end if end >= 0 else len(self._masked)]
            bare = line.strip(" \t")
            if kind is SlotKind.CELL:
                return self._cell_places(bare)
            skip = (
                _HASHES.match(raw)
                if holder.type == "heading_open" and holder.markup.startswith("#")
                else None
            )
            at = raw.find(bare, skip.end()) if skip else raw.rfind(bare)
            if at < 0:
                return None
            lead = len(line) - len(line.lstrip(" \t"))
            places += [start + at] * lead
            places += range(start + at, start + at + len(bare))
            places += [start + at + len(bare)] * (len(line) - lead - len(bare))
            places.append(start + at + len(bare))  # the line break
        return places

    def _cell_places(self, content: str) -> list[int] | None:
        written = content.replace("|", r"\|")
        at = self._masked.find(written, self._cursor)
        if at < 0:
            return None
        self._cursor = at + len(written)
        places = []
        for character in content:
            places.append(at)
            at += 2 if character == "|" else 1
        return [*places, at]

    def _layout(self, token: Token, places: Sequence[int]) -> dict[str, Any]:
        """How further lines of a paragraph begin, and how long its lines are."""
        lines = token.content.split("\n")
        if len(lines) < 2:
            return {}
        second = places[len(lines[0]) + 1]
        start = self._text.rfind("\n", 0, second) + 1
        first = places[0] - self._text.rfind("\n", 0, places[0]) - 1
        return {"prefix": self._text[start:second], "width": first + max(map(len, lines))}

    def _html(self, token: Token) -> None:
        if token.map is None:
            return
        start = self._lines[token.map[0]]
        end = self._lines[token.map[1]] if token.map[1] < len(self._lines) else len(self._text)
        markup = self._masked[start:end]
        blocks, media = read_fragment(markup.replace(MASK, ""))
        after = self.blocks[-1].id if self.blocks else ""
        self.media += (replace(item, after=after, captions=()) for item in media)
        known = html_text(markup)
        bare = [n for n, character in enumerate(known.text) if character != MASK]
        source = SourceText(
            "".join(known.text[n] for n in bare), tuple(known.spans[n].shift(start) for n in bare)
        )
        places = located(blocks, source)
        for block in blocks:
            if block.id in places:
                spans = places[block.id]
                span = _with_tags(self._text, spans[0].start, max(s.end for s in spans))
                self._add(block, SlotKind.HTML, span, spans=spans)


_KINDS = {
    "heading_open": SlotKind.LINE,
    "dt_open": SlotKind.LINE,
    "th_open": SlotKind.CELL,
    "td_open": SlotKind.CELL,
}


def _with_tags(text: str, start: int, end: int) -> Span:
    """From ``start`` to ``end`` and over the inline tags right beside."""
    while (match := _TAG_BEFORE.search(text, 0, start)) and match[1].lower() in INLINE:
        start = match.start()
    while (match := _TAG_BEHIND.match(text, end)) and match[1].lower() in INLINE:
        end = match.end()
    return Span(start, end)


def _is_slanted(found: InlineText) -> bool:
    return any(i.tag in ("em", "i") and len(i.span) == len(found.text) for i in found.inlines)
