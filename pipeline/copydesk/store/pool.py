"""Connections to one store for the threads of a server, each for one request at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from copydesk.store.address import Address
from copydesk.store.connection import Connection
from copydesk.store.database import connect, store_errors

_KEPT = 8


class ConnectionPool:
    """Lends connections to ``store``.

    To open a SQLite file costs next to nothing, and its connections stay with their thread: each request
    has a fresh one. Those to a server are kept and lent again while they work.
    """

    def __init__(self, store: Address) -> None:
        self._store = store
        self._free: list[Connection] = []
        self._lock = Lock()
        self._keeps = not isinstance(store, Path)

    @contextlib.contextmanager
    def open(self) -> Iterator[None]:
        """Hold the store open: the last connection to close would write back SQLite's whole WAL."""
        with store_errors(self._store), contextlib.closing(connect(self._store)):
            try:
                yield
            finally:
                while self._free:
                    self._free.pop().close()

    @contextlib.contextmanager
    def lend(self) -> Iterator[Connection]:
        """A connection of one's own until the end of the block.

        Raises:
            StoreError: the store cannot be opened, or failed within the block.
        """
        with store_errors(self._store):
            connection = self._kept() or connect(self._store)
            try:
                yield connection
            finally:
                self._take_back(connection)

    def _kept(self) -> Connection | None:
        while True:
            with self._lock:
                if not self._free:
                    return None
                connection = self._free.pop()
            if connection.is_usable:
                return connection
            connection.close()

    def _take_back(self, connection: Connection) -> None:
        with self._lock:
            if self._keeps and len(self._free) < _KEPT and not connection.in_transaction:
                self._free.append(connection)
                return
        connection.close()
