"""What people have typed and not saved yet: kept for each person and segment until saved or discarded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from copydesk.stage import content_key
from copydesk.store.connection import Connection, in_chunks


@dataclass(frozen=True, slots=True)
class Unsaved:
    """``text`` as it was typed, with its tags; ``base`` is the text that it was begun from. ``at`` is UTC."""

    text: str
    base: str
    at: str


def unsaved_key(article: str, target: str, source: str) -> str:
    """What names a segment here: its source text in its article, wherever a run may move it."""
    return content_key("unsaved", article, target, source)


def keep(connection: Connection, who: str, key: str, *, text: str, base: str) -> None:
    """Keep what ``who`` has typed; what was kept before is replaced, but not what it was begun from."""
    connection.execute(
        "INSERT INTO review_unsaved (who, key, base, text, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (who, key) DO UPDATE SET text = excluded.text, at = excluded.at",
        (who, key, base, text, datetime.now(UTC).isoformat(timespec="seconds")),
    )


def drop(connection: Connection, who: str, key: str) -> None:
    """Forget it: it is saved, or not wanted."""
    connection.execute("DELETE FROM review_unsaved WHERE who = ? AND key = ?", (who, key))


def find(connection: Connection, who: str, keys: Iterable[str]) -> dict[str, Unsaved]:
    """What ``who`` has not saved, by key."""
    wanted = list(dict.fromkeys(keys))
    found: dict[str, Unsaved] = {}
    for marks, chunk in in_chunks(wanted):
        rows = connection.execute(
            f"SELECT key, text, base, at FROM review_unsaved WHERE who = ? AND key IN ({marks})",  # noqa: S608
            (who, *chunk),
        )
        found |= {key: Unsaved(*values) for key, *values in rows}
    return found
