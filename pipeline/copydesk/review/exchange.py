"""Articles out to other tools as reviewed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from copydesk.data import Edition, Means, Provenance
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Exported, Marked, Note, Unit
from copydesk.formats.inlinecodes import nested
from copydesk.publish.bilingual import BilingualPublisher
from copydesk.publish.xliff import to_exchange
from copydesk.review.current import Current, Part, waived
from copydesk.review.states import State
from copydesk.stage import content_key
from copydesk.store.editions import EditionRow
from copydesk.version import __version__

EXCHANGED = {
    State.MACHINE: ExchangeState.TRANSLATED,
    State.EDITED: ExchangeState.REVIEWED,
    State.REJECTED: ExchangeState.INITIAL,
    State.APPROVED: ExchangeState.FINAL,
    State.PUBLISHED: ExchangeState.FINAL,
}
"""Each state of a review in the words of XLIFF."""


def digest(*texts: str) -> str:
    """What tells texts from others in a file."""
    return content_key(*texts)[:12]


def article_digest(current: Current) -> str:
    """What tells the article's source from later and earlier ones."""
    return digest(*(part.source.text for part in current.parts.values()))


def exchange_state(part: Part) -> ExchangeState:
    """The state of ``part`` in the words of XLIFF."""
    held = part.translation.means is Means.HELD
    return ExchangeState.INITIAL if held else EXCHANGED[part.status.state]


def text_of(part: Part) -> Marked:
    """The translation in force, its marks in the order of files."""
    return Marked(part.translation.text, nested(part.translation.text, part.translation.inlines))


def exported(part: Part, article: str, notes: tuple[Note, ...] = ()) -> Exported:
    """What ``part`` is now; ``article`` is the :func:`article_digest`, ``notes`` what leaves with it."""
    return Exported(
        version=part.status.history[-1].id if part.status.history else 0,
        state=exchange_state(part),
        text=text_of(part),
        source=digest(part.source.text),
        article=article,
        notes=tuple(digest(note.text) for note in notes),
    )


def export_article(current: Current) -> Exchange:
    """The article as reviewed: states, comments as notes, inline codes, and what each segment left as."""
    empty = Provenance("", "", (), "")
    made = to_exchange(Edition(current.draft, 1, "export", empty))
    article = article_digest(current)
    return replace(made, units=tuple(_unit(unit, current.parts, article) for unit in made.units), notes=())


def _unit(unit: Unit, parts: Mapping[str, Part], article: str) -> Unit:
    notes = (*unit.notes, *(note for segment in unit.segments for note in _comments(parts[segment.id])))
    own: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        own[note.segment or unit.segments[0].id].append(note)
    segments = (
        replace(
            _segment(segment, parts[segment.id]),
            exported=exported(parts[segment.id], article, tuple(own[segment.id])),
        )
        for segment in unit.segments
    )
    return replace(unit, segments=tuple(segments), notes=notes)


def _segment(segment: ExchangeSegment, part: Part) -> ExchangeSegment:
    return segment if segment.target is None else replace(segment, state=exchange_state(part))


def _comments(part: Part) -> Iterator[Note]:
    for event in part.status.comments:
        yield Note(event.note, f"comment:{event.who}", 5, part.segment.id)


def page_of(current: Current, row: EditionRow) -> bytes:
    """The article as reviewed: source and target side by side, a page that needs nothing else.

    ``row`` is the edition that the desk works on.
    """
    draft = replace(current.draft, findings=waived(current.draft.findings, current.parts))
    engines = tuple(sorted({t.engine for t in draft.translations if t.engine}))
    made = Provenance(draft.article.origin.sha256, "as reviewed", engines, __version__)
    edition = Edition(draft, row.version, row.name, made)
    ((_, page),) = BilingualPublisher().render(edition)
    return page
