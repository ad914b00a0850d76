"""What the decisions say about the machine: accepted as is, edited, rejected, and how much was changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import TypeVar

from copydesk.review.effort import Effort, effort
from copydesk.review.states import DECISIONS, WEIGHTS, Action
from copydesk.review.tally import Tally
from copydesk.store import editions
from copydesk.store.database import Connection
from copydesk.store.review_log import Event, all_events

ENOUGH = 100
"""Decided segments from which on engines are compared."""

REPAIR = "repair:"
"""What the counts of repairs by kind begin with in the summary of an edition."""

_Key = TypeVar("_Key", str, tuple[str, str])


@dataclass(frozen=True, slots=True)
class Statistics:
    """Tallies by engine, pair, week (ISO, its Monday) and by pair and engine; all sorted by name.

    ``trend`` has the weeks of each engine, ``reasons`` what was marked as wrong, by engine and MQM category,
    ``repairs`` how many repairs of sources of each kind the store holds, as (kind, certainty).
    """

    engines: Mapping[str, Tally] = field(default_factory=dict)
    pairs: Mapping[str, Tally] = field(default_factory=dict)
    weeks: Mapping[str, Tally] = field(default_factory=dict)
    systems: Mapping[tuple[str, str], Tally] = field(default_factory=dict)
    trend: Mapping[str, Mapping[str, Tally]] = field(default_factory=dict)
    reasons: Mapping[tuple[str, str], int] = field(default_factory=dict)
    repairs: Mapping[tuple[str, str], int] = field(default_factory=dict)
    fixes: int = 0
    waivers: int = 0


def statistics(connection: Connection) -> Statistics:
    """The statistics of the whole store. Only the last decision about a segment counts."""
    events = list(all_events(connection))
    undone = {event.mark for event in events if event.action == Action.UNDO}
    held = [event for event in events if event.segment and str(event.id) not in undone]
    last = {(e.article, e.target, e.source): e for e in held if e.action in DECISIONS}
    counts = _Counts()
    for event in last.values():
        done = None if event.action == Action.REJECT else effort(event.machine, event.text, event.target)
        for tally in counts.of(event):
            _add(tally, event, done)
    for event in held:
        for tally in counts.of(event):
            tally.penalty += WEIGHTS.get(event.severity, 0)
    actions = Counter(event.action for event in held)
    return Statistics(
        _decided(counts.engines),
        _decided(counts.pairs),
        dict(reversed(_decided(counts.weeks).items())),
        _decided(counts.systems),
        {engine: _decided(weeks) for engine, weeks in sorted(counts.trend.items())},
        _reasons(held),
        _repairs(connection),
        actions[Action.FIX],
        actions[Action.WAIVE],
    )


@dataclass(slots=True)
class _Counts:
    """The tallies while they are counted."""

    engines: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    pairs: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    weeks: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    systems: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    trend: dict[str, dict[str, Tally]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Tally))
    )

    def of(self, event: Event) -> tuple[Tally, ...]:
        """The tallies that ``event`` counts in."""
        engine, pair, week = _engine(event), event.pair, _week(event.at)
        return (
            self.engines[engine], self.pairs[pair], self.weeks[week],
            self.systems[pair, engine], self.trend[engine][week],
        )  # fmt: skip


def judgements(found: Statistics) -> list[str]:
    """What the counts allow to say about engines of the same pair, a sentence for each two of them."""
    sentences = []
    by_pair: dict[str, list[tuple[str, Tally]]] = defaultdict(list)
    for (pair, engine), tally in found.systems.items():
        if tally.decided >= ENOUGH:
            by_pair[pair].append((engine, tally))
    for pair, systems in by_pair.items():
        for one, two in combinations(sorted(systems, key=lambda s: -s[1].accepted / s[1].decided), 2):
            low, high = one[1].accepted_between[0], two[1].accepted_between[1]
            verdict = "more than chance" if low > high else "may be chance"
            sentences.append(
                f"{pair}: {one[0]} is accepted as is in {one[1].share(one[1].accepted)} % of segments,"
                f" {two[0]} in {two[1].share(two[1].accepted)} %; the difference is {verdict}"
            )
    return sentences


def _add(tally: Tally, event: Event, done: Effort | None) -> None:
    tally.words += len(event.source.split())
    if done is None:
        tally.rejected += 1
    else:
        tally.accept(done)


def _decided(tallies: Mapping[_Key, Tally]) -> dict[_Key, Tally]:
    return {name: tallies[name] for name in sorted(tallies) if tallies[name].decided}


def _engine(event: Event) -> str:
    return event.engine or "none"


def _reasons(held: Iterable[Event]) -> dict[tuple[str, str], int]:
    named = (e for e in held if e.category or e.action == Action.REJECT)
    counts = Counter((_engine(e), e.category or "no reason given") for e in named)
    return dict(sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0][1])))


def _repairs(connection: Connection) -> dict[tuple[str, str], int]:
    """Repairs are those of the source: an article counts once, in however many languages it is."""
    by_article: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in editions.published(connection):
        for name, count in row.summary.items():
            if name.startswith(REPAIR):
                kind, _, certainty = name.removeprefix(REPAIR).partition(":")
                seen = by_article[row.article]
                seen[kind, certainty] = max(seen[kind, certainty], int(count))
    return dict(sorted(sum(by_article.values(), Counter()).items()))


def _week(at: str) -> str:
    day = date.fromisoformat(at[:10])
    return date.fromordinal(day.toordinal() - day.weekday()).isoformat()
