"""Which piece of a page is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.data import BlockRole
from copydesk.ingest.cues import cue, normal
from copydesk.ingest.page_clues import Layout, is_beside

_WORD = re.compile(r"\w+")
_LONGEST = 300
_ALIKE = 0.5
_SAME = 20
_LEVELS = {1: 2.0, 2: 0.5, 3: 0.2}


def find_headline(laid: Layout, titles: Sequence[str], site: str) -> int | None:
    """The piece that is the headline, None if the page shows none.

    ``titles`` are what the page calls itself, best first; a heading that says the same wins over all others.
    Else it is the heading above the prose that speaks most for itself: by its level, by a name such as
    "entry-title", by its likeness to a title. A label ("Read also") or the name of the site is none.
    """
    start = laid.first_prose
    distinct = dict.fromkeys(tuple(_WORD.findall(title.casefold())) for title in titles)
    wanted = [words for words in distinct if words]
    scored = [
        (score, at)
        for at, piece in enumerate(laid.page.pieces)
        if len(piece.text) <= _LONGEST and (score := _score(laid, at, wanted, start, site)) > 0
    ]
    return max(scored, key=lambda found: (found[0], found[1] <= start, found[1]))[1] if scored else None


def says_title(text: str, titles: Sequence[str]) -> bool:
    """Whether ``text`` says the same as one of ``titles``, case and punctuation apart."""
    words = _WORD.findall(text.casefold())
    return any(words == _WORD.findall(title.casefold()) for title in titles)


def _score(laid: Layout, at: int, wanted: Sequence[tuple[str, ...]], start: int, site: str) -> float:
    piece = laid.page.pieces[at]
    hints = laid.hints[piece.region]
    is_named = BlockRole.HEADLINE in hints
    words = _WORD.findall(piece.text.casefold())
    is_heading = is_named or piece.role is BlockRole.HEADING
    is_title = piece.role is BlockRole.PARAGRAPH and laid.linked[at] == 0 and tuple(words) in wanted
    if not is_heading and not (is_title and len(words) > 1):
        return 0.0
    if not words or (site and normal(piece.text) == normal(site) and tuple(words) not in wanted):
        return 0.0
    likeness = max((_likeness(words, title) for title in wanted), default=0.0)
    score = _LEVELS.get(piece.level, 0.0) + is_named
    score += _SAME - wanted.index(tuple(words)) if likeness == 1 else 6 * likeness
    score -= 3 * bool({"nav", "footer", "aside"} & hints)
    if likeness < 1:
        score -= 4 * (at > start) + 3 * is_beside(hints)
        score -= 6 * (cue(piece.text) is not None) + 1.5 * (len(words) < 3)
        outside = not laid.within(at, laid.page.regions[laid.core].parent)
        score -= (0.5 * outside) + (2.0 * (outside and piece.level != 1 and likeness < _ALIKE))
    return score - 0.5 * (piece.level != 1)


def _likeness(words: Sequence[str], title: Sequence[str]) -> float:
    """1 where both say the same, else the share of common words where more than half are common."""
    if list(words) == list(title):
        return 1.0
    own, goal = set(words), set(title)
    share = len(own & goal) / max(len(own), len(goal))
    return min(share, 0.95) if share > _ALIKE else 0.0
