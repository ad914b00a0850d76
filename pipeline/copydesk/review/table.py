"""Articles as a table (CSV) for spreadsheets, and what was changed in it back."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from copydesk.errors import InputError
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Exported, Marked, Unit
from copydesk.formats.exported import cell_exported, exported_cell
from copydesk.review.current import Current
from copydesk.review.exchange import EXCHANGED, article_digest, digest, exported, text_of
from copydesk.review.imports import Refused
from copydesk.review.refusal import RefusedError
from copydesk.review.states import State
from copydesk.review.tagged import from_tagged, to_tagged
from copydesk.store.reviews import ArticleRow

_COLUMNS = (
    "article", "language", "segment", "state", "source", "target", "who", "findings",
    "source language", "exported (leave as it is)",
)  # fmt: skip
_EXPORTED = _COLUMNS[-1]
_NEEDED = frozenset({"article", "language", "segment", "source", "target"})
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_TAG = re.compile(r"</?\d{1,3}/?>")
_LONGEST = 10_000_000
_STATES: Mapping[State, ExchangeState] = {
    state: theirs for state, theirs in EXCHANGED.items() if state is not State.REJECTED
}


def export_table(articles: Iterable[tuple[ArticleRow, Current]]) -> Iterator[str]:
    """CSV, a line for each segment, inline marks as numbered tags. No cell can be taken for a formula."""
    yield _line(_COLUMNS)
    for article, current in articles:
        whole = article_digest(current)
        for name, part in current.parts.items():
            rules = " ".join(sorted({flag.finding.rule for flag in part.flags if flag.waiver is None}))
            text = text_of(part)
            yield _line(
                (
                    article.article, article.target, name, part.status.state.value,
                    to_tagged(part.source.text, part.source.inlines)[0],
                    to_tagged(text.text, text.inlines)[0], part.status.who, rules,
                    article.source_language, exported_cell(exported(part, whole)),
                )
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds: an exchange for each article and language, and the rows that cannot be read."""

    exchanges: tuple[Exchange, ...]
    refused: tuple[Refused, ...]


def read_table(data: bytes) -> Table:
    """The table that :func:`export_table` wrote and a spreadsheet saved, with commas, semicolons or tabs.

    Raises:
        InputError: it is not UTF-8, or a column is missing.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("the table is not in UTF-8", remedy="Save it as CSV UTF-8") from error
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(_LONGEST)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="")
    missing = _NEEDED - set(rows.fieldnames or ())
    if missing:
        raise InputError(
            f"the table has no column {', '.join(sorted(missing))}",
            remedy="Keep the first line and all columns as `copydesk export --format csv` wrote them",
        )
    segments: dict[tuple[str, str], dict[str, ExchangeSegment]] = defaultdict(dict)
    refused: list[Refused] = []
    try:
        for row in rows:
            cells = {name: _cell(value) for name, value in row.items() if isinstance(value, str)}
            name = cells["segment"]
            try:
                found = _segment(cells, f"the cell {_EXPORTED!r} in line {rows.line_num}")
            except (InputError, RefusedError) as error:
                refused.append(Refused(f"{cells['article']} {name}", error.message))
            else:
                segments[cells["article"], cells["language"]][name] = found
    except csv.Error as error:
        raise InputError(f"line {rows.line_num} of the table cannot be read: {error}") from error
    made = (_exchange(*key, found) for key, found in segments.items())
    return Table(tuple(made), tuple(refused))


def _exchange(article: str, language: str, segments: Mapping[str, ExchangeSegment]) -> Exchange:
    return Exchange(article, "und", language, (Unit("table", tuple(segments.values())),))


def _segment(cells: Mapping[str, str], place: str) -> ExchangeSegment:
    cell = cells.get(_EXPORTED, "")
    left = cell_exported(cell, place) if cell else None
    marks = to_tagged(left.text.text, left.text.inlines)[1] if left else ()
    target = from_tagged(cells["target"], marks)
    state = cells.get("state", "")
    if state in set(State) and State(state) in _STATES:
        stage = _STATES[State(state)]
    elif state in ("", State.REJECTED):
        stage = left.state if left else ExchangeState.TRANSLATED
    else:
        known = ", ".join(_STATES)
        raise RefusedError(f"its state {state!r} is none of {known}", remedy="Write one of these")
    if left is not None and left.state is ExchangeState.INITIAL and stage is ExchangeState.TRANSLATED:
        stage = left.state  # what no engine could translate is a machine's draft to a table
    return ExchangeSegment(cells["segment"], _source(cells["source"], left), target, stage, exported=left)


def _source(cell: str, left: Exported | None) -> Marked:
    """The source's text, without tags where it has some; which marks they stand for is of no concern."""
    bare = _TAG.sub("", cell)
    return Marked(bare if left is not None and digest(bare) == left.source else cell)


def _cell(value: str) -> str:
    value = value.replace("\r\n", "\n")
    return value[1:] if _ESCAPED.match(value) else value


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in cells])
    return buffer.getvalue()
