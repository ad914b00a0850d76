"""Stage results by content key."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from copydesk.data import Draft
from copydesk.formats.codec import decode_fields, encode_fields
from copydesk.stage import Stage


def put(
    connection: sqlite3.Connection, draft: Draft, results: Iterable[tuple[str, Stage]], *, article: str
) -> None:
    """Keep what each stage gave, under its key. The caller holds the transaction."""
    connection.executemany(
        "INSERT INTO stage_result VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
        [
            (key, article, draft.target, stage.name, encode_fields(draft, stage.gives))
            for key, stage in results
        ],
    )


def get(connection: sqlite3.Connection, key: str) -> Mapping[str, Any] | None:
    """The Draft fields kept under ``key``, or None."""
    row = connection.execute("SELECT fields FROM stage_result WHERE key = ?", (key,)).fetchone()
    return decode_fields(row[0]) if row else None


def rebuild(connection: sqlite3.Connection, keys: Sequence[str], target: str) -> Draft | None:
    """The draft whose stages left their results under ``keys``, in order; None if one is missing."""
    values: dict[str, Any] = {}
    for key in keys:
        fields = get(connection, key)
        if fields is None:
            return None
        values |= fields
    values.setdefault("blocks", values["article"].blocks)
    return Draft(target=target, **values)


def prune(connection: sqlite3.Connection, *, article: str, target: str, keep: Sequence[str]) -> None:
    """Forget the stage results of an article's earlier states. The caller holds the transaction."""
    marks = ", ".join("?" * len(keep))
    connection.execute(
        f"DELETE FROM stage_result WHERE article = ? AND target = ? AND key NOT IN ({marks})",  # noqa: S608
        (article, target, *keep),
    )
