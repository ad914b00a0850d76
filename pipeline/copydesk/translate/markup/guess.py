"""An alignment for engines that give none: what looks alike, and what stands between."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from copydesk.data import Alignment
from copydesk.translate.markup.words import plain, words

_LONGEST = 400
"""Words of the longest sentence that is looked at word by word; a longer one is aligned by place alone."""

_DRIFT = 0.6
"""What two words that do not look alike are worth at the same place; less the further they are apart."""


def guessed(source: str, target: str) -> Alignment:
    """Links between words that look alike, and between those that stand alike between these.

    Letters are compared without accents, from the start of the word, so that cognates, names and figures
    find each other. The best order-keeping set of links is taken (Needleman and Wunsch 1970).
    """
    here, there = words(source), words(target)
    if not here or not there:
        return Alignment(here, there, ())
    if len(here) > _LONGEST or len(there) > _LONGEST:
        share = len(there) / len(here)
        links = [(n, min(len(there) - 1, int(n * share)), 1.0) for n in range(len(here))]
        return Alignment(here, there, tuple(links))
    ours = [_bare(span.of(source)) for span in here]
    theirs = [_bare(span.of(target)) for span in there]
    return Alignment(here, there, tuple(_linked(ours, theirs)))


def _linked(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int, float]]:
    rows, columns = len(ours), len(theirs)
    worth = [[_worth(a, b, i / rows, j / columns) for j, b in enumerate(theirs)] for i, a in enumerate(ours)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], worth[i][j] + best[i + 1][j + 1])
    links = []
    i = j = 0
    while i < rows and j < columns:
        if worth[i][j] > 0 and best[i][j] == worth[i][j] + best[i + 1][j + 1]:
            links.append((i, j, min(1.0, worth[i][j])))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return links


def _worth(a: str, b: str, here: float, there: float) -> float:
    near = _DRIFT * max(0.0, 1 - 4 * abs(here - there)) * min(len(a), len(b)) / max(len(a), len(b))
    return near + 2 * _alike(a, b)


@lru_cache(maxsize=1 << 16)
def _alike(a: str, b: str) -> float:
    """1 for equal words; the shared start over the mean length where that is three letters and half of it."""
    if a == b:
        return 1.0 if len(a) > 3 or any(c.isdigit() for c in a) else 0.5
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    ratio = 2 * shared / (len(a) + len(b))
    return ratio if shared >= 3 and ratio >= 0.5 else 0.0


def _bare(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", plain(word))
    return "".join(c for c in decomposed if not unicodedata.combining(c)) or word
