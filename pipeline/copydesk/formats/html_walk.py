"""Markup to a page of pieces, in one pass over parser events.

libxml2 repairs the markup and reports its elements. No tree is built: trees have a depth limit of 2,048, and
beyond it the rest of the page would be lost. Nothing here recurses, and the time is linear in the input.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, cast

from lxml import etree

from copydesk.data import BlockRole, Inline, Span
from copydesk.formats.attributes import INLINE, is_closed, kept, safe_url
from copydesk.formats.flow import Flow
from copydesk.formats.html_hints import hint_of, is_hidden, is_story
from copydesk.formats.html_linked_data import records
from copydesk.formats.html_media import MEDIA, seen, sourced
from copydesk.formats.html_page import Head, MediaItem, Page, Piece, Region
from copydesk.formats.html_tables import Tables

_BLOCK_NAMES = (
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol"
    " optgroup option p pre search section select summary table tbody td tfoot th thead tr ul"
)
_BLOCK = frozenset(_BLOCK_NAMES.split())
# Not head: libxml2 leaves it open before elements it does not know, such as header.
_SILENT_NAMES = (
    "annotation annotation-xml applet audio canvas embed iframe noembed noframes noscript object rp script"
    " style svg template textarea title video"
)
_NOTED = frozenset({"base", "html", "link", "meta", "script", "time", "title"})
_SILENT = frozenset(_SILENT_NAMES.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_CAPTURE = 1_000_000


def walk(markup: str) -> Page:
    """The pieces, regions and head of ``markup``, which may be a page or a fragment, however broken."""
    target = _Target()
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, target=cast("Any", target))
    parser.feed(b"<!---->")  # libxml2 refuses empty documents
    parser.feed(markup.encode("utf-8", "replace"))
    parser.close()
    return target.page()


class _Target:
    """Receives the parser's events."""

    def __init__(self) -> None:
        self._flow = Flow()
        self._pieces: list[Piece] = []
        self._regions = [Region(0, 0, "")]
        self._path = [self._regions[0]]
        self._inline: list[bool] = []
        self._silent: list[str] = []
        self._capture: list[str] | None = None
        self._captured: Callable[[str], None] | None = None
        self._capture_end = -1
        self._head = Head()
        self._depth = 0
        self._image = False
        self._media: list[MediaItem] = []
        self._tables = Tables()
        self._closed = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if tag in _NOTED:
            self._note(tag, attributes)
        if tag in MEDIA:
            self._see(tag, attributes)
        if self._silent or tag in _SILENT:
            # What stands inside a silent element is counted only, so that its end is found.
            self._silent.append(tag)
            return
        if tag == "br":
            if self._flow.line_break():
                self._flush()
        elif tag in _BLOCK:
            self._flush()
            self._enter(tag, attributes)
        else:
            self._image = self._image or tag == "img"
            self._open(tag, attributes)
            if tag == "rt":  # as browsers without ruby show it
                self._flow.text("(")
        if attributes and ("author" in (attributes.get("rel"), attributes.get("itemprop"))):
            self._record(self._head.authors.append)

    def end(self, tag: str) -> None:
        if self._depth == self._capture_end:
            self._stop_recording()
        self._depth -= 1
        if self._silent:
            self._silent.pop()
        elif tag in _BLOCK:
            self._flush()
            if tag == "table":
                self._tables.end()
            if len(self._path) > 1:
                self._path.pop().last = len(self._regions) - 1
        elif tag != "br" and self._inline:
            if tag == "rt":
                self._flow.text(")")
            if self._inline.pop():
                self._flow.close()
            self._closed = tag not in ("sub", "sup")

    def data(self, text: str) -> None:
        if self._capture is not None:
            self._capture.append(text)
        if self._silent:
            return
        self._closed = False
        text = text.replace("\xad", "")  # a hyphen that no reader sees, and no engine should
        if self._path[-1].pre:
            self._flow.verbatim(text)
        else:
            self._flow.text(text)

    def close(self) -> None:
        self._flush()
        for region in self._path:
            region.last = len(self._regions) - 1

    def page(self) -> Page:
        of_data = self._tables.of_data()
        pieces = (
            replace(p, cell=None) if p.cell and p.cell.table not in of_data else p for p in self._pieces
        )
        return Page(tuple(pieces), tuple(self._regions), self._head, tuple(self._media))

    def _see(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "source":
            if self._media and self._silent:
                self._media[-1] = replace(self._media[-1], url=sourced(self._media[-1], attributes))
        elif (not self._silent or self._silent == ["noscript"]) and (
            item := seen(tag, attributes, at=len(self._pieces), region=self._path[-1].index)
        ):
            self._media.append(item)

    def _open(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._closed and tag not in ("sub", "sup"):
            self._flow.seam()
        keep = kept(tag, attributes) if tag in INLINE else None
        self._inline.append(keep is not None)
        if keep is not None:
            self._flow.open(tag, keep)

    def _enter(self, tag: str, attributes: Mapping[str, str]) -> None:
        outer = self._path[-1]
        region = Region(len(self._regions), outer.index, tag, hint_of(tag, attributes))
        region.story = is_story(tag, attributes)
        region.hidden = outer.hidden or (bool(attributes) and is_hidden(attributes))
        region.names = attributes.get("class", "") if attributes else ""
        region.role, region.level, region.lists = outer.role, outer.level, outer.lists
        region.ordered, region.pre = outer.ordered, outer.pre or tag == "pre"
        region.in_article = outer.in_article or tag == "article"
        region.language, region.quoted = outer.language, outer.quoted
        region.closed = outer.closed or tag == "pre" or is_closed(attributes)
        if tag not in ("html", "body"):
            region.language = attributes.get("lang") or outer.language
        if tag in _HEADINGS:
            region.role, region.level = BlockRole.HEADING, int(tag[1])
        elif tag in ("ul", "ol", "menu", "dir"):
            region.lists, region.ordered = outer.lists + 1, tag == "ol"
            region.number = _number(attributes.get("start", "")) if tag == "ol" else 0
        elif tag == "li":
            region.role, region.level = BlockRole.LIST_ITEM, max(outer.lists, 1)
            region.number = _number(attributes.get("value", "")) or outer.number
            outer.number = 0
        elif tag == "blockquote":
            region.role, region.level, region.quoted = BlockRole.QUOTE, 0, True
        elif tag in ("figcaption", "caption"):
            region.role, region.level = BlockRole.CAPTION, 0
        region.cell = self._tables.start(tag, attributes) or (outer.cell if tag != "table" else None)
        self._regions.append(region)
        self._path.append(region)

    def _flush(self) -> None:
        text, inlines = self._flow.take()
        if not text:
            return
        region = self._path[-1]
        if region.closed:
            inlines = (Inline(Span(0, len(text)), "span", (("translate", "no"),)), *inlines)
        is_item = region.role is BlockRole.LIST_ITEM
        self._pieces.append(
            Piece(
                text,
                inlines,
                region.role,
                region.level,
                region.ordered and is_item,
                region.language,
                region.index,
                self._image,
                self._item_number() if is_item else 0,
                is_item and region.quoted,
                region.cell if region.role is BlockRole.PARAGRAPH else None,
            )
        )
        if region.cell is not None:
            self._tables.text(region.cell, len(text))
        self._image = False

    def _item_number(self) -> int:
        """What the list item round here shows, asked once."""
        item = next((region for region in reversed(self._path) if region.tag == "li"), self._path[-1])
        number, item.number = item.number, 0
        return number

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        head = self._head
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            name = (name or attributes.get("http-equiv") or "").strip().lower()
            if name and (content := attributes.get("content", "").strip()):
                head.meta.setdefault(name, content)
        elif tag == "link":
            self._note_link(attributes)
        elif tag == "base":
            head.base = head.base or attributes.get("href", "")
        elif tag == "html":
            head.language = head.language or attributes.get("lang") or attributes.get("xml:lang") or ""
        elif tag == "time" and attributes.get("datetime"):
            head.times.append(attributes["datetime"])
        elif tag == "title" and not head.title and "svg" not in self._silent[:1]:
            self._record(self._title)
        elif tag == "script" and "ld+json" in attributes.get("type", ""):
            self._record(lambda script: head.data.extend(records(script)))

    def _note_link(self, attributes: Mapping[str, str]) -> None:
        url = safe_url(attributes.get("href", ""))
        rel = attributes.get("rel", "").lower().split()
        if url and "canonical" in rel:
            self._head.canonical = self._head.canonical or url
        elif url and "alternate" in rel and attributes.get("hreflang"):
            self._head.alternates.append((attributes["hreflang"], url))

    def _title(self, text: str) -> None:
        self._head.title = " ".join(text.split())

    def _record(self, receiver: Callable[[str], None]) -> None:
        if self._capture is None:
            self._capture, self._captured, self._capture_end = [], receiver, self._depth

    def _stop_recording(self) -> None:
        if self._capture is not None and self._captured is not None:
            self._captured("".join(self._capture)[:_LONGEST_CAPTURE])
        self._capture, self._captured, self._capture_end = None, None, -1


def _number(text: str) -> int:
    return int(text) if len(text) < 7 and text.strip().lstrip("-").isdecimal() else 0
