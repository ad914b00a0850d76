"""What the decisions say about the machine: accepted as is, edited, rejected, and how much was changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.distance import Levenshtein

from copydesk.review.states import Action
from copydesk.review.worddiff import words_of
from copydesk.store.database import Connection
from copydesk.store.review_log import Event, all_events


@dataclass(slots=True)
class Tally:
    """Counts of segments by their last decision. ``rate`` sums word edits, ``words`` the words decided."""

    accepted: int = 0
    edited: int = 0
    rejected: int = 0
    edits: int = 0
    words: int = 0

    @property
    def decided(self) -> int:
        """All segments that somebody decided about."""
        return self.accepted + self.edited + self.rejected

    def share(self, count: int) -> int:
        """``count`` in per cent of all decided."""
        return round(100 * count / self.decided) if self.decided else 0

    @property
    def rate(self) -> float:
        """Words changed per 100 words of the decided texts (edit distance over words, without shifts)."""
        return 100 * self.edits / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Statistics:
    """Tallies by engine, pair and week (ISO, its Monday), and reasons of rejections."""

    engines: dict[str, Tally] = field(default_factory=dict)
    pairs: dict[str, Tally] = field(default_factory=dict)
    weeks: dict[str, Tally] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)
    fixes: int = 0
    waivers: int = 0


def statistics(connection: Connection) -> Statistics:
    """The statistics of the whole store. Only the last decision about a segment counts."""
    events = list(all_events(connection))
    undone = {event.mark for event in events if event.action == Action.UNDO}
    held = [event for event in events if str(event.id) not in undone]
    last: dict[tuple[str, str, str], Event] = {}
    for event in held:
        if event.action in (Action.EDIT, Action.FIX, Action.APPROVE, Action.REJECT):
            last[event.article, event.target, event.source] = event
    engines: dict[str, Tally] = defaultdict(Tally)
    pairs: dict[str, Tally] = defaultdict(Tally)
    weeks: dict[str, Tally] = defaultdict(Tally)
    for event in last.values():
        for tally in (engines[event.engine or "none"], pairs[event.pair], weeks[_week(event.at)]):
            _add(tally, event)
    actions = Counter(event.action for event in held)
    reasons = Counter(e.category or "no reason given" for e in last.values() if e.action == Action.REJECT)
    return Statistics(
        dict(sorted(engines.items())),
        dict(sorted(pairs.items())),
        dict(sorted(weeks.items(), reverse=True)),
        dict(reasons.most_common()),
        actions[Action.FIX],
        actions[Action.WAIVE],
    )


def _add(tally: Tally, event: Event) -> None:
    if event.action == Action.REJECT:
        tally.rejected += 1
        return
    if event.text == event.machine:
        tally.accepted += 1
    else:
        tally.edited += 1
    before, after = words_of(event.machine), words_of(event.text)
    tally.edits += Levenshtein.distance(before, after)
    tally.words += max(len(after), 1)


def _week(at: str) -> str:
    day = date.fromisoformat(at[:10])
    return date.fromordinal(day.toordinal() - day.weekday()).isoformat()
