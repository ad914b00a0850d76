"""Repair one record, and count what was found in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from copydesk.data import Certainty, Span
from copydesk.numbers import Repair, repair
from copydesk.numbers.reading.placeholders import find
from copydesk.run.corpus.tally import SLID, Found, Tally


@dataclass(frozen=True, slots=True)
class Record:
    """A text of a corpus that may be damaged; ``number`` counts from 1 in its file, languages are BCP 47."""

    number: int
    text: str
    language: str
    source: str | None = None
    source_language: str = ""


@dataclass(frozen=True, slots=True)
class Mended:
    """A record after repair."""

    record: Record
    repair: Repair
    tally: Tally

    @property
    def changed(self) -> bool:
        """Whether the text differs now."""
        return self.repair.text != self.record.text


class RecordError(Exception):
    """A record cannot be read or repaired; the message says why."""


def mend(record: Record) -> Mended | None:
    """``record`` repaired, or None if nothing was found in it.

    Raises:
        RecordError: if the repair fails on it.
    """
    marks = find(record.text)
    if not marks:
        return None
    try:
        done = repair(
            record.text,
            record.language,
            source=record.source,
            source_language=record.source_language or None,
        )
    except (ValueError, ArithmeticError, LookupError, RecursionError) as error:
        raise RecordError(f"the repair failed: {type(error).__name__}: {error}") from error
    found = Counter(mark.family.name for mark in marks)
    stayed = Counter(mark.family.name for mark in find(done.text))
    counts = {
        (kind, record.language): Found(number, max(0, number - stayed[kind]))
        for kind, number in found.items()
    }
    slid = _slid(done, [mark.span for mark in marks])
    if slid.found:
        counts[SLID, record.language] = slid
    return Mended(record, done, Tally(counts, int(done.text != record.text), int(bool(done.findings))))


def _slid(done: Repair, marks: list[Span]) -> Found:
    """The edits of numbers that stood whole, in a place that is not theirs."""
    edits = [e for e in done.edits if not any(m.start < e.span.end and e.span.start < m.end for m in marks)]
    applied = sum(edit.certainty is not Certainty.UNKNOWN for edit in edits)
    return Found(len(edits), applied)
