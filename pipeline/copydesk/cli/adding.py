"""How a model comes, on standard error: bytes on a terminal, a line for each step elsewhere."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn, TransferSpeedColumn
from rich.progress import Progress as Bars

from copydesk.errors import CopydeskError
from copydesk.models.progress import Progress, Tell

_MIB = 2**20


@contextlib.contextmanager
def adding(name: str, console: Console | None = None) -> Iterator[Tell]:
    """What to tell while the model ``name`` is added."""
    console = console or Console(stderr=True)
    if not console.is_terminal:
        yield _lines(name, console)
        return
    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Bars(TextColumn("{task.description}"), *columns, console=console, transient=True) as bars:
        task = bars.add_task(name, total=None)

        def tell(now: Progress) -> None:
            bars.update(task, description=f"{name}: {now.what}", completed=now.done, total=now.total or None)

        yield tell


def told(error: CopydeskError) -> str:
    """``error`` as one line without its remedy."""
    return " ".join(error.message.split())


def _lines(name: str, console: Console) -> Tell:
    """Each step once, with its size where it is known; the bytes of a download in tenths."""
    last = [""]

    def tell(now: Progress) -> None:
        line = f"{name}: {now.what}"
        if now.total:
            tenth = 10 * (10 * now.done // now.total)
            line = f"{name}: fetching {now.total / _MIB:,.0f} MiB, {tenth} %"
        if line != last[0]:
            last[0] = line
            console.print(line, markup=False, highlight=False, soft_wrap=True)

    return tell
