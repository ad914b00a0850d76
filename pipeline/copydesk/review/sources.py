"""Old source against new: what became of each sentence when an article changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from copydesk.review.states import AuditEvent
from copydesk.review.weigh import Change, weigh
from copydesk.store.review_log import Event

_ALIKE = 50
"""Per cent of likeness from which on a sentence counts as changed rather than as another one."""


@dataclass(frozen=True, slots=True)
class Altered:
    """A source sentence that changed, came (``before`` empty) or went (``after`` empty, ``place`` None).

    ``place`` counts the new article's segments from 0.
    """

    place: int | None
    before: str
    after: str
    change: Change


@dataclass(frozen=True, slots=True)
class Revision:
    """An article's source sentences before and after a run changed them. ``at`` is when the desk saw it."""

    number: int
    at: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """(place in ``old``, place in ``new``) of sentences that belong together, None for none."""
    for kind, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(range(i, j), range(k, m), strict=True)
        else:
            yield from _closest(old, new, range(i, j), range(k, m))


def _closest(
    old: Sequence[str], new: Sequence[str], gone: range, come: range
) -> Iterator[tuple[int | None, int | None]]:
    """Each new sentence with the first old one left that is like it, in order."""
    start = gone.start
    for place in come:
        found = next((n for n in range(start, gone.stop) if fuzz.ratio(old[n], new[place]) >= _ALIKE), None)
        if found is None:
            yield None, place
            continue
        yield from ((n, None) for n in range(start, found))
        yield found, place
        start = found + 1
    yield from ((n, None) for n in range(start, gone.stop))


def replaced(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """For each sentence of ``new`` the old one that it continues, empty where there was none."""
    found = [""] * len(new)
    for one, two in pairs(old, new):
        if one is not None and two is not None:
            found[two] = old[one]
    return found


def sources_event(article: str, target: str, old: Sequence[str]) -> Event:
    """What the log keeps when a run has changed an article: its source sentences before."""
    return Event(
        article, target, "", "", AuditEvent.SOURCE.value, "copydesk run",
        text=json.dumps(list(old), ensure_ascii=False),
    )  # fmt: skip


def revisions(events: Iterable[Event], now: Sequence[str]) -> list[Revision]:
    """The revisions of an article that reads ``now``, the newest first."""
    changed = [event for event in events if event.action == AuditEvent.SOURCE]
    texts = [tuple(json.loads(event.text)) for event in changed]
    ends = [*texts, tuple(now)][1:]
    found = zip(changed, texts, ends, strict=False)
    return [Revision(event.id, event.at, before, after) for event, before, after in found][::-1]


def altered(revision: Revision, language: str) -> list[Altered]:
    """What a revision changed in its ``language`` (BCP 47), what alters the gravest things first."""
    found = []
    for one, two in pairs(revision.before, revision.after):
        before = "" if one is None else revision.before[one]
        after = "" if two is None else revision.after[two]
        if before != after:
            found.append(Altered(two, before, after, weigh(before, after, language)))
    return sorted(found, key=lambda item: item.change.order)
