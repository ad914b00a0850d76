"""Bring the desk's lists up to date with the editions of the batch command."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from copydesk.data import Means
from copydesk.review.current import Current, Part, Reader
from copydesk.review.risk import risk, rules
from copydesk.review.sources import replaced, sources_event
from copydesk.review.states import AuditEvent, State, segment_states
from copydesk.store import editions, review_log, reviews
from copydesk.store.database import Connection, transaction
from copydesk.store.editions import EditionRow
from copydesk.store.review_log import Event
from copydesk.store.reviews import ArticleRow, SegmentRow

_ENGINE = re.compile(r"[^:|+ ]+")


def take_in(connection: Connection, reader: Reader) -> int:
    """List every edition that is new or has changed since the desk last looked.

    Decisions come along with the source texts they were about; where a source changed, its approval is
    stale and says what it was about, and the log keeps the source as it was. An edition whose draft is no
    longer in the store is left out.

    Returns:
        How many editions were taken in.
    """
    taken = 0
    for article, target in list(reviews.outdated(connection)):
        reader.read(connection, article, target)  # what takes long, before anybody has to wait
        with contextlib.suppress(_NothingNewError), transaction(connection):
            _take(connection, reader, article, target)
            taken += 1
    return taken


class _NothingNewError(Exception):
    """Somebody else took the edition in, or it is no longer in the store."""


def _take(connection: Connection, reader: Reader, article: str, target: str) -> None:
    known = reviews.hold_edition(connection, article, target)
    edition = editions.find(connection, article=article, target=target)
    current = reader.read(connection, article, target)
    if edition is None or current is None or known.final_key == edition.final_key:
        raise _NothingNewError
    _save(connection, known, edition, current)


def _save(connection: Connection, known: ArticleRow, edition: EditionRow, current: Current) -> None:
    origin = PurePosixPath(current.draft.article.origin.uri.partition("#")[0])
    batch = str(origin.parent) if str(origin.parent) != "." else ""
    events = review_log.events(connection, article=edition.article, target=edition.target)
    before = reviews.segments(connection, known.id)
    rows = list(_rows(current, batch, events, before))
    old = [row.source for row in before]
    if old and old != [row.source for row in rows]:
        review_log.append(connection, sources_event(edition.article, edition.target, old))
    reviews.save_article(
        connection,
        replace(
            known,
            source_language=edition.source_language,
            title=str(edition.summary["title"]) or edition.name,
            batch=batch,
            final_key=edition.final_key,
            engines=" ".join(sorted({row.engine for row in rows} - {""})),
        ),
    )
    reviews.save_segments(connection, known.id, rows)
    settled = all(State(row.state).settled for row in rows)
    public = settled and any(event.action == AuditEvent.PUBLISH for event in events)
    state = State.PUBLISHED if public and all(row.state == State.PUBLISHED for row in rows) else State.MACHINE
    if settled and known.state in (State.APPROVED, State.PUBLISHED):
        state = State(known.state)
    reviews.count(connection, known.id, state=state.value)


def _rows(
    current: Current, batch: str, events: tuple[Event, ...], before: Sequence[SegmentRow]
) -> Iterator[SegmentRow]:
    decided = segment_states(events)
    approved = {source for source, status in decided.items() if status.state.settled}
    stale = {row.source: row.stale for row in before if row.stale}
    sources = [part.source.text for part in current.parts.values()]
    gone = approved - set(sources)
    olds = replaced([row.source for row in before], sources)
    for place, (part, old) in enumerate(zip(current.parts.values(), olds, strict=True)):
        about = old if old in gone else stale.get(old, "")
        open_again = about and part.source.text not in decided
        yield segment_row(part, place=place, batch=batch, stale=about if open_again else "")


def segment_row(part: Part, *, place: int, batch: str, stale: str, number: int = 0) -> SegmentRow:
    """The row that lists ``part``."""
    pair = "-".join(part.languages)
    means = part.machine.means
    status = part.status
    return SegmentRow(
        id=number,
        article=0,
        place=place,
        segment=part.segment.id,
        role=part.block.role.value,
        means=means.value,
        pair=pair,
        engine=engine_name(part.machine.engine),
        batch=batch,
        source=part.source.text,
        machine=part.machine.text,
        target=part.translation.text,
        state=status.state.value,
        who=status.who,
        at=status.at,
        version=0,
        rank=-_risk(part, stale=bool(stale)),
        words=len(part.source.text.split()),
        rules=rules(part.flags),
        blocking=sum(flag.blocking for flag in part.flags),
        stale=stale,
    )


def _risk(part: Part, *, stale: bool) -> int:
    return risk(
        part.flags,
        texts=(part.source.text, part.translation.text),
        languages=part.languages,
        means=Means(part.translation.means),
        stale=stale,
    )


def engine_name(fingerprint: str) -> str:
    """The engine's short name: what stands before the first mark of its fingerprint."""
    match = _ENGINE.match(fingerprint)
    return match[0] if match else ""
