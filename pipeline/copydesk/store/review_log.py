"""What reviewers did: append-only records; the state of a segment is what they add up to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from datetime import UTC, datetime

from copydesk.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Event:
    """One action on a segment, or with ``segment`` empty on the article.

    ``source`` is the segment's source text when it happened, ``text`` the target text that it set or was
    about, ``inlines`` its marks (JSON). ``mark`` names the finding that a waiver is about, or the event that
    an undo takes back. ``machine`` and ``engine`` say what the machine had proposed. ``category`` and
    ``severity`` are MQM. ``operation`` names what many events belong to that one action made.
    ``at`` is UTC, ISO 8601; ``id`` is 0 until it is appended.
    """

    article: str
    target: str
    segment: str
    source: str
    action: str
    who: str
    text: str = ""
    inlines: str = "[]"
    mark: str = ""
    note: str = ""
    category: str = ""
    severity: str = ""
    machine: str = ""
    engine: str = ""
    pair: str = ""
    operation: str = ""
    at: str = ""
    id: int = 0


_NAMES = tuple(field.name for field in fields(Event))
_COLUMNS = ", ".join(_NAMES)


def append(connection: Connection, event: Event) -> int:
    """Keep ``event`` with the time of now. The caller holds the transaction.

    Returns:
        Its id.
    """
    values = dict(zip(_NAMES, astuple(event), strict=True)) | {
        "at": datetime.now(UTC).isoformat(timespec="seconds")
    }
    del values["id"]
    marks = ", ".join("?" * len(values))
    (number,) = connection.execute(
        f"INSERT INTO review_event ({', '.join(values)}) VALUES ({marks}) RETURNING id",  # noqa: S608
        tuple(values.values()),
    ).fetchone()
    return int(number)


def events(connection: Connection, *, article: str, target: str) -> tuple[Event, ...]:
    """All events of an article in one language, oldest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM review_event WHERE article = ? AND target = ? ORDER BY id",  # noqa: S608
        (article, target),
    )
    return tuple(Event(*row) for row in rows)


def of_operation(connection: Connection, operation: str) -> tuple[Event, ...]:
    """All events of an operation, oldest first; the first one tells of the operation itself."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM review_event WHERE operation = ? AND operation <> '' ORDER BY id",  # noqa: S608
        (operation,),
    )
    return tuple(Event(*row) for row in rows)


def operations(connection: Connection, most: int) -> tuple[Event, ...]:
    """What tells of each operation, the newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM review_event WHERE operation <> '' AND segment = ''"  # noqa: S608
        " ORDER BY id DESC LIMIT ?",
        (most,),
    )
    return tuple(Event(*row) for row in rows)


def all_events(connection: Connection) -> Iterator[Event]:
    """All events of the store, oldest first; streams."""
    for row in connection.stream(f"SELECT {_COLUMNS} FROM review_event ORDER BY id"):  # noqa: S608
        yield Event(*row)


def newest_id(connection: Connection) -> int:
    """The id of the newest event of the store; 0 without any."""
    (found,) = connection.execute("SELECT max(id) FROM review_event").fetchone()
    return found or 0


def last_id(connection: Connection, *, article: str, target: str) -> int:
    """The id of the newest event of an article; 0 without any."""
    (found,) = connection.execute(
        "SELECT max(id) FROM review_event WHERE article = ? AND target = ?", (article, target)
    ).fetchone()
    return found or 0
