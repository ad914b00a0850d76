"""Stores on a PostgreSQL server, each in a schema of its own: open, make, lock."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from copydesk.errors import StoreError
from copydesk.store.address import Server
from copydesk.store.database import transaction
from copydesk.store.postgresql.connection import PostgresqlConnection
from copydesk.store.schema import APPLICATION_ID, require_known, scripts

_LOCK = f"({APPLICATION_ID}, hashtext(?))"


def connect(server: Server) -> PostgresqlConnection:
    """A connection to the store at ``server``; its tables are made or migrated as needed, all or nothing.

    Raises:
        StoreError: the server cannot be reached, does not let us in or refuses, or the schema is not ours.
    """
    connection = PostgresqlConnection(server)
    try:
        _migrate(connection, server)
    except BaseException:
        connection.close()
        raise
    return connection


def exists(server: Server) -> bool:
    """Whether the schema holds a store.

    Raises:
        StoreError: the server cannot be asked.
    """
    with contextlib.closing(PostgresqlConnection(server)) as connection:
        return _is_store(connection, server)


def errors(server: Server) -> contextlib.AbstractContextManager[None]:  # noqa: ARG001 - as for SQLite
    """Nothing to turn: the connection's own errors say what to do."""
    return contextlib.nullcontext()


@contextlib.contextmanager
def exclusive(server: Server) -> Iterator[None]:
    """Hold the store for one run, by an advisory lock; the server lets go when the line is dead.

    Raises:
        StoreError: at once, if another run holds it.
    """
    with contextlib.closing(PostgresqlConnection(server)) as connection:
        name = f"run {server.schema}"
        (held,) = connection.execute(f"SELECT pg_try_advisory_lock{_LOCK}", (name,)).fetchone()
        if not held:
            raise StoreError(
                f"another run is using the store {server}",
                remedy="Wait until it ends, or give this run its own with ?schema=NAME",
            )
        yield


def _is_store(connection: PostgresqlConnection, server: Server) -> bool:
    return "store_version" in _tables(connection, server)


def _tables(connection: PostgresqlConnection, server: Server) -> set[str]:
    """The tables of the schema, its owner's or not, as they are now (``to_regclass`` may be behind)."""
    rows = connection.execute(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = ? AND c.relkind = 'r'",
        (server.schema,),
    )
    return {str(name) for (name,) in rows}


def _migrate(connection: PostgresqlConnection, server: Server) -> None:
    known = scripts("postgresql")
    if _is_store(connection, server) and _version(connection, server) == len(known):
        return
    _require_utf8(connection, server)
    with transaction(connection):
        connection.execute(f"SELECT pg_advisory_xact_lock{_LOCK}", (f"tables {server.schema}",))
        if not _is_store(connection, server):
            _found(connection, server)
        for number in range(_version(connection, server), len(known)):
            connection.script(known[number])
            connection.execute("UPDATE store_version SET number = ?", (number + 1,))


def _version(connection: PostgresqlConnection, server: Server) -> int:
    (version,) = connection.execute("SELECT number FROM store_version").fetchone()
    require_known(version, len(scripts("postgresql")), server)
    return int(version)


def _found(connection: PostgresqlConnection, server: Server) -> None:
    if _tables(connection, server):
        raise StoreError(
            f"the schema {server.schema} of {server} is that of another program",
            remedy="Name another one with ?schema=NAME",
        )
    connection.script(
        f"CREATE SCHEMA IF NOT EXISTS {server.schema};"  # noqa: S608 - a checked name
        " CREATE TABLE store_version (number INTEGER NOT NULL);"
        " INSERT INTO store_version VALUES (0)"
    )


def _require_utf8(connection: PostgresqlConnection, server: Server) -> None:
    (encoding,) = connection.execute("SELECT current_setting('server_encoding')").fetchone()
    if encoding != "UTF8":
        raise StoreError(
            f"the database {server.database} of {server} has the encoding {encoding}",
            remedy=f"Make one in UTF-8: createdb --template template0 --encoding UTF8 {server.database}",
        )
