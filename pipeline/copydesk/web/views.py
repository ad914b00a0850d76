"""What the templates are given: rows of the store and parts of drafts as finished pieces of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from copydesk.data import Certainty, Edit
from copydesk.languages import facts
from copydesk.publish.language import direction
from copydesk.review.current import Part
from copydesk.review.findings import Fix, Flag, fixes
from copydesk.review.matches import Match
from copydesk.review.states import State
from copydesk.review.tagged import to_tagged
from copydesk.review.worddiff import word_diff
from copydesk.store.review_log import Event
from copydesk.store.reviews import ArticleRow, SegmentRow
from copydesk.store.unsaved import Unsaved
from copydesk.web.marked import (
    LONGEST,
    diff_markup,
    finding_wraps,
    marked_markup,
    number_wraps,
    text_markup,
)

_LINE = 300
_LABELS = {"caption": "Caption", "teaser": "Related article", "furniture": "Page furniture"}


@dataclass(frozen=True, slots=True)
class Side:
    """A language as attributes and in words."""

    code: str
    direction: str
    name: str

    @classmethod
    def of(cls, code: str) -> Side:
        """The side of a BCP 47 tag."""
        return cls(code, direction(code), facts(code).name)


@dataclass(frozen=True, slots=True)
class FlagView:
    """A finding: severity, rule and message in words, its mark, and who waived it."""

    mark: str
    severity: str
    rule: str
    message: Markup
    blocking: bool
    waiver: Event | None


@dataclass(frozen=True, slots=True)
class FixView:
    """A fix: its place on the keyboard, what it changes and why."""

    key: int
    mark: str
    before: Markup
    after: Markup
    why: str


@dataclass(frozen=True, slots=True)
class RepairView:
    """A repair of the source text, with its proof."""

    before: Markup
    after: Markup
    evidence: str
    certainty: str
    candidates: str = ""

    @property
    def open(self) -> bool:
        """Whether nobody knows what stood there, so that nothing was changed."""
        return self.certainty == Certainty.UNKNOWN


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A segment as a row of the article's page."""

    row: SegmentRow
    label: str
    source: Markup
    target: Markup
    source_side: Side
    target_side: Side
    flags: tuple[FlagView, ...]
    fixes: tuple[FixView, ...]
    repairs: tuple[RepairView, ...]
    changed: Markup | None
    stale: Markup | None
    numbers: tuple[tuple[str, str, str], ...]
    comments: tuple[Event, ...]
    undoable: bool
    too_long: bool
    means: str
    typed: bool


@dataclass(frozen=True, slots=True)
class OpenView:
    """What the opened segment has beside its row: the text field, its tags, history and memory.

    ``typed`` is what the person has typed before and not saved; ``overtaken`` whether somebody saved
    another text since it was begun.
    """

    text: str
    typed: str
    overtaken: bool
    tags: tuple[str, ...]
    history: tuple[Event, ...]
    matches: tuple[tuple[int, Match, Markup], ...]


def segment_view(row: SegmentRow, part: Part, typed: Unsaved | None = None) -> SegmentView:
    """The row's view; ``typed`` is what the person has not saved in it."""
    entries = part.ledger.entries if part.ledger else ()
    findings = [flag.finding for flag in part.flags if flag.waiver is None]
    source_wraps = [*number_wraps(entries, target=False), *finding_wraps(findings, target=False)]
    target_wraps = [*number_wraps(entries, target=True), *finding_wraps(findings, target=True)]
    edited = row.machine != row.target and bool(row.machine)
    return SegmentView(
        row=row,
        label=_LABELS.get(row.role, ""),
        source=marked_markup(part.source.text, part.source.inlines, source_wraps),
        target=marked_markup(part.translation.text, part.translation.inlines, target_wraps),
        source_side=Side.of(part.languages[0]),
        target_side=Side.of(part.languages[1]),
        flags=tuple(_flag(flag) for flag in part.flags),
        fixes=tuple(_fix(number, fix) for number, fix in enumerate(part_fixes(part), 1)),
        repairs=tuple(_repair(edit) for edit in part.repairs),
        changed=diff_markup(word_diff(row.machine[:LONGEST], row.target[:LONGEST])) if edited else None,
        stale=diff_markup(word_diff(row.stale[:LONGEST], row.source[:LONGEST])) if row.stale else None,
        numbers=tuple(
            (
                entry.source.surface if entry.source else "–",
                entry.target.surface if entry.target else "–",
                entry.verdict.value,
            )
            for entry in entries
        ),
        comments=part.status.comments,
        undoable=bool(part.status.undoable),
        too_long=len(row.target) > LONGEST or len(row.source) > LONGEST,
        means=part.translation.means.value,
        typed=typed is not None,
    )


def part_fixes(part: Part) -> tuple[Fix, ...]:
    """The fixes offered for ``part``."""
    if len(part.translation.text) > LONGEST:
        return ()
    return fixes(
        part.translation.text,
        part.languages,
        part.flags,
        source=part.source.text,
        ledger=part.ledger,
        guesses=part.guesses,
    )


def open_view(part: Part, matches: Iterable[Match], typed: Unsaved | None = None) -> OpenView:
    """What is shown of ``part`` when it is opened; ``typed`` is what the person has not saved."""
    text, marks = to_tagged(part.translation.text, part.translation.inlines or part.source.inlines)
    if not part.translation.inlines:
        text, marks = part.translation.text, to_tagged(part.source.text, part.source.inlines)[1]
    return OpenView(
        text=text,
        typed=typed.text if typed else "",
        overtaken=typed is not None and typed.base != part.translation.text,
        tags=tuple(f"<{n}> {mark.tag}" for n, mark in enumerate(marks, 1)),
        history=tuple(reversed(part.status.history)),
        matches=tuple(
            (key, match, diff_markup(word_diff(match.source, part.source.text)))
            for key, match in enumerate(matches, len(part_fixes(part)) + 1)
        ),
    )


def progress(row: ArticleRow) -> int:
    """Per cent of the article's words that are approved."""
    return round(100 * (row.words - row.open_words) / row.words) if row.words else 100


def shown(text: str) -> Markup:
    """A title, name or remark in a line: control characters as their names, no longer than a headline."""
    return text_markup(text if len(text) <= _LINE else f"{text[:_LINE].rstrip()}…")


def state_word(state: str) -> str:
    """A state in a word, for people."""
    return {"machine": "machine draft"}.get(state, State(state).value)


def _flag(flag: Flag) -> FlagView:
    finding = flag.finding
    return FlagView(
        flag.mark,
        finding.severity.value,
        finding.rule,
        text_markup(finding.message),
        flag.blocking,
        flag.waiver,
    )


def _fix(key: int, fix: Fix) -> FixView:
    return FixView(key, fix.mark, text_markup(fix.before), text_markup(fix.after), fix.why)


def _repair(edit: Edit) -> RepairView:
    return RepairView(
        text_markup(edit.before),
        text_markup(edit.after),
        edit.evidence,
        edit.certainty.value,
        ", ".join(edit.candidates),
    )
