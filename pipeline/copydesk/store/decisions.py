"""What people wrote: append-only, and stronger than any machine."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from copydesk.stage import content_key


def record(
    connection: sqlite3.Connection, *, article: str, target: str, source: str, text: str, who: str
) -> None:
    """Append: in this article, the segment reading ``source`` is to read ``text`` in language ``target``."""
    connection.execute(
        "INSERT INTO decision (article, target, source, text, who, at) VALUES (?, ?, ?, ?, ?, ?)",
        (article, target, source, text, who, datetime.now(UTC).isoformat(timespec="seconds")),
    )


def human_texts(connection: sqlite3.Connection, *, article: str, target: str) -> dict[str, str]:
    """Source segment text to the newest human translation, for one article and language."""
    rows = connection.execute(
        "SELECT source, text FROM decision WHERE article = ? AND target = ? ORDER BY id", (article, target)
    )
    return dict(rows.fetchall())


def digest(texts: dict[str, str]) -> str:
    """A short mark of the human texts, for content keys."""
    return content_key(sorted(texts.items())) if texts else ""
