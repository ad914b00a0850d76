"""What an editor should see in a segment: numbers, findings and repairs as marks on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.data import BlockRepair, Certainty, Draft, Edit, Entry, Finding, Inline, Segment, Span
from copydesk.formats.inlinecodes import nested
from copydesk.publish.markup import escape, marked_html, tags
from copydesk.text.superscripts import lowered

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
    text = lowered(text, inlines)
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
        element = "span" if entry.verdict.ok else "mark"
        yield mention.span, f'<{element} class="num {verdict}"{title}>', f"</{element}>"


def finding_wraps(findings: Iterable[Finding], *, target: bool) -> Iterator[Wrapped]:
    """The places that findings point at, underlined by severity."""
    for finding in findings:
        for span in finding.target if target else finding.source:
            yield span, f'<span class="at {finding.severity.value}">', "</span>"


def placed_repairs(edits: Iterable[Edit]) -> list[tuple[Span, Edit]]:
    """Each edit with its place in the repaired text: of the new text, or of what was left as it is."""
    moved = 0
    found = []
    for edit in sorted(edits, key=lambda edit: edit.span):
        start = edit.span.start + moved
        text = edit.before if edit.certainty is Certainty.UNKNOWN else edit.after
        found.append((Span(start, start + len(text)), edit))
        moved += len(text) - len(edit.before)
    return found


def repair_wraps(placed: Iterable[tuple[Span, Edit]], segment: Segment) -> Iterator[Wrapped]:
    """The repairs inside ``segment`` as deletions and insertions, the open ones as doubts."""
    for span, edit in placed:
        if not segment.span.contains(span):
            continue
        own, title = span.shift(-segment.span.start), f'title="{escape(edit.evidence)}"'
        if edit.certainty is Certainty.UNKNOWN:
            yield own, f'<span class="doubt" {title}>', "</span>"
        else:
            removed = f"<del>{escape(edit.before)}</del>" if edit.before else ""
            yield own, f"{removed}<ins {title}>", "</ins>"


def is_visible(edit: Edit) -> bool:
    """Whether the edit changes more than kinds of space."""
    return "".join(edit.before.split()) != "".join(edit.after.split())


def edit_wraps(edits: Iterable[Edit]) -> Iterator[Wrapped]:
    """What the desk wrote into a translation, quietly marked, with what stood there and why it went."""
    for span, edit in placed_repairs(edits):
        if len(span) and is_visible(edit):
            before = f"was \u201c{edit.before}\u201d: " if edit.before else ""
            yield span, f'<ins class="edited" title="{escape(before + edit.evidence)}">', "</ins>"


def repairs_in(placed: Iterable[tuple[Span, Edit]], segments: Sequence[Segment]) -> dict[str, list[Edit]]:
    """The repairs of a block by the segment they fall in; behind the last one counts as in it."""
    found: dict[str, list[Edit]] = defaultdict(list)
    for span, edit in placed:
        home = next((s.id for s in segments if span.start < s.span.end), segments[-1].id)
        found[home].append(edit)
    return found
