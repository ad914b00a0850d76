"""How often Python looks for cycles of dead objects."""

from __future__ import annotations

import gc

_ALLOCATIONS = 20_000


def collect_seldom() -> None:
    """Look less often than usual: articles and pairs make many objects and hardly a cycle."""
    gc.set_threshold(_ALLOCATIONS)
