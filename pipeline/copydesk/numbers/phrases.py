"""Fixed phrases whose number counts nothing, broken by a placeholder: 4xXNUMX, au XNUMX km (au 100 km)."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.data import Edit, Span
from copydesk.numbers.artefacts import ONE
from copydesk.numbers.flags import RULE
from copydesk.numbers.habit import is_word
from copydesk.numbers.lexicon import Lexicon

_RUN = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_TELLING = re.compile(r"\d+ ?[^\W\d_]")


def completed(text: str, known: Lexicon) -> tuple[Edit, ...]:
    """The edits that make the broken phrases of ``text`` whole.

    A phrase is known by one of its numbers, or by the letters behind one (au XNUMX km, XNUMXxXNUMX). The edits
    are right only if every number of the source is explained without them.
    """
    edits: dict[Span, Edit] = {}
    for phrase, pattern in _broken(known):
        for match in pattern.finditer(text):
            for edit in _edits(phrase, match, known):
                edits.setdefault(edit.span, edit)
    return tuple(edits[span] for span in sorted(edits))


def _edits(phrase: str, match: re.Match[str], known: Lexicon) -> list[Edit]:
    marks = [n for n, stood in enumerate(match.groups()) if not stood.isdecimal()]
    if len(marks) == len(match.groups()) and not _TELLING.search(phrase):
        return []
    numbers = _RUN.findall(phrase)
    reason = f"{phrase} is a fixed phrase; every number of the source is explained without it"
    after = _LETTERS.match(match.string, match.end())
    gap = " " if after and is_word(after.group(), known.page) else ""
    return [
        Edit(
            Span(*match.span(n + 1)),
            match.group(n + 1),
            numbers[n] + (gap if match.end(n + 1) == match.end() else ""),
            RULE,
            reason,
        )
        for n in marks
    ]


@lru_cache
def _broken(known: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases with digits, and what they look like with a placeholder in them."""
    return tuple((phrase, _pattern(phrase)) for phrase in known.page.idioms if _RUN.search(phrase))


def _pattern(phrase: str) -> re.Pattern[str]:
    """``phrase`` with its numbers, or placeholders for them."""
    pieces = (
        f"({ONE.pattern}|{piece})" if piece.isdecimal() else re.escape(piece)
        for piece in re.split(r"(\d+)", phrase)
    )
    return re.compile(rf"(?<!\w){''.join(pieces)}(?!\d)")
