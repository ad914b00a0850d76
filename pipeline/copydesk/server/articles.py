"""Whole articles for clients: handed in, run one batch after the other, told and fetched."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Generator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from copydesk.config.settings import Settings
from copydesk.data import Glossary
from copydesk.errors import CopydeskError, PublishError, StoreError
from copydesk.run.events import ArticleDone, Outcome
from copydesk.run.guard import attempt
from copydesk.run.plan import make_plan
from copydesk.run.session import default_store, session
from copydesk.server.work import BusyError
from copydesk.store.spool import Answer, Spool, Submission
from copydesk.store.webhook import DeliveryError, Webhook, deliver
from copydesk.translate.translator import Translator

_TOGETHER = 32
"""Submissions that one run takes."""

_AGAIN = 30.0
"""Seconds until what the disk, the store or the webhook refused is tried again."""


class Articles:
    """Takes articles from many clients, no more than ``most`` waiting; pages and store lie in ``folder``.

    A submission is on disk before it is acknowledged: what a killed server leaves, the next one takes up.
    ``desk`` translates, is used by nobody else, and is closed at the end. ``hook`` is told of each end.
    """

    def __init__(
        self,
        folder: Path,
        translator: Translator,
        settings: Settings,
        glossary: Glossary,
        *,
        most: int = 1000,
        hook: Webhook | None = None,
    ) -> None:
        self._spool = Spool(folder)
        self._out, self._store = folder / "out", default_store(folder / "out")
        self._translator, self._settings, self._glossary = translator, settings, glossary
        self._most, self._hook = most, hook
        self._running: frozenset[str] = frozenset()
        self._ended = threading.Event()
        self._news, self._ends = threading.Event(), threading.Event()
        self.trouble = ""
        work = [self._work, *([self._tell] if hook else [])]
        self._threads = [threading.Thread(target=one, name=one.__name__, daemon=True) for one in work]
        for thread in self._threads:
            thread.start()

    def submit(
        self, body: bytes, *, owner: str, name: str, targets: Sequence[str], source: str | None
    ) -> Submission:
        """Keep an article (in any format that the desk reads) to be translated into ``targets``.

        A name that was handed in before is a new version of that article.

        Raises:
            BusyError: too many wait.
            ConfigError, InputError: a language or the name is none.
            PublishError: the disk is full.
        """
        for target in targets:
            make_plan(self._settings, target=target, glossary=self._glossary)
        if self._spool.ahead() >= self._most:
            raise BusyError("too many articles wait", remedy="Ask again later")
        done = self._spool.put(body, owner=owner, name=name, targets=tuple(targets), source=source)
        self._news.set()
        return done

    def state(self, name: str, owner: str) -> dict[str, Any] | None:
        """Where the submission with the id ``name`` stands; None if ``owner`` has none such."""
        found = self._spool.find(name)
        if found is None or found[0].owner != owner:
            return None
        return self._state(*found)

    def file(self, name: str, owner: str, path: str) -> Path | None:
        """A published file of the submission ``name`` by its path as ``state`` lists it."""
        state = self.state(name, owner) or {}
        listed = any(path in article["files"] for article in state.get("articles", ()))
        place = self._out / path
        return place if listed and place.is_file() else None

    def close(self) -> None:
        """Stop after the step in hand; what waits is kept."""
        self._ended.set()
        self._news.set()
        self._ends.set()
        for thread in self._threads:
            thread.join()
        self._translator.close()

    def _state(self, submission: Submission, answer: Answer | None) -> dict[str, Any]:
        known = {
            "id": submission.id,
            "name": submission.name,
            "to": list(submission.targets),
            "from": submission.source,
            "received": submission.received,
        }
        if answer is not None:
            return known | answer
        if submission.id in self._running:
            return known | {"state": "running"}
        return known | {"state": "waiting", "ahead": self._spool.ahead(submission.id)}

    def _work(self) -> None:
        while not self._ended.is_set():
            self._news.clear()
            batch = _together(self._spool.waiting())
            if not batch:
                self._news.wait()
                continue
            self._running = frozenset(one.id for one in batch)
            try:
                self._run(batch)
                self.trouble = ""
            except (StoreError, PublishError, OSError) as error:
                self.trouble = str(error)
                self._ended.wait(_AGAIN)
            finally:
                self._running = frozenset()

    def _run(self, batch: Sequence[Submission]) -> None:
        """Run ``batch``, whose submissions want the same, and answer each; none if the end came first."""
        done = attempt(partial(self._done, batch), ", ".join(one.name for one in batch))
        if self._ended.is_set():
            return
        for submission in batch:
            if isinstance(done, CopydeskError):
                answer: Answer = {"state": "failed", "error": str(done), "articles": []}
            else:
                answer = self._answer([one for one in done if one.uri.partition("#")[0] == submission.place])
            self._finish(submission, answer)

    def _done(self, batch: Sequence[Submission]) -> list[ArticleDone]:
        done: list[ArticleDone] = []
        paths = [self._spool.take(submission) for submission in batch]
        with contextlib.closing(self._events(paths, batch[0])) as events:
            for event in events:
                done.append(event)
                if self._ended.is_set():
                    break
        return done

    def _events(self, paths: Sequence[Path], wanted: Submission) -> Generator[ArticleDone]:
        settings = self._settings.model_copy(
            update={
                "detect": self._settings.detect.model_copy(update={"source": wanted.source}),
                "ingest": self._settings.ingest.model_copy(update={"root": str(self._spool.articles)}),
            }
        )
        for event in session(
            [str(path) for path in paths],
            settings,
            targets=wanted.targets,
            glossary=self._glossary,
            out=self._out,
            store=self._store,
            translator=self._translator,
        ):
            if isinstance(event, ArticleDone):
                yield event

    def _answer(self, done: Sequence[ArticleDone]) -> Answer:
        failed = [one for one in done if one.outcome is Outcome.FAILED]
        return {
            "state": "failed" if failed or not done else "done",
            "error": "; ".join(one.reason for one in failed),
            "articles": [self._shown(one) for one in done if one.outcome is not Outcome.FAILED],
        }

    def _shown(self, done: ArticleDone) -> dict[str, Any]:
        files = sorted(path for path in (self._out / done.folder).iterdir() if not path.name.startswith("."))
        return {
            "title": done.title,
            "language": done.target,
            "outcome": done.outcome.value,
            "version": done.version,
            "quality": done.quality,
            "segments": done.segments,
            "untranslated": done.held,
            "repairs": done.repairs,
            "findings": done.findings,
            "files": [path.relative_to(self._out).as_posix() for path in files],
        }

    def _finish(self, submission: Submission, answer: Answer) -> None:
        answer["ended"] = datetime.now(tz=UTC).isoformat(timespec="milliseconds")
        self._spool.finish(submission, answer, tell=self._hook is not None)
        self._ends.set()

    def _tell(self) -> None:
        assert self._hook is not None
        while not self._ended.is_set():
            self._ends.clear()
            for submission, answer in self._spool.untold():
                event = {
                    "type": f"article.{answer['state']}",
                    "timestamp": answer["ended"],
                    "data": self._state(submission, answer),
                }
                try:
                    deliver(self._hook, submission.id, event, pauses=())
                except DeliveryError as error:
                    if not error.final:
                        self._ended.wait(_AGAIN)
                        break
                self._spool.told(submission)
            else:
                self._ends.wait()


def _together(waiting: Sequence[Submission]) -> list[Submission]:
    """The oldest of ``waiting`` with those that want the same; of one name only the first."""
    if not waiting:
        return []
    first = waiting[0]
    same = [one for one in waiting if (one.targets, one.source) == (first.targets, first.source)]
    by_place: dict[str, Submission] = {}
    for one in same:
        by_place.setdefault(one.place, one)
    return list(by_place.values())[:_TOGETHER]
