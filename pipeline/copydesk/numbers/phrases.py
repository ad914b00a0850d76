"""Phrases and codes that stand as they are, broken by a placeholder: 4xXNUMX, au XNUMX km, 859-XNUMX-3680.

The fixed phrases of the language, whose number counts nothing, and the addresses, telephone numbers and codes
of the source, which are copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from copydesk.data import Edit, Span
from copydesk.numbers.artefacts import ONE
from copydesk.numbers.flags import RULE
from copydesk.numbers.habit import is_word
from copydesk.numbers.lexicon import Lexicon

_RUN = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_TELLING = re.compile(r"\d+ ?[^\W\d_]")
_CODE = re.compile(r"(?<!\S)[(\[«\"“]?([^\s()\[\]«»\"“”]*\d[^\s()\[\]«»\"“”]*?)[.,;:!?)\]»\"”]*(?!\S)")
_LONG = 3
_MANY = 64


def completed(text: str, source: str, known: Lexicon) -> tuple[Edit, ...]:
    """The edits that make what is broken in ``text`` whole.

    A phrase is known by one of its numbers, or by the letters behind one (au XNUMX km, XNUMXxXNUMX), a code
    by one of its numbers or three letters. Where two codes would fit, none is copied. The edits are right if
    every number of the source is then explained, and only so.
    """
    edits: dict[Span, Edit] = {}
    clashes: set[Span] = set()
    for found in (*_copied(text, source), *_fixed(text, known)):
        if edits.setdefault(found.span, found).after != found.after:
            clashes.add(found.span)
    return tuple(edits[span] for span in sorted(edits.keys() - clashes))


def _fixed(text: str, known: Lexicon) -> Iterator[Edit]:
    for phrase, pattern in _broken(known):
        reason = f"{phrase} is a fixed phrase; every number of the source is explained without it"
        for match in pattern.finditer(text):
            if _stands(match) or _TELLING.search(phrase):
                yield from _edits(phrase, match, reason, known)


def _copied(text: str, source: str) -> Iterator[Edit]:
    codes = list(dict.fromkeys(_CODE.findall(source)))
    for code in codes if len(codes) <= _MANY else ():
        letters = max(map(len, _LETTERS.findall(code)), default=0)
        if letters < _LONG and len(_RUN.findall(code)) < _LONG:
            continue
        for match in _pattern(code).finditer(text):
            if _stands(match) or letters >= _LONG:
                yield from _edits(code, match, f"the source writes {code}")


def _stands(match: re.Match[str]) -> bool:
    """Whether one of the numbers stands."""
    return any(stood.isdecimal() for stood in match.groups())


def _edits(whole: str, match: re.Match[str], reason: str, known: Lexicon | None = None) -> Iterator[Edit]:
    after = _LETTERS.match(match.string, match.end())
    gap = " " if known and after and is_word(after.group(), known.page) else ""
    for n, (number, stood) in enumerate(zip(_RUN.findall(whole), match.groups(), strict=True), 1):
        if not stood.isdecimal():
            new = number + (gap if match.end(n) == match.end() else "")
            yield Edit(Span(*match.span(n)), stood, new, RULE, reason)


@lru_cache
def _broken(known: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases with digits, and what they look like with a placeholder in them."""
    return tuple((phrase, _pattern(phrase)) for phrase in known.page.idioms if _RUN.search(phrase))


def _pattern(whole: str) -> re.Pattern[str]:
    """``whole`` with its numbers, or placeholders for them."""
    pieces = (
        f"({ONE.pattern}|{piece})" if piece.isdecimal() else re.escape(piece)
        for piece in re.split(r"(\d+)", whole)
    )
    return re.compile(rf"(?<!\w){''.join(pieces)}(?!\d)")
