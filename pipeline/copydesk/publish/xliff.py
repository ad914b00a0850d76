"""XLIFF files of an edition, for translation tools."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from copydesk.data import Block, Draft, Edition, Finding, Means, Segment, Severity, Translation
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Marked, Note, Unit
from copydesk.formats.inlinecodes import nested
from copydesk.formats.xliff2 import write_xliff2
from copydesk.formats.xliff12 import write_xliff12
from copydesk.publish.language import source_language
from copydesk.text.assemble import segment_inlines

_STATES = {
    Means.MACHINE: ExchangeState.TRANSLATED,
    Means.COPIED: ExchangeState.TRANSLATED,
    Means.HUMAN: ExchangeState.FINAL,
    Means.HELD: ExchangeState.INITIAL,
}
_PRIORITIES = {Severity.ERROR: 1, Severity.WARNING: 4, Severity.NOTE: 8}


class Xliff2Publisher:
    """Writes ``article.xlf``, XLIFF 2.1."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """The file; none if the edition has no text, for XLIFF knows no empty file."""
        if edition.draft.segments:
            yield "article.xlf", write_xliff2(to_exchange(edition))


class Xliff12Publisher:
    """Writes ``article.12.xlf``, XLIFF 1.2."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """The file; none if the edition has no text."""
        if edition.draft.segments:
            yield "article.12.xlf", write_xliff12(to_exchange(edition))


def to_exchange(edition: Edition) -> Exchange:
    """The edition as translation tools see it.

    A unit for each block with segments. A machine's segment is ``translated``, a person's ``final``, one
    that no engine could translate ``initial`` and without target. Findings are notes, their rule the
    category; provenance is notes of the file.
    """
    draft = edition.draft
    segments: dict[str, list[Segment]] = defaultdict(list)
    for segment in draft.segments:
        segments[segment.block].append(segment)
    translations = {translation.segment: translation for translation in draft.translations}
    notes = _finding_notes(draft)
    return Exchange(
        original=draft.article.id,
        source_language=source_language(draft),
        target_language=draft.target,
        units=tuple(
            _unit(block, segments[block.id], translations, notes=notes.get(block.id, ()))
            for block in draft.blocks
            if block.id in segments
        ),
        notes=(*_provenance(edition), *notes.get(None, ())),
    )


def _unit(
    block: Block, segments: list[Segment], translations: Mapping[str, Translation], *, notes: Iterable[Note]
) -> Unit:
    ends = [*(following.span.start for following in segments[1:]), len(block.text)]
    return Unit(
        id=block.id,
        segments=tuple(
            _segment(block, segment, translations[segment.id], gap=block.text[segment.span.end : end])
            for segment, end in zip(segments, ends, strict=True)
        ),
        kind=block.role.value,
        notes=tuple(notes),
    )


def _segment(block: Block, segment: Segment, translation: Translation, *, gap: str) -> ExchangeSegment:
    source = segment.span.of(block.text)
    held = translation.means is Means.HELD
    inlines = nested(translation.text, translation.inlines)
    return ExchangeSegment(
        id=segment.id,
        source=Marked(source, nested(source, segment_inlines(block, segment))),
        target=None if held else Marked(translation.text, inlines),
        state=_STATES[translation.means],
        means=translation.means,
        gap=gap,
    )


def _finding_notes(draft: Draft) -> dict[str | None, list[Note]]:
    blocks = {segment.id: segment.block for segment in draft.segments}
    published = set(blocks.values())
    notes: dict[str | None, list[Note]] = defaultdict(list)
    for finding in draft.findings:
        block = blocks.get(finding.segment or "") or finding.block
        at_segment = finding.segment if finding.segment in blocks else None
        notes[block if block in published else None].append(_note(finding, at_segment))
    return notes


def _note(finding: Finding, segment: str | None) -> Note:
    return Note(finding.message, finding.rule, _PRIORITIES[finding.severity], segment)


def _provenance(edition: Edition) -> tuple[Note, ...]:
    provenance = edition.provenance
    facts = {
        "copydesk:version": str(edition.version),
        "copydesk:source-sha256": provenance.source_sha256,
        "copydesk:settings": provenance.settings,
        "copydesk:engines": " ".join(provenance.engines),
        "copydesk:release": provenance.copydesk,
    }
    return tuple(Note(value, category, 10) for category, value in facts.items() if value)
