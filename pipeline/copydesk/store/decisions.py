"""What people wrote: append-only, and stronger than any machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from copydesk.data import Inline, primary
from copydesk.formats.exchange import Marked
from copydesk.formats.inlinecodes import decode_inlines, encode_inlines
from copydesk.stage import content_key
from copydesk.store.connection import Connection, in_chunks


def record(
    connection: Connection,
    *,
    article: str,
    target: str,
    source: str,
    text: str,
    who: str,
    source_language: str = "",
    inlines: tuple[Inline, ...] = (),
) -> None:
    """Append: in this article, the segment reading ``source`` is to read ``text`` in language ``target``.

    With ``source_language`` (BCP 47) the pair also serves as translation memory for other articles.
    """
    _append(connection, (article, target, source, text, who, source_language, encode_inlines(inlines), 0))


def withdraw(connection: Connection, *, article: str, target: str, source: str, who: str) -> None:
    """Append: no human text stands for ``source`` any more; the machine may write it again."""
    _append(connection, (article, target, source, "", who, "", "[]", 1))


def human_texts(connection: Connection, *, article: str, target: str) -> dict[str, Marked]:
    """Source segment text to the newest human translation, for one article and language."""
    rows = connection.execute(
        "SELECT source, text, inlines, withdrawn FROM decision WHERE article = ? AND target = ? ORDER BY id",
        (article, target),
    )
    return _newest(rows)


def remembered(
    connection: Connection, sources: Iterable[str], *, source_language: str, target: str
) -> dict[str, Marked]:
    """The newest human translation of each of ``sources``, from whichever article or memory it comes.

    One for the very tags goes first, then one for the same languages in whatever region.
    """
    wanted = list(dict.fromkeys(sources))
    found: dict[str, Marked] = {}
    for own, other in sorted(_pairs(connection, source_language, target), reverse=True):
        exact = (own, other) == (target, source_language)
        for marks, chunk in in_chunks(wanted):
            rows = connection.execute(
                "SELECT source, text, inlines, withdrawn FROM decision d WHERE target = ? AND"  # noqa: S608
                f" source_language = ? AND source IN ({marks}) AND NOT EXISTS (SELECT 1 FROM decision w WHERE"
                " w.article = d.article AND w.target = d.target AND w.source = d.source AND w.id > d.id)"
                " ORDER BY id",
                (own, other, *chunk),
            )
            found = found | _newest(rows) if exact else _newest(rows) | found
    return found


def _pairs(connection: Connection, source_language: str, target: str) -> list[tuple[str, str]]:
    """The tags (target, source) of the memory that name these languages; an index is all that is read."""
    spoken, written = primary(source_language), primary(target)
    known: list[tuple[str, str]] = []
    last = (written, "")
    while row := connection.execute(
        "SELECT target, source_language FROM decision WHERE (target, source_language) > (?, ?)"
        " ORDER BY target, source_language LIMIT 1",
        last,
    ).fetchone():
        last = (row[0], row[1])
        if primary(last[0]) != written:
            break
        if primary(last[1]) == spoken:
            known.append(last)
    return known


def digest(texts: Mapping[str, Marked]) -> str:
    """A short mark of the human texts, for content keys."""
    parts = [
        [source, text.text, *([encode_inlines(text.inlines)] if text.inlines else [])]
        for source, text in sorted(texts.items())
    ]
    return content_key(parts) if parts else ""


def _append(connection: Connection, values: tuple[Any, ...]) -> None:
    connection.execute(
        "INSERT INTO decision (article, target, source, text, who, source_language, inlines, withdrawn, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, datetime.now(UTC).isoformat(timespec="seconds")),
    )


def _newest(rows: Iterable[tuple[str, str, str, int]]) -> dict[str, Marked]:
    found: dict[str, Marked] = {}
    for source, text, inlines, withdrawn in rows:
        if withdrawn:
            found.pop(source, None)
        else:
            found[source] = Marked(text, decode_inlines(inlines))
    return found
