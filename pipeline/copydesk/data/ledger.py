"""The ledger of a segment pair: every number on either side, each accounted for exactly once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import is_

from copydesk.data.finding import Severity
from copydesk.data.number import NumberMention


class Verdict(StrEnum):
    """What became of a number."""

    SAME = "same"
    CONVERTED = "converted"
    CHANGED = "changed"
    LOST = "lost"
    INVENTED = "invented"
    PLACEHOLDER = "placeholder"

    @property
    def ok(self) -> bool:
        """Whether the number is explained."""
        return self in (Verdict.SAME, Verdict.CONVERTED)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: at least one mention, the verdict, and why, in an editor's words.

    ``severity`` is what an unexplained line is worth: an error, a warning (a kind of difference that good
    translations have now and then, such as a phrase left out with its number) or a note (a small number in
    words that vanishes, a year said once instead of twice).
    """

    source: NumberMention | None
    target: NumberMention | None
    verdict: Verdict
    reason: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Ledger:
    """All mentions of both sides and one entry for each.

    Raises:
        ValueError: if a mention appears in no entry or in two. "No number leaves unexplained" is a
            property of this type.
    """

    source: tuple[NumberMention, ...]
    target: tuple[NumberMention, ...]
    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        _require_each_once(self.source, [e.source for e in self.entries], "source")
        _require_each_once(self.target, [e.target for e in self.entries], "target")

    @property
    def ok(self) -> bool:
        """Whether every number is the same or legitimately converted."""
        return all(entry.verdict.ok for entry in self.entries)

    @property
    def alarms(self) -> tuple[Entry, ...]:
        """The unexplained lines that are errors or warnings."""
        return tuple(e for e in self.entries if not e.verdict.ok and e.severity is not Severity.NOTE)

    @property
    def errors(self) -> tuple[Entry, ...]:
        """The unexplained lines that need a reason."""
        return tuple(e for e in self.alarms if e.severity is Severity.ERROR)


def _require_each_once(
    mentions: tuple[NumberMention, ...], entered: list[NumberMention | None], side: str
) -> None:
    present = [mention for mention in entered if mention is not None]
    if len(present) == len(mentions) and all(map(is_, present, mentions)):
        return  # in order, as most ledgers are
    if sorted(present, key=_place) != sorted(mentions, key=_place):
        raise ValueError(f"ledger does not account for each {side} mention exactly once")


def _place(mention: NumberMention) -> tuple[int, int, int]:
    return mention.span.start, mention.span.end, mention.id
