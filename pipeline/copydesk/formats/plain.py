"""Reading plain text: lines to blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.data import Block, BlockRole

_LINE_ENDS = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_BULLET = re.compile(r"[ \t]*[-*•·▪‣◦–][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")
_SPACES = re.compile(r"[ \t\f\v]+")
_NARROW, _WIDE = 50, 120


def read_plain(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, all paragraphs or list items.

    Blank lines separate blocks. Within a stanza each line is a block of its own, unless the text is wrapped
    to a width: then lines that only the width broke are joined. Numbers mark list items where they count
    up from 1, bullets where the line has two or more like it next to each other; the marker is left out.
    """
    lines = _LINE_ENDS.split(text)
    width = max(map(len, lines), default=0)
    lines = _unwrapped(lines, width) if _NARROW <= width <= _WIDE else lines
    lines = [line for line in lines if line.strip(" \t\f\v")]
    markers = _markers(lines)
    return tuple(
        _block(n, line, end, ordered=numbered)
        for n, (line, (end, numbered)) in enumerate(zip(lines, markers, strict=True))
    )


def _block(number: int, line: str, marker: int, *, ordered: bool) -> Block:
    text = _SPACES.sub(" ", line[marker:]).strip(" ")
    if marker:
        return Block(f"b{number}", BlockRole.LIST_ITEM, text, level=1, ordered=ordered)
    return Block(f"b{number}", BlockRole.PARAGRAPH, text)


def _unwrapped(lines: Sequence[str], width: int) -> list[str]:
    """Lines joined where the next word would not have fitted; blank lines and markers end a block."""
    stanzas: list[list[str]] = []
    last = ""
    for line in lines:
        word = line.split(maxsplit=1)[:1]
        starts = not word or bool(_BULLET.match(line) or _NUMBER.match(line))
        if last.strip() and not starts and len(last.rstrip()) + 1 + len(word[0]) > width:
            stanzas[-1].append(line.strip())
        else:
            stanzas.append([line])
        last = line
    return [" ".join(stanza) for stanza in stanzas]


def _markers(lines: Sequence[str]) -> list[tuple[int, bool]]:
    """For each line the length of its list marker, 0 if it is no list item, and whether it is numbered."""
    found = [(0, False)] * len(lines)
    bullets = [_BULLET.match(line) for line in lines]
    for at, bullet in enumerate(bullets):
        near = [bullets[n] for n in (at - 1, at + 1) if 0 <= n < len(lines)]
        if bullet and any(other and other[0].strip() == bullet[0].strip() for other in near):
            found[at] = (bullet.end(), False)
    at = 0
    while at < len(lines):
        run = _numbered_run(lines, at)
        if len(run) > 1:
            found[at : at + len(run)] = [(end, True) for end in run]
        at += max(len(run), 1)
    return found


def _numbered_run(lines: Sequence[str], start: int) -> list[int]:
    ends: list[int] = []
    while start + len(ends) < len(lines):
        match = _NUMBER.match(lines[start + len(ends)])
        if match is None or int(match[1]) != len(ends) + 1:
            break
        ends.append(match.end())
    return ends
