"""EPUB books (2 and 3): their chapters as blocks, and the book again with other texts in their places."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from lxml import etree

from copydesk.data import Block, BlockRole
from copydesk.errors import InputError
from copydesk.formats.html import read_fragment
from copydesk.formats.language_tag import language_tag
from copydesk.formats.metadata import Metadata
from copydesk.formats.timestamp import timestamp
from copydesk.formats.xml import content, parse

_XHTML = "http://www.w3.org/1999/xhtml"
_BLOCK_NAMES = (
    "address article aside blockquote body caption dd details div dl dt figcaption figure footer h1 h2 h3 h4"
    " h5 h6 header hgroup hr li main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_MOST_UNPACKED = 256 * 1024 * 1024
_AROUND = frozenset({"blockquote", "figcaption", "li", "ol", "ul"})
_NAMESPACES: Any = {None: _XHTML}  # the stubs know no default namespace
_OWN = "data-copydesk"
_ENCRYPTED = "META-INF/encryption.xml"


@dataclass(frozen=True, slots=True)
class _Part:
    """An element of a chapter that holds text and no other blocks, and its blocks."""

    element: etree._Element
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Book:
    files: Mapping[str, bytes]
    package: etree._Element
    folder: str
    package_path: str

    def chapters(self) -> Iterator[str]:
        """The paths of the chapters in reading order."""
        items = {item.get("id"): item for item in _all(self.package, "item")}
        for ref in _all(self.package, "itemref"):
            item = items.get(ref.get("idref"))
            if item is not None and "html" in (item.get("media-type") or ""):
                path = posixpath.normpath(posixpath.join(self.folder, unquote(item.get("href", ""))))
                if path in self.files:
                    yield path

    def contents(self) -> Iterator[str]:
        """The paths of its tables of contents (EPUB 3 ``nav``, EPUB 2 ``ncx``)."""
        for item in _all(self.package, "item"):
            is_nav = "nav" in item.get("properties", "").split() or "ncx" in item.get("media-type", "")
            path = posixpath.normpath(posixpath.join(self.folder, unquote(item.get("href", ""))))
            if is_nav and path in self.files:
                yield path


def read_epub(data: bytes) -> tuple[tuple[Block, ...], Metadata]:
    """The text of a book, chapter after chapter, and its metadata. A chapter's first heading stays a heading.

    Raises:
        InputError: if it is damaged, encrypted, or unpacks to more than 256 MiB.
    """
    book = _opened(data)
    blocks: list[Block] = []
    for path in book.chapters():
        for part in _parts(parse(book.files[path], doctype="skip")):
            blocks += part.blocks
    blocks = [
        replace(block, role=BlockRole.HEADING, level=1) if at and block.role is BlockRole.HEADLINE else block
        for at, block in enumerate(blocks)
    ]
    blocks[:1] = [replace(block, role=BlockRole.HEADLINE, level=0) for block in blocks[:1]]
    package = book.package
    return tuple(replace(block, id=f"b{n}") for n, block in enumerate(blocks)), Metadata(
        id=_text(package, "identifier"),
        author=", ".join(content(element).strip() for element in _all(package, "creator")),
        date=timestamp(_text(package, "date")),
        language=language_tag(_text(package, "language")),
        description=_text(package, "description"),
        keywords=tuple(content(element).strip() for element in _all(package, "subject")),
    )


def write_epub(
    data: bytes, texts: Mapping[str, Block], *, language: str, title: str, markup: Callable[[Block], str]
) -> bytes:
    """The book ``data`` with ``texts`` (translations by the text of a block as read) in their places.

    ``markup`` gives the inside of a block as XHTML. Everything else in the package stays byte for byte but
    the chapters, and language and title in its metadata.
    """
    book = _opened(data)
    written = {path: _chapter(book.files[path], texts, language, markup) for path in book.chapters()}
    for name, text in (("language", language), ("title", title)):
        element = next(_all(book.package, name), None)
        if element is not None:
            element.text = text
    written |= {path: _contents(book.files[path], texts) for path in book.contents() if path not in written}
    written[book.package_path] = _document(book.package)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(_stamped("mimetype"), b"application/epub+zip", compress_type=zipfile.ZIP_STORED)
        for path, old in book.files.items():
            if path != "mimetype":
                packed.writestr(_stamped(path), written.get(path, old), compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _contents(data: bytes, texts: Mapping[str, Block]) -> bytes:
    """A table of contents whose entries say what the headings say that they lead to."""
    root = parse(data, doctype="skip")
    for element in root.iter(etree.Element):
        if not len(element) and (target := texts.get(" ".join(content(element).split()))):
            element.text = target.text
    return _document(root)


def _stamped(path: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(path, date_time=(1980, 1, 1, 0, 0, 0))  # the same book gives the same bytes


def _chapter(data: bytes, texts: Mapping[str, Block], language: str, markup: Callable[[Block], str]) -> bytes:
    root = parse(data, doctype="skip")
    for part in _parts(root):
        if all(block.text in texts for block in part.blocks):
            inside = "<br/><br/>".join(markup(texts[block.text]) for block in part.blocks)
            _refill(part.element, inside)
    root.set("lang", language)
    root.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    return _document(root)


def _refill(element: etree._Element, inside: str) -> None:
    """Give an element other content; pictures in it stay at its start."""
    pictures = [child for child in element.iter() if _name(child) in ("img", "svg", "image")]
    pictures = [child for child in pictures if not any(up in pictures for up in child.iterancestors())]
    for child in list(element):
        element.remove(child)
    made = etree.fromstring(f'<div xmlns="{_XHTML}">{inside}</div>'.encode())
    element.text = None if pictures else made.text
    for picture in pictures:
        picture.tail = None
        element.append(picture)
    if pictures:
        pictures[-1].tail = made.text
    element.extend(list(made))
    etree.cleanup_namespaces(element)


def _parts(root: etree._Element) -> Iterator[_Part]:
    """The elements of a chapter's body that hold text and no block, in order."""
    body = next(_all(root, "body"), root)
    _hold_loose_text(body)
    for element in list(body.iter(etree.Element)):
        if _name(element) not in _BLOCKS or _holds_blocks(element):
            continue
        wrapped = etree.tostring(element, encoding="unicode", with_tail=False)
        for outer in element.iterancestors():
            if _name(outer) in _AROUND:
                wrapped = f"<{_name(outer)}>{wrapped}</{_name(outer)}>"
        if blocks := read_fragment(wrapped).blocks:
            yield _Part(element, blocks)


