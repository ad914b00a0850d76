"""A corpus mended: which files, where to, a bar while it goes on, a report at its end."""

from __future__ import annotations

import glob
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from rich.console import Console

from copydesk.cli.mending.progress import CorpusBar
from copydesk.cli.mending.records import edit_record, finding_record
from copydesk.cli.mending.report import as_json, table
from copydesk.errors import ConfigError, PublishError
from copydesk.run.corpus import FileReport, Layout, Progress, Shape, Task, layout_of, repair_corpus


def is_corpus(files: Sequence[str], *, lines: bool) -> bool:
    """Whether ``files`` are a corpus by their names: several, a glob, compressed, or not plain text.

    With ``lines``, one file of lines is read as it always was, whatever its name says.
    """
    if len(files) != 1 or _is_glob(files[0]):
        return True
    layout, compression = layout_of(Path(files[0]))
    return bool(compression) or (layout is not Layout.TEXT and not (lines and layout is not Layout.PARQUET))


def mend_corpus(
    files: Sequence[str],
    shape: Shape,
    *,
    out: Path | None,
    write: bool,
    edits: Path | None,
    jobs: int | None,
    json_report: bool,
) -> int:
    """Mend all ``files``; the exit code: 4 if a file or record could not be read, 1 if marks remain.

    Raises:
        ConfigError: no file matches, or two results would have one name.
        PluginError, PublishError: a package is missing; a result cannot be written.
    """
    tasks = tasks_of(files, out, write=write)
    reports: list[FileReport] = []
    with _edits(edits) as log, CorpusBar(tasks) as bar:

        def told(progress: Progress) -> None:
            bar.update(progress)
            if log is not None:
                _log(progress, log)

        for report in repair_corpus(tasks, shape, jobs=jobs, told=told):
            bar.done(report)
            reports.append(report)
    if json_report:
        sys.stdout.write(as_json(reports) + "\n")
    else:
        table(reports, console=Console(soft_wrap=True, highlight=False))
    if any(report.error or report.troubled for report in reports):
        return 4
    return 1 if any(report.tally.open or report.tally.left for report in reports) else 0


def tasks_of(files: Sequence[str], out: Path | None, *, write: bool) -> tuple[Task, ...]:
    """The files that the names and globs mean, each once, and where their results go.

    Below ``out`` they keep their folders from the deepest one that holds them all.

    Raises:
        ConfigError: a glob matches nothing, or a result would fall on its own source.
    """
    paths = tuple(dict.fromkeys(path for name in files for path in _expanded(name)))
    if out is None:
        return tuple(Task(path, path if write else None, keep=write) for path in paths)
    absolute = [Path.cwd() / path for path in paths]
    root = Path(os.path.commonpath([path.parent for path in absolute]))
    tasks = tuple(
        Task(path, out / whole.relative_to(root)) for path, whole in zip(paths, absolute, strict=True)
    )
    for task in tasks:
        if task.out is not None and task.out.resolve() in {path.resolve() for path in paths}:
            raise ConfigError(f"{task.out} is one of the files to mend", remedy="Name another --out folder")
    return tasks


def _expanded(name: str) -> Iterator[Path]:
    if not _is_glob(name):
        yield Path(name)
        return
    found = sorted(filter(os.path.isfile, glob.glob(name, recursive=True)))  # noqa: PTH207 - absolute patterns too
    if not found:
        raise ConfigError(f"no file matches {name}", remedy="Check the pattern")
    yield from map(Path, found)


def _is_glob(name: str) -> bool:
    return glob.has_magic(name) and not Path(name).exists()


@contextmanager
def _edits(path: Path | None) -> Iterator[IO[str] | None]:
    """The file for the edits; it takes its name when all is done."""
    if path is None:
        yield None
        return
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        try:
            with temporary.open("x", encoding="utf-8", errors="backslashreplace") as handle:
                yield handle
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise PublishError(f"{path} cannot be written: {error.strerror}", remedy="Check --edits") from error


def _log(progress: Progress, handle: IO[str]) -> None:
    for found in progress.mended:
        record = {
            "file": str(progress.path),
            "record": found.record.number,
            "language": found.record.language,
            "before": found.record.text,
            "edits": [edit_record(edit) for edit in found.repair.edits],
            "findings": [finding_record(finding) for finding in found.repair.findings],
        }
        handle.write(json.dumps(record, ensure_ascii=False) + "\n")
