"""The badge of an article, from what its segments are expected to need."""

from __future__ import annotations

from collections import Counter

from copydesk.data import Badge, Draft, Means, Pair, Quality, engine_names
from copydesk.text.words import words
from copydesk.translate.measurements import Measurement, measurements
from copydesk.translate.route import without_regions

LIGHT, CLEAN = 0.55, 0.35
"""Expected edits a word (TER) below which an article needs light editing, and below which it reads clean.

On the scale of a reference that somebody wrote without seeing the output: raw Apertium stands at 0.7 there,
and a good translation by another person still at 0.3 and more.
"""


def quality(draft: Draft) -> Quality:
    """What a reader may expect of ``draft``: words count, not segments."""
    machine = [t for t in draft.translations if t.means is Means.MACHINE]
    if not machine:
        human = any(t.means is Means.HUMAN for t in draft.translations)
        return Quality(Badge.HUMAN if human else Badge.COPIED)
    engine = Counter(t.engine for t in machine).most_common(1)[0][0]
    known = [(t.effort, len(words(t.text))) for t in machine if t.effort is not None]
    total = sum(weight for _, weight in known)
    effort = round(sum(e * weight for e, weight in known) / total, 3) if total else None
    source = draft.document.language if draft.document else None
    found = _measured(engine, Pair(source or "und", draft.target))
    return Quality(badge(effort), effort, " + ".join(engine_names(engine)), found.figure if found else "")


def badge(effort: float | None) -> Badge:
    """The badge of a text that needs ``effort`` edits a word."""
    if effort is None:
        return Badge.UNKNOWN
    return Badge.CLEAN if effort < CLEAN else Badge.LIGHT if effort < LIGHT else Badge.HEAVY


def _measured(fingerprint: str, pair: Pair) -> Measurement | None:
    """What the way of ``fingerprint`` scored on the longest set; None where nobody measured it."""
    own = engine_names(fingerprint)
    rows = [
        row
        for row in measurements()
        if row.pair == without_regions(pair) and tuple(leg.engine for leg in row.route.legs) == own
    ]
    return max(rows, key=lambda row: (row.lines, row.bleu), default=None)
