"""Work done in order, over several processes."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from copydesk.errors import CopydeskError

Given = TypeVar("Given")
Sent = TypeVar("Sent")
Result = TypeVar("Result")

_Waiting = deque[tuple[Given, Future[Result] | None]]

_AHEAD = 2
_ALONE = 4
"""So many pieces are done in this process before others are started: a small corpus is not worth them."""


class Workers:
    """Up to ``jobs`` processes, started when there is enough to do; use it as a context."""

    def __init__(self, jobs: int) -> None:
        self._jobs = max(1, jobs)
        self._alone = _ALONE
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def map(
        self, work: Callable[[Sent], Result], items: Iterable[Given], sent: Callable[[Given], Sent | None]
    ) -> Iterator[tuple[Given, Result | None]]:
        """Each item with ``work(sent(item))``, in order; where ``sent`` gives None nothing is done.

        Only a few items are held at a time.

        Raises:
            CopydeskError: a process was killed, as when memory runs out.
        """
        waiting: _Waiting[Given, Result] = deque()
        try:
            for item in items:
                task = sent(item)
                if self._jobs == 1 or (task is not None and self._alone > 0 and not waiting):
                    self._alone -= 1
                    yield item, work(task) if task is not None else None
                    continue
                future = None if task is None else self._processes().submit(work, task)
                waiting.append((item, future))
                if len(waiting) > self._jobs * _AHEAD:
                    ready = _next(waiting)
                    yield ready
            while waiting:
                last = _next(waiting)
                yield last
        except BrokenProcessPool as error:
            raise CopydeskError(
                "A worker process was killed", remedy="Give fewer --jobs, or free memory; then run it again"
            ) from error
        finally:
            for _, future in waiting:
                if future is not None:
                    future.cancel()

    def _processes(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._jobs, context, initializer=_ignore_interrupts)
        return self._pool


def _next(waiting: _Waiting[Given, Result]) -> tuple[Given, Result | None]:
    item, future = waiting.popleft()
    if future is None:
        return item, None
    return item, future.result()


def _ignore_interrupts() -> None:
    """The parent tells its workers when to stop; Ctrl-C at the terminal reaches them too."""
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
