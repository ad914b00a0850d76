"""Bilingual tables in CSV, those of ``copydesk export --format csv`` among them, as pairs of texts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from copydesk.data import Bitext, Means, Pair
from copydesk.errors import InputError
from copydesk.formats.language_tag import language_tag
from copydesk.gate.located import Gap, Located, Place

_LONGEST = 10_000_000
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")


def csv_pairs(path: Path, shown: str, pair: Pair | None, named: Pair | None) -> Iterator[Located | Gap]:
    """The rows of a table whose first row names the columns: source and target, or the two languages.

    A column "language" tells the target's of each row, "source language" the source's, "article" and
    "segment" name the text. Commas, semicolons or tabs part the cells. A row without target is a Gap.

    Raises:
        InputError: it is not UTF-8, a column is missing, or the languages are unknown.
    """
    csv.field_size_limit(_LONGEST)
    rows = None
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            head = handle.readline()
            handle.seek(0)
            rows = csv.DictReader(handle, delimiter=max(",;\t", key=head.count), restval="")
            names = {name.strip().lower(): name for name in rows.fieldnames or ()}
            own, other, told = _columns(names, pair or named)
            before = 1
            for number, row in enumerate(rows, start=1):
                place, before = Place(shown, before + 1, exact=False), rows.line_num
                cells = {name: _cell(row[column]) for name, column in names.items()}
                spoken = pair or _spoken(cells) or told
                if spoken is None:
                    raise InputError("its source language is unknown", remedy="Give --source-language")
                article = cells.get("article") or shown
                if not cells[other] and cells[own].strip():
                    error = InputError(f"{place}: the row is not translated", remedy="Translate it")
                    yield Gap(place, article, error)
                    continue
                name = cells.get("segment") or str(number)
                bitext = Bitext(cells[own], cells[other], spoken, id=name, means=Means.MACHINE)
                yield Located(bitext, place, place, article, number)
    except UnicodeDecodeError as error:
        raise InputError("it is not UTF-8", remedy="Save it as CSV UTF-8") from error
    except csv.Error as error:
        line = rows.line_num if rows else 1
        raise InputError(f"line {line} cannot be read: {error}", remedy="Export the table again") from error
    except OSError as error:
        raise InputError(f"it cannot be read: {error.strerror}", remedy="Check the name") from error


def _columns(names: dict[str, str], pair: Pair | None) -> tuple[str, str, Pair | None]:
    """The columns of source and target, and their languages where the names of the columns tell them."""
    if {"source", "target"} <= names.keys():
        return "source", "target", pair
    spoken = [(name, tag) for name in names if (tag := language_tag(name))]
    if pair:
        wanted = [next((n for n, tag in spoken if tag == side), None) for side in (pair.source, pair.target)]
    else:
        wanted = [name for name, _ in spoken] if len(spoken) == 2 else [None, None]
    if wanted[0] is None or wanted[1] is None:
        raise InputError("its first row names no columns source and target", remedy="Add such a row")
    tags = dict(spoken)
    return wanted[0], wanted[1], pair or Pair(tags[wanted[0]], tags[wanted[1]])


def _spoken(cells: dict[str, str]) -> Pair | None:
    own, other = language_tag(cells.get("source language")), language_tag(cells.get("language"))
    return Pair(own, other) if own and other else None


def _cell(value: str | None) -> str:
    """The text of a cell; an apostrophe that keeps spreadsheets from taking it for a formula is dropped."""
    text = (value or "").replace("\r\n", "\n")
    return text[1:] if _ESCAPED.match(text) else text
