"""Articles and segments as the review desk lists them: derived rows, always rebuilt from what is truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields

from copydesk.store.connection import Connection


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in one language. ``rank`` is minus the highest risk; ``blocking`` counts open errors."""

    id: int
    article: str
    target: str
    source_language: str
    title: str
    batch: str
    final_key: str
    engines: str
    rules: str = ""
    segments: int = 0
    words: int = 0
    open_segments: int = 0
    open_words: int = 0
    blocking: int = 0
    rank: int = 0
    state: str = "machine"
    who: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment. ``machine`` is what the machine wrote, ``target`` the text in force.

    ``version`` rises with every change: a save must name the one it saw. ``rules`` are the ids of its
    findings' rules between spaces. ``stale`` is the source text an approval was about, where it changed.
    """

    id: int
    article: int
    place: int
    segment: str
    role: str
    means: str
    pair: str
    engine: str
    batch: str
    source: str
    machine: str
    target: str
    state: str
    who: str
    at: str
    version: int
    rank: int
    words: int
    rules: str
    blocking: int
    stale: str


ARTICLE = ", ".join(field.name for field in fields(ArticleRow))
SEGMENT = ", ".join(field.name for field in fields(SegmentRow))


def article(connection: Connection, number: int) -> ArticleRow | None:
    """The article with this id, or None."""
    row = connection.execute(f"SELECT {ARTICLE} FROM review_article WHERE id = ?", (number,)).fetchone()  # noqa: S608
    return ArticleRow(*row) if row else None


def hold(connection: Connection, number: int) -> ArticleRow | None:
    """The article with this id, or None; nobody else changes it or its segments before the transaction ends.

    Whatever a change depends on is read after this.
    """
    row = connection.execute(
        f"SELECT {ARTICLE} FROM review_article WHERE id = ?{connection.ROW_LOCK}",  # noqa: S608
        (number,),
    ).fetchone()
    return ArticleRow(*row) if row else None


def hold_edition(connection: Connection, article: str, target: str) -> ArticleRow:
    """The article of this name in this language, held as by :func:`hold`; an empty row if it is new."""
    connection.execute(
        "INSERT INTO review_article (article, target, source_language, title, batch, final_key, engines)"
        " VALUES (?, ?, '', '', '', '', '') ON CONFLICT (article, target) DO NOTHING",
        (article, target),
    )
    row = connection.execute(
        f"SELECT {ARTICLE} FROM review_article WHERE article = ? AND target = ?{connection.ROW_LOCK}",  # noqa: S608
        (article, target),
    ).fetchone()
    return ArticleRow(*row)


def find_article(connection: Connection, article: str, target: str) -> ArticleRow | None:
    """The article of this name in this language, or None."""
    row = connection.execute(
        f"SELECT {ARTICLE} FROM review_article WHERE article = ? AND target = ?",  # noqa: S608
        (article, target),
    ).fetchone()
    return ArticleRow(*row) if row else None


def segment(connection: Connection, number: int) -> SegmentRow | None:
    """The segment with this id, or None."""
    row = connection.execute(f"SELECT {SEGMENT} FROM review_segment WHERE id = ?", (number,)).fetchone()  # noqa: S608
    return SegmentRow(*row) if row else None


def find_segment(connection: Connection, article: int, name: str) -> SegmentRow | None:
    """The segment of this name in the article, or None."""
    row = connection.execute(
        f"SELECT {SEGMENT} FROM review_segment WHERE article = ? AND segment = ?",  # noqa: S608
        (article, name),
    ).fetchone()
    return SegmentRow(*row) if row else None


def segments(connection: Connection, article: int) -> tuple[SegmentRow, ...]:
    """All segments of an article, in reading order."""
    rows = connection.execute(
        f"SELECT {SEGMENT} FROM review_segment WHERE article = ? ORDER BY place",  # noqa: S608
        (article,),
    )
    return tuple(SegmentRow(*row) for row in rows)


def outdated(connection: Connection) -> Iterator[tuple[str, str]]:
    """(article, target) of the published editions that the desk does not list as they are now."""
    yield from connection.execute(
        "SELECT e.article, e.target FROM edition e LEFT JOIN review_article r"
        " ON r.article = e.article AND r.target = e.target"
        " WHERE e.state = 'published' AND (r.final_key IS NULL OR r.final_key <> e.final_key)"
        " ORDER BY e.name, e.target"
    )


def save_article(connection: Connection, row: ArticleRow) -> None:
    """Update what the article's row says of its edition; its counts are left to :func:`count`."""
    connection.execute(
        "UPDATE review_article SET source_language = ?, title = ?, batch = ?, final_key = ?, engines = ?"
        " WHERE id = ?",
        (row.source_language, row.title, row.batch, row.final_key, row.engines, row.id),
    )


