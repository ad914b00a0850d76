"""A connection to a PostgreSQL server, in the words of :class:`copydesk.store.connection.Connection`.

Commits are as durable as SQLite's, whatever the server's own settings: ``synchronous_commit`` is on. Every
statement sees what is committed when it starts (READ COMMITTED); what is read to be changed is locked first.
"""

from __future__ import annotations

import contextlib
import re
import socket
import ssl
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar

from pg8000.exceptions import Error
from pg8000.native import Connection as Driver
from pg8000.native import PreparedStatement

from copydesk.errors import StoreError
from copydesk.store.address import Server
from copydesk.store.postgresql.errors import ends_connection, explained

_PATIENCE = 10
"""Seconds to wait for an answer to a call, and for a lock."""

_SETTINGS = {
    "synchronous_commit": "on",
    "lock_timeout": f"{_PATIENCE}s",
    "idle_in_transaction_session_timeout": "5min",
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "10",
    "tcp_keepalives_count": "3",
    "client_min_messages": "warning",
    "standard_conforming_strings": "on",
}
_PREPARED = 100
_FETCHED = 500
_SQLITE_ONLY = re.compile(r" INDEXED BY \w+")
_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class _Rows:
    """All rows of an answer."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)

    def fetchone(self) -> Any:
        return self.rows.pop(0) if self.rows else None

    def fetchall(self) -> list[Any]:
        return self.rows

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)


class PostgresqlConnection:
    """A connection with the words that PostgreSQL uses alone (see :class:`connection.Connection`).

    Statements are prepared once. Every error of the driver comes out as a StoreError.
    """

    BEGIN: ClassVar[str] = "BEGIN"
    ROW_LOCK: ClassVar[str] = " FOR UPDATE"

    def __init__(self, server: Server) -> None:
        self._server = server
        self._driver = _call(server)
        self._prepared: OrderedDict[str, PreparedStatement] = OrderedDict()
        self._open = True
        self._cursors = 0
        self.in_transaction = False

    @property
    def is_usable(self) -> bool:
        """Whether the server still answers; asks it."""
        try:
            self.execute("SELECT 1")
        except StoreError:
            return False
        return True

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> _Rows:
        """Run one statement."""
        values = {f"p{n}": _kept(value) for n, value in enumerate(parameters)}
        with self._explained():
            if sql in (self.BEGIN, "COMMIT", "ROLLBACK"):
                self.in_transaction = sql == self.BEGIN
                self._driver.run(sql)
                return _Rows()
            return _Rows([tuple(row) for row in self._statement(sql).run(**values) or ()])

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> None:
        """Run one statement for each of ``rows``."""
        for row in rows:
            self.execute(sql, row)

    def stream(self, sql: str, /) -> Iterator[Any]:
        """The rows of a SELECT, a few hundred at a time; they are those of the moment it began."""
        self._cursors += 1
        name = f"rows_{self._cursors}"
        self.script(f"DECLARE {name} NO SCROLL CURSOR WITH HOLD FOR {sql}")
        while rows := self.script(f"FETCH {_FETCHED} FROM {name}"):
            yield from rows
        self.script(f"CLOSE {name}")

    def all_words(self, words: Sequence[str], /) -> str:
        """In the query language of tsquery."""
        quoted = [quote for word in words if (quote := _quoted(word))]
        return " & ".join(quoted) + ":*" if quoted else ""

    def any_source_word(self, words: Sequence[str], /) -> str:
        """In the query language of tsquery; the source has the weight A."""
        return " | ".join(f"{quote}:A" for word in words if (quote := _quoted(word)))

    def script(self, sql: str) -> list[tuple[Any, ...]]:
        """Run statements as they stand, without parameters; the rows of the last one."""
        with self._explained():
            return [tuple(row) for row in self._driver.run(sql) or ()]

    def close(self) -> None:
        """Hang up; what is not committed is gone."""
        if self._open:
            self._open = self.in_transaction = False
            with contextlib.suppress(Error, OSError):
                self._driver.close()

    def _statement(self, sql: str) -> PreparedStatement:
        statement = self._prepared.get(sql)
        if statement is None:
            if len(self._prepared) >= _PREPARED:
                self._prepared.popitem(last=False)[1].close()
            statement = self._driver.prepare(_translated(sql))
            self._prepared[sql] = statement
        self._prepared.move_to_end(sql)
        return statement

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """Errors of the driver as StoreErrors; a connection that broke in the middle is not used again."""
        if not self._open:
            raise StoreError(f"the connection to {self._server} is closed", remedy="Try again")
        try:
            yield
        except (Error, OSError) as error:
            if ends_connection(error):
                self.close()
            raise explained(error, self._server) from error
        except BaseException:  # interrupted: half an answer may be on its way
            self.close()
            raise


def _call(server: Server) -> Driver:
    """The driver's connection; the server has answered and let us in.

    Raises:
        StoreError: it did not.
    """
    try:
        return Driver(
            server.user,
            host=server.host,
            database=server.database,
            password=server.password,
            ssl_context=_tls(server),
            application_name="copydesk",
            startup_params=_SETTINGS | {"search_path": server.schema},
            sock=_socket(server),
        )
    except (Error, OSError) as error:
        raise explained(error, server) from error


def _socket(server: Server) -> socket.socket:
    if server.is_local:
        line = socket.socket(socket.AF_UNIX)
        try:
            line.connect(f"{server.host}/.s.PGSQL.{server.port}")
        except OSError:
            line.close()
            raise
        return line
    line = socket.create_connection((server.host, server.port), _PATIENCE)
    line.settimeout(None)  # an answer may take long, a dead line is found by keepalive
    line.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


def _tls(server: Server) -> ssl.SSLContext | bool | None:
    """What the driver takes for libpq's ``sslmode``."""
    if server.tls == "verify-full":
        return ssl.create_default_context(cafile=server.authorities or None)
    return {"disable": False, "prefer": None, "require": True}[server.tls]


@lru_cache(maxsize=500)
def _translated(sql: str) -> str:
    """SQLite's ``?`` as the driver's names; what only advises SQLite's planner is left out."""
    pieces = _SQLITE_ONLY.sub("", sql).split("?")
    return "".join(f"{piece}:p{n}" for n, piece in enumerate(pieces[:-1])) + pieces[-1]


def _kept(value: object) -> object:
    """``value``, if the server can keep it; nothing is on the line yet.

    Raises:
        StoreError: a text with a NUL, which a file can hold. UnicodeEncodeError: one with half a character.
    """
    if isinstance(value, str):
        value.encode()
        if "\0" in value:
            raise StoreError(
                "a text holds the character NUL, which PostgreSQL cannot keep", remedy="Remove it"
            )
    return value


def _quoted(word: str) -> str:
    """The letters and digits of ``word`` as a phrase of a tsquery; empty if it has none."""
    parts = _WORD.findall(word)
    return f"'{' '.join(parts)}'" if parts else ""
