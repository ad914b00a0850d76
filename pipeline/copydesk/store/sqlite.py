"""Stores in a SQLite file: pragmas, lock, migrations with a backup first."""

from __future__ import annotations

import contextlib
import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar

from copydesk.errors import ConfigError, StoreError
from copydesk.store.schema import APPLICATION_ID, require_known, scripts

BUSY_MS = 10_000
_CHECKPOINT_PAGES = 4000
"""Of the log, 16 MB: pages of an index that change with every commit are written to the file less often."""

_FULL = "Free disk space, then run the same command again: nothing done so far is lost"
_ELSEWHERE = "Name a writable place with --store FILE"
_REMEDIES = {
    "SQLITE_FULL": _FULL,
    "SQLITE_IOERR": _FULL,
    "SQLITE_READONLY": _ELSEWHERE,
    "SQLITE_CANTOPEN": _ELSEWHERE,
    "SQLITE_PERM": _ELSEWHERE,
    "SQLITE_BUSY": "Another program holds it; wait until it ends",
}


class SqliteConnection(sqlite3.Connection):
    """SQLite's own connection with the words that it uses alone (see :class:`connection.Connection`)."""

    BEGIN: ClassVar[str] = "BEGIN IMMEDIATE"
    ROW_LOCK: ClassVar[str] = ""
    is_usable = True

    def stream(self, sql: str, /) -> Iterator[Any]:
        """The rows of a SELECT, fetched as they are asked for."""
        return self.execute(sql)

    def all_words(self, words: Sequence[str], /) -> str:
        """In the query language of FTS5."""
        return " ".join(f'"{word}"' for word in words) + "*" if words else '""'

    def any_source_word(self, words: Sequence[str], /) -> str:
        """In the query language of FTS5."""
        return "source : (" + " OR ".join(f'"{word}"' for word in words) + ")"


def connect(path: Path) -> SqliteConnection:
    """A connection to the store at ``path``, created and migrated as needed.

    WAL with ``synchronous=FULL``: a commit survives a power cut. One writer at a time is the caller's
    promise (see :func:`exclusive`).

    Raises:
        StoreError: the file is not a store, is newer than this program, is damaged or cannot be opened.
    """
    with errors(path), _place_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            path, isolation_level=None, timeout=BUSY_MS / 1000, factory=SqliteConnection
        )
        try:
            for pragma in (
                "journal_mode=WAL",
                "synchronous=FULL",
                f"wal_autocheckpoint={_CHECKPOINT_PAGES}",
                "foreign_keys=ON",
                f"busy_timeout={BUSY_MS}",
            ):
                connection.execute(f"PRAGMA {pragma}")
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def back_up(path: Path, copy: Path) -> None:
    """Write what is committed in the store at ``path`` into ``copy``, while others work on it.

    The copy appears whole or not at all; it needs no file beside it.

    Raises:
        ConfigError: there is such a file already.
        StoreError: the store cannot be read or the copy not be written.
    """
    if copy.exists():
        raise ConfigError(f"{copy} is there already", remedy="Name another file; a backup replaces nothing")
    part = copy.with_name(f".{copy.name}.{os.getpid()}.tmp")
    with errors(path), _place_errors(copy):
        try:
            with contextlib.closing(_reader(path)) as source, contextlib.closing(sqlite3.connect(part)) as to:
                source.backup(to, pages=4096)
                to.execute("PRAGMA journal_mode=DELETE")
            handle = os.open(part, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)
            part.rename(copy)
        finally:
            part.unlink(missing_ok=True)


def _reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads; on a disk that cannot be written, what is in the file alone is read."""
    log = path.with_name(f"{path.name}-wal")
    kept = log.is_file() and log.stat().st_size > 0
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_MS / 1000)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        if kept:
            raise
        connection = sqlite3.connect(f"{uri}&immutable=1", uri=True)
    return connection


def exists(path: Path) -> bool:
    """Whether there is such a file."""
    return path.is_file()


@contextlib.contextmanager
def errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into StoreErrors that say what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorname", "")
        raise StoreError(f"the store {path} failed: {error}", remedy=_remedy(code)) from error


@contextlib.contextmanager
def _place_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"the store {path} cannot be used: {error.strerror}", remedy=_ELSEWHERE) from error


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the store for one run; the kernel lets go even after kill -9.

    Raises:
        StoreError: at once, if another run holds it.
    """
    side = path.with_name(path.name + ".lock")
    with _place_errors(path):
        side.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(side, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(
                f"another run is using the store {path}",
                remedy="Wait until it ends, or give this run its own with --store FILE",
            ) from error
        yield
    finally:
        os.close(handle)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    known = scripts("sqlite")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and tables:
        raise StoreError(f"{path} is a database of another program", remedy="Name another file with --store")
    require_known(version, len(known), path)
    if version == len(known):
        return
    if version:
        backup = path.with_name(f"{path.name}.v{version}.backup")
        backup.unlink(missing_ok=True)
        connection.execute("VACUUM INTO ?", (str(backup),))
    for number, script in enumerate(known[version:], start=version + 1):
        connection.executescript(
            f"BEGIN IMMEDIATE;\n{script}\nPRAGMA application_id={APPLICATION_ID};\n"
            f"PRAGMA user_version={number};\nCOMMIT;"
        )


def _remedy(code: str) -> str:
    for prefix, remedy in _REMEDIES.items():
        if code.startswith(prefix):
            return remedy
    return "Restore it from a backup, or start afresh with --store FILE"
