"""Where the work on single articles is done: in this process, or in several beside it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import connection as pipes
from typing import Protocol, TypeVar

from copydesk.data import Pair
from copydesk.errors import CopydeskError
from copydesk.ingest.base import Raw
from copydesk.run.articles import Articles, Finished, Prepared
from copydesk.run.events import ArticleDone, Outcome
from copydesk.run.plan import Plan
from copydesk.run.pool import Answers
from copydesk.store.address import Address
from copydesk.store.database import connect

T = TypeVar("T")
Ends = list[Finished | ArticleDone]

_TRIES_APART = 2
_STARTS = 20
"""How often a process may die while it starts before the run gives up."""


class Executor(Protocol):
    """Prepares articles and finishes them; both are asked for in the order of the inputs, and awaited so.

    ``ahead`` is how many articles should be asked for before the first is awaited.
    """

    ahead: int

    def prepare(self, raw: Raw, good: Collection[str]) -> Callable[[], Prepared | CopydeskError]:
        """Begin ``Articles.prepare``; what is returned waits for its end."""

    def finish(self, uri: str, answers: Answers, routes: Mapping[Pair, str]) -> Callable[[], Ends]:
        """Begin ``Articles.finish``; what is returned waits for its end."""

    def drop(self, uri: str) -> None:
        """Forget a prepared article."""


class InProcess:
    """Everything in this process, when it is asked for."""

    ahead = 0

    def __init__(self, articles: Articles) -> None:
        self.articles = articles

    def prepare(self, raw: Raw, good: Collection[str]) -> Callable[[], Prepared | CopydeskError]:
        """Prepare at once."""
        done = self.articles.prepare(raw, good)
        return lambda: done

    def finish(self, uri: str, answers: Answers, routes: Mapping[Pair, str]) -> Callable[[], Ends]:
        """Finish at once."""
        done = self.articles.finish(uri, answers, routes)
        return lambda: done

    def drop(self, uri: str) -> None:
        """Forget it."""
        self.articles.drop(uri)


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker process needs: the plans, and the store that it reads."""

    plans: Sequence[Plan]
    store: Address


@dataclass(slots=True)
class _Worker:
    """A process that works on one article after the other; ``load`` counts those that it holds."""

    pool: ProcessPoolExecutor
    load: int = 0


@dataclass(slots=True)
class _Held:
    """An article under way, how to begin it again, and the worker that holds it (None: it has died)."""

    raw: Raw
    good: Collection[str]
    worker: _Worker | None


