"""Edits of an article's text written into the file that it was read from; all else stays byte for byte."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from copydesk.data import Block, Edit, Span
from copydesk.formats.markdown import read_markdown
from copydesk.formats.markup_source import SourceText, html_text, located
from copydesk.text.apply import applied

_JSON_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?')
_JSON_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)
_ASIDE = re.compile(
    r"""<title[^>]*>([^<]*)</title>|\s(?:alt|title|content|aria-label)\s*=\s*(?:"([^"]*)"|'([^']*)')""",
    re.IGNORECASE,
)
_XML_PIECE = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<[^>]*>|([^<]+)", re.DOTALL)
_DOCX_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_DOCX_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")

Repairs = Sequence[tuple[Sequence[Block], Mapping[str, Sequence[Edit]]]]
"""For each article its blocks as they were read, and the edits by block."""


@dataclass(frozen=True, slots=True)
class _Stream:
    """A stretch of a file that is text, and how text is written in it."""

    source: SourceText
    encode: Callable[[str], str] = str


def written_back(data: bytes, charset: str, form: str, repairs: Repairs) -> tuple[bytes, tuple[str, ...]]:
    """``data``, a file of the reader ``form``, with the edits of ``repairs`` made in it.

    Text that stands there more than once, such as plain and as markup, is mended in each place.

    Returns:
        The new bytes, and the names of blocks with edits whose text does not stand in the file as it is read.
    """
    if form == "docx":
        return _docx(data, repairs)
    text = data.decode(charset)
    bom = text[:1] == "\ufeff"
    changed, lost = _changed(text[bom:], list(_streams(text[bom:], form)), repairs)
    return (text[:bom] + changed).encode(charset), lost


def _changed(text: str, streams: Sequence[_Stream], repairs: Repairs) -> tuple[str, tuple[str, ...]]:
    pieces: dict[Span, str] = {}
    lost: list[str] = []
    for blocks, edits in repairs:
        waiting = {name for name, found in edits.items() if applied(found)}
        missing = set(waiting)
        for stream in streams if waiting else ():
            places = located(blocks, stream.source)
            for block in blocks:  # a title may have been taken for the beginning of the text
                if block.id in waiting and block.id not in places:
                    places |= located([block], stream.source)
            for name in waiting & places.keys():
                missing.discard(name)
                for edit in applied(edits[name]):
                    pieces |= _pieces(edit, places[name], text, stream.encode)
        lost += sorted(missing)
    parts: list[str] = []
    position = 0
    for span in sorted(pieces):
        parts += (text[position : span.start], pieces[span])
        position = span.end
    return "".join((*parts, text[position:])), tuple(lost)


def _pieces(edit: Edit, places: Sequence[Span], text: str, encode: Callable[[str], str]) -> dict[Span, str]:
    """What an edit changes: its text stands where its first characters were, tags between them stay."""
    own = places[edit.span.start : edit.span.end]
    if not own:
        at = places[edit.span.start - 1].end if edit.span.start else places[0].start
        return {Span(at, at): encode(edit.after)}
    runs = [own[0]]
    for place in own[1:]:
        if text[runs[-1].end : place.start].strip():
            runs.append(place)
        else:
            runs[-1] = Span(runs[-1].start, place.end)
    return {run: encode(edit.after) if n == 0 else "" for n, run in enumerate(runs)}


def _streams(text: str, form: str) -> Iterator[_Stream]:
    if form == "html":
        yield _Stream(html_text(text), _escaped)
        for match in _ASIDE.finditer(text):
            yield _Stream(_plain(text, *match.span(match.lastindex or 0)), html.escape)
    elif form == "markdown":
        yield _Stream(_markdown(text))
    elif text.lstrip()[:1] in ("{", "["):
        yield from _json(text)
    elif text.lstrip()[:1] == "<":
        yield from _xml(text)
    else:
        yield _Stream(_verbatim(text, 0, len(text)))


def _verbatim(text: str, start: int, end: int) -> SourceText:
    return SourceText(text[start:end], tuple(Span(n, n + 1) for n in range(start, end)))


def _plain(text: str, start: int, end: int) -> SourceText:
    """Text between tags or in an attribute, its entities decoded."""
    return html_text(text[start:end]).of(_verbatim(text, start, end))


def _markdown(text: str) -> SourceText:
    post = read_markdown(text)
    characters: list[str] = []
    spans: list[Span] = []
    for slot in post.slots:
        own = post.blocks[slot.block].text if slot.block is not None else slot.text
        places = slot.spans
        if not places and (at := post.text.find(own, slot.span.start, slot.span.end)) >= 0:
            places = _verbatim(post.text, at, at + len(own)).spans
        if len(places) == len(own):
            characters.append(own)
            spans += map(post.in_file, places)
    return SourceText("".join(characters), tuple(spans))


def _json(text: str) -> Iterator[_Stream]:
    """Each string that is no key; as markup too where it is some."""
    is_ascii = text.isascii()
    for match in _JSON_STRING.finditer(text):
        if match[2]:
            continue
        characters: list[str] = []
        spans: list[Span] = []
        for piece in _JSON_ESCAPE.finditer(text, match.start(1), match.end(1)):
            characters.append(json.loads(f'"{piece[0]}"', strict=False) if piece[0][0] == "\\" else piece[0])
            spans.append(Span(piece.start(), piece.end()))
        plain = SourceText("".join(characters), tuple(spans))
        if "<" in plain.text:
            yield _Stream(html_text(plain.text).of(plain), lambda t, a=is_ascii: _quoted(_escaped(t), a))  # type: ignore[misc]
        else:
            yield _Stream(plain, lambda t, a=is_ascii: _quoted(t, a))  # type: ignore[misc]


def _xml(text: str) -> Iterator[_Stream]:
    """Each text between tags and each CDATA section; as markup where it is some."""
    for match in _XML_PIECE.finditer(text):
        if match[1] is not None:
            section = _verbatim(text, *match.span(1))
            yield _Stream(html_text(match[1]).of(section), _escaped) if "<" in match[1] else _Stream(section)
        elif match[2] is not None and match[2].strip():
            plain = _plain(text, *match.span(2))
            if "<" in plain.text:
                yield _Stream(html_text(plain.text).of(plain), lambda t: _escaped(_escaped(t)))
            else:
                yield _Stream(plain, _escaped)
    yield _Stream(html_text(text), _escaped)  # NITF and NewsML, whose own elements are the markup


def _docx(data: bytes, repairs: Repairs) -> tuple[bytes, tuple[str, ...]]:
    """Each part with text written anew, the other parts as they were."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        lost: set[str] = set()
        found: set[str] = set()
        for info in old.infolist():
            content = old.read(info)
            if _DOCX_PARTS.fullmatch(info.filename):
                text = content.decode("utf-8")
                changed, missing = _changed(text, [_Stream(_runs(text), _escaped)], repairs)
                content = changed.encode("utf-8")
                every = {name for _, edits in repairs for name, own in edits.items() if applied(own)}
                found |= every - set(missing)
                lost |= set(missing)
            new.writestr(info, content)
    return out.getvalue(), tuple(sorted(lost - found))


def _runs(text: str) -> SourceText:
    characters: list[str] = []
    spans: list[Span] = []
    for match in _DOCX_TEXT.finditer(text):
        run = _plain(text, *match.span(1))
        characters.append(run.text)
        spans += run.spans
    return SourceText("".join(characters), tuple(spans))


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _quoted(text: str, is_ascii: bool) -> str:
    return json.dumps(text, ensure_ascii=is_ascii)[1:-1]
