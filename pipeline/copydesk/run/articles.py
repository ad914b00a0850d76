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
from copydesk.run.guard import attempt
from copydesk.run.plan import Plan
from copydesk.run.pool import Answers
from copydesk.run.requests import with_requests
from copydesk.run.settle import finish
from copydesk.run.work import Work
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
        self.works: dict[str, list[Work]] = {}

    def prepare(self, raw: Raw, good: Collection[str]) -> Prepared | CopydeskError:
        """Read and prepare an article for every target whose edition is not ``good`` as it stands.

        A new language of an article concerns its other versions too: they link to each other.
        """
        return attempt(partial(self._prepared, raw, good), raw.uri)

    def finish(self, uri: str, answers: Answers, routes: Mapping[Pair, str]) -> list[Finished | ArticleDone]:
        """The editions of a prepared article, or why there is none; ``answers`` are those to its requests."""
        done: list[Finished | ArticleDone] = []
        translated: list[Work] = []
        for work in self.works.pop(uri):
            result = attempt(partial(finish, work, self._plan(work), answers, self._connection), uri)
            if isinstance(result, CopydeskError):
                done.append(_failed(work, result))
            else:
                translated.append(result)
        coming = {work.draft.target: self._name(work) for work in translated}
        for work in translated:
            rendered = attempt(partial(self._finished, work, answers, routes, coming), uri)
            done.append(_failed(work, rendered) if isinstance(rendered, CopydeskError) else rendered)
        return done

    def replaced(self, works: Sequence[Work]) -> list[Prepared]:
        """The articles of ``works``, which take the place of their works before."""
        for uri in dict.fromkeys(work.uri for work in works):
            self.works[uri] = [work for work in works if work.uri == uri]
        return [_as_prepared(self.works[uri]) for uri in dict.fromkeys(work.uri for work in works)]

    def drop(self, uri: str) -> None:
        """Forget a prepared article."""
        self.works.pop(uri, None)

    def _prepared(self, raw: Raw, good: Collection[str]) -> Prepared:
        article = read(raw, self._settings.ingest)
        published = editions.names(self._connection, article.id)
        if any(target not in published for target in self._plans):
            good = ()
        shared: dict[str, Draft] = {}
        works = []
        for target, plan in self._plans.items():
            if target not in good:
                work = Work(raw.uri, plan.input_key(raw), draft_of(article, target), (plan.read_key(raw),))
                works.append(with_requests(work, plan, self._connection, shared))
        self.works[raw.uri] = works
        return _as_prepared(works)

    def _finished(
        self, work: Work, answers: Answers, routes: Mapping[Pair, str], coming: dict[str, str]
    ) -> Finished:
        """The files of ``work``; they link to the versions that are published and those that are coming."""
        rendered = edition.render(
            work,
            self._plan(work),
            fingerprints=answers.fingerprints,
            routes=routes,
            names=editions.names(self._connection, work.article) | coming,
            connection=self._connection,
        )
        results = (Result.read(work.keys[0], work.draft), *work.fresh)
        return Finished(work.uri, rendered, tuple(map(drafts.row, results)))

    def _name(self, work: Work) -> str:
        before = editions.find(self._connection, article=work.article, target=work.draft.target)
        return edition.name_of(work.draft, before, self._settings.publish.slug)

    def _plan(self, work: Work) -> Plan:
        return self._plans[work.draft.target]


def _as_prepared(works: Sequence[Work]) -> Prepared:
    return Prepared(works[0].uri, works[0].article, {work.draft.target: work.requests for work in works})


def _failed(work: Work, error: CopydeskError) -> ArticleDone:
    return ArticleDone(
        work.uri, Outcome.FAILED, title=work.draft.article.title, target=work.draft.target, error=error
    )
