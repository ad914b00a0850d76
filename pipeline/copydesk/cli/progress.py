"""Run events to a progress bar on standard error: articles, segments, words per second, time left."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from copydesk.errors import CopydeskError
from copydesk.run.events import ArticleDone, Event, Outcome, Translated


def shown(events: Iterable[Event], *, total: int | None, console: Console, quiet: bool) -> Iterator[Event]:
    """Pass ``events`` on while a bar follows them; what is missing is told at once, above the bar.

    ``total`` is the number of articles, None if unknown. Without a terminal, or with ``quiet``, there is no
    bar; failed articles and untranslated segments are still told.
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
                    _tell(event, console)
                elif event.held:
                    _tell_untranslated(event, console)
            yield event


def _tell(event: ArticleDone, console: Console) -> None:
    cause = event.error.__cause__ if event.error else None
    if type(event.error) is CopydeskError and cause is not None:  # a bug: its place is needed
        console.print("".join(traceback.format_exception(cause)), markup=False, highlight=False)
    for note in getattr(event.error, "__notes__", ()):  # a bug in another process
        console.print(note, markup=False, highlight=False)
    console.print(f"[red]failed[/] {escape(event.reason)}", highlight=False, soft_wrap=True)


def _tell_untranslated(event: ArticleDone, console: Console) -> None:
    count = f"{event.held} segment{'s' if event.held > 1 else ''} left untranslated"
    words = escape(f"{event.uri}: {count}. {event.why_held}")
    console.print(f"[yellow]untranslated[/] {words}", highlight=False, soft_wrap=True)
