"""One paragraph of the bilingual page: source, target and the notes in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.data import Block, BlockRole, Certainty, Edit, Finding, Means, Segment, Severity, Translation
from copydesk.publish.markup import escape, text_html
from copydesk.publish.proof import (
    Proof,
    finding_wraps,
    number_wraps,
    placed_repairs,
    repair_wraps,
    repairs_in,
    wrapped_html,
)
from copydesk.text.assemble import segment_inlines

LINKED = 40
"""The style sheet links this many segments of a paragraph to their translations; later ones start over."""

_ELEMENTS = {BlockRole.HEADLINE: "h2", BlockRole.HEADING: "h3", BlockRole.QUOTE: "blockquote"}
_LABELS = {
    BlockRole.CAPTION: "Caption",
    BlockRole.TEASER: "Related article",
    BlockRole.FURNITURE: "Page furniture",
}


@dataclass(frozen=True, slots=True)
class Languages:
    """The ``lang`` and ``dir`` attributes of both sides."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Row:
    """A block, its segments and their translations, in order."""

    block: Block
    segments: tuple[Segment, ...]
    translations: tuple[Translation, ...]


def row_html(row: Row, proof: Proof, languages: Languages) -> str:
    """The paragraph as a section of the page."""
    block = row.block
    edits = proof.repairs.get(block.id, ())
    notes = list(_notes(row, proof, edits))
    label = _LABELS.get(block.role, "")
    element = _ELEMENTS.get(block.role, "p")
    classes = " ".join(["row", block.role.value, *_flags(row, proof, edits)])
    tag = f'<p class="label">{label}</p>\n' if label else ""
    margin = f'<ul class="notes" aria-label="Notes">\n{"".join(notes)}</ul>\n' if notes else ""
    return (
        f'<section class="{classes}" id="{escape(block.id)}">\n'
        f'{tag}<{element} class="side source" {languages.source}>{_source(row, proof, edits)}</{element}>\n'
        f'<{element} class="side target" {languages.target}>{_target(row, proof, languages)}</{element}>\n'
        f"{margin}</section>\n"
    )


def _source(row: Row, proof: Proof, edits: Iterable[Edit]) -> str:
    block = row.block
    placed = placed_repairs(edits)
    pieces = []
    position = 0
    for number, segment in enumerate(row.segments):
        pieces.append(text_html(block.text[position : segment.span.start]))
        wraps = [
            *number_wraps(proof.entries.get(segment.id, ()), target=False),
            *repair_wraps(placed, segment),
            *finding_wraps(proof.findings.get(segment.id, ()), target=False),
        ]
        inner = wrapped_html(segment.span.of(block.text), segment_inlines(block, segment), wraps)
        pieces.append(f'<span class="s n{number % LINKED}" tabindex="-1">{inner}</span>')
        position = segment.span.end
    return "".join([*pieces, text_html(block.text[position:])])


def _target(row: Row, proof: Proof, languages: Languages) -> str:
    block = row.block
    pieces = []
    position = 0
    for number, (segment, translation) in enumerate(zip(row.segments, row.translations, strict=True)):
        pieces.append(text_html(block.text[position : segment.span.start]))
        findings = proof.findings.get(segment.id, ())
        wraps = [
            *number_wraps(proof.entries.get(segment.id, ()), target=True),
            *finding_wraps(findings, target=True),
        ]
        inner = wrapped_html(translation.text, translation.inlines, wraps)
        held = translation.means is Means.HELD
        classes = f"s n{number % LINKED} {translation.means.value}"
        described = f' aria-describedby="{escape(segment.id)}.f0"' if findings else ""
        language = f" {languages.source}" if held else ""
        reference = f'<sup class="ref">{number + 1}</sup>' if findings else ""
        pieces.append(
            f'<span class="{classes}" id="{escape(segment.id)}" tabindex="0"{language}{described}>'
            f"{inner}{reference}</span>"
        )
        position = segment.span.end
    return "".join([*pieces, text_html(block.text[position:])])


