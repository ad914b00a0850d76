"""The loop: windows of articles, from raw bytes to published editions."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from copydesk.data import Article, Draft, Pair, Request, draft_of
from copydesk.errors import CopydeskError, InputError
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.run import edition
from copydesk.run.edition import Rendered
from copydesk.run.events import ArticleDone, Event, Outcome, RouteTaken, RunDone, Translated
from copydesk.run.guard import attempt
from copydesk.run.in_order import answer_in_order
from copydesk.run.judge import Judge
from copydesk.run.plan import Plan
from copydesk.run.pool import Answers, answer, fingerprint_of
from copydesk.run.requests import with_requests
from copydesk.run.settle import finish
from copydesk.run.totals import add
from copydesk.run.work import Work
from copydesk.store import decisions, drafts, editions, outbox
from copydesk.store.database import Connection, transaction
from copydesk.store.drafts import Result
from copydesk.store.editions import EditionRow
from copydesk.store.inbox import Refused
from copydesk.translate.better import better
from copydesk.translate.desk import TranslationDesk


def execute(
    inputs: Iterable[Raw | Refused],
    plans: Sequence[Plan],
    *,
    desk: TranslationDesk,
    connection: Connection,
    root: Path,
) -> Iterator[Event]:
    """Run the plans, one for each target, over ``inputs``; yields what happens, last the totals.

    An article is read, detected, repaired and segmented once for all targets. Articles are taken in windows,
    so that engine batches are full and memory does not depend on their number. A bad article is reported
    and costs no other. The caller holds the store's lock.

    Raises:
        StoreError, PublishError: the disk or the store failed; run the same command again.
    """
    started = time.monotonic()
    totals = RunDone()
    runner = _Runner(plans, desk, connection, root)
    options = plans[0].settings.run
    window: list[Work] = []
    requests = 0
    for raw in inputs:
        for result in runner.open(raw):
            if isinstance(result, ArticleDone):
                totals = add(totals, result)
                yield result
                continue
            window.append(result)
            requests += sum(isinstance(asked, Request) for asked in result.asked)
        if len(window) >= options.window_articles or requests >= options.window_segments:
            for event in runner.close(window):
                totals = add(totals, event)
                yield event
            window, requests = [], 0
    for event in runner.close(window):
        totals = add(totals, event)
        yield event
    yield replace(totals, seconds=time.monotonic() - started, usage=desk.usage)


class _Runner:
    """Takes articles in, and windows of them out."""

    def __init__(
        self, plans: Sequence[Plan], desk: TranslationDesk, connection: Connection, root: Path
    ) -> None:
        self._plans = {plan.target: plan for plan in plans}
        self._settings = plans[0].settings
        self._glossary = plans[0].glossary
        self._desk = desk
        self._connection = connection
        self._root = root
        self._seen: dict[str, str] = {}
        self._routes: dict[Pair, str] = {}

    def open(self, raw: Raw | Refused) -> Sequence[Work | ArticleDone]:
        """Read and prepare one article for each target; or say that it is unchanged or why it fails."""
        if isinstance(raw, Refused):
            return [ArticleDone(raw.uri, Outcome.FAILED, error=raw.error)]
        result = attempt(lambda: self._opened(raw), raw.uri)
        if isinstance(result, CopydeskError):
            return [ArticleDone(raw.uri, Outcome.FAILED, error=result)]
        return result

    def _opened(self, raw: Raw) -> list[Work | ArticleDone]:
        """A new language of an article concerns its other versions too: they link to each other."""
        keys = {target: plan.input_key(raw) for target, plan in self._plans.items()}
        rows = {target: editions.find_input(self._connection, key) for target, key in keys.items()}
        same: dict[str, ArticleDone] = {}
        for target, row in rows.items():
            if row is not None and self._still_good(row):
                self._claim(row.article, raw.uri)
                same[target] = edition.done(row, uri=raw.uri, outcome=Outcome.UNCHANGED)
        if len(same) == len(keys):
            return list(same.values())
        article = read(raw, self._settings.ingest)
        self._claim(article.id, raw.uri)
        published = editions.names(self._connection, article.id)
        if any(target not in published for target in keys):
            same = {}
        shared: dict[str, Draft] = {}
        return [same.get(target) or self._prepared(raw, article, target, shared) for target in keys]

    def close(self, window: Sequence[Work]) -> Iterator[Translated | RouteTaken | ArticleDone]:
        """Translate, finish and publish a window of prepared articles."""
        answers = Answers()
        window = list(window)
        yield from self._answer(window, answers)
        yield from self._routes_taken(answers)
        translated: list[Work] = []
        for work in window:
            result = attempt(partial(finish, work, self._plan(work), answers, self._connection), work.uri)
            if isinstance(result, CopydeskError):
                yield _failed(work, result)
            else:
                translated.append(result)
        coming: dict[str, dict[str, str]] = defaultdict(dict)
        for work in translated:
            coming[work.article][work.draft.target] = self._name(work)
        finished: list[tuple[Work, Rendered]] = []
        for work in translated:
            rendered = attempt(partial(self._render, work, answers, coming[work.article]), work.uri)
            if isinstance(rendered, CopydeskError):
                yield _failed(work, rendered)
            else:
                finished.append((work, rendered))
        yield from self._publish(finished)

    def _routes_taken(self, answers: Answers) -> Iterator[RouteTaken]:
        for pair, fingerprint in answers.fingerprints.items():
            taken = self._desk.route(pair) if fingerprint and pair not in self._routes else None
            if taken is not None:
                self._routes[pair] = taken.shown
                yield RouteTaken(str(pair), taken.shown, better(pair, taken))

    def _answer(self, window: list[Work], answers: Answers) -> Iterator[Translated]:
        """Fill ``answers``; for an engine that reads context, ``window`` then holds its requests with it."""
        judge = Judge(self._settings.verify, self._glossary)
        batch = self._settings.run.batch
        if self._desk.reads_context:
            yield from answer_in_order(
                window,
                desk=self._desk,
                judge=judge,
                connection=self._connection,
                batch=batch,
                answers=answers,
            )
            return
        yield from answer(
            (asked for work in window for asked in work.asked if isinstance(asked, Request)),
            desk=self._desk,
            judge=judge,
            connection=self._connection,
            batch=batch,
            answers=answers,
        )

    def _name(self, work: Work) -> str:
        before = editions.find(self._connection, article=work.article, target=work.draft.target)
        return edition.name_of(work.draft, before, self._settings.publish.slug)

    def _render(self, work: Work, answers: Answers, coming: dict[str, str]) -> Rendered:
        """The files of ``work``; they link to the versions that are published and those that are coming."""
        published = editions.names(self._connection, work.article)
        return edition.render(
            work,
            self._plan(work),
            fingerprints=answers.fingerprints,
            routes=self._routes,
            names=published | coming,
            connection=self._connection,
        )

    def _prepared(self, raw: Raw, article: Article, target: str, shared: dict[str, Draft]) -> Work:
        plan = self._plans[target]
        work = Work(raw.uri, plan.input_key(raw), draft_of(article, target), (plan.read_key(raw),))
        return with_requests(work, plan, self._connection, shared)

    def _publish(self, finished: Sequence[tuple[Work, Rendered]]) -> Iterator[ArticleDone]:
        with transaction(self._connection):
            for work, item in finished:
                drafts.put(self._connection, (Result.read(work.keys[0], work.draft), *work.fresh))
                editions.save(self._connection, item.row)
        written = edition.write([item for _, item in finished], self._root)
        with transaction(self._connection):
            for _, item in finished:
                row = item.row
                editions.save(self._connection, edition.as_published(row))
                drafts.prune(self._connection, article=row.article, target=row.target, keep=row.stage_keys)
        for (work, item), count in zip(finished, written, strict=True):
            yield edition.done(item.row, uri=work.uri, outcome=Outcome.PUBLISHED, files_written=count)

    def _still_good(self, row: EditionRow) -> bool:
        texts = decisions.human_texts(self._connection, article=row.article, target=row.target)
        names = editions.names(self._connection, row.article)
        pairs = {name: Pair(*name.split("-", 1)) for name in row.engines}
        return (
            row.context_key == self._plans[row.target].context_key(decisions.digest(texts), names)
            and all(fingerprint_of(self._desk, pairs[n]) == row.engines[n] for n in row.engines)
            and outbox.in_place(self._root, row.files)
            and not row.summary["held"]
        )

    def _plan(self, work: Work) -> Plan:
        return self._plans[work.draft.target]

    def _claim(self, article: str, uri: str) -> None:
        other = self._seen.setdefault(article, uri)
        if other != uri:
            raise InputError(
                f"{uri}: its id {article!r} is that of {other}",
                remedy="Give each article its own id; the first one was taken",
            )


def _failed(work: Work, error: CopydeskError) -> ArticleDone:
    return ArticleDone(
        work.uri, Outcome.FAILED, title=work.draft.article.title, target=work.draft.target, error=error
    )
