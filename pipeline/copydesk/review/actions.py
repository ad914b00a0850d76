"""What a reviewer does to a segment: an appended record, and the rows that follow from it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from copydesk.formats.exchange import Marked
from copydesk.formats.inlinecodes import encode_inlines
from copydesk.review.current import Current, Part, Reader
from copydesk.review.intake import segment_row
from copydesk.review.refusal import BlockedError, OpenSegmentsError, RefusedError, StaleError
from copydesk.review.seen import Seen, require_seen
from copydesk.review.states import Action, AuditEvent, State, record
from copydesk.store import decisions, review_log, reviews
from copydesk.store.database import Connection, transaction
from copydesk.store.people import Person
from copydesk.store.review_log import Event
from copydesk.store.reviews import ArticleRow, SegmentRow

LONGEST = 20_000
"""Characters of a text that may be saved."""

LONGEST_NOTE = 2_000
"""Characters of a reason or comment."""


@dataclass(frozen=True, slots=True)
class ReviewAction:
    """What is to be done. ``version`` is that of the row the person saw; None does not ask.

    ``text`` is for edits and fixes, ``mark`` names the finding that a waiver or fix is about, ``note`` is
    the reason or remark, ``category`` and ``severity`` are MQM. ``strict`` refuses to approve what has an
    error that is neither fixed nor waived.
    """

    kind: Action
    version: int | None
    text: Marked | None = None
    mark: str = ""
    note: str = ""
    category: str = ""
    severity: str = ""
    strict: bool = False


def apply(
    connection: Connection, reader: Reader, person: Person, number: int, action: ReviewAction
) -> SegmentRow:
    """Carry out ``action`` on segment ``number``. When this returns, it is committed.

    All segments of the article that read alike follow.

    Raises:
        StaleError: the segment changed since; nothing was saved.
        BlockedError: it was to be approved by a strict action and has errors; nothing was saved.
        RefusedError: there is no such segment, nothing to undo, or a reason is missing.
    """
    with transaction(connection):
        article, row = _find(connection, number)
        _part(reader.read(connection, article.article, article.target), row)
        if action.version is not None and action.version != row.version:
            raise StaleError(row, action.text.text if action.text else "")
        current = carry_out(connection, reader, person, article, [(row, action)])
        changed = reviews.segment(connection, number)
        assert changed is not None
        if action.strict and action.kind is Action.APPROVE and changed.blocking:
            raise BlockedError(changed.blocking)
    reader.keep(current)
    return changed


def carry_out(
    connection: Connection,
    reader: Reader,
    person: Person,
    article: ArticleRow,
    wanted: Sequence[tuple[SegmentRow, ReviewAction]],
    *,
    operation: str = "",
) -> Current:
    """Append ``wanted`` to the log and bring rows, human texts and counts in line; returns what stands then.

    The caller holds the transaction and the ``article``. ``operation`` is what undoes all of it at once.
    """
    current = reader.read(connection, article.article, article.target)
    for row, action in wanted:
        event = _event(article, row, _part(current, row), person, action)
        review_log.append(connection, replace(event, operation=operation))
    return _follow(connection, reader, article, {row.source for row, _ in wanted}, person)


def _find(connection: Connection, number: int) -> tuple[ArticleRow, SegmentRow]:
    seen = reviews.segment(connection, number)
    article = reviews.hold(connection, seen.article) if seen else None
    row = reviews.segment(connection, number)
    if row is None or article is None:
        raise RefusedError("this segment is no longer in the store", remedy="Go back to the queue")
    return article, row


def _part(current: Current | None, row: SegmentRow) -> Part:
    part = current.parts.get(row.segment) if current else None
    if part is None or (part.source.text, part.translation.text) != (row.source, row.target):
        raise RefusedError(
            "not saved: a new run has replaced this article", remedy="Load the page again to see it"
        )
    return part


def _event(article: ArticleRow, row: SegmentRow, part: Part, person: Person, action: ReviewAction) -> Event:
    _require(part, action)
    now = Marked(part.translation.text, part.translation.inlines)
    text = action.text if action.text is not None and action.kind is not Action.UNDO else now
    if len(text.text) > LONGEST:
        raise RefusedError(f"not saved: longer than {LONGEST:,} characters", remedy="Split the segment")
    undone = action.mark or str(part.status.undoable)
    mark = undone if action.kind is Action.UNDO else action.mark
    return Event(
        article.article,
        article.target,
        row.segment,
        row.source,
        action.kind.value,
        person.name,
        text=text.text,
        inlines=encode_inlines(text.inlines),
        mark=mark,
        note=action.note.strip(),
        category=action.category,
        severity=action.severity,
        machine=row.machine,
        engine=row.engine,
        pair=row.pair,
    )


def _require(part: Part, action: ReviewAction) -> None:
    if action.kind is Action.UNDO and not part.status.undoable:
        raise RefusedError("there is nothing to undo here", remedy="The text is the machine's")
    if action.kind is Action.WAIVE and not action.note.strip():
        raise RefusedError("a waiver needs a reason", remedy="Say in a few words why it may stand")
    if action.kind is Action.WAIVE and action.mark not in {flag.mark for flag in part.flags}:
        raise RefusedError("that finding is gone", remedy="Load the page again")
    if len(action.note) > LONGEST_NOTE:
        raise RefusedError(
            f"not saved: the remark is longer than {LONGEST_NOTE:,} characters",
            remedy="Say it in fewer words",
        )
    if action.kind is Action.COMMENT and not action.note.strip():
        raise RefusedError("the comment is empty", remedy="Write what you want to say")
    if action.text is not None and not action.text.text.strip() and part.source.text.strip():
        raise RefusedError(
            "not saved: the text is empty", remedy="Write a translation, or reject the segment"
        )


def _follow(
    connection: Connection, reader: Reader, article: ArticleRow, sources: Set[str], person: Person
) -> Current:
    """Bring the rows, the human texts and the counts in line with the events about ``sources``."""
    current = reader.read(connection, article.article, article.target)
    assert current is not None
    known = decisions.human_texts(connection, article=article.article, target=article.target)
    changed: dict[str, Part] = {}
    for row in reviews.segments(connection, article.id):
        if row.source in sources:
            part = changed[row.source] = current.parts[row.segment]
            stale = "" if part.status.state is not State.MACHINE else row.stale
            fresh = segment_row(part, place=row.place, batch=row.batch, stale=stale, number=row.id)
            reviews.change(connection, fresh)
    for source, part in changed.items():
        _decide(connection, article, part, person, known.get(source))
    reopened = article.state != State.MACHINE and not all(p.status.state.settled for p in changed.values())
    reviews.count(connection, article.id, state=State.MACHINE.value if reopened else None)
    return current


def _decide(
    connection: Connection, article: ArticleRow, part: Part, person: Person, known: Marked | None
) -> None:
    """Let the batch command know which human text stands for this source, or that none does any more."""
    source, wanted = part.source.text, part.status.text
    if wanted == known:
        return
    if wanted is None:
        decisions.withdraw(
            connection, article=article.article, target=article.target, source=source, who=person.name
        )
        return
    decisions.record(
        connection,
        article=article.article,
        target=article.target,
        source=source,
        text=wanted.text,
        who=person.name,
        source_language=part.languages[0],
        inlines=wanted.inlines,
    )


def approve_article(
    connection: Connection, reader: Reader, person: Person, number: int, *, seen: Seen | None = None
) -> tuple[tuple[SegmentRow, ...], str]:
    """Approve every segment of an article that is still open, and so the article, in one transaction.

    ``seen`` is what the person saw of it; None does not ask.

    Returns:
        The article's segments, and the operation that undoes it all at once.

    Raises:
        OpenSegmentsError: a blocking finding is neither fixed nor waived, or a segment is rejected.
        ChangedError: others worked on it since.
        RefusedError: the person is no approver, or a run has replaced the article. Nothing was changed.
    """
    if not person.approves:
        raise RefusedError("only an approver may approve an article", remedy="Ask one of them")
    operation = secrets.token_hex(8)
    with transaction(connection):
        article = reviews.hold(connection, number)
        if article is None:
            raise RefusedError("this article is no longer in the store", remedy="Go back to the queue")
        rows = reviews.segments(connection, number)
        if seen is not None:
            require_seen(connection, article, rows, person, seen)
        bad = [row for row in rows if row.blocking or row.state == State.REJECTED]
        if bad:
            raise OpenSegmentsError(bad)
        still_open = {row.source: row for row in rows if not State(row.state).settled}
        wanted = [(row, ReviewAction(Action.APPROVE, None)) for row in still_open.values()]
        record(connection, AuditEvent.APPROVE, person.name, article=article.article, target=article.target,
               operation=operation)  # fmt: skip
        current = carry_out(connection, reader, person, article, wanted, operation=operation)
        now = reviews.segments(connection, number)
        at = max((row.at for row in now), default="")
        reviews.count(connection, number, state=State.APPROVED.value, who=person.name, at=at)
    reader.keep(current)
    return now, operation
