"""An article through the stages before translation, and what it then asks of the engines."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import replace

from copydesk.data import Draft
from copydesk.errors import InputError
from copydesk.run.advance import advance
from copydesk.run.human import human
from copydesk.run.plan import Plan
from copydesk.run.work import Work
from copydesk.store.database import Connection
from copydesk.translate.ask import ask


def with_requests(
    work: Work, plan: Plan, connection: Connection, shared: MutableMapping[str, Draft] | None = None
) -> Work:
    """``work`` prepared, with what it asks; ``shared`` holds the drafts of its other targets by stage.

    Raises:
        InputError: the language of the article cannot be told.
    """
    work = advance(work, plan.prepare, connection, shared)
    if work.draft.document is None or work.draft.document.language is None:
        raise InputError(f"{work.uri}: its language cannot be told", remedy="Name it with --from LANG")
    written = human(connection, work.draft)
    asked = ask(
        work.draft,
        plan.settings.translate,
        glossary=plan.glossary,
        human=written.translations,
        keep=plan.kept_roles,
    )
    return replace(work, asked=asked, human_digest=written.own, lent_digest=written.lent)
