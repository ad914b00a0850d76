"""Articles through all stages without a store and without publishing: for programs and servers."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from copydesk.data import Article, Draft, Request, draft_of
from copydesk.errors import CopydeskError
from copydesk.run.acceptance import AcceptanceCheck
from copydesk.run.finish import finish
from copydesk.run.guard import attempt
from copydesk.run.job import ArticleJob
from copydesk.run.plan import Plan
from copydesk.run.pool import Answers, answer
from copydesk.run.requests import with_requests
from copydesk.store.database import Connection, connect
from copydesk.translate.translator import Translator


def translate_articles(
    articles: Sequence[Article], plan: Plan, translator: Translator
) -> list[Draft | CopydeskError]:
    """The finished draft of each article, or why there is none; the requests of all share the batches."""
    with contextlib.closing(connect(Path(":memory:"))) as connection:
        jobs = [
            attempt(partial(_begun, article, n, plan, connection), article.id)
            for n, article in enumerate(articles)
        ]
        answers = Answers()
        asked = (one for job in jobs if isinstance(job, ArticleJob) for one in job.asked)
        for _ in answer(
            (one for one in asked if isinstance(one, Request)),
            translator=translator,
            acceptance=AcceptanceCheck(plan.settings.verify, plan.glossary),
            connection=connection,
            batch=plan.settings.run.batch,
            answers=answers,
        ):
            pass
        return [_finished(job, plan, answers, connection) for job in jobs]


def _begun(article: Article, number: int, plan: Plan, connection: Connection) -> ArticleJob:
    job = ArticleJob(article.id, "", draft_of(article, plan.target), (f"unpublished {number}",))
    return with_requests(job, plan, connection)


def _finished(
    job: ArticleJob | CopydeskError, plan: Plan, answers: Answers, connection: Connection
) -> Draft | CopydeskError:
    if isinstance(job, CopydeskError):
        return job
    done = attempt(partial(finish, job, plan, answers, connection), job.uri)
    return done if isinstance(done, CopydeskError) else done.draft
