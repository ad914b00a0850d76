"""``copydesk watch``: new and changed articles of folders and feeds, as they arrive."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.console import Console

from copydesk.cli.garbage import collect_seldom
from copydesk.cli.inputs import glossary_of, settings_of, tags_of
from copydesk.cli.options import (
    ConfigFile,
    EngineName,
    GlossaryFile,
    OutputFolder,
    RunStore,
    SourceLanguage,
    TargetLanguages,
)
from copydesk.cli.progress import shown
from copydesk.config.settings import Settings
from copydesk.errors import ConfigError
from copydesk.formats.language_tag import required_tag
from copydesk.run.events import ArticleDone, Outcome
from copydesk.run.session import default_store, session
from copydesk.store.address import address
from copydesk.store.find import find, places
from copydesk.store.inbox import STDIN, is_address
from copydesk.translate.translator import open_translator

_State = dict[str, tuple[int, int]]


def watch(
    inputs: Annotated[list[str], typer.Argument(metavar="FOLDER|FEED...", help="Folders, globs, addresses.")],
    to: TargetLanguages,
    out: OutputFolder,
    source: SourceLanguage = None,
    store: RunStore = None,
    every: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="How often to look; a file must rest as long.")
    ] = 5.0,
    engine: EngineName = None,
    glossary: GlossaryFile = None,
    config: ConfigFile = None,
) -> int:
    r"""Translate new and changed articles as they arrive, until Ctrl-C.

    Each look that finds a change is a `copydesk run`: nothing is published twice, and what a killed watch
    left is taken up by the next one. A file counts when it has not changed between two looks. Feeds, pages
    and wordpress: sites are asked once a minute at most; each new or changed entry of a feed is an article.

    \b
    Examples:
      copydesk watch incoming/ --to fr --out out
      copydesk watch incoming/ --to fr,en --out out --every 60 --store postgresql://desk@db/news
      copydesk watch https://diario.example/rss.xml --to fr --out out
    """
    settings = settings_of(
        config,
        detect={"source": required_tag(source, "--from") if source else None},
        translate={"engine": engine},
        run={"glossary": glossary},
    )
    if STDIN in inputs:
        raise ConfigError("standard input cannot be watched", remedy="Name folders, files or addresses")
    targets, terms = tags_of(to, "--to"), glossary_of(settings)
    place = address(store) if store else default_store(out)
    console = Console(stderr=True)
    collect_seldom()
    typer.echo(f"Watching {', '.join(inputs)}. Ctrl-C ends it.", err=True)
    with contextlib.suppress(KeyboardInterrupt), open_translator(settings.translate) as translator:
        for _ in changes(inputs, settings, every=every):
            events = session(
                inputs,
                settings,
                targets=targets,
                glossary=terms,
                out=out,
                store=place,
                may_be_empty=True,
                translator=translator,
            )
            for event in shown(events, total=None, console=console, quiet=False):
                if isinstance(event, ArticleDone) and event.outcome is Outcome.PUBLISHED:
                    typer.echo(f"{event.folder}\t{event.version}\t{event.uri}")
    return 0


def changes(inputs: Sequence[str], settings: Settings, *, every: float) -> Iterator[None]:
    """Tells each time when files of ``inputs`` are new, changed or gone and two looks agree about them.

    Where ``inputs`` name addresses it is told each time that they may be asked again, too.
    """
    files = [name for name in inputs if not is_address(name)]
    pause = max(every, settings.run.web_pause) if len(files) < len(inputs) else math.inf
    asked = -math.inf
    known: _State = {}
    before = _state(files, settings)
    while True:
        time.sleep(every)
        now = _state(files, settings)
        news = now == before and now != known
        if news or time.monotonic() >= asked + pause:
            known = now if news else known
            asked = time.monotonic()
            yield
        before = now


def _state(inputs: Sequence[str], settings: Settings) -> _State:
    found: _State = {}
    for item in find(places(inputs, settings.ingest)):
        try:
            status = item.path.stat()
        except OSError:
            continue  # gone between two looks
        found[str(item.path)] = (status.st_mtime_ns, status.st_size)
    return found
