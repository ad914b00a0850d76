"""Reading plain text: lines to blocks."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from copydesk.data import Block, BlockRole

_LINE_ENDS = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_BULLET = re.compile(r"[ \t]*[-*•·▪‣◦–][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")
_SPACES = re.compile(r"[ \t\f\v]+")
_NARROW, _WIDE = 30, 120
_LEAST = 3
_STOPS = frozenset(".!?:;…")
_LONGEST_WORD = 100
_QUOTED = re.compile(r"[ \t]*((?:>[ \t]?)+)(.*)$")
_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[-\u00ad\u2010]$")
_WORD_START = re.compile(r"([a-zß-öø-ÿ\u0101-\u017f][^\W\d_]*)")


def read_plain(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text: paragraphs, list items, and quotes where lines begin with ``>``.

    Blank lines separate blocks. Within a stanza each line is a block of its own, unless the text is wrapped
    to a width, which most of its line ends must agree on, all of them where they are few: then lines that
    only the width broke are joined, and words that were divided at their ends are put together. A line longer
    than the width never takes the next one in. Where every line is quoted, none is. Numbers mark list items
    where they count up from 1, bullets where the line has two or more like it next to each other; the marker
    is left out.
    """
    lines = _unquoted(textwrap.dedent("\n".join(_LINE_ENDS.split(text))).split("\n"))
    whole = frozenset(re.findall(r"\b\w+-\w+", text))
    blocks: list[Block] = []
    for is_quoted, group in groupby(lines, key=lambda line: bool(_QUOTED.match(line))):
        own = [_QUOTED.sub(r"\2", line) if is_quoted else line for line in group]
        blocks += _blocks(own, whole, is_quoted=is_quoted)
    return tuple(replace(block, id=f"b{number}") for number, block in enumerate(blocks))


def _unquoted(lines: list[str]) -> list[str]:
    """Lines without the ``>`` that all of them begin with, as in a mail that is passed on."""
    said = [line for line in lines if line.strip()]
    if len(said) < _LEAST or not all(_QUOTED.match(line) for line in said):
        return lines
    return textwrap.dedent("\n".join(re.sub(r"^\s*>", "", line) for line in lines)).split("\n")


def _blocks(lines: list[str], whole: frozenset[str], *, is_quoted: bool) -> Iterator[Block]:
    width = _width(lines)
    lines = _unwrapped(lines, width, whole) if width else lines
    lines = [line for line in lines if line.strip(" \t\f\v")]
    for n, (line, (end, numbered)) in enumerate(zip(lines, _markers(lines), strict=True)):
        block = _block(n, line, end, ordered=numbered)
        if is_quoted and block.role is BlockRole.PARAGRAPH:
            block = replace(block, role=BlockRole.QUOTE)
        yield replace(block, quoted=is_quoted and block.role is BlockRole.LIST_ITEM)


def _width(lines: Sequence[str]) -> int:
    """The width that most line ends inside stanzas agree on; 0 if there is none, so no line was wrapped."""
    pairs = [
        (line.rstrip(), after)
        for line, after in pairwise(lines)
        if line.strip() and after.strip() and not _starts_item(after)
    ]
    ends = [(len(line), len(line) + len(after.split(maxsplit=1)[0])) for line, after in pairs]
    fits = Counter(
        width for short, long in ends for width in range(max(short, _NARROW), min(long, _WIDE) + 1)
    )
    width, count = max(fits.items(), key=lambda found: (found[1], -found[0]), default=(0, 0))
    goes_on = all(line[-1] not in _STOPS and after.lstrip()[0].islower() for line, after in pairs)
    is_sure = count >= _LEAST or (count == len(ends) and goes_on)
    return width if is_sure and count * 2 > len(ends) else 0


def _starts_item(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBER.match(line))


def _block(number: int, line: str, marker: int, *, ordered: bool) -> Block:
    text = _SPACES.sub(" ", line[marker:]).strip(" ")
    if marker:
        return Block(f"b{number}", BlockRole.LIST_ITEM, text, level=1, ordered=ordered)
    return Block(f"b{number}", BlockRole.PARAGRAPH, text)


def _unwrapped(lines: Iterable[str], width: int, whole: frozenset[str]) -> list[str]:
    """Lines joined where the next word did not fit any more; blank lines, markers and indents end a block."""
    joined: list[str] = []
    last = ""
    for line in lines:
        word = line.split(maxsplit=1)[:1]
        starts = not word or _starts_item(line) or (_indent(line) > _indent(last) and not _starts_item(last))
        length = len(last.rstrip())
        if last.strip() and not starts and length <= width < length + 1 + len(word[0]):
            joined[-1] = _joined(joined[-1].rstrip(), line.strip(), whole)
        else:
            joined.append(line)
        last = line
    return joined


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _joined(before: str, after: str, whole: frozenset[str]) -> str:
    """Two lines as one; a word divided between them is whole again, unless it is written with a hyphen."""
    divided, rest = _HYPHEN.search(before[-_LONGEST_WORD:]), _WORD_START.match(after)
    if divided and rest:
        is_written = f"{divided[1]}-{rest[1]}" in whole
        return f"{before if is_written else before[:-1]}{after}"
    is_range = before.endswith(("-", "\u2013")) and before[-2:-1].isdigit() and after[:1].isdigit()
    return f"{before}{after}" if is_range else f"{before} {after}"


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
