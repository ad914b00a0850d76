"""Articles asked for passage by passage, for an engine that reads what goes before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copydesk.data import Request, Translation
from copydesk.run.acceptance import AcceptanceCheck
from copydesk.run.events import Translated
from copydesk.run.job import ArticleJob
from copydesk.run.pool import Answers, answer
from copydesk.store.database import Connection
from copydesk.translate.passages import in_context, passages
from copydesk.translate.translator import Translator


def answer_in_order(
    window: list[ArticleJob],
    *,
    translator: Translator,
    acceptance: AcceptanceCheck,
    connection: Connection,
    batch: int,
    answers: Answers,
) -> Iterator[Translated]:
    """As ``pool.answer``, for whole articles; ``window`` then holds the requests with their context.

    Passage n of every article is asked for at once, then passage n + 1 with the translations that came. A
    request carries all that it shows the engine, so its key in the memory changes with any of it: a run that
    was interrupted, or is repeated, asks for nothing twice.
    """
    options = translator.options.chat
    groups = [passages(job.asked, options) for job in window]
    asked = [list(job.asked) for job in window]
    known = [
        {n: one.text for n, one in enumerate(job.asked) if isinstance(one, Translation)} for job in window
    ]
    for turn in range(max(map(len, groups), default=0)):
        wanted: list[tuple[int, dict[int, Request]]] = [
            (n, in_context(job.draft, job.asked, own[turn], known[n], options))
            for n, (job, own) in enumerate(zip(window, groups, strict=True))
            if turn < len(own)
        ]
        yield from answer(
            _all(requests for _, requests in wanted),
            translator=translator,
            acceptance=acceptance,
            connection=connection,
            batch=batch,
            answers=answers,
        )
        for n, requests in wanted:
            for place, request in requests.items():
                asked[n][place] = request
                if (candidate := answers.candidates.get(request)) is not None:
                    known[n][place] = candidate.text
    window[:] = [replace(job, asked=tuple(own)) for job, own in zip(window, asked, strict=True)]


def _all(several: Iterator[dict[int, Request]]) -> Iterator[Request]:
    for requests in several:
        yield from requests.values()
