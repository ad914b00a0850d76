"""Whole runs, and what they left in their store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from copydesk.api.settings import Terms, glossary_of, settings_of
from copydesk.config.settings import Settings
from copydesk.data import Draft
from copydesk.formats.language_tag import required_tag
from copydesk.run.events import Event
from copydesk.run.session import default_store, session
from copydesk.store import decisions, drafts, editions
from copydesk.store.address import address
from copydesk.store.database import connect, required, store_errors
from copydesk.store.editions import EditionRow


def run(
    inputs: str | Path | Sequence[str | Path],
    *,
    to: str | Sequence[str],
    out: str | Path,
    source: str | None = None,
    engine: str | None = None,
    formats: Sequence[str] = (),
    glossary: Terms = (),
    store: str | Path | None = None,
    settings: Settings | None = None,
) -> Iterator[Event]:
    """Translate articles and publish aligned versions; the work is done as the events are read.

    Stopped anywhere and called again it goes on where it stopped. The last event is ``RunDone`` with the
    totals; a bad article is an ``ArticleDone`` with its error and costs no other.

    Args:
        inputs: files, folders or patterns.
        to: the target language or languages (BCP 47).
        out: the folder to publish into.
        source: the articles' language; detected by default.
        engine: its name; by default the best one installed.
        formats: publishers; by default those of the settings.
        glossary: terms to be kept to.
        store: a file or a ``postgresql://`` URL; by default a file beside ``out``.
        settings: everything else.

    Raises:
        ConfigError: at once, if the settings do not fit together.
        StoreError, PublishError: while it runs, if the disk or the store fails.
    """
    options = settings_of(
        settings,
        detect={"source": source and required_tag(source)},
        translate={"engine": engine},
        publish={"formats": tuple(formats) or None},
    )
    if not options.run.jobs:  # a script without a __main__ guard could not start processes
        options = settings_of(options, run={"jobs": 1})
    names = [inputs] if isinstance(inputs, str | Path) else inputs
    targets = [to] if isinstance(to, str) else to
    folder = Path(out)
    return session(
        [str(name) for name in names],
        options,
        targets=[required_tag(target) for target in targets],
        glossary=glossary_of(glossary),
        out=folder,
        store=address(str(store)) if store else default_store(folder),
    )


class Store:
    """What runs and reviewers left in a store, for reading. Also a context manager.

    Raises:
        ConfigError: there is no such store.
        StoreError: it cannot be read.
    """

    def __init__(self, place: str | Path) -> None:
        self._place = required(address(str(place)))
        with store_errors(self._place):
            self._connection = connect(self._place)

    def editions(self) -> list[EditionRow]:
        """The newest published edition of each article and language, by name and language."""
        with store_errors(self._place):
            return list(editions.published(self._connection))

    def draft(self, edition: EditionRow) -> Draft | None:
        """The article of ``edition``, with its translations and findings; None if it is gone."""
        with store_errors(self._place):
            return drafts.rebuild(self._connection, edition.stage_keys, edition.target)

    def decisions(self, edition: EditionRow) -> Mapping[str, str]:
        """The source texts of the segments that people decided, and what they are to read."""
        with store_errors(self._place):
            texts = decisions.human_texts(self._connection, article=edition.article, target=edition.target)
        return {source: text.text for source, text in texts.items()}

    def close(self) -> None:
        """Let go of the store."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({str(self._place)!r})"
