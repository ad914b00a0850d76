"""A proposed or applied change of text, with its proof."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from copydesk.data.span import Span


class Certainty(StrEnum):
    """How well an edit is founded: proved by the source, backed by quotable evidence, or open."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces ``span`` of a text, which reads ``before``, by ``after``.

    ``span`` counts in the text before any edit of the same set. ``rule`` names what proposes it,
    ``evidence`` is the proof in words an editor understands; ``candidates`` are other possible values,
    best first. An edit of unknown certainty is never applied.

    Raises:
        ValueError: without evidence. No evidence, no Edit: raise a Finding instead.
    """

    span: Span
    before: str
    after: str
    rule: str
    evidence: str
    certainty: Certainty = Certainty.CERTAIN
    candidates: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"edit by {self.rule} has no evidence")

    @property
    def reason(self) -> str:
        """The evidence, under the name the repair contract uses."""
        return self.evidence
