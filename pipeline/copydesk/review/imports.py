"""What other tools changed in exported articles, back in: nothing that somebody did meanwhile is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from copydesk.errors import InputError
from copydesk.formats.exchange import Exchange, ExchangeSegment, Unit
from copydesk.formats.language_tag import language_tag
from copydesk.formats.tmx import TmxUnit
from copydesk.review.actions import LONGEST_NOTE, ReviewAction, apply
from copydesk.review.current import Current, Part, Reader
from copydesk.review.exchange import article_digest, digest, export_article
from copydesk.review.merge import merge, untouched
from copydesk.review.refusal import ConflictError, RefusedError, StaleError
from copydesk.review.states import Action, AuditEvent, record
from copydesk.store import decisions, reviews
from copydesk.store.database import Connection, transaction
from copydesk.store.people import Person
from copydesk.store.reviews import ArticleRow, SegmentRow


@dataclass(frozen=True, slots=True)
class Refused:
    """A segment that was not imported, by its name, and why.

    ``file`` and ``store`` are the two texts where both changed it.
    """

    segment: str
    reason: str
    file: str = ""
    store: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: segments changed, left as they were, and refused; and comments taken over."""

    changed: int = 0
    same: int = 0
    refused: tuple[Refused, ...] = ()
    comments: int = 0


def import_article(
    connection: Connection, reader: Reader, person: Person, exchange: Exchange, name: str = "a file"
) -> Imported:
    """Take over what another tool changed in one article since it was exported; nothing else.

    Segments go by their source text where a run has moved them. One whose source changed or is gone, that
    somebody changed since the export, or that lost an inline code is refused by name; the others are
    imported. A changed target is an edit; one that became final is approved. The log keeps who imported the
    file called ``name``, unless it changed nothing.

    Raises:
        InputError: the store has no such article in that language.
    """
    article = reviews.find_article(connection, exchange.original, exchange.target_language or "")
    if article is None or reader.read(connection, article.article, article.target) is None:
        raise InputError(
            f"the store has no article {exchange.original!r} in {exchange.target_language}",
            remedy="Import into the store that it was exported from",
        )
    done = _Import(connection, reader, person, article, name).all(exchange)
    if done.changed or done.refused or done.comments:
        said = f"{name}: {done.changed} changed, {len(done.refused)} refused"
        with transaction(connection):
            record(
                connection, AuditEvent.IMPORT, person.name, said,
                article=article.article, target=article.target,
            )  # fmt: skip
    return done


@dataclass(frozen=True, slots=True)
class _Import:
    """One article's import."""

    connection: Connection
    reader: Reader
    person: Person
    article: ArticleRow
    name: str

    def all(self, exchange: Exchange) -> Imported:
        """Every segment and note of the file."""
        changed = same = 0
        refused: list[Refused] = []
        segments = [segment for unit in exchange.units for segment in unit.segments]
        for segment in segments:
            try:
                if self._take(segment):
                    changed += 1
                else:
                    same += 1
            except RefusedError as error:
                refused.append(_refused(segment, error))
        refused += self._missing(segments)
        return Imported(changed, same, tuple(refused), self._comments(exchange))

    def _take(self, segment: ExchangeSegment) -> bool:
        if untouched(segment):
            return False
        current = self._current()
        part = _part(segment, current)
        row = reviews.find_segment(self.connection, self.article.id, part.segment.id)
        if row is None:
            raise RefusedError("a new run has replaced this article")
        part = _part(segment, self._current())  # what is merged is not older than the version that is named
        action = merge(segment, part)
        if action is None:
            return False
        action = replace(action, version=row.version, note=f"import of {self.name}")
        apply(self.connection, self.reader, self.person, row.id, action)
        return True

    def _missing(self, segments: Iterable[ExchangeSegment]) -> Iterator[Refused]:
        """Segments that the file had when it left; those that came into the article since are none."""
        current = self._current()
        segments = list(segments)
        left = {segment.exported.article for segment in segments if segment.exported is not None}
        if left and article_digest(current) not in left:
            return
        given = {segment.id for segment in segments}
        for name in current.parts:
            if name not in given:
                yield Refused(name, "the file lacks this segment; it stays as it is")

    def _comments(self, exchange: Exchange) -> int:
        """Take over the notes that the file did not leave with and that the store does not have."""
        current = self._current()
        known = {note.text for unit in export_article(current).units for note in unit.notes}
        taken = 0
        for segment, text in _new_notes(exchange.units):
            part = _found(segment, current)
            row = part and reviews.find_segment(self.connection, self.article.id, part.segment.id)
            if isinstance(row, SegmentRow) and text not in known:
                comment = ReviewAction(Action.COMMENT, None, note=text)
                apply(self.connection, self.reader, self.person, row.id, comment)
                taken += 1
        return taken

    def _current(self) -> Current:
        current = self.reader.read(self.connection, self.article.article, self.article.target)
        if current is None:
            raise RefusedError("a new run has replaced this article")
        return current


def _part(segment: ExchangeSegment, current: Current) -> Part:
    part = _found(segment, current)
    if part is not None:
        return part
    left = segment.exported
    if segment.id in current.parts and left is not None and digest(segment.source.text) == left.source:
        now = current.parts[segment.id].source.text
        target = segment.target.text if segment.target else ""
        raise ConflictError("its source text changed since the export", target, now)
    if segment.id in current.parts:
        raise RefusedError("its source text is not the store's")
    raise RefusedError("the article has no such segment")


def _found(segment: ExchangeSegment, current: Current) -> Part | None:
    """The part of this id, or if its source is another, the first one with the segment's source."""
    part = current.parts.get(segment.id)
    if part is not None and part.source.text == segment.source.text:
        return part
    if segment.exported is None:
        return None
    return next((p for p in current.parts.values() if p.source.text == segment.source.text), None)


def _refused(segment: ExchangeSegment, error: RefusedError) -> Refused:
    target = segment.target.text if segment.target else ""
    if isinstance(error, ConflictError):
        return Refused(segment.id, error.message, error.file, error.store)
    if isinstance(error, StaleError):
        return Refused(segment.id, error.message, target, error.row.target)
    return Refused(segment.id, error.message)


def _new_notes(units: Iterable[Unit]) -> Iterator[tuple[ExchangeSegment, str]]:
    for unit in units:
        left = {name for s in unit.segments if s.exported is not None for name in s.exported.notes}
        by_id = {segment.id: segment for segment in unit.segments}
        for note in unit.notes:
            if not note.text.strip() or digest(note.text) in left:
                continue
            for start in range(0, len(note.text), LONGEST_NOTE):
                piece = note.text[start : start + LONGEST_NOTE]
                yield by_id.get(note.segment or "", unit.segments[0]), piece


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
                target=language_tag(unit.target_language) or unit.target_language,
                source=unit.source.text,
                text=unit.target.text,
                who=person.name,
                source_language=language_tag(unit.source_language) or unit.source_language,
                inlines=unit.target.inlines,
            )
            taken += 1
        record(connection, AuditEvent.IMPORT, person.name, f"{name}: {taken} units of memory")
    return taken
