"""Answers that are none: empty ones, those that run in circles, those whose spans cannot be."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from copydesk.data import Candidate

_SIGN = re.compile(r"[^\W_]")
_PHRASE = 8
_TIMES = 6
_GROWTH, _ROOM = 6, 200


def degenerate(source: str, target: str) -> str:
    """Why ``target`` cannot be a translation of ``source``; empty where it may be one.

    It is none if it has no letter or digit where the source has letters, if a phrase of up to eight words
    stands six times in a row, more than twice as often as any does in the source, or if it is longer than
    six times the source and two hundred characters.
    """
    if not _SIGN.search(target) and any(c.isalpha() for c in source):
        return "the engine gave an empty answer"
    if len(target) > _GROWTH * len(source) + _ROOM:
        return f"the engine's answer does not end: {len(target)} characters for {len(source)}"
    times = _most_in_a_row(target) if _may_circle(target) else 1
    if times >= _TIMES and times > 2 * _most_in_a_row(source):
        return f"the engine's answer runs in circles: the same words {times} times in a row"
    return ""


def misplaced(candidate: Candidate) -> str:
    """What is wrong with the spans of ``candidate``; empty where nothing is."""
    if not (candidate.unknown or candidate.inlines or candidate.kept):
        return ""
    words = sorted(candidate.unknown)
    spans = [*words, *(i.span for i in candidate.inlines), *(p.span for p in candidate.kept)]
    if any(span.end > len(candidate.text) for span in spans):
        return "the engine marked a place outside its answer"
    if any(one.overlaps(other) for one, other in pairwise(words)):
        return "the engine marked one word twice as unknown"
    return ""


def _may_circle(text: str) -> bool:
    """Whether any word stands in ``text`` as often as a phrase must; spares most texts the careful look."""
    return max(Counter(text.casefold().split()).values(), default=0) >= _TIMES


def _most_in_a_row(text: str) -> int:
    """The most times that one phrase stands in a row; 1 where none can stand there six times."""
    words = text.casefold().split()
    most = 1
    if len(words) - len(set(words)) < _TIMES - 1:
        return most  # too few words come back for any phrase to stand there six times
    for size in range(1, _PHRASE + 1):
        if len(words) < size * max(most + 1, _TIMES):
            break
        run = 0
        for n in range(size, len(words)):
            run = run + 1 if words[n] == words[n - size] else 0
            most = max(most, run // size + 1)
    return most
