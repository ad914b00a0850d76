"""Something an editor should know about a segment, a block or an article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copydesk.data.edit import Edit
from copydesk.data.span import Span


class Severity(StrEnum):
    """How bad it is: a note informs, a warning wants a look, an error should not be printed."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for note, 1 for warning, 2 for error."""
        return ("note", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found.

    ``segment`` and ``block`` are ids; both None concern the whole article. ``source`` and ``target`` spans
    count in the segment's source and target text, or in the block's text where ``segment`` is None.
    ``fix`` is a change of the target text that would settle it.
    """

    rule: str
    severity: Severity
    message: str
    segment: str | None = None
    block: str | None = None
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    fix: Edit | None = None
