"""Take an article through a chain of stages; results already in the store are looked up."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import replace

from copydesk.data import Draft
from copydesk.run.job import ArticleJob
from copydesk.stage import Stage
from copydesk.store import drafts
from copydesk.store.database import Connection
from copydesk.store.drafts import Result


def advance(
    job: ArticleJob,
    stages: Sequence[Stage],
    connection: Connection,
    shared: MutableMapping[str, Draft] | None = None,
) -> ArticleJob:
    """``work`` after ``stages``. What had to be computed is added to ``fresh``, for the commit at the end.

    Keys hang together: behind a result that is not in the store, no other is looked for. ``shared`` holds
    the drafts of the same article by stage, from its other targets; what this one adds is put there too.
    """
    draft, keys, fresh = job.draft, list(job.keys), list(job.fresh)
    done = {} if shared is None else shared
    for stage in stages:
        key = stage.key(keys[-1])
        known = None if fresh else drafts.get(connection, key)
        if known is None:
            after = (
                replace(done[stage.name], target=draft.target) if stage.name in done else stage.apply(draft)
            )
            fresh.append(Result.of(stage, key, draft, after))
            draft = after
        else:
            draft = replace(draft, **known)
        done.setdefault(stage.name, draft)
        keys.append(key)
    return replace(job, draft=draft, keys=tuple(keys), fresh=tuple(fresh))
