"""Repair a block of lines: plain text, JSONL or TSV. Clean lines are passed on unread."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from copydesk.errors import InputError
from copydesk.run.corpus.mend import Mended, Record, RecordError, mend
from copydesk.run.corpus.scan import damaged
from copydesk.run.corpus.shape import Layout, Shape
from copydesk.run.corpus.tally import Tally, Trouble, total

Writer = Callable[[str], str]
"""Writes a line with another text."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Column numbers from 0 of a TSV file; None where there is none."""

    text: int
    source: int | None = None
    language: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines of one file; ``first`` is the number of the first, from 1."""

    data: bytes
    first: int
    layout: Layout
    shape: Shape
    columns: Columns | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a block; ``data`` is None if no byte changed, ``mended`` are the records with marks."""

    data: bytes | None
    mended: tuple[Mended, ...] = ()
    troubles: tuple[Trouble, ...] = ()

    @property
    def tally(self) -> Tally:
        """The counts of the block."""
        return total(found.tally for found in self.mended)


def mend_block(block: Block) -> Done:
    """``block`` with its damaged lines repaired; all other bytes stay as they are. Never raises."""
    pieces: list[bytes] = []
    mended: list[Mended] = []
    troubles: list[Trouble] = []
    position = counted = 0
    number = block.first
    for start, end in damaged(block.data, escaped=block.layout is Layout.JSONL):
        number += block.data.count(b"\n", counted, start)
        counted = start
        raw = block.data[start:end]
        try:
            line = raw.decode("utf-8")
            record, form = _record(line, number, block)
            found = mend(record)
            after = form(found.repair.text).encode("utf-8") if found is not None and found.changed else None
        except UnicodeError as error:
            troubles.append(Trouble(number, f"not UTF-8 ({error})"))
            continue
        except RecordError as error:
            troubles.append(Trouble(number, str(error)))
            continue
        if found is None:
            continue
        mended.append(found)
        if after is not None:
            pieces += [block.data[position:start], after]
            position = end
    data = b"".join([*pieces, block.data[position:]]) if pieces else None
    return Done(data, tuple(mended), tuple(troubles))


def columns_of(header: str, shape: Shape, name: str) -> tuple[Columns, bool]:
    """The columns that ``shape`` names, and whether ``header`` (the first line) is a header.

    Raises:
        InputError: if the first line has no column of that name.
    """
    titles = header.rstrip("\r\n").split("\t")

    def place(field: str | None) -> int | None:
        if field is None:
            return None
        if field.isdecimal() and int(field) > 0:
            return int(field) - 1
        if field not in titles:
            raise InputError(
                f"{name} has no column {field!r} in its first line",
                remedy="Name a column of the first line, or give its number from 1",
            )
        return titles.index(field)

    text = place(shape.field)
    columns = Columns(text or 0, place(shape.source_field), place(shape.language_field))
    named = (shape.field, shape.source_field, shape.language_field)
    return columns, any(field is not None and not field.isdecimal() for field in named)


def _record(line: str, number: int, block: Block) -> tuple[Record, Writer]:
    """The record of a line, and a function that writes the line with another text."""
    if block.layout is Layout.JSONL:
        return _json(line, number, block.shape)
    if block.layout is Layout.TSV:
        return _row(line, number, block.shape, block.columns or Columns(0))
    body = line.rstrip("\r")
    return Record(number, body, block.shape.language), lambda text: text + line[len(body) :]


def _row(line: str, number: int, shape: Shape, columns: Columns) -> tuple[Record, Writer]:
    body = line.rstrip("\r")
    cells = body.split("\t")

    def cell(place: int | None) -> str | None:
        if place is None:
            return None
        if place >= len(cells):
            raise RecordError(f"has {len(cells)} columns, not {place + 1}")
        return cells[place]

    def written(text: str) -> str:
        return "\t".join([*cells[: columns.text], text, *cells[columns.text + 1 :]]) + line[len(body) :]

    language = cell(columns.language) or shape.language
    text, source = cell(columns.text) or "", cell(columns.source) or None
    return Record(number, text, language, source, shape.source_language), written


def _json(line: str, number: int, shape: Shape) -> tuple[Record, Writer]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"not JSON ({error})") from error
    if not isinstance(fields, dict):
        raise RecordError("not a JSON object")
    key = shape.field or "text"
    text = fields.get(key)
    if not isinstance(text, str):
        raise RecordError(f"no text in the field {key!r}")
    source = fields.get(shape.source_field) if shape.source_field else None
    language = fields.get(shape.language_field) if shape.language_field else None
    record = Record(
        number,
        text,
        language if isinstance(language, str) and language else shape.language,
        source if isinstance(source, str) else None,
        shape.source_language,
    )
    return record, lambda new: _rewritten(line, fields, key, new)


def _rewritten(line: str, fields: dict[str, Any], key: str, text: str) -> str:
    """The line with one value changed in place; written anew where its value cannot be told in it."""
    for ascii_only in (False, True):
        old, new = (json.dumps(value, ensure_ascii=ascii_only) for value in (fields[key], text))
        place = re.compile(rf"({re.escape(json.dumps(key))}\s*:\s*){re.escape(old)}")
        places = list(place.finditer(line))
        if len(places) == 1:
            return line[: places[0].end(1)] + new + line[places[0].end() :]
    return json.dumps({**fields, key: text}, ensure_ascii=False) + line[len(line.rstrip("\r")) :]
