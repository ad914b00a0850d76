"""Word documents (.docx), read and written through python-docx, paragraph by paragraph."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.table import Table
from docx.text.hyperlink import Hyperlink
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from copydesk.data import Block, BlockRole, Cell, Inline, Span
from copydesk.errors import InputError
from copydesk.formats.attributes import safe_url
from copydesk.formats.inlinecodes import nested, walk
from copydesk.formats.metadata import Metadata

_HEADING = re.compile(r"heading (\d)$", re.IGNORECASE)
_LIST = re.compile(r"list (bullet|number|paragraph)(?: (\d))?$", re.IGNORECASE)
_ROLES = {"quote": BlockRole.QUOTE, "intense quote": BlockRole.QUOTE, "caption": BlockRole.CAPTION}
_MARKS = (("bold", "strong"), ("italic", "em"), ("underline", "u"))
_EDGES = re.compile(r"^[ \t\n]+|[ \t\n]+$")
_LONGEST_HEADLINE = 250
_MOST_UNPACKED = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Placed:
    """A block of a document and the paragraph that it is."""

    block: Block
    paragraph: Paragraph


def read_docx(data: bytes) -> tuple[tuple[Block, ...], Metadata]:
    """The blocks of a Word document, one a paragraph, and its properties.

    Raises:
        InputError: if it is none, or unpacks to more than 256 MiB.
    """
    document = _opened(data)
    about = document.core_properties
    blocks = tuple(placed.block for placed in _placed(document))
    return blocks, Metadata(
        author=about.author or "",
        date=about.created.isoformat() if about.created else "",
        description=about.comments or "" if "python-docx" not in (about.comments or "") else "",
        keywords=tuple(word.strip() for word in (about.keywords or "").split(",") if word.strip()),
    )


def write_docx(data: bytes, texts: Mapping[str, Block], *, language: str, title: str) -> bytes:
    """The document ``data`` with the text of each paragraph replaced by that of ``texts``.

    ``texts`` maps the text of a block as read to its translation. Styles, pictures, tables, headers and all
    that is not replaced stay as they are; of runs only bold, italics, underlining and links are kept.
    """
    document = _opened(data)
    for placed in _placed(document):
        if (target := texts.get(placed.block.text)) is not None:
            _rewrite(placed.paragraph, target)
    document.core_properties.language = language
    document.core_properties.title = title
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _opened(data: bytes) -> Document:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(info.file_size for info in packed.infolist()) > _MOST_UNPACKED:
                raise InputError("it unpacks to more than 256 MiB", remedy="Split the document")
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise InputError(
            f"it is no sound Word document ({error})", remedy="Save it as .docx again"
        ) from error


def _placed(document: Document) -> list[Placed]:
    found: list[Placed] = []
    tables = -1
    for content in document.iter_inner_content():
        if isinstance(content, Table):
            tables += 1
            found += _table(content, tables, len(found))
        elif block := _block(content, len(found)):
            found.append(Placed(block, content))
    titled = any(placed.block.role is BlockRole.HEADLINE for placed in found)
    for at, placed in enumerate(found):  # else the first heading of level 1, else a short first paragraph
        block = placed.block
        is_top = block.role is BlockRole.HEADING and block.level == 1
        is_first = at == 0 and block.role is BlockRole.PARAGRAPH and len(block.text) <= _LONGEST_HEADLINE
        if not titled and (is_top or (is_first and len(found) > 1)):
            found[at] = Placed(_as(block, BlockRole.HEADLINE), placed.paragraph)
            break
    return found


def _table(table: Table, number: int, start: int) -> Iterator[Placed]:
    for row, cells in enumerate(table.rows):
        seen: set[object] = set()
        for column, cell in enumerate(cells.cells):
            if cell._tc in seen:  # a merged cell comes once for each column it spans
                continue
            seen.add(cell._tc)
            for paragraph in cell.paragraphs:
                if block := _block(paragraph, start):
                    place = Cell(number, row, column, header=False, columns=cell.grid_span)
                    made = Block(block.id, BlockRole.CELL, block.text, block.inlines, cell=place)
                    yield Placed(made, paragraph)
                    start += 1


def _block(paragraph: Paragraph, number: int) -> Block | None:
    """The paragraph as a block; None if it has no text."""
    text = ""
    inlines: list[tuple[int, int, str, tuple[tuple[str, str], ...]]] = []
    for part in paragraph.iter_inner_content():
        start = len(text)
        runs = part.runs if isinstance(part, Hyperlink) else [part]
        for run in runs:
            at = len(text)
            text += run.text.replace("\t", " ")
            inlines += [(at, len(text), tag, ()) for name, tag in _MARKS if getattr(run, name)]
        if isinstance(part, Hyperlink) and (url := safe_url(part.url)):
            inlines.append((start, len(text), "a", (("href", url),)))
    trimmed = _EDGES.sub("", text)
    if not trimmed:
        return None
    before = text.index(trimmed)
    shown = Span(before, before + len(trimmed))
    clipped = ((Span(a, b).clip(shown), tag, more) for a, b, tag, more in inlines if a < b)
    marks = tuple(Inline(span, tag, more) for span, tag, more in clipped if span)
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    role, level, ordered = _role(style)
    return Block(f"b{number}", role, trimmed, marks, level, ordered)


def _role(style: str) -> tuple[BlockRole, int, bool]:
    if style.lower() == "title":
        return BlockRole.HEADLINE, 0, False
    if heading := _HEADING.match(style):
        return BlockRole.HEADING, int(heading[1]), False
    if item := _LIST.match(style):
        return BlockRole.LIST_ITEM, int(item[2] or 1), item[1].lower() == "number"
    return _ROLES.get(style.lower(), BlockRole.PARAGRAPH), 0, False


def _as(block: Block, role: BlockRole) -> Block:
    return Block(block.id, role, block.text, block.inlines)


def _rewrite(paragraph: Paragraph, block: Block) -> None:
    """Put the text of ``block`` into ``paragraph``, in the font of its first run; pictures stay."""
    runs = list(paragraph._p.iter(qn("w:r")))
    plain = next((run.find(qn("w:rPr")) for run in runs if run.find(qn("w:t")) is not None), None)
    for element in (*paragraph._p.findall(qn("w:hyperlink")), *paragraph._p.findall(qn("w:r"))):
        if not list(element.iter(qn("w:drawing"), qn("w:pict"))):
            paragraph._p.remove(element)
    marks = nested(block.text, block.inlines)
    open_marks: list[int] = []
    for event in walk(block.text, marks):
        if isinstance(event, str):
            tags = {marks[at].tag for at in open_marks}
            links = (marks[at].attributes for at in open_marks if marks[at].tag == "a")
            url = next((dict(link).get("href", "") for link in links), "")
            _add(paragraph, event, tags, url=url, plain=plain)
        elif event[0] == "open":
            open_marks.append(event[1])
        elif event[0] == "close":
            open_marks.remove(event[1])


def _add(paragraph: Paragraph, text: str, tags: set[str], *, url: str, plain: etree._Element | None) -> None:
    run = paragraph.add_run(text)
    if plain is not None:
        for name in ("rFonts", "color", "sz"):
            if (found := plain.find(qn(f"w:{name}"))) is not None:
                run._r.get_or_add_rPr().append(deepcopy(found))
    run.bold = True if tags & {"strong", "b"} else None
    run.italic = True if tags & {"em", "i"} else None
    run.underline = True if "u" in tags else None
    if url:
        _link(paragraph, run, url)


def _link(paragraph: Paragraph, run: Run, url: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, kind, is_external=True))
    paragraph._p.append(link)
    link.append(run._r)
