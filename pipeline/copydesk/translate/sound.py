"""Answers that are none: empty ones, and those that run in circles."""

from __future__ import annotations

_PHRASE = 8
_TIMES = 6
_GROWTH, _ROOM = 6, 200


def unsound(source: str, target: str) -> str:
    """Why ``target`` cannot be a translation of ``source``; empty where it may be one.

    It is none if it has no letter or digit where the source has letters, if a phrase of up to eight words
    stands six times in a row, more than twice as often as any does in the source, or if it is longer than
    six times the source and two hundred characters.
    """
    if any(c.isalpha() for c in source) and not any(c.isalnum() for c in target):
        return "the engine gave an empty answer"
    if len(target) > _GROWTH * len(source) + _ROOM:
        return f"the engine's answer does not end: {len(target)} characters for {len(source)}"
    times = _most_in_a_row(target)
    if times >= _TIMES and times > 2 * _most_in_a_row(source):
        return f"the engine's answer runs in circles: the same words {times} times in a row"
    return ""


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
