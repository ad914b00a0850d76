"""The work behind the server: one thread that asks the engines in batches, one that detects and checks."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from copydesk.config.settings import Settings
from copydesk.data import Bitext, Detection, Finding, Glossary, Pair, Request
from copydesk.detect.document import decide
from copydesk.errors import CopydeskError, EngineError
from copydesk.numbers import Repair, repair
from copydesk.run.acceptance import AcceptanceCheck
from copydesk.run.guard import attempt
from copydesk.run.lines import translate_lines
from copydesk.run.pool import Answers
from copydesk.translate.request import request
from copydesk.translate.translator import Translator
from copydesk.verify import check_pair, load_checks
from copydesk.verify.context import Context

T = TypeVar("T")
_BATCH = 64
"""Lines that go to the engine together, whoever sent them."""


class BusyError(CopydeskError):
    """More is waiting than the server takes on."""


@dataclass(slots=True)
class _Job:
    texts: Sequence[str]
    pair: Pair
    done: Future[Sequence[str]] = field(default_factory=Future)

    @property
    def size(self) -> int:
        return sum(map(len, self.texts))


class Workroom:
    """Takes work from many clients, no more than ``most`` waiting characters, and answers by futures."""

    def __init__(
        self, translator: Translator, settings: Settings, glossary: Glossary, *, most: int = 2_000_000
    ) -> None:
        self.pairs = translator.engine.pairs()
        self._translator, self._settings, self._glossary, self._most = translator, settings, glossary, most
        self._checks = load_checks(Context(settings.verify, glossary))
        self._acceptance = AcceptanceCheck(settings.verify, glossary)
        self._jobs: queue.Queue[_Job | None] = queue.Queue()
        self._lock = threading.Lock()
        self._waiting = 0
        self._other = ThreadPoolExecutor(1, "texts")
        self._engines = threading.Thread(target=self._serve, name="engines", daemon=True)
        self._engines.start()

    @property
    def waiting(self) -> int:
        """Characters that were taken on and are not answered yet."""
        return self._waiting

    @property
    def alive(self) -> bool:
        """Whether work is done."""
        return self._engines.is_alive()

    def translate(self, texts: Sequence[str], pair: Pair) -> Future[Sequence[str]]:
        """The translation of each text, line by line, as ``copydesk translate --lines`` gives it.

        Raises:
            BusyError: too much is waiting.
        """
        job = _Job(texts, pair)
        self._take(job.size)
        job.done.add_done_callback(lambda _: self._give(job.size))
        self._jobs.put(job)
        return job.done

    def detect(self, text: str) -> Future[Detection]:
        """The language of ``text``."""
        return self._apart(len(text), lambda: decide(text, None, self._settings.detect)[0])

    def repair(
        self, text: str, source: str | None, language: str, source_language: str | None
    ) -> Future[Repair]:
        """``text`` with its numbers restored from ``source``."""
        size = len(text) + len(source or "")
        return self._apart(
            size, lambda: repair(text, language, source=source, source_language=source_language)
        )

    def check(self, texts: Sequence[tuple[str, str]], pair: Pair) -> Future[list[tuple[Finding, ...]]]:
        """What the checks say of each of ``texts``, sources with their translations."""
        size = sum(len(source) + len(target) for source, target in texts)
        checks = self._checks
        return self._apart(size, lambda: [check_pair(Bitext(*both, pair), checks) for both in texts])

    def close(self) -> None:
        """Answer what was taken on, then stop the engines."""
        self._jobs.put(None)
        self._engines.join()
        self._other.shutdown()
        self._translator.close()

    def _apart(self, size: int, call: Callable[[], T]) -> Future[T]:
        self._take(size)
        future = self._other.submit(call)
        future.add_done_callback(lambda _: self._give(size))
        return future

    def _take(self, size: int) -> None:
        with self._lock:
            if self._waiting and self._waiting + size > self._most:
                raise BusyError("the server has more to do than it can", remedy="Ask again in a few seconds")
            self._waiting += size

    def _give(self, size: int) -> None:
        with self._lock:
            self._waiting -= size

    def _serve(self) -> None:
        waiting: list[_Job] = []
        last = False
        while waiting or not last:
            while not last and (not waiting or not self._jobs.empty()):
                job = self._jobs.get()
                last = job is None
                waiting += [job] if job else []
            if waiting:
                now = [job for job in waiting if job.pair == waiting[0].pair][:_BATCH]
                waiting = [job for job in waiting if not any(job is one for one in now)]
                self._answer(now)

    def _answer(self, jobs: Sequence[_Job]) -> None:
        """Answer jobs of one pair together; what one of them breaks costs the others nothing."""
        jobs = [job for job in jobs if job.done.set_running_or_notify_cancel()]
        asked: dict[str, Request] = {}

        def ask() -> Answers:
            for line in dict.fromkeys(line for job in jobs for line in _lines(job)):
                asked[line] = request(line, jobs[0].pair, self._glossary, self._settings.translate)
            return translate_lines(
                list(asked.values()), translator=self._translator, acceptance=self._acceptance, batch=_BATCH
            )

        try:
            found = attempt(ask, "translate")
        except (CopydeskError, OSError) as error:  # the guard lets pass what would end a run
            found = EngineError(f"the engine cannot be asked: {error}")
        for job in jobs:
            if isinstance(found, CopydeskError):
                job.done.set_exception(found)
                continue
            wrong = next((e for line in _lines(job) if (e := found.refused.get(asked[line]))), None)
            if wrong is not None:
                job.done.set_exception(wrong)
                continue
            said = {line: found.candidates[asked[line]].text.replace("\n", " ") for line in _lines(job)}
            texts = ("\n".join(said.get(line, "") for line in text.split("\n")) for text in job.texts)
            job.done.set_result(tuple(texts))


def _lines(job: _Job) -> list[str]:
    return [line for text in job.texts for line in text.split("\n") if line.strip()]