class Processes:
    """``count`` worker processes, each of which keeps the articles that it prepared until they are finished.

    A worker that dies is replaced. What it held is done again by one process apart, one article at a time, so
    that the one that kills it is known: it fails, the others do not.
    """

    def __init__(self, setup: Setup, count: int, *, ahead: int) -> None:
        self.ahead = ahead
        self._job = setup
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([__name__])
        self._workers = [_Worker(self._pool()) for _ in range(count)]
        self._apart: ProcessPoolExecutor | None = None
        self._held: dict[str, _Held] = {}

    def prepare(self, raw: Raw, good: Collection[str]) -> Callable[[], Prepared | CopydeskError]:
        """Begin with the worker that has least to do."""
        worker = min(self._workers, key=lambda one: one.load)
        worker.load += 1
        self._held[raw.uri] = held = _Held(raw, good, worker)
        call = partial(_prepare, raw, good)
        wait = self._begun(held, call, lambda: self._alone(held, partial(_prepare_again, raw, good)))

        def prepared() -> Prepared | CopydeskError:
            done = wait()
            if isinstance(done, CopydeskError):
                self._let_go(raw.uri)
            return done

        return prepared

    def finish(self, uri: str, answers: Answers, routes: Mapping[Pair, str]) -> Callable[[], Ends]:
        """Go on with the worker that holds the article."""
        held = self._held[uri]

        def again() -> Ends:
            done = self._alone(held, partial(_finish_again, held.raw, held.good, answers, routes))
            if isinstance(done, CopydeskError):
                return [ArticleDone(uri, Outcome.FAILED, error=done)]
            return done

        wait = self._begun(held, partial(_finish, uri, answers, routes), again)

        def finished() -> Ends:
            done = wait()
            self._let_go(uri)
            return done

        return finished

    def drop(self, uri: str) -> None:
        """Let its worker forget it."""
        if worker := self._held[uri].worker:
            with contextlib.suppress(BrokenProcessPool):
                worker.pool.submit(partial(_drop, uri))
        self._let_go(uri)

    def close(self) -> None:
        """End all workers, also those at work."""
        for pool in (*(worker.pool for worker in self._workers), self._apart):
            if pool is not None:
                _end(pool)

    def _begun(self, held: _Held, call: Callable[[], T], again: Callable[[], T]) -> Callable[[], T]:
        """Begin ``call`` with the worker of ``held``; what is returned waits for it, or does it ``again``."""
        worker = held.worker
        if worker is None:
            return again
        pool = worker.pool
        try:
            future = pool.submit(call)
        except BrokenProcessPool:
            return lambda: self._bereaved(worker, pool, again)

        def wait() -> T:
            try:
                return future.result()
            except BrokenProcessPool:
                return self._bereaved(worker, pool, again)

        return wait

    def _bereaved(self, worker: _Worker, dead: ProcessPoolExecutor, again: Callable[[], T]) -> T:
        """Do ``again`` what a dead worker held, which gets a new process unless it has one already."""
        if worker.pool is dead:
            dead.shutdown(wait=False)
            for one in self._held.values():  # also those that it had prepared: their drafts died with it
                if one.worker is worker:
                    one.worker = None
            worker.pool, worker.load = self._pool(), 0
        return again()

    def _alone(self, held: _Held, call: Callable[[], T]) -> T | CopydeskError:
        """What the process apart answers, or that the article killed it, at every try.

        The process is up before it is given the article: a death while it starts is not the article's.
        """
        for _ in range(_TRIES_APART):
            try:
                return self._apart_ready().submit(call).result()
            except BrokenProcessPool:
                self._apart = None
        return CopydeskError(
            f"{held.raw.uri}: a process died over it, {1 + _TRIES_APART} times",
            remedy="Run it with --jobs 1 to see why; if memory ran out, give fewer --jobs",
        )

    def _apart_ready(self) -> ProcessPoolExecutor:
        """The process apart, which has started.

        Raises:
            CopydeskError: none lives long enough.
        """
        for _ in range(_STARTS):
            self._apart = self._apart or self._pool()
            try:
                self._apart.submit(os.getpid).result()
            except BrokenProcessPool:
                self._apart = None
            else:
                return self._apart
        raise CopydeskError(
            "processes for articles die while they start",
            remedy="Run it with --jobs 1; if memory ran out, give fewer --jobs",
        )

    def _let_go(self, uri: str) -> None:
        if worker := self._held.pop(uri).worker:
            worker.load -= 1

    def _pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, self._context, initializer=_begin, initargs=(self._job,))


@contextlib.contextmanager
def processes(setup: Setup, count: int, *, ahead: int) -> Iterator[Processes]:
    """Worker processes, ended however the block ends."""
    executor = Processes(setup, count, ahead=ahead)
    try:
        yield executor
    finally:
        executor.close()


def _end(pool: ProcessPoolExecutor) -> None:
    for process in (pool._processes or {}).values():
        process.terminate()
    pool.shutdown(wait=True, cancel_futures=True)  # the last reader of the store leaves no journal behind


_articles: Articles | None = None
"""The articles of this process, where it is a worker."""


def _begin(setup: Setup) -> None:
    """Make this process a worker. It leaves Ctrl-C to the driver, and ends when the driver is gone."""
    global _articles
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_driver, daemon=True).start()
    _articles = Articles(setup.plans, connect(setup.store))


def _end_with_driver() -> None:
    driver = multiprocessing.parent_process()
    if driver is not None:
        pipes.wait([driver.sentinel])
        os._exit(1)


def _prepare(raw: Raw, good: Collection[str]) -> Prepared | CopydeskError:
    assert _articles is not None
    return _told(_articles.prepare(raw, good))


def _finish(uri: str, answers: Answers, routes: Mapping[Pair, str]) -> Ends:
    assert _articles is not None
    done = _articles.finish(uri, answers, routes)
    for one in done:
        if isinstance(one, ArticleDone):
            _told(one.error)
    return done


def _prepare_again(raw: Raw, good: Collection[str]) -> Prepared | CopydeskError:
    """Prepare an article without keeping it."""
    done = _prepare(raw, good)
    _drop(raw.uri)
    return done


def _finish_again(raw: Raw, good: Collection[str], answers: Answers, routes: Mapping[Pair, str]) -> Ends:
    """Prepare and finish an article at once."""
    done = _prepare(raw, good)
    if isinstance(done, CopydeskError):
        return [ArticleDone(raw.uri, Outcome.FAILED, error=done)]
    return _finish(raw.uri, answers, routes)


def _drop(uri: str) -> None:
    assert _articles is not None
    _articles.drop(uri)


def _told(done: T) -> T:
    """``done``; a bug takes the traceback of its cause along as a note, since causes stay behind."""
    if isinstance(done, CopydeskError) and type(done) is CopydeskError and done.__cause__ is not None:
        done.add_note("".join(traceback.format_exception(done.__cause__)))
    return done
