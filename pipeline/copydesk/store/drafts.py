"""Stage results by content key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from copydesk.data import Draft, draft_of
from copydesk.formats.codec import decode_fields, encode_fields
from copydesk.stage import Stage
from copydesk.store.connection import Connection

_FIELDS = frozenset(field.name for field in fields(Draft))


@dataclass(frozen=True, slots=True)
class Result:
    """What a stage made of a draft, to be kept under ``key``: ``fields`` are those that it changed."""

    key: str
    stage: str
    draft: Draft
    fields: frozenset[str]

    @classmethod
    def of(cls, stage: Stage, key: str, before: Draft, after: Draft) -> Result:
        """The result of ``stage``; fields that it passed on as they were are found with earlier stages."""
        changed = (name for name in stage.gives if getattr(after, name) is not getattr(before, name))
        return cls(key, stage.name, after, frozenset(changed))

    @classmethod
    def read(cls, key: str, draft: Draft) -> Result:
        """The article as it was read: what every chain of stages begins with."""
        return cls(key, "read", draft, frozenset({"article"}))


Row = tuple[str, str, str, str, bytes]
"""A result as the table holds it: key, article, target, stage, fields."""


def row(result: Result) -> Row:
    """``result`` as it is stored."""
    draft = result.draft
    fields = encode_fields(draft, result.fields)
    return result.key, draft.article.id, draft.target, result.stage, fields


def put(connection: Connection, rows: Iterable[Row]) -> None:
    """Keep what stages gave, each under its key. The caller holds the transaction."""
    connection.executemany(
        "INSERT INTO stage_result VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING", list(rows)
    )


def get(connection: Connection, key: str, wanted: frozenset[str] | None = None) -> Mapping[str, Any] | None:
    """The Draft fields kept under ``key``, those that are ``wanted`` or all; None if there is no such key."""
    row = connection.execute("SELECT fields FROM stage_result WHERE key = ?", (key,)).fetchone()
    return decode_fields(row[0], wanted) if row else None


def has(connection: Connection, key: str) -> bool:
    """Whether a result is kept under ``key``."""
    return connection.execute("SELECT 1 FROM stage_result WHERE key = ?", (key,)).fetchone() is not None


def rebuild(
    connection: Connection, keys: Sequence[str], target: str, *, only: frozenset[str] | None = None
) -> Draft | None:
    """The draft whose stages left their results under ``keys``, in order; None if one is missing.

    ``only`` names the fields that are wanted beside the article; the others stay empty, which saves time.
    """
    wanted = _FIELDS if only is None else only | {"article"}
    values: dict[str, Any] = {}
    for key in reversed(keys):  # what a later stage gave stands; the same field of an earlier one is not read
        given = get(connection, key, wanted - values.keys())
        if given is None:
            return None
        values |= given
    values.setdefault("blocks", draft_of(values["article"]).blocks)
    return Draft(target=target, **values)


def prune(connection: Connection, *, article: str, target: str, keep: Sequence[str]) -> None:
    """Forget the stage results of an article's earlier states. The caller holds the transaction."""
    marks = ", ".join("?" * len(keep))
    connection.execute(
        f"DELETE FROM stage_result WHERE article = ? AND target = ? AND key NOT IN ({marks})",  # noqa: S608
        (article, target, *keep),
    )
