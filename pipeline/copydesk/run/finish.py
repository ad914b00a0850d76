"""Fold the answers into an article and take it through the last stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from copydesk.data import Finding, Means, Request, Segment, Severity, Translation
from copydesk.errors import EngineError
from copydesk.run.advance import advance
from copydesk.run.job import ArticleJob
from copydesk.run.plan import Plan
from copydesk.run.pool import Answers
from copydesk.stage import content_key
from copydesk.store.database import Connection
from copydesk.translate.fold import fold, translated
from copydesk.translate.retry import Retried


def finish(job: ArticleJob, plan: Plan, answers: Answers, connection: Connection) -> ArticleJob:
    """The article with its translations, ledgers, findings and links.

    Raises:
        EngineError: if no engine serves the article's own pair, or none answered any of its requests.
    """
    requests = [asked for asked in job.asked if isinstance(asked, Request)]
    refused = {r: answers.refused[r] for r in requests if r in answers.refused}
    if refused and len(refused) == len(requests):
        raise next(iter(refused.values()))
    translating = replace(
        plan.translate,
        signature=content_key(
            plan.translate.signature,
            sorted((str(r.pair), answers.fingerprints[r.pair]) for r in set(requests)),
            sorted(r.text for r in refused),
            sorted((r.text, _tries(answers, r)) for r in set(requests) if _tries(answers, r)),
            job.human_digest,
            *([job.lent_digest] if job.lent_digest else []),
        ),
        apply=lambda draft: replace(
            fold(draft, _translations(job, answers)),
            findings=draft.findings + _held(job, refused) + _climbed(job, answers),
        ),
    )
    return advance(job, (translating, *plan.finish), connection)


def _translations(job: ArticleJob, answers: Answers) -> tuple[Translation, ...]:
    return tuple(
        _translation(segment, asked, answers)
        for segment, asked in zip(job.draft.segments, job.asked, strict=True)
    )


def _translation(segment: Segment, asked: Request | Translation, answers: Answers) -> Translation:
    if isinstance(asked, Translation):
        return asked
    candidate = answers.candidates.get(asked)
    if candidate is None:
        return Translation(segment.id, asked.text, Means.HELD, inlines=asked.inlines)
    retried = answers.retried[asked]
    return replace(translated(segment, candidate, retried.engine), steps=retried.steps)


def _held(job: ArticleJob, refused: Mapping[Request, EngineError]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            "held",
            Severity.ERROR,
            f"Not translated; the source text stands here: {refused[asked]}",
            segment=segment.id,
        )
        for segment, asked in zip(job.draft.segments, job.asked, strict=True)
        if isinstance(asked, Request) and asked in refused
    )


def _tries(answers: Answers, request: Request) -> list[tuple[str, str, bool]]:
    steps = answers.retried[request].steps if request in answers.retried else ()
    return [(step.way, step.engine, step.taken) for step in steps]


def _climbed(job: ArticleJob, answers: Answers) -> tuple[Finding, ...]:
    """One note for each segment that was translated in more than one way."""
    return tuple(
        Finding("retried", Severity.NOTE, _story(answers.retried[asked]), segment=segment.id)
        for segment, asked in zip(job.draft.segments, job.asked, strict=True)
        if isinstance(asked, Request) and asked in answers.retried and answers.retried[asked].steps
    )


def _story(retried: Retried) -> str:
    tries = "; ".join(f"{step.way}: {', '.join(step.failed) or 'passed'}" for step in retried.steps)
    taken = next(step.way for step in retried.steps if step.taken)
    return f"Translated more than once ({tries}); {taken} stands"
