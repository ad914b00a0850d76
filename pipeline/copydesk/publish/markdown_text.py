"""A text with marks as one CommonMark paragraph that reads back as the same text."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence

from copydesk.data import Inline, Span
from copydesk.formats.attributes import safe_url
from copydesk.formats.inlinecodes import nested, walk

_SPECIAL = re.compile(r"[\\`*_\[\]<>~|$]|&(?=#?\w+;)|!(?=$|\[)|:(?=//)|@")
_LINE_START = re.compile(r"(?m)^(?:([#+=>-])|(\d{1,9})([.)])(?=\s|$))")
_LEADING = re.compile(r"(?m)^[ \t]+|[ \t]+$")
_BLANK = re.compile(r"\n\s*\n")
_EMPHASIS = {"em": "*", "i": "*", "strong": "**", "b": "**"}
_HTML = frozenset({"sub", "sup", "u", "s", "del", "ins", "mark", "kbd", "small", "q", "cite", "abbr"})


def inline_markdown(text: str, inlines: Iterable[Inline]) -> str:
    """``text`` with links, emphasis and code as Markdown, everything else escaped.

    White space at the ends of lines goes; line breaks stay as hard breaks. Emphasis that Markdown's
    flanking rules would not see is written as HTML, and so are the marks Markdown has no sign for.
    """
    marks = _tightened(text, nested(text, inlines))
    pieces: list[str] = []
    closers: dict[int, str] = {}
    for event in walk(text, marks):
        if isinstance(event, str):
            pieces.append(escaped(event))
            continue
        kind, number = event
        if kind == "close":
            pieces.append(closers[number])
            continue
        opener, closers[number] = _signs(text, marks, number)
        pieces.append(opener)
    return _as_paragraph("".join(pieces))


def escaped(text: str) -> str:
    """``text`` with every sign that Markdown may read as its own behind a backslash."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text)


def _as_paragraph(markdown: str) -> str:
    plain = markdown.strip()
    if "\n" in plain:
        plain = _LEADING.sub("", _BLANK.sub("\n", plain))
    return guarded(plain).replace("\n", "\\\n")


def guarded(markdown: str) -> str:
    """Lines of a paragraph that begin like a heading, list or quote, with a backslash against it."""
    return _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", markdown)


def _tightened(text: str, marks: Sequence[Inline]) -> tuple[Inline, ...]:
    found = []
    for mark in marks:
        start, end = mark.span.start, mark.span.end
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end or mark.tag == "br":
            found.append(Inline(Span(start, end), mark.tag, mark.attributes))
    return nested(text, found)


def _signs(text: str, marks: Sequence[Inline], number: int) -> tuple[str, str]:
    mark = marks[number]
    if mark.tag == "br":
        return "\n", ""
    if mark.tag == "a":
        return _link(mark)
    if mark.tag in _EMPHASIS:
        if _alone(marks, number) and _flanks(text, mark.span):
            return _EMPHASIS[mark.tag], _EMPHASIS[mark.tag]
        return f"<{mark.tag}>", f"</{mark.tag}>"
    if mark.tag == "code" or mark.tag in _HTML:
        return f"<{mark.tag}>", f"</{mark.tag}>"
    return "", ""


def link_target(url: str) -> str:
    """``url`` as it stands between the angle brackets of a link."""
    return re.sub(r"[\s<>\\]", lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode()), url)


def _link(mark: Inline) -> tuple[str, str]:
    attributes = dict(mark.attributes)
    href = safe_url(attributes.get("href", ""))
    if href is None:
        return "", ""
    target = link_target(href)
    name = html.escape(" ".join(attributes.get("title", "").split())).replace("\\", "\\\\")
    return "[", f'](<{target}> "{name}")' if name else f"](<{target}>)"


def _alone(marks: Sequence[Inline], number: int) -> bool:
    own = marks[number].span
    ends = {own.start, own.end}
    others = [m.span for n, m in enumerate(marks) if n != number]
    inside = any(m.tag in _EMPHASIS and m.span.contains(own) for m in marks[:number])
    return not inside and not any(other.start in ends or other.end in ends for other in others)


def _flanks(text: str, span: Span) -> bool:
    before, after = text[: span.start][-1:], text[span.end :][:1]
    first, last = text[span.start], text[span.end - 1]
    opens = not _is_punctuation(first) or _is_open(before)
    closes = not _is_punctuation(last) or _is_open(after)
    return opens and closes


def _is_open(character: str) -> bool:
    return not character or character.isspace() or _is_punctuation(character)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
