"""What a neural runtime does: buckets of token lists in, hypotheses out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to search. ``count`` hypotheses of a beam of ``beam``; no n-gram of ``no_repeat`` tokens twice.

    ``exact`` makes every output as long as the class of its source: for benchmarks, where both sides must
    do the same work.
    """

    beam: int = 4
    count: int = 1
    no_repeat: int = 0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Bucket:
    """Sources that are decoded together, the target tokens they begin with, and their cap."""

    sources: tuple[tuple[str, ...], ...]
    prefix: tuple[str, ...]
    cap: int
    attention: bool = False


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One answer: its tokens without ``</s>``, and the sum of their natural log probabilities with ``</s>``.

    ``ended`` says whether the model closed it, or the cap did. ``attention[t][s]`` is how much target
    token t looked at source token s; empty where it was not asked for.
    """

    tokens: tuple[str, ...]
    logprob: float
    ended: bool
    attention: Sequence[Sequence[float]] = field(default=(), compare=False)


class Backend(Protocol):
    """A loaded model."""

    def decode(self, buckets: Sequence[Bucket], decoding: Decoding) -> list[list[tuple[Hypothesis, ...]]]:
        """For each bucket and each of its sources the hypotheses, best first.

        Raises:
            EngineError: the runtime failed.
        """
        ...

    def close(self) -> None:
        """Free the model."""
        ...