def save_segments(connection: Connection, article: int, rows: Iterable[SegmentRow]) -> None:
    """Make ``rows`` the segments of the article: ids stay where segments stay, versions rise.

    A human text that came back from a run is no machine's: what the machine had written is kept.
    """
    columns = [name for name in SEGMENT.split(", ") if name not in ("id", "version")]
    fresh = [name for name in columns if name not in ("machine", "engine")]
    keep = (
        "CASE WHEN excluded.means = 'human' AND review_segment.source = excluded.source"
        " THEN review_segment.{0} ELSE excluded.{0} END"
    )
    updates = [f"{name} = excluded.{name}" for name in fresh] + ["version = review_segment.version + 1"]
    updates += [f"{name} = {keep.format(name)}" for name in ("machine", "engine")]
    rows = list(rows)
    known = connection.execute("SELECT segment FROM review_segment WHERE article = ?", (article,))
    gone = {name for (name,) in known} - {row.segment for row in rows}
    connection.executemany(
        "DELETE FROM review_segment WHERE article = ? AND segment = ?", [(article, name) for name in gone]
    )
    connection.executemany(
        f"INSERT INTO review_segment ({', '.join(columns)}, version)"  # noqa: S608
        f" VALUES ({', '.join('?' * len(columns))}, 1)"
        f" ON CONFLICT (article, segment) DO UPDATE SET {', '.join(updates)}",
        [_values(row, columns, article) for row in rows],
    )


def change(connection: Connection, row: SegmentRow) -> None:
    """Write what a reviewer's action made of the segment, and raise its version."""
    connection.execute(
        "UPDATE review_segment SET target = ?, state = ?, who = ?, at = ?, rank = ?, rules = ?, blocking = ?,"
        " stale = ?, version = version + 1 WHERE id = ?",
        (row.target, row.state, row.who, row.at, row.rank, row.rules, row.blocking, row.stale, row.id),
    )


def count(
    connection: Connection, article: int, *, state: str | None = None, who: str = "", at: str = ""
) -> None:
    """Bring the article's counts up to date with its segments; and set its state if given."""
    connection.execute(
        "UPDATE review_article SET (segments, words, open_segments, open_words, blocking, rank, rules) ="
        " (SELECT count(*), coalesce(sum(words), 0), coalesce(sum(waits), 0),"
        " coalesce(sum(words * waits), 0), coalesce(sum(blocking), 0),"
        " coalesce(min(rank), 0), coalesce(group_concat(DISTINCT rules), '')"
        " FROM (SELECT words, blocking, rank, rules, CASE WHEN state IN ('approved', 'published') THEN 0"
        " ELSE 1 END AS waits FROM review_segment WHERE article = review_article.id) AS own) WHERE id = ?",
        (article,),
    )
    if state is not None:
        connection.execute(
            "UPDATE review_article SET state = ?, who = ?, at = ? WHERE id = ?", (state, who, at, article)
        )


def _values(row: SegmentRow, columns: list[str], article: int) -> tuple[object, ...]:
    values = dict(zip(SEGMENT.split(", "), astuple(row), strict=True)) | {"article": article}
    return tuple(values[name] for name in columns)
