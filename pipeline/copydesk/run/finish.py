"""Fold the answers into an article and take it through the last stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from copydesk.data import Finding, Means, Request, Segment, Severity, Translation
from copydesk.errors import EngineError
from copydesk.run.advance import advance
from copydesk.run.plan import Plan
from copydesk.run.pool import Answers
from copydesk.run.work import Work
from copydesk.stage import content_key
from copydesk.store.database import Connection
from copydesk.translate.fold import fold, translated
from copydesk.translate.ladder import Climbed


def finish(work: Work, plan: Plan, answers: Answers, connection: Connection) -> Work:
    """The article with its translations, ledgers, findings and links.

    Raises:
        EngineError: if no engine serves the article's own pair, or none answered any of its requests.
    """
    requests = [asked for asked in work.asked if isinstance(asked, Request)]
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
            work.human_digest,
            *([work.lent_digest] if work.lent_digest else []),
        ),
        apply=lambda draft: replace(
            fold(draft, _translations(work, answers)),
            findings=draft.findings + _held(work, refused) + _climbed(work, answers),
        ),
    )
    return advance(work, (translating, *plan.finish), connection)


def _translations(work: Work, answers: Answers) -> tuple[Translation, ...]:
    return tuple(
        _translation(segment, asked, answers)
        for segment, asked in zip(work.draft.segments, work.asked, strict=True)
    )


def _translation(segment: Segment, asked: Request | Translation, answers: Answers) -> Translation:
    if isinstance(asked, Translation):
        return asked
    candidate = answers.candidates.get(asked)
    if candidate is None:
        return Translation(segment.id, asked.text, Means.HELD, inlines=asked.inlines)
    climbed = answers.climbed[asked]
    return replace(translated(segment, candidate, climbed.engine), steps=climbed.steps)


def _held(work: Work, refused: Mapping[Request, EngineError]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            "held",
            Severity.ERROR,
            f"Not translated; the source text stands here: {refused[asked]}",
            segment=segment.id,
        )
        for segment, asked in zip(work.draft.segments, work.asked, strict=True)
        if isinstance(asked, Request) and asked in refused
    )


def _tries(answers: Answers, request: Request) -> list[tuple[str, str, bool]]:
    steps = answers.climbed[request].steps if request in answers.climbed else ()
    return [(step.way, step.engine, step.taken) for step in steps]


def _climbed(work: Work, answers: Answers) -> tuple[Finding, ...]:
    """One note for each segment that was translated in more than one way."""
    return tuple(
        Finding("ladder", Severity.NOTE, _story(answers.climbed[asked]), segment=segment.id)
        for segment, asked in zip(work.draft.segments, work.asked, strict=True)
        if isinstance(asked, Request) and asked in answers.climbed and answers.climbed[asked].steps
    )


def _story(climbed: Climbed) -> str:
    tries = "; ".join(f"{step.way}: {', '.join(step.failed) or 'passed'}" for step in climbed.steps)
    taken = next(step.way for step in climbed.steps if step.taken)
    return f"Translated more than once ({tries}); {taken} stands"
