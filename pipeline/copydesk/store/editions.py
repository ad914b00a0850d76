"""The newest edition of each article and language: intent before writing, done mark after."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.store.connection import Connection

_KEPT = (
    "source_language", "version", "name", "input_key", "context_key", "final_key", "stage_keys", "engines",
    "files", "summary", "state",
)  # fmt: skip
_SAVE = (
    f"INSERT INTO edition (article, target, {', '.join(_KEPT)}) VALUES (?, ?{', ?' * len(_KEPT)})"  # noqa: S608
    f" ON CONFLICT (article, target) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _KEPT)}"
)


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One row of the edition table.

    ``input_key`` is the key of what is known before reading (place, bytes, settings); ``context_key`` that
    of what the store adds (human texts, sibling languages); ``final_key`` that of the last stage.
    ``engines`` maps a pair to the fingerprint used, empty where none was installed. ``files`` maps a path
    relative to the output folder to its SHA-256. ``summary`` holds the counts that the index page shows.
    """

    article: str
    target: str
    source_language: str
    version: int
    name: str
    input_key: str
    context_key: str
    final_key: str
    stage_keys: tuple[str, ...]
    engines: Mapping[str, str]
    files: Mapping[str, str]
    summary: Mapping[str, str | int]
    published: bool


def find(connection: Connection, *, article: str, target: str) -> EditionRow | None:
    """The newest edition of ``article`` in ``target``, or None."""
    row = connection.execute(
        "SELECT * FROM edition WHERE article = ? AND target = ?", (article, target)
    ).fetchone()
    return _row(row) if row else None


def find_input(connection: Connection, input_key: str) -> EditionRow | None:
    """The published edition made from exactly this input, or None."""
    row = connection.execute(
        "SELECT * FROM edition WHERE input_key = ? AND state = 'published'", (input_key,)
    ).fetchone()
    return _row(row) if row else None


def save(connection: Connection, row: EditionRow) -> None:
    """Insert or replace the edition's row. The caller holds the transaction."""
    connection.execute(
        _SAVE,
        (
            row.article,
            row.target,
            row.source_language,
            row.version,
            row.name,
            row.input_key,
            row.context_key,
            row.final_key,
            json.dumps(row.stage_keys),
            json.dumps(row.engines, sort_keys=True),
            json.dumps(row.files, sort_keys=True),
            json.dumps(row.summary, sort_keys=True),
            "published" if row.published else "writing",
        ),
    )


def names(connection: Connection, article: str) -> dict[str, str]:
    """The name of each published version of ``article``, by language."""
    rows = connection.execute(
        "SELECT target, name FROM edition WHERE article = ? AND state = 'published'", (article,)
    )
    return dict(rows)


def published(connection: Connection) -> Iterator[EditionRow]:
    """All published editions, ordered by name and language; streams."""
    for row in connection.stream("SELECT * FROM edition WHERE state = 'published' ORDER BY name, target"):
        yield _row(row)


def _row(row: tuple[Any, ...]) -> EditionRow:
    article, target, language, version, name, input_key, context_key, final_key, *documents, state = row
    keys, engines, files, summary = (json.loads(document) for document in documents)
    return EditionRow(
        article=article,
        target=target,
        source_language=language,
        version=version,
        name=name,
        input_key=input_key,
        context_key=context_key,
        final_key=final_key,
        stage_keys=tuple(keys),
        engines=engines,
        files=files,
        summary=summary,
        published=state == "published",
    )
