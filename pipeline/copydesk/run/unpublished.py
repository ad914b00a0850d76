"""Articles through all stages without a store and without publishing: for programs and servers."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from copydesk.data import Article, Draft, Request, draft_of
from copydesk.errors import CopydeskError
from copydesk.run.guard import attempt
from copydesk.run.judge import Judge
from copydesk.run.plan import Plan
from copydesk.run.pool import Answers, answer
from copydesk.run.requests import with_requests
from copydesk.run.settle import finish
from copydesk.run.work import Work
from copydesk.store.database import Connection, connect
from copydesk.translate.desk import TranslationDesk


def translate_articles(
    articles: Sequence[Article], plan: Plan, desk: TranslationDesk
) -> list[Draft | CopydeskError]:
    """The finished draft of each article, or why there is none; the requests of all share the batches."""
    with contextlib.closing(connect(Path(":memory:"))) as connection:
        works = [
            attempt(partial(_begun, article, n, plan, connection), article.id)
            for n, article in enumerate(articles)
        ]
        answers = Answers()
        asked = (one for work in works if isinstance(work, Work) for one in work.asked)
        for _ in answer(
            (one for one in asked if isinstance(one, Request)),
            desk=desk,
            judge=Judge(plan.settings.verify, plan.glossary),
            connection=connection,
            batch=plan.settings.run.batch,
            answers=answers,
        ):
            pass
        return [_finished(work, plan, answers, connection) for work in works]


def _begun(article: Article, number: int, plan: Plan, connection: Connection) -> Work:
    work = Work(article.id, "", draft_of(article, plan.target), (f"unpublished {number}",))
    return with_requests(work, plan, connection)


def _finished(
    work: Work | CopydeskError, plan: Plan, answers: Answers, connection: Connection
) -> Draft | CopydeskError:
    if isinstance(work, CopydeskError):
        return work
    done = attempt(partial(finish, work, plan, answers, connection), work.uri)
    return done if isinstance(done, CopydeskError) else done.draft
