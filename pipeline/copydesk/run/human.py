"""What people have written for a draft: its own texts, and those that other articles lend it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from copydesk.data import Draft, Inline, Means, Segment, Translation
from copydesk.formats.exchange import Marked
from copydesk.store import decisions
from copydesk.store.database import Connection
from copydesk.text.assemble import segment_inlines


@dataclass(frozen=True, slots=True)
class Human:
    """Human translations by segment id.

    ``own`` is the digest of the texts decided for this very article, ``lent`` that of those it takes from
    the memory. A change of the memory alone does not touch what is published already.
    """

    translations: dict[str, Translation] = field(default_factory=dict)
    own: str = ""
    lent: str = ""


def human(connection: Connection, draft: Draft) -> Human:
    """The texts for those segments whose source still reads as it did when a person wrote them."""
    blocks = {block.id: block for block in draft.blocks}
    sources = {s.id: s.span.of(blocks[s.block].text) for s in draft.segments}
    own = decisions.human_texts(connection, article=draft.article.id, target=draft.target)
    open_ones = [s for s in draft.segments if sources[s.id] not in own]
    marks = {s.id: segment_inlines(blocks[s.block], s) for s in open_ones}
    lent = _lent(connection, draft, open_ones, sources, marks)
    found = {name: own[source] for name, source in sources.items() if source in own} | lent
    return Human(
        {name: Translation(name, t.text, Means.HUMAN, inlines=t.inlines) for name, t in found.items()},
        decisions.digest(own),
        decisions.digest({sources[name]: text for name, text in lent.items()}),
    )


def _lent(
    connection: Connection,
    draft: Draft,
    segments: list[Segment],
    sources: dict[str, str],
    marks: dict[str, tuple[Inline, ...]],
) -> dict[str, Marked]:
    document = draft.document.language if draft.document else None
    detected = {s.id: d.language for s, d in zip(draft.segments, draft.languages, strict=True)}
    by_language: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        by_language[detected[segment.id] or document or ""].append(segment)
    lent: dict[str, Marked] = {}
    for language, own in by_language.items():
        texts = decisions.remembered(
            connection, (sources[s.id] for s in own), source_language=language, target=draft.target
        )
        for segment in own if texts else ():
            text = texts.get(sources[segment.id])
            if text is not None and _codes(text.inlines) == _codes(marks[segment.id]):
                lent[segment.id] = text
    return lent


def _codes(inlines: tuple[Inline, ...]) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return sorted((inline.tag, inline.attributes) for inline in inlines)
