"""Words that the engine left, looked up in copydesk's own lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from copydesk.data import Candidate, Edit, Pair, Span
from copydesk.translate.post_edit import edited

ENGINES = ("apertium", "apertium-apy")
"""The engines that the lists were written for: they name the words they left."""


def looked_up(candidate: Candidate, pair: Pair, engine: str) -> Candidate:
    """``candidate`` with its unknown words replaced where ``lexicons/<pair>.tsv`` has them.

    A found word is no longer unknown. The lists are written by hand: one tab-separated entry a line, the
    word as the engine leaves it (in the source language or a pivot's), then its translation; an entry that
    begins with ``-`` is a regular ending. Casing follows the unknown word.
    """
    if engine not in ENGINES or not candidate.unknown:
        return candidate
    words, endings = _lexicon(f"{pair.source.split('-')[0]}-{pair.target.split('-')[0]}")
    edits: list[Edit] = []
    found: list[Span] = []
    for span in candidate.unknown:
        word = span.of(candidate.text)
        translation = _translation(word, words, endings)
        if translation and not any(p.span.overlaps(span) for p in candidate.kept):
            edits.append(Edit(span, word, translation, "lexicon", f"{word} means {translation}"))
            found.append(span)
    if not edits:
        return candidate
    left = tuple(span for span in candidate.unknown if span not in found)
    return edited(replace(candidate, unknown=left), edits)


def entries(pair: Pair) -> tuple[tuple[str, str], ...]:
    """The whole list for ``pair``, words and endings, sorted."""
    words, endings = _lexicon(f"{pair.source.split('-')[0]}-{pair.target.split('-')[0]}")
    return tuple(sorted((*words.items(), *endings)))


def _translation(word: str, words: Mapping[str, str], endings: tuple[tuple[str, str], ...]) -> str | None:
    if word in words:
        return words[word]
    lowered = word.lower()
    if (entry := words.get(lowered)) is not None:
        return entry[:1].upper() + entry[1:] if word[:1].isupper() else entry
    if not re.fullmatch(r"[a-zà-ÿ·]{6,}", word):
        return None
    for ending, replacement in endings:
        if word.endswith(ending):
            return word[: -len(ending)] + replacement
    return None


@cache
def _lexicon(pair: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    path = files("copydesk.translate").joinpath("lexicons", f"{pair}.tsv")
    if not path.is_file():
        return {}, ()
    rows = [
        line.split("\t")
        for line in path.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    words = {row[0]: row[1] for row in rows if not row[0].startswith("-")}
    endings = sorted(((r[0][1:], r[1][1:]) for r in rows if r[0].startswith("-")), key=lambda e: -len(e[0]))
    return words, tuple(endings)
