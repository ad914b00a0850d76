"""Articles out to other tools as reviewed, and what those tools changed back in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from copydesk import __version__
from copydesk.data import Edition, Inline, Provenance
from copydesk.errors import InputError
from copydesk.formats.exchange import Exchange, ExchangeSegment, Marked, Note
from copydesk.formats.exchange import State as Stage
from copydesk.formats.inlinecodes import nested
from copydesk.formats.tmx import TmxUnit
from copydesk.publish.bilingual import BilingualPublisher
from copydesk.publish.xliff import to_exchange
from copydesk.review.actions import ReviewAction, apply
from copydesk.review.current import Current, Part, Reader, waived
from copydesk.review.refusal import RefusedError
from copydesk.review.states import Action, State
from copydesk.store import decisions, reviews
from copydesk.store.database import Connection, transaction
from copydesk.store.editions import EditionRow
from copydesk.store.people import Person
from copydesk.store.reviews import ArticleRow

_OUT = {
    State.MACHINE: Stage.TRANSLATED,
    State.EDITED: Stage.REVIEWED,
    State.REJECTED: Stage.INITIAL,
    State.APPROVED: Stage.FINAL,
    State.PUBLISHED: Stage.FINAL,
}
_COLUMNS = ("article", "segment", "state", "source", "target", "who", "findings")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Refused:
    """A segment that was not imported, by its name, and why."""

    segment: str
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: segments changed, left as they were, and refused."""

    changed: int = 0
    same: int = 0
    refused: tuple[Refused, ...] = ()


def export_article(current: Current) -> Exchange:
    """The article as reviewed: states, comments as notes, inline codes."""
    empty = Provenance("", "", (), "")
    made = to_exchange(Edition(current.draft, 1, "export", empty))
    units = tuple(
        replace(
            unit,
            segments=tuple(_segment(s, current.parts[s.id]) for s in unit.segments),
            notes=(*unit.notes, *(n for s in unit.segments for n in _comments(current.parts[s.id]))),
        )
        for unit in made.units
    )
    return replace(made, units=units, notes=())


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


def _segment(segment: ExchangeSegment, part: Part) -> ExchangeSegment:
    if segment.target is None:
        return segment
    return replace(segment, state=_OUT[part.status.state])


def _comments(part: Part) -> Iterator[Note]:
    for event in part.status.comments:
        yield Note(event.note, f"comment:{event.who}", 5, part.segment.id)


def import_article(connection: Connection, reader: Reader, person: Person, exchange: Exchange) -> Imported:
    """Take over what another tool changed in one article; an unedited file changes nothing.

    A segment that is unknown, whose source differs from the store's, or that lost an inline code is refused
    by name; the others are imported. A changed target is an edit; one that became final is approved, one
    that became initial without target is left alone.

    Raises:
        InputError: the store has no such article in that language.
    """
    article = reviews.find_article(connection, exchange.original, exchange.target_language or "")
    current = reader.read(connection, article.article, article.target) if article else None
    if article is None or current is None:
        raise InputError(
            f"the store has no article {exchange.original!r} in {exchange.target_language}",
            remedy="Import into the store that it was exported from",
        )
    rows = {row.segment: row for row in reviews.segments(connection, article.id)}
    changed = same = 0
    refused: list[Refused] = []
    given: set[str] = set()
    for segment in (s for unit in exchange.units for s in unit.segments):
        given.add(segment.id)
        part = current.parts.get(segment.id)
        if part is None or segment.id not in rows:
            refused.append(Refused(segment.id, "the article has no such segment"))
            continue
        try:
            action = _wanted(segment, part)
            if action is None:
                same += 1
                continue
            apply(connection, reader, person, rows[segment.id].id, action)
            changed += 1
        except RefusedError as error:
            refused.append(Refused(segment.id, error.message))
    missing = [name for name in current.parts if name not in given]
    refused += [Refused(name, "the file lacks this segment; it stays as it is") for name in missing]
    for note, name in _new_notes(exchange, current):
        if name in rows:
            apply(connection, reader, person, rows[name].id, ReviewAction(Action.COMMENT, None, note=note))
    return Imported(changed, same, tuple(refused))


def _wanted(segment: ExchangeSegment, part: Part) -> ReviewAction | None:
    """What the file asks for; None if nothing.

    Raises:
        RefusedError: the source differs, or an inline code is lost.
    """
    if segment.source.text != part.source.text:
        raise RefusedError("its source text is not the store's")
    if segment.target is None:
        return None
    text = Marked(segment.target.text, nested(segment.target.text, segment.target.inlines))
    now = Marked(part.translation.text, nested(part.translation.text, part.translation.inlines))
    state = part.status.state
    if text != now and (lost := _lost(part.source.inlines, now.inlines, text.inlines)):
        raise RefusedError(f"it lost the inline code {lost}")
    if segment.state is Stage.FINAL and not state.settled:
        return ReviewAction(Action.APPROVE, None, text)
    if text != now:
        return ReviewAction(Action.APPROVE if segment.state is Stage.FINAL else Action.EDIT, None, text)
    if segment.state is Stage.REVIEWED and state is State.MACHINE:
        return ReviewAction(Action.EDIT, None, text)
    return None


def _lost(source: Iterable[Inline], before: Iterable[Inline], after: Iterable[Inline]) -> str:
    left = [(inline.tag, inline.attributes) for inline in after]
    for inline in before or source:
        code = (inline.tag, inline.attributes)
        if code not in left:
            return f"<{inline.tag}>"
        left.remove(code)
    return ""


def _new_notes(exchange: Exchange, current: Current) -> Iterator[tuple[str, str]]:
    known = {note.text for unit in export_article(current).units for note in unit.notes}
    for unit in exchange.units:
        for note in unit.notes:
            if note.text not in known and note.text.strip():
                yield note.text, note.segment or unit.segments[0].id


def import_memory(connection: Connection, person: Person, units: Iterable[TmxUnit], name: str) -> int:
    """Let the units of a TMX serve as memory; those that it marks as a machine's are left out.

    Returns:
        How many were taken.
    """
    taken = 0
    with transaction(connection):
        for number, unit in enumerate(units):
            if unit.means is not None and unit.means != "human":
                continue
            decisions.record(
                connection,
                article=f"tmx:{name}#{number}",
                target=unit.target_language,
                source=unit.source.text,
                text=unit.target.text,
                who=person.name,
                source_language=unit.source_language,
                inlines=unit.target.inlines,
            )
            taken += 1
    return taken


def export_table(articles: Iterable[tuple[ArticleRow, Current]]) -> Iterator[str]:
    """CSV, a line for each segment. No cell can be taken for a formula."""
    yield _line(_COLUMNS)
    for article, current in articles:
        for name, part in current.parts.items():
            rules = " ".join(sorted({flag.finding.rule for flag in part.flags if flag.waiver is None}))
            status = part.status
            yield _line(
                (
                    article.article, name, status.state.value, part.source.text, part.translation.text,
                    status.who, rules,
                )
            )  # fmt: skip


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return buffer.getvalue()
