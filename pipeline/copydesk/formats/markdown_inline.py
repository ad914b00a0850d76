"""Inline Markdown as text with marks, each character and mark with its place in the source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from lxml.html import fragment_fromstring
from markdown_it.token import Token

from copydesk.data import Inline, Span
from copydesk.formats.attributes import INLINE, kept, safe_url
from copydesk.formats.inlinecodes import RAW
from copydesk.formats.markdown_syntax import MASK, inline_tokens
from copydesk.text.superscripts import raised

_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)")
_MASKED = quote(MASK)
_SILENT = frozenset({"script", "style"})
_IMAGE_TITLE = re.compile(r"""\s(?:"((?:\\.|[^\\"])+)"|'((?:\\.|[^\\'])+)')\s*\)$""", re.DOTALL)
_OPENING = {"em_open": "em", "strong_open": "strong", "s_open": "s", "link_open": "a"}


@dataclass(frozen=True, slots=True)
class Code:
    """How the source writes a mark: before its words and, unless it is a point, after them."""

    opener: Span
    closer: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its address, empty if only the site knows it, and where its alt text and title stand."""

    url: str
    alt: Span | None
    title: Span | None


@dataclass(slots=True)
class InlineText:
    """A text, its marks, and their places, and the pictures in it."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    inlines: list[Inline] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


def read_inline(content: str, places: Sequence[int], source: str, environment: dict[str, Any]) -> InlineText:
    """The inline ``content``, whose characters stand at ``places`` in ``source``, its end last.

    ``source`` is the text before masking. Marks that Markdown and HTML write become inline marks;
    pictures, shortcodes, comments and other tags become points that hold their source.
    """
    return _Reader(content, places, source).read(inline_tokens(content, environment))


