"""The language of an article: every detector votes, and the desk may say that it does not know."""

from __future__ import annotations

from dataclasses import replace

from copydesk.data import BlockRole, Detection, Draft, Finding, Severity, Vote, primary
from copydesk.detect.options import DetectOptions, Panel, panel
from copydesk.detect.sample import sample
from copydesk.detect.script import has_letters, script_of
from copydesk.detect.tags import configured, name_of

_OUTSIDE = 0.95  # sure enough that the article is in a language nobody configured
_GLANCE = 400  # characters that tell whether an article is in such a language at all


def identify(draft: Draft, options: DetectOptions) -> Draft:
    """The draft with ``document`` set from the text of all blocks but furniture.

    Agreement gives the language; of two disagreeing votes the one ahead by ``margin`` wins, else the page's
    own hint settles it (finding ``language-disagreement``, a note), else the language is None and the same
    finding is an error. An article in a language that is not configured gets None and the error
    ``language-unknown``. An article without letters has no language, and that is no fault.
    """
    text = story(draft)
    detection, finding = decide(text, draft.article.language, options)
    read = (*draft.article.findings, *draft.findings)
    findings = read if finding is None else (*read, finding)
    return replace(draft, document=detection, findings=findings)


def story(draft: Draft) -> str:
    """The working text of all blocks that are not furniture, a line each."""
    return "\n".join(block.text for block in draft.blocks if block.role is not BlockRole.FURNITURE)


def decide(text: str, hint: str | None, options: DetectOptions) -> tuple[Detection, Finding | None]:
    """The language of ``text`` whose page claims to be in ``hint``, and what an editor should know."""
    if not has_letters(text):
        return Detection(None, 1.0), None
    part = sample(text, options.sample_chars)
    script = script_of(part) or script_of(text)
    if options.source is not None:
        return Detection(options.source, 1.0, script), None
    judges = panel(options)
    outside = _outside(sample(text, _GLANCE), script, judges)
    if outside is not None:
        return Detection(None, outside.confidence, script, (outside,)), _unknown(outside)
    votes = tuple(vote for voter in judges.voters for vote in voter.vote([part]))
    language, confidence, finding = _count(votes, hint, judges, options)
    tag = configured(language, options.languages)
    return Detection(tag, confidence, script, votes), finding


def _outside(text: str, script: str | None, judges: Panel) -> Vote | None:
    """A vote for a language nobody configured, if one is sure or no configured one uses the script."""
    vote = judges.ranker.anywhere(text)
    if vote.language is None or vote.language in judges.ranker.languages:
        return None
    foreign = script not in (None, "Latn", "Zyyy")
    return vote if foreign or vote.confidence >= _OUTSIDE else None


def _count(
    votes: tuple[Vote, ...], hint: str | None, judges: Panel, options: DetectOptions
) -> tuple[str | None, float, Finding | None]:
    cast = _competent(votes, judges)
    if not cast:
        return None, 0.0, _finding("language-unknown", "no detector can tell the language", Severity.ERROR)
    first = max(cast, key=lambda vote: vote.confidence)
    rivals = [vote for vote in cast if vote.language != first.language]
    if not rivals:
        return first.language, sum(v.confidence for v in cast) / len(cast), None
    second = max(rivals, key=lambda vote: vote.confidence)
    if first.confidence - second.confidence >= options.margin:
        return first.language, first.confidence - second.confidence, None
    words = " and ".join(f"{v.detector} says {name_of(v.language)} ({v.confidence:.2f})" for v in cast)
    for vote in (first, second):
        if hint and vote.language == primary(hint):
            message = f"{words}; the page says {name_of(vote.language)}, which is taken"
            return (
                vote.language,
                vote.confidence,
                _finding("language-disagreement", message, Severity.NOTE),
            )
    return None, 0.0, _finding("language-disagreement", words, Severity.ERROR)


def _competent(votes: tuple[Vote, ...], judges: Panel) -> list[Vote]:
    """The votes that count: a detector that does not know a rival's language cannot contradict it."""
    known = {voter.name: voter.languages for voter in judges.voters}
    cast = [vote for vote in votes if vote.language is not None]
    named = {vote.language for vote in cast}
    able = [vote for vote in cast if named <= known[vote.detector]]
    return able or cast


def _unknown(vote: Vote) -> Finding:
    message = (
        f"the text looks like {name_of(vote.language)} ({vote.detector}, {vote.confidence:.2f}), "
        "which is not among the configured languages"
    )
    return _finding("language-unknown", message, Severity.ERROR)


def _finding(rule: str, message: str, severity: Severity) -> Finding:
    return Finding(rule, severity, message)
