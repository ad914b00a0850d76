"""Add up events into the totals of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from copydesk.run.events import ArticleDone, Outcome, RouteTaken, RunDone, Translated


def add(totals: RunDone, event: Translated | RouteTaken | ArticleDone) -> RunDone:
    """``totals`` with ``event`` counted in."""
    if isinstance(event, RouteTaken):
        return totals
    if isinstance(event, Translated):
        return replace(
            totals, translated=totals.translated + event.segments, words=totals.words + event.words
        )
    if event.outcome is Outcome.FAILED:
        return replace(totals, failed=(*totals.failed, event))
    return replace(
        totals,
        published=totals.published + (event.outcome is Outcome.PUBLISHED),
        unchanged=totals.unchanged + (event.outcome is Outcome.UNCHANGED),
        segments=totals.segments + event.segments,
        held=totals.held + event.held,
        repairs=totals.repairs + event.repairs,
        files_written=totals.files_written + event.files_written,
        findings=dict(Counter(totals.findings) + Counter(event.findings)),
    )
