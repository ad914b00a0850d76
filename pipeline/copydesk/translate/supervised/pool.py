"""Several child processes of one engine, which share each batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate, pairwise
from typing import TypeVar

from copydesk.data import Candidate, Pair, Request
from copydesk.translate.base import Capabilities
from copydesk.translate.options import TranslateOptions
from copydesk.translate.supervised.engine import SupervisedEngine

T = TypeVar("T")


class SupervisedPool:
    """The engine ``name`` in up to ``count`` processes, for native code that uses one core.

    Each process starts when a batch has work for it. Answers do not depend on which process gave them, as
    an engine's answers depend on the request alone.
    """

    def __init__(self, name: str, options: TranslateOptions, count: int) -> None:
        self.name = name
        self._engines = [SupervisedEngine(name, options) for _ in range(count)]
        self._threads = ThreadPoolExecutor(count)

    @property
    def engines(self) -> tuple[SupervisedEngine, ...]:
        """The processes."""
        return tuple(self._engines)

    @property
    def capabilities(self) -> Capabilities:
        """The engine's own."""
        return self._engines[0].capabilities

    def pairs(self) -> tuple[Pair, ...]:
        """The engine's own."""
        return self._engines[0].pairs()

    def fingerprint(self, pair: Pair) -> str:
        """The engine's own."""
        return self._engines[0].fingerprint(pair)

    def translate(self, batch: Sequence[Request]) -> list[Candidate]:
        """One candidate per request, same order.

        Raises:
            EngineError: the first of the processes' own, when all are done.
        """
        return self._shared(batch, lambda engine, part: engine.translate(part))

    def close(self) -> None:
        """End all processes."""
        self._threads.shutdown()
        for engine in self._engines:
            engine.close()

    def _shared(
        self, batch: Sequence[Request], ask: Callable[[SupervisedEngine, Sequence[Request]], list[T]]
    ) -> list[T]:
        parts = shares([len(request.text) for request in batch], len(self._engines))
        waiting = [
            self._threads.submit(ask, engine, batch[start:end])
            for engine, (start, end) in zip(self._engines, parts, strict=False)
        ]
        errors = [error for one in waiting if (error := one.exception())]
        if errors:
            raise errors[0]
        return [answer for one in waiting for answer in one.result()]


def shares(sizes: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Up to ``count`` stretches (start, end) that part ``sizes`` into like sums, none of them empty."""
    sums = [0, *accumulate(size + 1 for size in sizes)]
    bounds = [0]
    for number in range(1, count + 1):
        goal = sums[-1] * number / count
        nearest = min(range(len(sums)), key=lambda n: (abs(sums[n] - goal), n))
        if nearest > bounds[-1]:
            bounds.append(nearest)
    return list(pairwise(bounds))
