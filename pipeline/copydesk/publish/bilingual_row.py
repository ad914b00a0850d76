"""One paragraph of the bilingual page: source, target and the notes in the margin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.data import Block, BlockRole, Edit, Finding, Means, Segment, Translation
from copydesk.publish.margin import LINKED, finding_note, segment_notes
from copydesk.publish.markup import escape, text_html
from copydesk.publish.proof import (
    Proof,
    edit_wraps,
    finding_wraps,
    number_wraps,
    placed_repairs,
    repair_wraps,
    repairs_in,
    wrapped_html,
)
from copydesk.text.assemble import segment_inlines

_ELEMENTS = {BlockRole.HEADLINE: "h2", BlockRole.HEADING: "h3", BlockRole.QUOTE: "blockquote"}
_LABELS = {
    BlockRole.CAPTION: "Caption",
    BlockRole.TEASER: "Related article",
    BlockRole.FURNITURE: "Page furniture",
    BlockRole.ALT: "Text of a picture or film",
    BlockRole.DESCRIPTION: "Description for search and previews",
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
    notes = [
        list(segment_notes(translation, proof.findings.get(segment.id, ()), repairs, place=place))
        for place, (segment, translation, repairs) in enumerate(_with_repairs(row, proof))
    ]
    own = [finding_note(finding) for finding in proof.block_findings.get(block.id, ())]
    margin = "".join([*own, *(note for some in notes for note in some)])
    margin = f'<ul class="notes" aria-label="Notes">\n{margin}</ul>\n' if margin else ""
    label = f'<p class="label">{_LABELS[block.role]}</p>\n' if block.role in _LABELS else ""
    element = _ELEMENTS.get(block.role, "p")
    target = _target(row, proof, languages, noted=[bool(some) for some in notes])
    return (
        f'<section class="{" ".join(_classes(row, proof))}" id="{escape(block.id)}">\n'
        f'{label}<{element} class="side source" {languages.source}>{_source(row, proof)}</{element}>\n'
        f'<{element} class="side target" {languages.target}>{target}</{element}>\n'
        f"{margin}</section>\n"
    )


def _with_repairs(row: Row, proof: Proof) -> Iterator[tuple[Segment, Translation, list[Edit]]]:
    edits = proof.repairs.get(row.block.id, ())
    repairs = repairs_in(placed_repairs(edits), row.segments) if edits else {}
    for segment, translation in zip(row.segments, row.translations, strict=True):
        yield segment, translation, repairs.get(segment.id, [])


def _source(row: Row, proof: Proof) -> str:
    block = row.block
    placed = placed_repairs(proof.repairs.get(block.id, ()))
    pieces = []
    position = 0
    for place, segment in enumerate(row.segments):
        wraps = [
            *repair_wraps(placed, segment),
            *number_wraps(proof.entries.get(segment.id, ()), target=False),
            *finding_wraps(proof.findings.get(segment.id, ()), target=False),
        ]
        inner = wrapped_html(segment.span.of(block.text), segment_inlines(block, segment), wraps)
        gap = text_html(block.text[position : segment.span.start])
        pieces.append(f'{gap}<span class="s n{place % LINKED}" tabindex="-1">{inner}</span>')
        position = segment.span.end
    return "".join([*pieces, text_html(block.text[position:])])


def _target(row: Row, proof: Proof, languages: Languages, *, noted: list[bool]) -> str:
    block = row.block
    pieces = []
    position = 0
    for place, (segment, translation) in enumerate(zip(row.segments, row.translations, strict=True)):
        findings = proof.findings.get(segment.id, ())
        wraps = [
            *edit_wraps(translation.edits),
            *number_wraps(proof.entries.get(segment.id, ()), target=True),
            *finding_wraps(findings, target=True),
        ]
        inner = wrapped_html(translation.text, translation.inlines, wraps)
        reference = f'<sup class="ref">{place + 1}</sup>' if noted[place] and len(noted) > 1 else ""
        gap = text_html(block.text[position : segment.span.start])
        attributes = _target_attributes(translation, place, findings=bool(findings), source=languages.source)
        pieces.append(f"{gap}<span {attributes}>{inner}{reference}</span>")
        position = segment.span.end
    return "".join([*pieces, text_html(block.text[position:])])


def _target_attributes(translation: Translation, place: int, *, findings: bool, source: str) -> str:
    name = escape(translation.segment)
    described = f' aria-describedby="{name}.f0"' if findings else ""
    language = f" {source}" if translation.means is Means.HELD else ""
    means = translation.means.value
    return f'class="s n{place % LINKED} {means}" id="{name}" tabindex="0"{language}{described}'


def _classes(row: Row, proof: Proof) -> Iterator[str]:
    yield "row"
    yield row.block.role.value
    findings: list[Finding] = [f for segment in row.segments for f in proof.findings.get(segment.id, ())]
    findings += proof.block_findings.get(row.block.id, ())
    if findings:
        yield "flagged"
        yield f"worst-{max(findings, key=lambda finding: finding.severity.rank).severity.value}"
    if len(row.segments) == 1:
        yield "single"
    if row.block.role is BlockRole.LIST_ITEM:
        yield f"level-{min(max(row.block.level, 1), 4)}"
