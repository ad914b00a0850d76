"""How two numbers stand to each other."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.data import Verdict


class Relation(NamedTuple):
    """The price of pairing two numbers, the verdict on the pair and what was converted or changed."""

    cost: float
    verdict: Verdict
    how: str
