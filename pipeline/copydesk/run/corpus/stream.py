"""A corpus through the repair: file by file, block by block, results in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from copydesk.errors import CopydeskError, InputError
from copydesk.run.corpus import parquet
from copydesk.run.corpus.compression import blocks, extra, opened, packed
from copydesk.run.corpus.lines import Block, Columns, Done, columns_of, mend_block
from copydesk.run.corpus.mend import Mended
from copydesk.run.corpus.shape import Layout, Shape, Task, layout_of
from copydesk.run.corpus.tally import SHOWN, FileReport, Tally, Trouble, total
from copydesk.run.corpus.workers import Workers
from copydesk.store import outbox
from copydesk.translate.cores import cores


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of ``path`` has been done: its uncompressed bytes, and the records with marks just found."""

    path: Path
    bytes: int
    mended: tuple[Mended, ...]


@dataclass(slots=True)
class _Count:
    """What one file has shown so far."""

    bytes: int = 0
    tally: Tally = field(default_factory=Tally)
    troubles: list[Trouble] = field(default_factory=list)
    troubled: int = 0

    def add(self, size: int, done: Done | None) -> None:
        self.bytes += size
        if done is None:
            return
        if done.mended:
            self.tally = total((self.tally, done.tally))
        self.troubled += len(done.troubles)
        self.troubles += done.troubles[: SHOWN - len(self.troubles)]


class _NothingChangedError(CopydeskError):
    """Raised to leave the file as it is."""


def repair_corpus(
    tasks: Iterable[Task],
    shape: Shape,
    *,
    jobs: int | None = None,
    told: Callable[[Progress], None] = lambda _: None,
) -> Iterator[FileReport]:
    """Repair files over ``jobs`` processes (None: as many as cores); one report a file, in order.

    ``told`` hears of every block. Memory does not grow with the files. Bytes outside the edits stay as they
    are; a result is written whole or not at all. A file or record that cannot be read is named in the
    report and the others go on.

    Raises:
        PluginError: a package that a file needs is not installed.
        PublishError: a result cannot be written.
    """
    tasks = tuple(tasks)
    for task in tasks:
        _require(task.path)
    with Workers(jobs or cores()) as workers:
        for task in tasks:
            yield _one(task, shape, workers, told)


def _require(path: Path) -> None:
    """Ask for the packages that ``path`` needs before any work is done."""
    layout, compression = layout_of(path)
    if layout is Layout.PARQUET:
        extra("pyarrow", path)
    if compression == ".zst":
        extra("zstandard", path)


def _one(task: Task, shape: Shape, workers: Workers, told: Callable[[Progress], None]) -> FileReport:
    count = _Count()

    def heard(size: int, done: Done | None) -> None:
        count.add(size, done)
        told(Progress(task.path, count.bytes, done.mended if done is not None else ()))

    report = FileReport(task.path)
    try:
        pieces = _pieces(task, shape, workers, heard)
        if task.out is None:
            for _ in pieces:
                pass
        else:
            outbox.write(task.out, _unless_same(pieces, count) if task.keep else pieces)
            report = replace(report, written=task.out)
    except _NothingChangedError:
        pass
    except InputError as error:
        report = replace(report, error=str(error))
    return replace(
        report,
        bytes=count.bytes,
        tally=count.tally,
        troubles=tuple(count.troubles),
        troubled=count.troubled,
    )


def _unless_same(pieces: Iterable[bytes], count: _Count) -> Iterator[bytes]:
    yield from pieces
    if not count.tally.changed:
        raise _NothingChangedError("nothing to change")


Heard = Callable[[int, Done | None], None]


def _pieces(task: Task, shape: Shape, workers: Workers, heard: Heard) -> Iterator[bytes]:
    """The bytes of the repaired file."""
    layout, compression = layout_of(task.path)
    if layout is Layout.PARQUET:
        if compression:
            raise InputError(
                f"{task.path} is compressed twice", remedy="Unpack it: Parquet compresses itself"
            )
        yield from _batches(task.path, shape, workers, heard, write=task.out is not None)
        return
    done = _lines(task.path, layout, compression, shape, workers, heard)
    yield from packed(done, compression, task.path) if task.out is not None else done


def _lines(
    path: Path, layout: Layout, compression: str, shape: Shape, workers: Workers, heard: Heard
) -> Iterator[bytes]:
    with opened(path, compression) as handle:
        parts = _cut(blocks(handle), path, layout, shape)
        for (data, _), done in workers.map(mend_block, parts, lambda part: part[1]):
            heard(len(data), done)
            yield done.data if done is not None and done.data is not None else data


def _cut(
    parts: Iterable[tuple[bytes, bool]], path: Path, layout: Layout, shape: Shape
) -> Iterator[tuple[bytes, Block | None]]:
    """Each piece with the block to look into, None where it is passed on unseen."""
    columns: Columns | None = None
    first = 1
    for data, look in parts:
        start = 0
        if layout is Layout.TSV and columns is None:
            end = data.find(b"\n") + 1 or len(data)
            columns, header = columns_of(data[:end].decode("utf-8", "replace"), shape, str(path))
            start = end if header else 0
        if start:
            yield data[:start], None
            first += 1
        rest = data[start:] if start else data
        yield rest, Block(rest, first, layout, shape, columns) if look else None
        first += rest.count(b"\n")


def _batches(path: Path, shape: Shape, workers: Workers, heard: Heard, *, write: bool) -> Iterator[bytes]:
    parts = parquet.batches(path, shape)
    writer = parquet.Writer(path, shape) if write else None
    for batch, done in workers.map(parquet.mend_records, parts, lambda part: part.records or None):
        heard(batch.size, done)
        if writer is not None:
            yield writer.add(batch, done or Done(None))
    if writer is not None:
        yield writer.end()
