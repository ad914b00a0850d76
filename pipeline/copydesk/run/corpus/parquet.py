"""Parquet: the text column of a batch is scanned as one block of bytes, and rows with marks are repaired."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.errors import InputError
from copydesk.run.corpus.compression import extra
from copydesk.run.corpus.lines import Done
from copydesk.run.corpus.mend import Mended, Record, RecordError, mend
from copydesk.run.corpus.scan import damaged
from copydesk.run.corpus.shape import Shape
from copydesk.run.corpus.tally import Trouble

_ROWS = 4096


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of a file: ``table`` is their Arrow batch, ``records`` those that may be damaged."""

    table: Any
    first: int
    size: int
    records: tuple[Record, ...]


def batches(path: Path, shape: Shape) -> Iterator[Batch]:
    """The batches of ``path``, in order, a few thousand rows each.

    Raises:
        InputError: the file is no Parquet, or has no such column of text.
        PluginError: pyarrow is not installed.
    """
    with _opened(path) as file:
        _require(file.schema_arrow, shape, path)
        first = 1
        for table in file.iter_batches(_ROWS):
            size = int(table.column(shape.field or "text").nbytes)
            yield Batch(table, first, size, tuple(_suspects(table, shape, first)))
            first += table.num_rows


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    arrow, reader = extra("pyarrow", path), extra("pyarrow.parquet", path)
    try:
        with reader.ParquetFile(path) as file:
            yield file
    except arrow.ArrowException as error:
        raise InputError(f"{path} is no sound Parquet file ({error})", remedy="Fetch it again") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error})", remedy="Check the file") from error


def _require(schema: Any, shape: Shape, path: Path) -> None:
    arrow = extra("pyarrow", path)
    for name in (shape.field or "text", shape.source_field, shape.language_field):
        if name is None:
            continue
        if name not in schema.names:
            raise InputError(
                f"{path} has no column {name!r}", remedy=f"Its columns are {', '.join(schema.names)}"
            )
        kind = schema.field(name).type
        if not (arrow.types.is_string(kind) or arrow.types.is_large_string(kind)):
            raise InputError(f"{path}: the column {name!r} holds {kind}, not text", remedy="Name another")


def _suspects(table: Any, shape: Shape, first: int) -> Iterator[Record]:
    """The rows that may hold a mark: the column's bytes are scanned whole before any row is read."""
    column = table.column(shape.field or "text")
    data = column.buffers()[2]
    if data is None or next(damaged(data.to_pybytes()), None) is None:
        return
    names = (shape.field or "text", shape.source_field, shape.language_field)
    texts, sources, languages = (
        table.column(name).to_pylist() if name is not None else [None] * table.num_rows for name in names
    )
    for n, (text, source, language) in enumerate(zip(texts, sources, languages, strict=True)):
        if text and next(damaged(text.encode("utf-8")), None) is not None:
            yield Record(first + n, text, language or shape.language, source, shape.source_language)


def mend_records(records: tuple[Record, ...]) -> Done:
    """``records`` repaired; those in which nothing was found are left out. Never raises."""
    mended: list[Mended] = []
    troubles: list[Trouble] = []
    for record in records:
        try:
            found = mend(record)
        except RecordError as error:
            troubles.append(Trouble(record.number, str(error)))
            continue
        if found is not None:
            mended.append(found)
    return Done(None, tuple(mended), tuple(troubles))


class _Sink(io.RawIOBase):
    """Takes the bytes of a file and gives them out again, piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._pieces.append(bytes(data))
        self._length += len(self._pieces[-1])
        return len(self._pieces[-1])

    def tell(self) -> int:
        return self._length

    def drained(self) -> bytes:
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data


class Writer:
    """Batches to the bytes of a Parquet file with the schema, metadata and compression of ``path``.

    Raises:
        InputError: ``path`` cannot be read.
    """

    def __init__(self, path: Path, shape: Shape) -> None:
        self._arrow, module = extra("pyarrow", path), extra("pyarrow.parquet", path)
        self._field = shape.field or "text"
        self._sink = _Sink()
        with _opened(path) as file:
            groups = file.metadata.num_row_groups and file.metadata.num_columns
            codec = file.metadata.row_group(0).column(0).compression if groups else "SNAPPY"
            self._writer = module.ParquetWriter(
                self._sink, file.schema_arrow, compression="NONE" if codec == "UNCOMPRESSED" else codec
            )

    def add(self, batch: Batch, done: Done) -> bytes:
        """The bytes that the batch, with its changed texts, adds to the file."""
        self._writer.write_batch(self._changed(batch, done))
        return self._sink.drained()

    def end(self) -> bytes:
        """The last bytes."""
        self._writer.close()
        return self._sink.drained()

    def _changed(self, batch: Batch, done: Done) -> Any:
        new = {found.record.number - batch.first: found.repair.text for found in done.mended if found.changed}
        if not new:
            return batch.table
        place = batch.table.schema.get_field_index(self._field)
        old = batch.table.column(place)
        texts = [new.get(n, text) for n, text in enumerate(old.to_pylist())]
        column = self._arrow.array(texts, type=old.type)
        columns = [*batch.table.columns[:place], column, *batch.table.columns[place + 1 :]]
        return self._arrow.RecordBatch.from_arrays(columns, schema=batch.table.schema)
