"""How adding a model is told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """What is under way now, in words; ``done`` of ``total`` bytes where bytes are counted, else 0 of 0."""

    what: str
    done: int = 0
    total: int = 0


Tell = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """For callers whom nobody watches."""
