"""Open a store, wherever it is, and change it all or nothing."""

from __future__ import annotations

import contextlib
import importlib
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, cast

from copydesk.errors import ConfigError, PluginError
from copydesk.store import sqlite
from copydesk.store.address import Address
from copydesk.store.connection import Connection

__all__ = [
    "FAILURES",
    "Connection",
    "back_up",
    "connect",
    "exclusive",
    "required",
    "store_errors",
    "transaction",
]

FAILURES = (sqlite3.Error, OSError)
"""The store or the system failed: that concerns every article, and no guard may swallow it."""


class _Kind(Protocol):
    """What the module of a kind of database offers; its addresses are its own."""

    def connect(self, address: Any, /) -> Connection: ...
    def exists(self, address: Any, /) -> bool: ...
    def exclusive(self, address: Any, /) -> AbstractContextManager[None]: ...
    def errors(self, address: Any, /) -> AbstractContextManager[None]: ...


def connect(address: Address) -> Connection:
    """A connection to the store at ``address``, created and migrated as needed.

    A commit survives a power cut.

    Raises:
        StoreError: it is no store, is newer than this program, is damaged or cannot be reached or opened.
        PluginError: the packages for this kind of store are missing.
    """
    return _kind(address).connect(address)


def required(address: Address) -> Address:
    """``address``, where a store is.

    Raises:
        ConfigError: there is none.
    """
    if not _kind(address).exists(address):
        raise ConfigError(f"there is no store {address}", remedy="Name the one of your run with --store")
    return address


def back_up(address: Address, copy: Path) -> None:
    """Write a copy of the store into the file ``copy``, while others work on it.

    Raises:
        ConfigError: the store is on a server, which has its own tool, or the file is there already.
        StoreError: the store cannot be read, or the file not be written.
    """
    if not isinstance(address, Path):
        raise ConfigError(
            f"{address} is backed up by its server's own tool",
            remedy=f"Run: pg_dump --format custom --schema {address.schema} {address.database} > {copy}",
        )
    sqlite.back_up(address, copy)


def store_errors(address: Address) -> AbstractContextManager[None]:
    """Turn the database's errors into StoreErrors that say what to do."""
    return _kind(address).errors(address)


def exclusive(address: Address) -> AbstractContextManager[None]:
    """Hold the store for one run; it is free again however the run ends.

    Raises:
        StoreError: at once, if another run holds it.
    """
    return _kind(address).exclusive(address)


@contextlib.contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing: commits at the end, rolls back on any exception."""
    connection.execute(connection.BEGIN)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _kind(address: Address) -> _Kind:
    if isinstance(address, Path):
        return sqlite
    try:
        return cast("_Kind", importlib.import_module("copydesk.store.postgresql.server"))
    except ModuleNotFoundError as error:
        raise PluginError(
            f"a store on PostgreSQL needs the package {error.name}",
            remedy="Run: pip install 'copydesk[postgres]'",
        ) from error
