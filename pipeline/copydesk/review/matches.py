"""What people have written for similar sentences: fuzzy matches from the approved segments."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from copydesk.review.worddiff import words_of
from copydesk.stage import content_key
from copydesk.store.database import Connection
from copydesk.store.queue import similar
from copydesk.store.reviews import SegmentRow

LEAST = 70
"""Per cent of likeness from which on a match is worth showing."""

MOST = 3

MATCH = "match-"
"""What the marks of matches begin with, other than those of fixes."""


@dataclass(frozen=True, slots=True)
class Match:
    """An approved pair whose source is like the one asked for. ``score`` is per cent, 100 is equal."""

    source: str
    target: str
    score: int
    who: str

    @property
    def mark(self) -> str:
        """What names the match on a page."""
        return f"{MATCH}{content_key(self.source, self.target)[:12]}"


def matches(connection: Connection, row: SegmentRow) -> tuple[Match, ...]:
    """The best few matches for ``row``, best first; equal targets once."""
    rare = sorted(set(words_of(row.source)), key=lambda word: (-len(word), word))[:6]
    if not rare:
        return ()
    found: dict[str, Match] = {}
    for source, target, who in similar(connection, rare, pair=row.pair, apart=row.id):
        score = round(fuzz.ratio(row.source, source))
        if score >= LEAST and (target not in found or found[target].score < score):
            found[target] = Match(source, target, score, who)
    return tuple(sorted(found.values(), key=lambda match: -match.score)[:MOST])
