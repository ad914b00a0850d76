"""What is to be reviewed next, by risk: every answer comes from an index, whatever the filter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.store.connection import Connection, in_chunks
from copydesk.store.reviews import ARTICLE, SEGMENT, ArticleRow, SegmentRow

OPEN = ("machine", "edited", "rejected")
PAGE = 50
COUNTED = 1000
"""Counting stops here: a page says "1,000 or more"."""

SEARCHED = 2000
"""A search for a very common word looks at this many segments that hold it."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter; empty fields ask for nothing. ``state`` "open" is all that is not approved yet.

    ``rule`` is a rule's id, ``pair`` like es-fr, ``batch`` the folder an article came from, ``engine`` an
    engine's short name, ``who`` a reviewer, ``text`` words to search in source and target, ``errors`` only
    what has errors that stand, ``holds`` strings of which one stands in the target.
    """

    state: str = "open"
    rule: str = ""
    pair: str = ""
    batch: str = ""
    engine: str = ""
    who: str = ""
    text: str = ""
    errors: bool = False
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Segments in order of risk with their articles' titles, and the place after them, None at the end."""

    rows: tuple[tuple[SegmentRow, str], ...]
    after: tuple[int, int] | None


def page(
    connection: Connection, wanted: Wanted, *, after: tuple[int, int] | None = None, size: int = PAGE
) -> Page:
    """The next ``size`` segments that ``wanted`` lets through, riskiest first."""
    where, values = _where(connection, wanted)
    if after is not None:
        where += " AND (rank, id) > (?, ?)"
        values += after
    index = "" if wanted.text else "INDEXED BY review_segment_queue"
    columns = ", ".join(f"s.{name}" for name in SEGMENT.split(", "))
    rows = connection.execute(
        f"SELECT {columns}, a.title FROM (SELECT id AS chosen FROM review_segment {index}"  # noqa: S608
        f" WHERE {where} ORDER BY rank, id LIMIT {size + 1}) AS top"
        " JOIN review_segment s ON s.id = chosen JOIN review_article a ON a.id = s.article"
        " ORDER BY s.rank, s.id",
        values,
    ).fetchall()
    found = tuple((SegmentRow(*row[:-1]), str(row[-1])) for row in rows[:size])
    last = found[-1][0] if found else None
    return Page(found, (last.rank, last.id) if last and len(rows) > size else None)


def number(connection: Connection, wanted: Wanted) -> int:
    """How many segments there are, up to ``COUNTED``."""
    where, values = _where(connection, wanted)
    index = "" if wanted.text else "INDEXED BY review_segment_queue"
    (found,) = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM review_segment {index} WHERE {where} LIMIT {COUNTED}) AS found",  # noqa: S608
        values,
    ).fetchone()
    return int(found)


def places(connection: Connection, wanted: Wanted, most: int) -> list[tuple[int, int]]:
    """(article, id) of up to ``most`` segments that ``wanted`` lets through, article by article."""
    where, values = _where(connection, wanted)
    rows = connection.execute(
        f"SELECT article, id FROM review_segment WHERE {where} ORDER BY article, id LIMIT ?",  # noqa: S608
        (*values, most),
    )
    return [(article, number) for article, number in rows]


def chosen(connection: Connection, numbers: Sequence[int]) -> list[tuple[int, int]]:
    """(article, id) of the segments with these ids, article by article."""
    found: list[tuple[int, int]] = []
    for marks, chunk in in_chunks(numbers):
        rows = connection.execute(f"SELECT article, id FROM review_segment WHERE id IN ({marks})", chunk)  # noqa: S608
        found += [(article, number) for article, number in rows]
    return sorted(found)


def alike(connection: Connection, words: Sequence[str], row: SegmentRow) -> list[tuple[int, int]]:
    """(article, id) of the machine's drafts in other articles whose source, of ``words``, is ``row``'s."""
    if not words:
        return []
    rows = connection.execute(
        "SELECT s.article, s.id FROM (SELECT rowid AS id FROM review_text(?) LIMIT ?) t"
        " JOIN review_segment s ON s.id = t.id WHERE s.source = ? AND s.pair = ? AND s.article <> ?"
        " AND s.state = 'machine' AND s.target <> ? ORDER BY s.article, s.id",
        (connection.all_words(words[:12]), SEARCHED, row.source, row.pair, row.article, row.target),
    )
    return [(article, number) for article, number in rows]


