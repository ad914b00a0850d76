"""What a run does with one article at a time: reads the store and writes nothing, so it may run anywhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from copydesk.data import Draft, Pair, Request, draft_of
from copydesk.errors import CopydeskError
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.run import edition
from copydesk.run.edition import Rendered
from copydesk.run.events import ArticleDone, Outcome
from copydesk.run.finish import finish
from copydesk.run.guard import attempt
from copydesk.run.job import ArticleJob
from copydesk.run.plan import Plan
from copydesk.run.pool import Answers
from copydesk.run.requests import with_requests
from copydesk.store import drafts, editions
from copydesk.store.database import Connection
from copydesk.store.drafts import Result, Row


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article up to what it asks of the engines: the requests by target, in the order of the plans."""

    uri: str
    article: str
    asked: Mapping[str, tuple[Request, ...]]


@dataclass(frozen=True, slots=True)
class Finished:
    """An edition to be committed and written: its files, and the rows of what its stages gave."""

    uri: str
    rendered: Rendered
    results: tuple[Row, ...]


class Articles:
    """Articles under way, by uri: between ``prepare`` and ``finish`` their drafts stay here."""

    def __init__(self, plans: Sequence[Plan], connection: Connection) -> None:
        self._plans = {plan.target: plan for plan in plans}
        self._settings = plans[0].settings
        self._connection = connection
        self.jobs: dict[str, list[ArticleJob]] = {}

    def prepare(self, raw: Raw, good: Collection[str]) -> Prepared | CopydeskError:
        """Read and prepare an article for every target whose edition is not ``good`` as it stands.

        A new language of an article concerns its other versions too: they link to each other.
        """
        return attempt(partial(self._prepared, raw, good), raw.uri)

    def finish(self, uri: str, answers: Answers, routes: Mapping[Pair, str]) -> list[Finished | ArticleDone]:
        """The editions of a prepared article, or why there is none; ``answers`` are those to its requests."""
        done: list[Finished | ArticleDone] = []
        translated: list[ArticleJob] = []
        for job in self.jobs.pop(uri):
            result = attempt(partial(finish, job, self._plan(job), answers, self._connection), uri)
            if isinstance(result, CopydeskError):
                done.append(_failed(job, result))
            else:
                translated.append(result)
        coming = {job.draft.target: self._name(job) for job in translated}
        for job in translated:
            rendered = attempt(partial(self._finished, job, answers, routes, coming), uri)
            done.append(_failed(job, rendered) if isinstance(rendered, CopydeskError) else rendered)
        return done

    def replaced(self, jobs: Sequence[ArticleJob]) -> list[Prepared]:
        """The articles of ``works``, which take the place of their works before."""
        for uri in dict.fromkeys(job.uri for job in jobs):
            self.jobs[uri] = [job for job in jobs if job.uri == uri]
        return [_as_prepared(self.jobs[uri]) for uri in dict.fromkeys(job.uri for job in jobs)]

    def drop(self, uri: str) -> None:
        """Forget a prepared article."""
        self.jobs.pop(uri, None)

    def _prepared(self, raw: Raw, good: Collection[str]) -> Prepared:
        article = read(raw, self._settings.ingest)
        published = editions.names(self._connection, article.id)
        if any(target not in published for target in self._plans):
            good = ()
        shared: dict[str, Draft] = {}
        jobs = []
        for target, plan in self._plans.items():
            if target not in good:
                job = ArticleJob(
                    raw.uri, plan.input_key(raw), draft_of(article, target), (plan.read_key(raw),)
                )
                jobs.append(with_requests(job, plan, self._connection, shared))
        self.jobs[raw.uri] = jobs
        return _as_prepared(jobs)

    def _finished(
        self, job: ArticleJob, answers: Answers, routes: Mapping[Pair, str], coming: dict[str, str]
    ) -> Finished:
        """The files of ``work``; they link to the versions that are published and those that are coming."""
        rendered = edition.render(
            job,
            self._plan(job),
            fingerprints=answers.fingerprints,
            routes=routes,
            names=editions.names(self._connection, job.article) | coming,
            connection=self._connection,
        )
        results = (Result.read(job.keys[0], job.draft), *job.fresh)
        return Finished(job.uri, rendered, tuple(map(drafts.row, results)))

    def _name(self, job: ArticleJob) -> str:
        before = editions.find(self._connection, article=job.article, target=job.draft.target)
        return edition.name_of(job.draft, before, self._settings.publish.slug)

    def _plan(self, job: ArticleJob) -> Plan:
        return self._plans[job.draft.target]


def _as_prepared(jobs: Sequence[ArticleJob]) -> Prepared:
    return Prepared(jobs[0].uri, jobs[0].article, {job.draft.target: job.requests for job in jobs})


def _failed(job: ArticleJob, error: CopydeskError) -> ArticleDone:
    return ArticleDone(
        job.uri, Outcome.FAILED, title=job.draft.article.title, target=job.draft.target, error=error
    )