def _hold_loose_text(body: etree._Element) -> None:
    """Give text that stands beside blocks (``<li>text<ul>``) an element of its own."""
    for element in [found for found in body.iter(etree.Element) if _holds_blocks(found)]:
        if element.text and element.text.strip():
            element.insert(0, _held(element.text))
            element.text = None
        for child in list(element):
            if _name(child) not in _BLOCKS and not _holds_blocks(child):
                before = child.getprevious()
                if before is not None and before.get(_OWN):
                    before.append(child)
                elif content(child).strip() or (child.tail or "").strip():
                    holder = _held("")
                    child.addprevious(holder)
                    holder.append(child)
            elif child.tail and child.tail.strip() and not child.get(_OWN):
                holder = _held(child.tail)
                child.tail = None
                child.addnext(holder)
    for element in body.iter(f"{{{_XHTML}}}div"):
        element.attrib.pop(_OWN, "")


def _holds_blocks(element: etree._Element) -> bool:
    return any(_name(child) in _BLOCKS for child in element.iterdescendants())


def _held(text: str) -> etree._Element:
    made = etree.Element(f"{{{_XHTML}}}div", nsmap=_NAMESPACES)
    made.set(_OWN, "1")
    made.text = text
    return made


def _opened(data: bytes) -> _Book:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(info.file_size for info in packed.infolist()) > _MOST_UNPACKED:
                raise InputError("it unpacks to more than 256 MiB", remedy="Split the book")
            files = {info.filename: packed.read(info) for info in packed.infolist() if not info.is_dir()}
        container = parse(files["META-INF/container.xml"])
        path = next(_all(container, "rootfile")).get("full-path", "")
        book = _Book(files, parse(files[path]), posixpath.dirname(path), path)
    except (zipfile.BadZipFile, KeyError, StopIteration, RuntimeError, NotImplementedError) as error:
        raise InputError("it is no sound EPUB", remedy="Export the book again") from error
    if _ENCRYPTED in files and any(b"html" in files[_ENCRYPTED] for _ in book.chapters()):
        raise InputError("its chapters are encrypted", remedy="Ask the publisher for a copy without DRM")
    return book


def _document(root: etree._Element) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="utf-8")


def _all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (element for element in root.iter(etree.Element) if _name(element) == name)


def _text(root: etree._Element, name: str) -> str:
    return next((text for element in _all(root, name) if (text := content(element).strip())), "")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
