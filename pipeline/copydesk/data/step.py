"""One try at a segment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A way a segment was translated, and what the checks said.

    ``way`` is "plain", "n-best", "mask" or "engine"; ``engine`` the fingerprint of what answered; ``failed``
    the rules that the answer broke, empty where it passed. Of a segment's steps exactly one is ``taken``:
    its answer is the one that stands.
    """

    way: str
    engine: str
    failed: tuple[str, ...] = ()
    taken: bool = False
