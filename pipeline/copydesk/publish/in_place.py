"""Translations in the places of markup whose other parts stay as they are."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from html import escape, unescape

from copydesk.data import Block, Span
from copydesk.formats.attributes import INLINE
from copydesk.formats.markup_source import html_text, located
from copydesk.publish.markup import inline_html

_TAG = re.compile(r"<!--.*?-->|<(/?)([A-Za-z][\w-]*)\b[^<>]*>", re.DOTALL)
_START_TAG = re.compile(r"<([A-Za-z][\w-]*)\b[^>]*>")
_LABEL = re.compile(r"""(\s(?:alt|title)\s*=\s*)("[^"]*"|'[^']*')""")
_STAYS = frozenset({"img", "iframe", "video", "audio", "source", "picture", "input", "svg"})
_LINE = frozenset({"br", "wbr"})


def translated(
    markup: str, blocks: Sequence[Block], targets: Mapping[str, Block], labels: Mapping[str, str]
) -> str | None:
    """``markup`` with the ``targets`` of its ``blocks``, by id, in their places.

    ``labels`` are translations of alternative texts and titles of pictures. Elements keep the attributes that
    they have. None if a block is not found in the markup, or not as a piece of it.
    """
    markup = _LABEL.sub(lambda found: _labelled(found, labels), markup)
    changed = [block for block in blocks if block.id in targets and targets[block.id].text != block.text]
    places = located(changed, html_text(markup))
    pieces: list[tuple[Span, str]] = []
    for block in changed:
        if block.id not in places:
            return None
        span = _whole(markup, places[block.id])
        written = None if span is None else _written(span.of(markup), targets[block.id])
        if span is None or written is None or (pieces and span.start < pieces[-1][0].end):
            return None
        pieces.append((span, written))
    parts: list[str] = []
    position = 0
    for span, written in pieces:
        parts += (markup[position : span.start], written)
        position = span.end
    return "".join((*parts, markup[position:]))


def as_in_source(written: str, source: str) -> str:
    """``written``, HTML, its elements with the start tags that they have in ``source``, in order."""
    starts: dict[str, deque[str]] = defaultdict(deque)
    for match in _START_TAG.finditer(source):
        starts[match[1].lower()].append(match[0])
    return _START_TAG.sub(lambda m: starts[m[1]].popleft() if starts[m[1]] else m[0], written)


def _labelled(found: re.Match[str], labels: Mapping[str, str]) -> str:
    said = " ".join(unescape(found[2][1:-1]).split())
    return f'{found[1]}"{escape(labels[said])}"' if said in labels else found[0]


def _whole(markup: str, places: Sequence[Span]) -> Span | None:
    """From the first to the last character, with the inline elements that begin and end just there."""
    start, end = places[0].start, places[-1].end
    while unopened := _unopened(markup[start:end]):
        before = re.search(r"<([A-Za-z][\w-]*)\b[^<>]*>\s*$", markup[:start])
        if before is None or before[1].lower() != unopened:
            break
        start = before.start()
    while unclosed := _unopened(markup[start:end], at_end=True):
        after = re.match(r"\s*</([A-Za-z][\w-]*)\s*>", markup[end:])
        if after is None or after[1].lower() != unclosed:
            break
        end += after.end()
    is_balanced = not _unopened(markup[start:end]) and not _unopened(markup[start:end], at_end=True)
    return Span(start, end) if is_balanced else None


def _unopened(piece: str, *, at_end: bool = False) -> str:
    """The first element that ends in ``piece`` and does not begin there; ``at_end``, the last not ended."""
    opened: list[str] = []
    for closing, name in ((m[1], m[2].lower()) for m in _TAG.finditer(piece) if m[2]):
        if name in _LINE or name in _STAYS:
            continue
        if not closing:
            opened.append(name)
        elif opened and opened[-1] == name:
            opened.pop()
        elif not at_end:
            return name
    return opened[-1] if at_end and opened else ""


def _written(source: str, target: Block) -> str | None:
    """The translation as HTML behind the pictures of its place; None where that holds other elements."""
    tags = [match for match in _TAG.finditer(source) if match[2]]
    names = {match[2].lower() for match in tags}
    if names - INLINE - _LINE - _STAYS:
        return None
    stays: Iterable[str] = (m[0] for m in _TAG.finditer(source) if not m[2] or m[2].lower() in _STAYS)
    written = inline_html(target.text, target.inlines)
    if "br" not in names:
        written = written.replace("<br>\n", "\n")
    if "code" not in names:  # the reader takes what no translator may touch for code
        written = re.sub(r"<code>(.*?)</code>", lambda found: unescape(found[1]), written, flags=re.DOTALL)
    return "".join(stays) + as_in_source(written, source)
