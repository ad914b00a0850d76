"""The same fact said elsewhere in the article: what a slot's value likely is, with a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.data import Block, Span

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f]\d+)*(?![\w])")
_REACH = 2
_ENOUGH = 3
_TELLING = 4
_WINDOW = 80


@dataclass(frozen=True, slots=True)
class Evidence:
    """``surface`` stands in block ``block`` among the same words; ``quote`` shows it."""

    surface: str
    block: str
    quote: str


def evidence(text: str, place: Span, blocks: Iterable[Block]) -> Evidence | None:
    """The one number that stands elsewhere in ``blocks`` among the words round ``place`` of ``text``.

    Three of the two words before and the two after must be the same, one of them of four letters or more.
    None where nothing matches or two places disagree.
    """
    before, after = _around(text, place.start, place.end)
    found: dict[str, Evidence] = {}
    for block in blocks:
        for match in _NUMBER.finditer(block.text):
            there = _around(block.text, *match.span())
            if _agree(before, there[0]) + _agree(after, there[1]) >= _ENOUGH and _telling(before + after):
                quote = block.text[max(0, match.start() - 40) : match.end() + 40].strip()
                found[match.group()] = Evidence(match.group(), block.id, quote)
    return next(iter(found.values())) if len(found) == 1 else None


def _around(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The nearest words before, nearest first, and after."""
    left, right = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    before = [word.casefold() for word in _WORD.findall(left)][::-1]
    return before[:_REACH], [word.casefold() for word in _WORD.findall(right)][:_REACH]


def _agree(mine: list[str], theirs: list[str]) -> int:
    return sum(a == b for a, b in zip(mine, theirs, strict=False))


def _telling(words: list[str]) -> bool:
    return any(len(word) >= _TELLING for word in words)
