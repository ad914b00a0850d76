"""An article through the stages before translation, and what it then asks of the engines."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import replace

from copydesk.data import Draft
from copydesk.errors import InputError
from copydesk.run.advance import advance
from copydesk.run.human import human
from copydesk.run.job import ArticleJob
from copydesk.run.plan import Plan
from copydesk.store.database import Connection
from copydesk.translate.ask import ask


def with_requests(
    job: ArticleJob, plan: Plan, connection: Connection, shared: MutableMapping[str, Draft] | None = None
) -> ArticleJob:
    """``work`` prepared, with what it asks; ``shared`` holds the drafts of its other targets by stage.

    Raises:
        InputError: the language of the article cannot be told.
    """
    job = advance(job, plan.prepare, connection, shared)
    if job.draft.document is None or job.draft.document.language is None:
        raise InputError(f"{job.uri}: its language cannot be told", remedy="Name it with --from LANG")
    written = human(connection, job.draft)
    asked = ask(
        job.draft,
        plan.settings.translate,
        glossary=plan.glossary,
        human=written.translations,
        keep=plan.kept_roles,
    )
    return replace(job, asked=asked, human_digest=written.own, lent_digest=written.lent)
