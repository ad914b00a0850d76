"""What is compared: sources, their articles and references, and what each system made of them."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace

from copydesk.data import Pair
from copydesk.gate.metrics import Compared


@dataclass(frozen=True, slots=True)
class System:
    """A translation of every segment, in the order of the sources."""

    name: str
    targets: tuple[str, ...]

    def decoded(self) -> System:
        """The system with its HTML entities decoded, once."""
        return replace(self, targets=tuple(html.unescape(text) for text in self.targets))


@dataclass(frozen=True, slots=True)
class Material:
    """What all systems translated. ``articles`` runs parallel to ``sources``; so does ``references``."""

    pair: Pair
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    references: tuple[str, ...] = ()

    def compared(self, system: System) -> list[Compared]:
        """Each segment of the system beside its source and reference, for the metrics."""
        rows = zip(self.sources, system.targets, self.references, strict=True)
        return [Compared(source, target, reference) for source, target, reference in rows]
