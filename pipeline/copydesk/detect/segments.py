"""The language of each segment, with its document as the prior."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from copydesk.data import Detection, Draft, Finding, Severity, Vote, primary
from copydesk.detect.options import DetectOptions, Panel, panel
from copydesk.detect.prior import evidence, weigh
from copydesk.detect.script import has_letters, script_of
from copydesk.detect.tags import configured, name_of

RULE = "segment-language"
_OUTSIDE = 0.95  # sure enough that a segment is in a language nobody configured


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided about one text; ``doubt`` is what an editor should know, empty where all is clear."""

    detection: Detection
    doubt: str = ""


def identify_segments(draft: Draft, options: DetectOptions) -> Draft:
    """The draft with ``languages`` set, one detection per segment, in order.

    The block's own hint (its ``lang``) or else the document's language is the prior, the stronger the less
    the segment says. A segment that leaves it needs the ranker to be sure and every other detector to agree;
    then its language is the new one and a finding ``segment-language`` tells so: a note where it is already
    in the target language, a warning otherwise. Where they are not sure enough, it keeps the document's
    language, with the same finding as a warning. Text in a language nobody configured has the language
    None and a warning. Text without letters has the language None, confidence 1, and no finding.
    """
    blocks = {block.id: block for block in draft.blocks}
    document = draft.document.language if draft.document else None
    texts = [segment.span.of(blocks[segment.block].text) for segment in draft.segments]
    hints = [configured(blocks[s.block].language, options.languages) or document for s in draft.segments]
    verdicts = judge(texts, hints, options)
    findings = [
        _finding(segment.id, segment.block, verdict, draft.target)
        for segment, verdict in zip(draft.segments, verdicts, strict=True)
        if verdict.doubt
    ]
    languages = tuple(verdict.detection for verdict in verdicts)
    return replace(draft, languages=languages, findings=(*draft.findings, *findings))


def judge(texts: list[str], expected: list[str | None], options: DetectOptions) -> list[Verdict]:
    """The verdict on each text, expected to be in the language at the same place (None: no expectation)."""
    if options.source is not None:
        return [_forced(text, options.source) for text in texts]
    judges = panel(options)
    distributions = judges.ranker.distributions(texts)
    return [
        _judge_one(text, prior, distribution, judges, options)
        for text, prior, distribution in zip(texts, expected, distributions, strict=True)
    ]


def _forced(text: str, source: str) -> Verdict:
    letters = has_letters(text)
    return Verdict(Detection(source if letters else None, 1.0, script_of(text)))


def _judge_one(
    text: str,
    expected: str | None,
    distribution: Mapping[str, float],
    judges: Panel,
    options: DetectOptions,
) -> Verdict:
    script = script_of(text)
    if script is None:
        return Verdict(Detection(None, 1.0))
    home = primary(expected) if expected else None
    weighed = weigh(distribution, home, evidence(text))
    best = max(weighed, key=weighed.__getitem__, default=None)
    confidence = weighed[best] if best is not None else 0.0
    vote = Vote(judges.ranker.name, best, confidence)
    if home is not None and best == home and script == "Latn":
        return Verdict(Detection(expected, confidence, script, (vote,)))
    return _judge_stranger(text, expected, vote, script, judges, options)


def _judge_stranger(
    text: str, expected: str | None, vote: Vote, script: str, judges: Panel, options: DetectOptions
) -> Verdict:
    """A text that does not look like its document, or whose document is unknown: ask everybody."""
    anywhere = judges.ranker.anywhere(text)
    outside = anywhere.language is not None and anywhere.language not in judges.ranker.languages
    if outside and (script != "Latn" or anywhere.confidence >= _OUTSIDE):
        detection = Detection(None, anywhere.confidence, script, (anywhere,))
        return Verdict(detection, f"looks like {name_of(anywhere.language)}, which is not configured")
    others = [v for member in judges.voters if member.name != vote.detector for v in member.vote([text])]
    votes = (vote, *others)
    agreed = all(v.language in (vote.language, None) for v in others)
    sure = vote.confidence >= options.confidence
    tag = configured(vote.language, options.languages)
    if (agreed and sure) or (expected is None and (agreed or sure)):
        same = expected is None or tag == expected
        doubt = "" if same else f"is in {name_of(tag)}, its article in {name_of(expected)}"
        return Verdict(Detection(tag, vote.confidence, script, votes), doubt)
    if expected is not None and vote.language == primary(expected):
        return Verdict(Detection(expected, vote.confidence, script, votes))
    words = ", ".join(f"{v.detector} says {name_of(v.language)} ({v.confidence:.2f})" for v in votes)
    taken = f"taken as {name_of(expected)} like its article" if expected else "left open"
    return Verdict(
        Detection(expected, 1.0 - vote.confidence, script, votes), f"is doubtful: {words}; {taken}"
    )


def _finding(segment: str, block: str, verdict: Verdict, target: str) -> Finding:
    language = verdict.detection.language
    at_home = language is not None and primary(language) == primary(target)
    severity = Severity.NOTE if at_home else Severity.WARNING
    return Finding(RULE, severity, f"the segment {verdict.doubt}", segment=segment, block=block)
