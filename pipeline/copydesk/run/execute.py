"""The loop: windows of articles, from raw bytes to published editions."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from copydesk.data import Pair
from copydesk.errors import CopydeskError, InputError
from copydesk.ingest.base import Raw
from copydesk.run import edition
from copydesk.run.acceptance import AcceptanceCheck
from copydesk.run.articles import Articles, Finished, Prepared
from copydesk.run.events import ArticleDone, Event, Outcome, RouteTaken, RunDone, Translated
from copydesk.run.executors import Ends, Executor, InProcess
from copydesk.run.guard import attempt
from copydesk.run.in_order import answer_in_order
from copydesk.run.plan import Plan
from copydesk.run.pool import Answers, answer, fingerprint_of
from copydesk.run.totals import add
from copydesk.store import decisions, drafts, editions, outbox
from copydesk.store.database import Connection, transaction
from copydesk.store.editions import EditionRow
from copydesk.store.inbox import Refused
from copydesk.translate.better import better
from copydesk.translate.translator import Translator


def execute(
    inputs: Iterable[Raw | Refused],
    plans: Sequence[Plan],
    *,
    translator: Translator,
    connection: Connection,
    root: Path,
    executor: Executor | None = None,
) -> Iterator[Event]:
    """Run the plans, one for each target, over ``inputs``; yields what happens, last the totals.

    An article is read, detected, repaired and segmented once for all targets. Articles are taken in windows,
    so that engine batches are full and memory does not depend on their number. A bad article is reported
    and costs no other. The work on single articles is done by ``executor``, here where none is given; what is
    written does not depend on it: windows are the same, and this process alone commits, in the order of the
    inputs. The caller holds the store's lock.

    Raises:
        StoreError, PublishError: the disk or the store failed; run the same command again.
    """
    started = time.monotonic()
    totals = RunDone()
    runner = _Runner(plans, translator, connection, root, executor or InProcess(Articles(plans, connection)))
    for event in runner.events(inputs):
        totals = add(totals, event)
        yield event
    yield replace(totals, seconds=time.monotonic() - started, usage=translator.usage)


@dataclass(frozen=True, slots=True)
class _Begun:
    """An input under way: ``rows`` are its editions that are good as they stand, ``prepared`` the rest."""

    uri: str
    rows: tuple[EditionRow, ...] = ()
    prepared: Callable[[], Prepared | CopydeskError] | None = None
    error: CopydeskError | None = None


class _Runner:
    """Takes articles in, and windows of them out."""

    def __init__(
        self,
        plans: Sequence[Plan],
        translator: Translator,
        connection: Connection,
        root: Path,
        executor: Executor,
    ) -> None:
        self._plans = {plan.target: plan for plan in plans}
        self._settings = plans[0].settings
        self._glossary = plans[0].glossary
        self._translator = translator
        self._connection = connection
        self._root = root
        self._executor = executor
        self._seen: dict[str, str] = {}
        self._routes: dict[Pair, str] = {}

    def events(self, inputs: Iterable[Raw | Refused]) -> Iterator[Translated | RouteTaken | ArticleDone]:
        """What happens to ``inputs``. While one window is finished, the next is answered."""
        options = self._settings.run
        window: list[Prepared] = []
        requests = 0
        finishing: Iterator[ArticleDone] = iter(())
        for begun in self._begun(inputs):
            if isinstance(begun, ArticleDone):
                yield begun
                continue
            window.append(begun)
            requests += sum(map(len, begun.asked.values()))
            if len(window) >= options.window_articles or requests >= options.window_segments:
                ends = yield from self._answered(window)
                yield from finishing
                finishing = self._published(ends)
                window, requests = [], 0
                if not self._executor.ahead:
                    yield from finishing
        ends = yield from self._answered(window)
        yield from finishing
        yield from self._published(ends)

    def _begun(self, inputs: Iterable[Raw | Refused]) -> Iterator[Prepared | ArticleDone]:
        """Articles prepared for the targets that need it, as many ahead as the executor likes."""
        ahead: deque[_Begun] = deque()
        for raw in inputs:
            ahead.append(self._begin(raw))
            if len(ahead) > self._executor.ahead:
                yield from self._prepared(ahead.popleft())
        for begun in ahead:
            yield from self._prepared(begun)

    def _begin(self, raw: Raw | Refused) -> _Begun:
        """Say what is unchanged, and begin the rest."""
        if isinstance(raw, Refused):
            return _Begun(raw.uri, error=raw.error)
        rows = attempt(lambda: self._unchanged(raw), raw.uri)
        if isinstance(rows, CopydeskError):
            return _Begun(raw.uri, error=rows)
        if len(rows) == len(self._plans):
            return _Begun(raw.uri, rows)
        return _Begun(raw.uri, rows, self._executor.prepare(raw, frozenset(row.target for row in rows)))

    def _unchanged(self, raw: Raw) -> tuple[EditionRow, ...]:
        """The editions that are good as they stand."""
        found = (editions.find_input(self._connection, plan.input_key(raw)) for plan in self._plans.values())
        return tuple(row for row in found if row is not None and self._still_good(row))

    def _prepared(self, begun: _Begun) -> Iterator[Prepared | ArticleDone]:
        done = begun.prepared() if begun.prepared else begun.error
        article = done.article if isinstance(done, Prepared) else next((r.article for r in begun.rows), None)
        if article is not None and (other := self._seen.setdefault(article, begun.uri)) != begun.uri:
            if isinstance(done, Prepared):
                self._executor.drop(begun.uri)
            done = InputError(
                f"{begun.uri}: its id {article!r} is that of {other}",
                remedy="Give each article its own id; the first one was taken",
            )
        if isinstance(done, CopydeskError):
            yield ArticleDone(begun.uri, Outcome.FAILED, error=done)
            return
        for row in begun.rows:
            if done is None or row.target not in done.asked:
                yield edition.done(row, uri=begun.uri, outcome=Outcome.UNCHANGED)
        if done is not None:
            yield done

    def _answered(
        self, window: Sequence[Prepared]
    ) -> Generator[Translated | RouteTaken, None, list[Callable[[], Ends]]]:
        """Translate a window of prepared articles; what is returned waits for the end of each."""
        answers = Answers()
        window = list(window)
        yield from self._answer(window, answers)
        yield from self._routes_taken(answers)
        return [
            self._executor.finish(
                one.uri,
                answers.to([request for asked in one.asked.values() for request in asked]),
                dict(self._routes),
            )
            for one in window
        ]

    def _routes_taken(self, answers: Answers) -> Iterator[RouteTaken]:
        for pair, fingerprint in answers.fingerprints.items():
            taken = self._translator.route(pair) if fingerprint and pair not in self._routes else None
            if taken is not None:
                self._routes[pair] = taken.shown
                yield RouteTaken(str(pair), taken.shown, better(pair, taken))

    def _answer(self, window: list[Prepared], answers: Answers) -> Iterator[Translated]:
        """Fill ``answers``; for an engine that reads context, ``window`` then holds its requests with it."""
        acceptance = AcceptanceCheck(self._settings.verify, self._glossary)
        batch = self._settings.run.batch
        if self._translator.reads_context and isinstance(self._executor, InProcess):
            jobs = [job for one in window for job in self._executor.articles.jobs[one.uri]]
            yield from answer_in_order(
                jobs,
                translator=self._translator,
                acceptance=acceptance,
                connection=self._connection,
                batch=batch,
                answers=answers,
            )
            window[:] = self._executor.articles.replaced(jobs)
            return
        yield from answer(
            (request for one in window for asked in one.asked.values() for request in asked),
            translator=self._translator,
            acceptance=acceptance,
            connection=self._connection,
            batch=batch,
            answers=answers,
        )

    def _published(self, ends: Sequence[Callable[[], Ends]]) -> Iterator[ArticleDone]:
        """Commit, write and mark the editions of a window."""
        finished: list[Finished] = []
        for end in ends:
            for one in end():
                if isinstance(one, ArticleDone):
                    yield one
                else:
                    finished.append(one)
        with transaction(self._connection):
            for one in finished:
                drafts.put(self._connection, one.results)
                editions.save(self._connection, one.rendered.row)
        written = edition.write([one.rendered for one in finished], self._root)
        with transaction(self._connection):
            for one in finished:
                row = one.rendered.row
                editions.save(self._connection, edition.as_published(row))
                drafts.prune(self._connection, article=row.article, target=row.target, keep=row.stage_keys)
        for one, count in zip(finished, written, strict=True):
            yield edition.done(one.rendered.row, uri=one.uri, outcome=Outcome.PUBLISHED, files_written=count)

    def _still_good(self, row: EditionRow) -> bool:
        texts = decisions.human_texts(self._connection, article=row.article, target=row.target)
        names = editions.names(self._connection, row.article)
        pairs = {name: Pair(*name.split("-", 1)) for name in row.engines}
        return (
            row.context_key == self._plans[row.target].context_key(decisions.digest(texts), names)
            and all(fingerprint_of(self._translator, pairs[n]) == row.engines[n] for n in row.engines)
            and outbox.in_place(self._root, row.files)
            and not row.summary["held"]
        )