def neighbour(
    connection: Connection, wanted: Wanted, place: tuple[int, int], *, back: bool = False
) -> SegmentRow | None:
    """The segment after, or before, the place (rank, id) in order of risk; at the end the first one."""
    where, values = _where(connection, wanted)
    index = "" if wanted.text else "INDEXED BY review_segment_queue"
    sign, order = ("<", "rank DESC, id DESC") if back else (">", "rank, id")
    for bound, bounds in ((f" AND (rank, id) {sign} (?, ?)", place), (" AND id <> ?", place[1:])):
        row = connection.execute(
            f"SELECT {SEGMENT} FROM review_segment WHERE id = (SELECT id FROM review_segment {index}"  # noqa: S608
            f" WHERE {where}{bound} ORDER BY {order} LIMIT 1)",
            (*values, *bounds),
        ).fetchone()
        if row:
            return SegmentRow(*row)
    return None


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over articles."""

    articles: int
    segments: int
    open_segments: int
    open_words: int
    blocking: int


def totals(connection: Connection, batch: str = "") -> Totals:
    """The counts of a batch, or of all."""
    row = connection.execute(
        "SELECT count(*), coalesce(sum(segments), 0), coalesce(sum(open_segments), 0),"
        " coalesce(sum(open_words), 0), coalesce(sum(blocking), 0) FROM review_article"
        " WHERE ? IN ('', batch)",
        (batch,),
    ).fetchone()
    return Totals(*row)


def batches(connection: Connection) -> dict[str, Totals]:
    """The counts of each batch, by its folder, those with the most words left first."""
    rows = connection.execute(
        "SELECT batch, count(*), sum(segments), sum(open_segments), sum(open_words), sum(blocking)"
        " FROM review_article GROUP BY batch ORDER BY sum(open_words) DESC, batch"
    )
    return {batch: Totals(*counts) for batch, *counts in rows}


def articles(
    connection: Connection, *, state: str = "", batch: str = "", page: int = 1
) -> tuple[ArticleRow, ...]:
    """A page of articles, those with the riskiest segments first; one more than fits if there are more."""
    rows = connection.execute(
        f"SELECT {ARTICLE} FROM review_article WHERE ? IN ('', state) AND ? IN ('', batch)"  # noqa: S608
        " ORDER BY rank, id LIMIT ? OFFSET ?",
        (state, batch, PAGE + 1, PAGE * (page - 1)),
    )
    return tuple(ArticleRow(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class Facets:
    """What can be filtered by."""

    pairs: tuple[str, ...]
    batches: tuple[str, ...]
    engines: tuple[str, ...]
    rules: tuple[str, ...]


def facets(connection: Connection) -> Facets:
    """The values in the store, each sorted."""
    rows = connection.execute(
        "SELECT DISTINCT source_language || '-' || target, batch, engines, rules FROM review_article"
    ).fetchall()
    return Facets(
        pairs=tuple(sorted({row[0] for row in rows})),
        batches=tuple(sorted({row[1] for row in rows} - {""})),
        engines=tuple(sorted({name for row in rows for name in row[2].split()})),
        rules=tuple(sorted({name for row in rows for name in row[3].replace(",", " ").split()})),
    )


def _where(connection: Connection, wanted: Wanted) -> tuple[str, tuple[object, ...]]:
    parts: list[str] = ["TRUE"]
    values: list[object] = []
    if wanted.state == "open":
        parts.append(f"state IN ({', '.join('?' * len(OPEN))})")
        values += OPEN
    elif wanted.state:
        parts.append("state = ?")
        values.append(wanted.state)
    for column in ("pair", "batch", "engine", "who"):
        if value := getattr(wanted, column):
            parts.append(f"{column} = ?")
            values.append(value)
    if wanted.errors:
        parts.append("blocking > 0")
    if wanted.holds:
        parts.append(f"({' OR '.join(['instr(target, ?) > 0'] * len(wanted.holds))})")
        values += wanted.holds
    if wanted.rule:
        parts.append("instr(rules, ?) > 0")
        values.append(f" {wanted.rule} ")
    if wanted.text:
        parts.append("id IN (SELECT rowid FROM review_text(?) LIMIT ?)")
        values += (connection.all_words(_WORD.findall(wanted.text)[:12]), SEARCHED)
    return " AND ".join(parts), tuple(values)


def similar(
    connection: Connection, words: Sequence[str], *, pair: str, apart: int
) -> Iterator[tuple[str, str, str]]:
    """(source, target, who) of segments by people in ``pair`` that hold one of ``words``, among the first."""
    yield from connection.execute(
        "SELECT s.source, s.target, s.who FROM (SELECT rowid AS id FROM review_text(?)"
        " LIMIT ?) t JOIN review_segment s ON s.id = t.id"
        " WHERE s.state IN ('edited', 'approved', 'published') AND s.pair = ? AND s.id <> ?",
        (connection.any_source_word(words), SEARCHED, pair, apart),
    )
