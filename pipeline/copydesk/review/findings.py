"""Findings as reviewers handle them: each with a mark that waivers name, and its fixes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.data import (
    Edit,
    Entry,
    Finding,
    Ledger,
    NumberKind,
    NumberMention,
    Severity,
    Span,
    Verdict,
)
from copydesk.numbers import compare, write
from copydesk.stage import content_key
from copydesk.store.review_log import Event

_FIGURES = re.compile(r"\d(?:[\d.,\u00a0\u202f\u2009 ]*\d)?")
_MOST = 9  # fixes are applied by the keys 1 to 9


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding about a segment, and who waived it, if anybody. ``mark`` names it while it stays the same."""

    mark: str
    finding: Finding
    waiver: Event | None = None

    @property
    def blocking(self) -> bool:
        """Whether the article cannot be approved while this stands."""
        return self.finding.severity is Severity.ERROR and self.waiver is None


@dataclass(frozen=True, slots=True)
class Fix:
    """A change of the target text that somebody may apply: ``text`` is the whole text after it."""

    mark: str
    before: str
    after: str
    why: str
    span: Span
    text: str


def mark_of(finding: Finding, target: str) -> str:
    """What names ``finding``: its rule, its words and the words it points at, not where they stand."""
    return content_key(finding.rule, finding.message, [span.of(target) for span in finding.target])[:12]


def fixes(
    target: str,
    languages: tuple[str, str],
    flags: Sequence[Flag],
    *,
    source: str,
    ledger: Ledger | None,
    guesses: Sequence[Edit] = (),
) -> tuple[Fix, ...]:
    """The fixes of a segment, at most nine: what findings suggest, and numbers set right by the source.

    ``languages`` are those of source and target. A number's fix is offered only if it settles the number;
    ``guesses`` are repairs of the source that nobody could prove, with their candidates.
    """
    found = [_suggested(flag, target) for flag in flags if flag.finding.fix and flag.waiver is None]
    if ledger is not None and not ledger.ok:
        found += _numbers(source, target, languages, ledger)
        found += _guessed(target, ledger, guesses)
    seen: dict[str, Fix] = {}
    for fix in found:
        seen.setdefault(fix.text, fix)
    return tuple(fix for text, fix in seen.items() if text != target)[:_MOST]


def _suggested(flag: Flag, target: str) -> Fix:
    edit = flag.finding.fix
    assert edit is not None
    return _fix(flag.mark, target, edit.span, edit.after, flag.finding.message)


def _fix(mark: str, target: str, span: Span, after: str, why: str) -> Fix:
    text = target[: span.start] + after + target[span.end :]
    return Fix(mark, span.of(target), after, why, span, text)


def _numbers(source: str, target: str, languages: tuple[str, str], ledger: Ledger) -> Iterator[Fix]:
    """A placeholder may stand for each number that the target lacks, the one it is paired with first."""
    unsettled = _unsettled(ledger)
    lacking = [entry.source for entry in ledger.entries if entry.source and not entry.verdict.ok]
    for entry in ledger.entries:
        if entry.verdict.ok or entry.target is None:
            continue
        is_hole = entry.target.kind is NumberKind.PLACEHOLDER
        first = [entry.source] if entry.source else []
        for mention in dict.fromkeys([*first, *lacking] if is_hole else first):
            mark = f"number-{mention.id}" + ("" if mention is entry.source else f"-at-{entry.target.id}")
            for after in _candidates(mention, entry, languages[1]):
                fix = _fix(mark, target, entry.target.span, after, "As in the source")
                if _unsettled(compare(source, fix.text, *languages)) < unsettled:
                    yield fix
                    break


def _guessed(target: str, ledger: Ledger, guesses: Sequence[Edit]) -> Iterator[Fix]:
    """What may have stood where the source itself has a placeholder that nobody could prove."""
    holes = [e for e in ledger.entries if e.source and e.target and e.target.kind is NumberKind.PLACEHOLDER]
    unnamed = [entry for entry in holes if entry.source is not None and entry.source.value is None]
    for place, (entry, guess) in enumerate(zip(unnamed, guesses, strict=False)):
        assert entry.target is not None
        for after in guess.candidates:
            yield _fix(
                f"guess-{place}-{after}", target, entry.target.span, after, f"Not proved: {guess.evidence}"
            )


def _candidates(mention: NumberMention, entry: Entry, language: str) -> Iterator[str]:
    """Ways to write the source's number in the target: its figures in the words that stand there, first."""
    assert entry.target is not None
    if mention.value is not None and entry.verdict is not Verdict.INVENTED:
        written = write(mention.value, mention.kind, language)
        figures = _FIGURES.findall(written)
        if len(figures) == 1 and entry.target.kind is NumberKind.PLACEHOLDER:
            yield figures[0]
        elif len(figures) == len(_FIGURES.findall(entry.target.surface)) == 1:
            yield _FIGURES.sub(figures[0], entry.target.surface)
        yield written
    yield mention.surface


def _unsettled(ledger: Ledger) -> int:
    return sum(not entry.verdict.ok for entry in ledger.entries)
