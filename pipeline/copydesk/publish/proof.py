"""What an editor should see in a segment: numbers, findings and repairs as marks on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.data import Block, BlockRepair, Draft, Edit, Entry, Finding, Inline, Segment, Span
from copydesk.formats.inlinecodes import nested
from copydesk.publish.markup import escape, marked_html, tags
from copydesk.text.apply import applied

Wrapped = tuple[Span, str, str]
"""A span and the tags that go round it."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Per segment: its findings, worst first, its ledger entries; per block: the repairs of its text."""

    findings: dict[str | None, list[Finding]]
    block_findings: dict[str | None, list[Finding]]
    entries: dict[str, tuple[Entry, ...]]
    repairs: dict[str, tuple[Edit, ...]]

    @classmethod
    def of(cls, draft: Draft) -> Proof:
        """All that the draft's checks, ledgers and repairs say, by place."""
        known = {segment.id for segment in draft.segments}
        at_segment: dict[str | None, list[Finding]] = defaultdict(list)
        at_block: dict[str | None, list[Finding]] = defaultdict(list)
        for finding in sorted(draft.findings, key=lambda finding: -finding.severity.rank):
            if finding.segment in known:
                at_segment[finding.segment].append(finding)
            else:
                at_block[finding.block].append(finding)
        entries = {item.segment: item.ledger.entries for item in draft.ledgers}
        return cls(at_segment, at_block, entries, _by_block(draft.repairs))


def _by_block(repairs: Iterable[BlockRepair]) -> dict[str, tuple[Edit, ...]]:
    return {repair.block: repair.edits for repair in repairs if repair.edits}


def wrapped_html(text: str, inlines: Sequence[Inline], wraps: Iterable[Wrapped]) -> str:
    """``text`` with its own marks and ``wraps`` as elements."""
    around = [tags(inline.tag, inline.attributes) for inline in inlines]
    marks = [Inline(inline.span, f"{n}") for n, inline in enumerate(inlines)]
    for span, opening, closing in wraps:
        marks.append(Inline(span, f"{len(around)}"))
        around.append((opening, closing))
    if not marks:
        return marked_html(text, (), ())
    cut = nested(text, marks)
    return marked_html(text, cut, [around[int(mark.tag)] for mark in cut])


def number_wraps(entries: Iterable[Entry], *, target: bool) -> Iterator[Wrapped]:
    """Settled numbers quietly, the others loudly, each with its reason where it says more than "same"."""
    for entry in entries:
        mention = entry.target if target else entry.source
        if mention is None:
            continue
        verdict = entry.verdict.value
        title = f' title="{escape(f"{verdict}: {entry.reason}")}"' if verdict != "same" else ""
        element = "span" if entry.verdict.settled else "mark"
        yield mention.span, f'<{element} class="num {verdict}"{title}>', f"</{element}>"


def finding_wraps(findings: Iterable[Finding], *, target: bool) -> Iterator[Wrapped]:
    """The places that findings point at, underlined by severity."""
    for finding in findings:
        for span in finding.target if target else finding.source:
            yield span, f'<span class="at {finding.severity.value}">', "</span>"


def placed_repairs(edits: Iterable[Edit]) -> list[tuple[Span, Edit]]:
    """Each applied edit with the span of its new text in the repaired text."""
    moved = 0
    found = []
    for edit in applied(edits):
        start = edit.span.start + moved
        found.append((Span(start, start + len(edit.after)), edit))
        moved += len(edit.after) - len(edit.before)
    return found


def repair_wraps(placed: Iterable[tuple[Span, Edit]], segment: Segment) -> Iterator[Wrapped]:
    """The repairs inside ``segment`` as deletions and insertions, in segment coordinates."""
    for span, edit in placed:
        if segment.span.contains(span):
            removed = f"<del>{escape(edit.before)}</del>" if edit.before else ""
            title = escape(edit.evidence)
            yield span.shift(-segment.span.start), f'{removed}<ins title="{title}">', "</ins>"


def repairs_in(edits: Iterable[Edit], block: Block, segments: Sequence[Segment]) -> dict[str, list[Edit]]:
    """The repairs of ``block`` by the segment they fall in; open ones, which changed nothing, too."""
    found: dict[str, list[Edit]] = defaultdict(list)
    ordered = sorted(edits, key=lambda edit: edit.span)
    places = {edit: span for span, edit in placed_repairs(ordered)}
    moved = 0
    for edit in ordered:
        span = places.get(edit) or edit.span.shift(moved)
        if edit in places:
            moved += len(edit.after) - len(edit.before)
        home = next((s.id for s in segments if span.start < s.span.end), segments[-1].id if segments else "")
        found[home or block.id].append(edit)
    return found
