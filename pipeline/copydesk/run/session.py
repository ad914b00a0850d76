"""A whole run: inputs to published editions, with its store locked and its engines open."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import chain, islice
from pathlib import Path

from copydesk.config.settings import Settings
from copydesk.data import Glossary
from copydesk.errors import ConfigError
from copydesk.ingest.base import Raw
from copydesk.run.batch import claim, write_batch
from copydesk.run.events import Event, RunDone
from copydesk.run.execute import execute
from copydesk.run.executors import Executor, Setup, processes
from copydesk.run.plan import Plan, make_plan
from copydesk.store import inbox
from copydesk.store.address import Address
from copydesk.store.database import connect, exclusive, store_errors
from copydesk.store.inbox import Refused
from copydesk.translate.translator import Translator, open_translator

_FEW = 64
"""Fewer articles are done before other processes have started."""


def session(
    inputs: Sequence[str],
    settings: Settings,
    *,
    targets: Sequence[str],
    glossary: Glossary,
    out: Path,
    store: Address,
    may_be_empty: bool = False,
    translator: Translator | None = None,
) -> Iterator[Event]:
    """Translate ``inputs`` (files, folders, globs, "-") into ``targets`` (BCP 47) and publish into ``out``.

    What is wrong with the settings or the folder is raised at once; the work is done as the events are read,
    and the store is held until the last one, ``RunDone``. Folders without an article are an error unless they
    ``may_be_empty``. The engines of ``desk`` are used and stay open; without it they are started and stopped.

    Raises:
        ConfigError: the plans do not fit together, or ``out`` is a file.
        StoreError, PublishError: while it runs, the disk or the store failed; the same run goes on later.
    """
    plans = [make_plan(settings, target=target, glossary=glossary) for target in targets]
    if out.exists() and not out.is_dir():
        raise ConfigError(f"--out {out} is a file", remedy="Name a folder")
    raws = inbox.collect(inputs, settings.ingest, apart=out, may_be_empty=may_be_empty)
    return _events(raws, plans, out, store, translator)


def _executor(
    raws: Iterator[Raw | Refused], plans: Sequence[Plan], store: Address, translator: Translator
) -> tuple[Iterator[Raw | Refused], AbstractContextManager[Executor | None]]:
    """``raws`` again, and who works on them: other processes where there are enough articles and cores."""
    options = plans[0].settings.run
    jobs = options.jobs or len(os.sched_getaffinity(0))
    first = list(islice(raws, _FEW)) if jobs > 1 and not options.jobs else []
    again = chain(first, raws)
    if jobs < 2 or translator.reads_context or (not options.jobs and len(first) < _FEW):
        return again, nullcontext(None)
    return again, processes(Setup(plans, store), jobs, ahead=2 * options.window_articles)


def default_store(out: Path) -> Path:
    """The store of a run into ``out`` that names none: a file beside the folder."""
    place = out.resolve()
    return place.parent / f"{place.name}.copydesk.sqlite"


def _events(
    raws: Iterator[Raw | Refused],
    plans: Sequence[Plan],
    out: Path,
    store: Address,
    opened: Translator | None,
) -> Iterator[Event]:
    settings = plans[0].settings
    with (
        exclusive(store),
        store_errors(store),
        contextlib.closing(connect(store)) as connection,
        contextlib.nullcontext(opened) if opened else open_translator(settings.translate) as translator,
    ):
        claim(out)
        raws, beside = _executor(raws, plans, store, translator)
        with beside as executor:
            for event in execute(
                raws, plans, translator=translator, connection=connection, root=out, executor=executor
            ):
                if isinstance(event, RunDone):
                    write_batch(
                        connection,
                        out,
                        tmx=settings.publish.tmx,
                        changed=bool(event.published),
                        base_url=settings.publish.base_url,
                    )
                yield event
