"""Little words that carry much: whoever changes one changes what is said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """Lower-case words; neutral defaults: none known.

    ``negations`` deny ("not", "never", "without"); ``modals`` say how sure or how binding something is
    ("may", "must", "allegedly"); ``attributions`` say whose words these are ("said", "according").
    """

    negations: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    attributions: frozenset[str] = frozenset()
