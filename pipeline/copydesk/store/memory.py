"""The exact-match memory: machine translations by content key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copydesk.data import Candidate, Request
from copydesk.formats.codec import decode_candidate, encode_candidate
from copydesk.stage import content_key
from copydesk.store.connection import Connection, in_chunks


def memory_key(request: Request, fingerprint: str) -> str:
    """The address of ``request``'s translation by the engine and settings of ``fingerprint``."""
    told = [repr(request.context)] if request.context is not None else []
    return content_key("translation", repr(request), fingerprint, *told)


def recall(connection: Connection, keys: Sequence[str]) -> dict[str, Candidate]:
    """The remembered translations among ``keys``."""
    found: dict[str, Candidate] = {}
    for marks, chunk in in_chunks(keys):
        rows = connection.execute(
            f"SELECT key, candidate FROM translation WHERE key IN ({marks})",  # noqa: S608
            chunk,
        )
        found |= {key: decode_candidate(text) for key, text in rows}
    return found


def remember(
    connection: Connection, rows: Iterable[tuple[str, Request, Candidate]], fingerprint: str
) -> None:
    """Keep new translations; the translation and its done mark are this one row."""
    connection.executemany(
        "INSERT INTO translation VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
        [
            (
                key,
                request.pair.source,
                request.pair.target,
                fingerprint,
                request.text,
                encode_candidate(candidate),
            )
            for key, request, candidate in rows
        ],
    )
