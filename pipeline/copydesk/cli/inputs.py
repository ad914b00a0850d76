"""Settings and input files for the commands that take an article or two and need no store."""

from __future__ import annotations

import glob
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import Any

from copydesk.config.load import load
from copydesk.config.settings import Settings
from copydesk.data import Glossary
from copydesk.errors import ConfigError, InputError
from copydesk.formats.glossary import read_glossary
from copydesk.formats.language_tag import required_tag
from copydesk.ingest.base import Raw
from copydesk.store.inbox import Refused, collect


def settings_of(config: Path | None, **sections: dict[str, Any]) -> Settings:
    """The settings in force, with those flags on top that were given (are not None)."""
    return load(file=config, flags=sections)


def glossary_of(settings: Settings) -> Glossary:
    """The glossary that the settings name, or an empty one.

    Raises:
        ConfigError: if the file cannot be read, or a line of it is wrong.
    """
    path = settings.run.glossary
    if path is None:
        return Glossary()
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"the glossary {path} cannot be read: {error.strerror}", remedy="Check --glossary"
        ) from error
    try:
        return read_glossary(data, name=str(path))
    except InputError as error:
        raise ConfigError(error.message, remedy=error.remedy) from error


def skipped_files(uris: Sequence[str]) -> str:
    """A line that counts the files of a folder that are not read, by kind, and names some."""
    kinds = Counter(PurePath(uri).suffix.lower() or "without suffix" for uri in uris)
    counted = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common(6))
    shown = ", ".join(uris[:5]) + (" ..." if len(uris) > 5 else "")
    return f"Skipped {len(uris)} file(s) that are no articles by their names: {counted} ({shown})"


def matched(names: Sequence[str]) -> Iterator[str]:
    """``names`` in order; a pattern (``*``, ``**``) that is no file itself as all that it matches, sorted.

    Raises:
        ConfigError: a pattern matches nothing.
    """
    for name in names:
        if not glob.has_magic(name) or "://" in name or Path(name).exists():
            yield name
            continue
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob knows no absolute patterns
        if not found:
            raise ConfigError(f"nothing matches {name}", remedy="Check the pattern and the working directory")
        yield from found


def tags_of(text: str, flag: str) -> tuple[str, ...]:
    """The tags of ``text``, which joins them by commas; each once.

    Raises:
        ConfigError: if one is none.
    """
    return tuple(dict.fromkeys(required_tag(part.strip(), flag) for part in text.split(",")))


def every(name: str, settings: Settings) -> list[Raw]:
    """All articles in the file ``name``.

    Raises:
        ConfigError, InputError: if there is none, or one cannot be read.
    """
    items = list(collect([name], settings.ingest))
    if not items:
        raise ConfigError(f"{name} holds no article", remedy="Name a file with one")
    for item in items:
        if isinstance(item, Refused):
            raise item.error
    return [item for item in items if isinstance(item, Raw)]


def one(name: str, settings: Settings) -> Raw:
    """The one article in the file ``name``.

    Raises:
        ConfigError, InputError: if there is none, more than one, or it cannot be read.
    """
    items = list(collect([name], settings.ingest))
    if len(items) != 1:
        raise ConfigError(f"{name} holds {len(items)} articles", remedy="Name a file with one article")
    (item,) = items
    if isinstance(item, Refused):
        raise item.error
    return item


def lines_of(name: str) -> Iterator[str]:
    """The lines of a UTF-8 file, without their ends.

    Raises:
        ConfigError: if it cannot be read or is not UTF-8.
    """
    try:
        with Path(name).open(encoding="utf-8", newline="\n") as handle:
            for line in handle:
                yield line.rstrip("\r\n")
    except OSError as error:
        raise ConfigError(f"{name} cannot be read: {error.strerror}", remedy="Check the name") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name} is not UTF-8 ({error.reason})", remedy="Convert it to UTF-8") from error