def _flags(row: Row, proof: Proof, edits: Sequence[Edit]) -> Iterator[str]:
    ids: list[str | None] = [segment.id for segment in row.segments]
    findings = [f for name in ids for f in proof.findings.get(name, ())]
    findings += proof.block_findings.get(row.block.id, ())
    if findings:
        yield "flagged"
        yield f"worst-{max(findings, key=lambda f: f.severity.rank).severity.value}"
    if edits:
        yield "repaired"
    if row.block.role is BlockRole.LIST_ITEM:
        yield f"level-{min(max(row.block.level, 1), 4)}"


def _notes(row: Row, proof: Proof, edits: Iterable[Edit]) -> Iterator[str]:
    for finding in proof.block_findings.get(row.block.id, ()):
        yield finding_html(finding)
    repairs = repairs_in(edits, row.block, row.segments)
    for number, (segment, translation) in enumerate(zip(row.segments, row.translations, strict=True)):
        findings = proof.findings.get(segment.id, ())
        for order, finding in enumerate(findings):
            yield finding_html(finding, place=number, id_=f"{segment.id}.f{order}")
        for edit in repairs.get(segment.id, ()):
            yield _repair(edit, number)
        visible = [edit for edit in translation.edits if "".join(edit.before.split()) != _bare(edit.after)]
        if visible:
            yield _fixes(visible, number)
        if translation.means is Means.HUMAN:
            yield _note("human", "Edited", "by a person; the desk leaves it alone", place=number)
    for edit in repairs.get(row.block.id, ()):
        yield _repair(edit, None)


def finding_html(finding: Finding, *, place: int | None = None, id_: str = "") -> str:
    """A finding as a list item: severity in words, message, suggested fix, rule."""
    fix = ""
    if finding.fix:
        fix = (
            f' <span class="fix">Suggested: <del>{text_html(finding.fix.before)}</del>'
            f" <ins>{text_html(finding.fix.after)}</ins></span>"
        )
    body = f'{text_html(finding.message)}{fix} <span class="rule">{text_html(finding.rule)}</span>'
    return _note(finding.severity.value, _WORDS[finding.severity], body, place=place, id_=id_)


_WORDS = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.NOTE: "Note"}


def _repair(edit: Edit, place: int | None) -> str:
    rule = f'<span class="rule">{text_html(edit.rule)}</span>'
    if edit.certainty is Certainty.UNKNOWN:
        guesses = f" Could be {text_html(', '.join(edit.candidates))}." if edit.candidates else ""
        body = f'<b class="surface">{text_html(edit.before)}</b> {text_html(edit.evidence)}.{guesses} {rule}'
        return _note("open", "Unresolved", body, place=place)
    change = f"<del>{text_html(edit.before)}</del> <ins>{text_html(edit.after)}</ins>"
    word = "Repaired" if edit.certainty is Certainty.CERTAIN else "Repaired, likely"
    return _note("repair", word, f"{change} {text_html(edit.evidence)} {rule}", place=place)


def _fixes(edits: Sequence[Edit], place: int) -> str:
    items = "".join(
        f"<li><del>{text_html(e.before)}</del> <ins>{text_html(e.after)}</ins> {text_html(e.evidence)}</li>"
        for e in edits
    )
    count = f"{len(edits)} automatic fix{'es' if len(edits) > 1 else ''}"
    return (
        f'<li class="note quiet n{place % LINKED}"><details><summary>{count}</summary>'
        f"<ul>{items}</ul></details></li>\n"
    )


def _note(kind: str, word: str, body: str, *, place: int | None, id_: str = "") -> str:
    linked = f" n{place % LINKED}" if place is not None else ""
    name = f' id="{escape(id_)}"' if id_ else ""
    number = f'<span class="ref">{place + 1}</span> ' if place is not None else ""
    return f'<li class="note {kind}{linked}"{name}>{number}<b class="word">{word}</b> {body}</li>\n'


def _bare(text: str) -> str:
    return "".join(text.split())
