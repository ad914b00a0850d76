"""The loop: windows of articles, from raw bytes to published editions."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from copydesk.data import Draft, Pair, Request
from copydesk.errors import CopydeskError, InputError
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.run import edition
from copydesk.run.advance import advance
from copydesk.run.edition import Rendered
from copydesk.run.events import ArticleDone, Event, Outcome, RunDone, Translated
from copydesk.run.guard import attempt
from copydesk.run.human import human
from copydesk.run.judge import Judge
from copydesk.run.plan import Plan
from copydesk.run.pool import Answers, answer, fingerprint_of
from copydesk.run.settle import finish
from copydesk.run.totals import add
from copydesk.run.work import Work
from copydesk.store import decisions, drafts, editions, outbox
from copydesk.store.database import Connection, transaction
from copydesk.store.drafts import Result
from copydesk.store.editions import EditionRow
from copydesk.store.inbox import Refused
from copydesk.translate.ask import ask
from copydesk.translate.desk import TranslationDesk


def execute(
    inputs: Iterable[Raw | Refused],
    plan: Plan,
    *,
    desk: TranslationDesk,
    connection: Connection,
    root: Path,
) -> Iterator[Event]:
    """Run the plan over ``inputs``; yields what happens, last the totals.

    Articles are taken in windows, so that engine batches are full and memory does not depend on their
    number. A bad article is reported and costs no other. The caller holds the store's lock.

    Raises:
        StoreError, PublishError: the disk or the store failed; run the same command again.
    """
    started = time.monotonic()
    totals = RunDone()
    runner = _Runner(plan, desk, connection, root)
    window: list[Work] = []
    requests = 0
    for raw in inputs:
        result = runner.open(raw)
        if isinstance(result, ArticleDone):
            totals = add(totals, result)
            yield result
            continue
        window.append(result)
        requests += sum(isinstance(asked, Request) for asked in result.asked)
        if len(window) >= plan.settings.run.window_articles or requests >= plan.settings.run.window_segments:
            for event in runner.close(window):
                totals = add(totals, event)
                yield event
            window, requests = [], 0
    for event in runner.close(window):
        totals = add(totals, event)
        yield event
    yield replace(totals, seconds=time.monotonic() - started)


class _Runner:
    """Takes articles in, and windows of them out."""

    def __init__(self, plan: Plan, desk: TranslationDesk, connection: Connection, root: Path) -> None:
        self._plan = plan
        self._desk = desk
        self._connection = connection
        self._root = root
        self._seen: dict[str, str] = {}

    def open(self, raw: Raw | Refused) -> Work | ArticleDone:
        """Read and prepare one article; or say that it is unchanged or why it fails."""
        if isinstance(raw, Refused):
            return ArticleDone(raw.uri, Outcome.FAILED, error=raw.error)
        input_key = self._plan.input_key(raw)
        row = editions.find_input(self._connection, input_key)
        result = attempt(lambda: self._unchanged(raw, row) or self._prepare(raw, input_key), raw.uri)
        if isinstance(result, CopydeskError):
            return ArticleDone(raw.uri, Outcome.FAILED, error=result)
        return result

    def _unchanged(self, raw: Raw, row: EditionRow | None) -> ArticleDone | None:
        if row is None or not self._still_good(row):
            return None
        self._claim(row.article, raw.uri)
        return edition.done(row, uri=raw.uri, outcome=Outcome.UNCHANGED)

    def close(self, window: Sequence[Work]) -> Iterator[Translated | ArticleDone]:
        """Translate, finish and publish a window of prepared articles."""
        answers = Answers()
        yield from answer(
            (asked for work in window for asked in work.asked if isinstance(asked, Request)),
            desk=self._desk,
            judge=Judge(self._plan.settings.verify, self._plan.glossary),
            connection=self._connection,
            batch=self._plan.settings.run.batch,
            answers=answers,
        )
        finished: list[tuple[Work, Rendered]] = []
        for work in window:
            result = attempt(partial(self._finish, work, answers), work.uri)
            if isinstance(result, CopydeskError):
                yield ArticleDone(work.uri, Outcome.FAILED, title=work.draft.article.title, error=result)
            else:
                finished.append(result)
        yield from self._publish(finished)

    def _finish(self, work: Work, answers: Answers) -> tuple[Work, Rendered]:
        done = finish(work, self._plan, answers, self._connection)
        rendered = edition.render(
            done, self._plan, fingerprints=answers.fingerprints, connection=self._connection
        )
        return done, rendered

    def _prepare(self, raw: Raw, input_key: str) -> Work:
        article = read(raw, self._plan.settings.ingest)
        self._claim(article.id, raw.uri)
        draft = Draft(article, self._plan.target, article.blocks)
        stages = self._plan.prepare
        work = Work(raw.uri, input_key, draft, (input_key,))
        work = advance(work, stages, self._connection)
        if work.draft.document is None or work.draft.document.language is None:
            raise InputError(f"{raw.uri}: its language cannot be told", remedy="Name it with --from LANG")
        written = human(self._connection, work.draft)
        asked = ask(
            work.draft,
            self._plan.settings.translate,
            glossary=self._plan.glossary,
            human=written.translations,
            keep=self._plan.kept_roles,
        )
        return replace(work, asked=asked, human_digest=written.own, lent_digest=written.lent)

    def _publish(self, finished: Sequence[tuple[Work, Rendered]]) -> Iterator[ArticleDone]:
        with transaction(self._connection):
            for work, item in finished:
                drafts.put(self._connection, (Result.read(work.input_key, work.draft), *work.fresh))
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
        languages = editions.sibling_languages(self._connection, row.article)
        pairs = {name: Pair(*name.split("-", 1)) for name in row.engines}
        return (
            row.context_key == self._plan.context_key(decisions.digest(texts), languages)
            and all(fingerprint_of(self._desk, pairs[n]) == row.engines[n] for n in row.engines)
            and outbox.in_place(self._root, row.files)
            and not row.summary["held"]
        )

    def _claim(self, article: str, uri: str) -> None:
        other = self._seen.setdefault(article, uri)
        if other != uri:
            raise InputError(
                f"{uri}: its id {article!r} is that of {other}",
                remedy="Give each article its own id; the first one was taken",
            )