class _Reader:
    def __init__(self, content: str, places: Sequence[int], source: str) -> None:
        self._content, self._places, self._source = content, places, source
        self._characters: list[str] = []
        self._out = InlineText()
        self._open: list[tuple[str, tuple[tuple[str, str], ...], int, Span]] = []
        self._closings: dict[int, int] = {}

    def read(self, tokens: Sequence[Token]) -> InlineText:
        skip_to = -1
        self._closings = _closings(tokens)
        for number in range(len(tokens)):
            if number <= skip_to:
                continue
            skip_to = self._take(tokens, number)
        return self._finished()

    def _take(self, tokens: Sequence[Token], number: int) -> int:
        """Take token ``number`` and perhaps some after it; the number of the last one taken."""
        token = tokens[number]
        start, end = token.meta["at"]
        kind = token.type
        if kind in ("text", "text_special"):
            self._text(token.content, start, end)
        elif kind == "softbreak":
            self._text(" ", start, end)
        elif kind == "hardbreak":
            before = tokens[number - 1].meta["at"][1] if number else start
            span = Span(self._places[before], self._places[end])
            self._mark(Inline(Span(len(self._characters), len(self._characters)), "br"), Code(span, span))
            self._append("\n", span)
        elif kind == "code_inline":
            self._code(token.content, start, end)
        elif kind in _OPENING:
            self._begin(token, self._marker(tokens, number, -1 if kind == "strong_open" else 0))
        elif kind.endswith("_close"):
            self._end(self._marker(tokens, number, 1 if kind == "strong_close" else 0))
        elif kind == "html_inline":
            return self._tag(tokens, number)
        else:
            if kind == "image":
                self._picture(token, start, end)
            self._point(self._span(start, end))
        return number

    def _marker(self, tokens: Sequence[Token], number: int, beside: int) -> Span:
        start, end = tokens[number].meta["at"]
        if beside:  # the other half of ``**`` is an empty token
            other = tokens[number + beside].meta["at"]
            start, end = min(start, other[0]), max(end, other[1])
        return self._span(start, end)

    def _text(self, text: str, start: int, end: int) -> None:
        if len(text) != end - start:
            for character in text:
                self._append(character, self._span(start, end))
            return
        for offset, character in enumerate(text):
            self._append(character, self._span(start + offset, start + offset + 1))

    def _append(self, character: str, span: Span) -> None:
        if character == " " and (not self._characters or self._characters[-1] in " \n"):
            return
        self._characters.append(character)
        self._out.spans.append(span)

    def _code(self, content: str, start: int, end: int) -> None:
        written = self._content[start:end]
        at = start + max(written.replace("\n", " ").find(content, len(written) - len(written.lstrip("`"))), 0)
        self._open.append(("code", (), len(self._characters), self._span(start, at)))
        for offset, character in enumerate(content):
            self._characters.append(character)
            self._out.spans.append(self._span(at + offset, at + offset + 1))
        self._end(self._span(at + len(content), end))

    def _begin(self, token: Token, opener: Span) -> None:
        attributes: tuple[tuple[str, str], ...] = ()
        if token.type == "link_open":
            given = {str(name): str(value) for name, value in token.attrs.items()}
            known = (("href", _address(given.get("href", ""))), ("title", given.get("title", "")))
            attributes = tuple((name, value) for name, value in known if value)
        self._open.append((_OPENING[token.type], attributes, len(self._characters), opener))

    def _end(self, closer: Span) -> None:
        tag, attributes, start, opener = self._open.pop()
        if start < len(self._characters):
            self._mark(Inline(Span(start, len(self._characters)), tag, attributes), Code(opener, closer))
        else:  # a mark round nothing but a picture
            for span in (opener, closer):
                self._point(span)

    def _tag(self, tokens: Sequence[Token], number: int) -> int:
        token = tokens[number]
        span = self._span(*token.meta["at"])
        match = _TAG.match(token.content)
        name = match[2].lower() if match else ""
        if match and match[1] and self._open and self._open[-1][0] == name:
            self._end(span)
        elif match and not match[1] and (last := self._closings.get(number)):
            if name in _SILENT:
                self._point(Span(span.start, self._span(*tokens[last].meta["at"]).end))
                return last
            if name in INLINE:
                self._open.append((name, tag_attributes(token.content), len(self._characters), span))
            else:
                self._point(span)
        else:
            self._point(span)
        return number

    def _picture(self, token: Token, start: int, end: int) -> None:
        alt = self._span(start + 2, start + 2 + len(token.content)) if token.content.strip() else None
        title = None
        if found := _IMAGE_TITLE.search(self._content[start:end]):
            group = 1 if found[1] else 2
            title = self._span(start + found.start(group), start + found.end(group))
        self._out.pictures.append(Picture(_address(str(token.attrs.get("src", ""))), alt, title))

    def _point(self, span: Span) -> None:
        at = len(self._characters)
        mark = Inline(Span(at, at), RAW, (("start", span.of(self._source)),))
        self._mark(mark, Code(span, Span(span.end, span.end)))

    def _mark(self, mark: Inline, code: Code) -> None:
        self._out.inlines.append(mark)
        self._out.codes.append(code)

    def _finished(self) -> InlineText:
        while self._open:  # a mark that ends in other marks: a tag closed too late
            _, _, _, opener = self._open.pop()
            self._point(opener)
        out = self._out
        out.text = "".join(self._characters).rstrip(" \n")
        del out.spans[len(out.text) :]
        order = sorted(
            range(len(out.inlines)), key=lambda n: (out.inlines[n].span.start, -out.inlines[n].span.end)
        )
        out.codes = [out.codes[n] for n in order]
        out.inlines = [_clipped(out.inlines[n], len(out.text)) for n in order]
        out.text = raised(out.text, out.inlines)
        return out

    def _span(self, start: int, end: int) -> Span:
        """Where content from ``start`` to ``end`` stands: to the end of its last character, not further."""
        if start >= end:
            return Span(self._places[start], self._places[start])
        return Span(self._places[start], max(self._places[start], self._places[end - 1] + 1))


def _address(url: str) -> str:
    """``url`` unless it does something, or the site alone knows it."""
    return "" if _MASKED in url else safe_url(url) or ""


def tag_attributes(tag: str) -> tuple[tuple[str, str], ...]:
    """The harmless attributes of a start tag as it is written."""
    element = fragment_fromstring(tag, create_parent="div")[0]
    return kept(str(element.tag), dict(element.attrib)) or ()


def _closings(tokens: Sequence[Token]) -> dict[int, int]:
    """For each token that opens an HTML element the one that closes it, where one does."""
    found: dict[int, int] = {}
    waiting: dict[str, list[int]] = defaultdict(list)
    for at, token in enumerate(tokens):
        match = _TAG.match(token.content) if token.type == "html_inline" else None
        if match is None:
            continue
        same = waiting[match[2].lower()]
        if not match[1]:
            same.append(at)
        elif same:
            found[same.pop()] = at
    return found


def _clipped(inline: Inline, end: int) -> Inline:
    span = Span(min(inline.span.start, end), min(inline.span.end, end))
    return Inline(span, inline.tag, inline.attributes)
