"""A bar over the files of a corpus, shown when the work takes more than two seconds."""

from __future__ import annotations

import time
from collections.abc import Iterable

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from copydesk.run.corpus import FileReport, Progress, Task, layout_of

_PATIENCE = 2.0


class CorpusBar:
    """Use it as a context. Without a terminal on standard error nothing is shown."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._sizes = {task.path: _size(task) for task in tasks}
        self._whole = 0
        self._read = 0
        self._begun = time.monotonic()
        console = Console(stderr=True)
        self._bar = Bar(
            TextColumn("[bold]Repairing"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[speed]} MB/s · {task.fields[name]} ·", markup=False),
            TimeElapsedColumn(),
            TextColumn("· left"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._bar.add_task("", total=sum(self._sizes.values()) or None, speed=0, name="")
        self._shown = False

    def __enter__(self) -> CorpusBar:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._shown:
            self._bar.stop()

    def update(self, progress: Progress) -> None:
        """Move on within a file; inside a compressed one the bar waits for its end."""
        elapsed = time.monotonic() - self._begun
        if elapsed < _PATIENCE:
            return
        if not self._shown:
            self._shown = True
            self._bar.start()
        inside = min(progress.bytes, self._sizes[progress.path]) if not layout_of(progress.path)[1] else 0
        speed = round((self._read + progress.bytes) / elapsed / 1e6)
        self._bar.update(self._task, completed=self._whole + inside, speed=speed, name=progress.path.name)

    def done(self, report: FileReport) -> None:
        """A file is done."""
        self._whole += self._sizes[report.path]
        self._read += report.bytes


def _size(task: Task) -> int:
    try:
        return task.path.stat().st_size
    except OSError:  # the repair names it
        return 0
