"""Run events to a progress bar on standard error: articles, segments, words per second, time left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from copydesk.run.events import ArticleDone, Event, Outcome, Translated


def shown(events: Iterable[Event], *, total: int | None, console: Console, quiet: bool) -> Iterator[Event]:
    """Pass ``events`` on while a bar follows them; failures are told at once, above the bar.

    ``total`` is the number of articles, None if unknown. Without a terminal, or with ``quiet``, there is no
    bar; failures are still told.
    """
    progress = Progress(
        TextColumn("[bold]{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("articles · {task.fields[segments]} segments · {task.fields[speed]} words/s ·"),
        TimeElapsedColumn(),
        TextColumn("· left"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=quiet or not console.is_terminal,
    )
    segments = words = 0
    with progress:
        task = progress.add_task("Translating", total=total, segments=0, speed=0)
        for event in events:
            if isinstance(event, Translated):
                words += event.words
                progress.update(task, speed=round(words / max(progress.tasks[0].elapsed or 0, 0.1)))
            elif isinstance(event, ArticleDone):
                segments += event.segments
                progress.update(task, advance=1, segments=segments)
                if event.outcome is Outcome.FAILED:
                    console.print(f"[red]failed[/] {event.error}", highlight=False, soft_wrap=True)
            yield event
