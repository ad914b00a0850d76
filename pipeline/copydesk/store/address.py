"""Where a store is: a SQLite file, or a schema of a database on a PostgreSQL server."""

from __future__ import annotations

import getpass
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from copydesk.errors import ConfigError

_SCHEMES = ("postgresql", "postgres")
_FORM = "Write postgresql://USER@HOST/DATABASE, the password in the environment variable PGPASSWORD"
_OPTIONS = ("host", "schema", "sslmode", "sslrootcert")
_TLS = ("disable", "prefer", "require", "verify-full")
_SCHEMA = re.compile(r"[a-z_][a-z0-9_]{0,62}")

_SQLITE = b"SQLite format 3\0"
"""How every SQLite file begins (sqlite.org/fileformat.html, 1.3)."""


@dataclass(frozen=True, slots=True)
class Server:
    """A store on a PostgreSQL server. As text it is a URL without the password.

    ``host`` is a name, an address, or the folder of a Unix socket. ``schema`` holds the store's tables:
    several stores may share a database. ``tls`` is libpq's ``sslmode``, ``authorities`` the file of
    certificates that "verify-full" trusts, empty for the system's.
    """

    user: str
    host: str
    port: int
    database: str
    schema: str = "copydesk"
    tls: str = "prefer"
    authorities: str = ""
    password: str = field(default="", repr=False)

    @property
    def is_local(self) -> bool:
        """Whether it is reached through a Unix socket."""
        return self.host.startswith("/")

    @property
    def name(self) -> str:
        """What tells it from other stores in few words, as a file's name does."""
        return self.database if self.schema == "copydesk" else f"{self.database}, {self.schema}"

    def __str__(self) -> str:
        options = f"?schema={self.schema}" if self.schema != "copydesk" else ""
        host = quote(self.host, safe="") if self.is_local else self.host
        host = f"[{host}]" if ":" in host else host
        return f"postgresql://{quote(self.user)}@{host}:{self.port}/{quote(self.database)}{options}"


Address: TypeAlias = Path | Server


def address(text: str) -> Address:
    """What ``text`` names: a ``postgresql://`` URL, else a file.

    Raises:
        ConfigError: a URL that cannot be understood.
    """
    scheme, mark, _ = text.partition("://")
    if not mark:
        return Path(text)
    if scheme not in _SCHEMES:
        raise ConfigError(f"{scheme}:// names no store", remedy=f"Name a file. {_FORM}")
    return _server(text)


def is_store(place: Address) -> bool:
    """Whether ``place`` is a server or an existing SQLite file, whatever its name.

    Raises:
        OSError: it cannot be read.
    """
    if isinstance(place, Server):
        return True
    with place.open("rb") as handle:
        return handle.read(len(_SQLITE)) == _SQLITE


def _server(text: str) -> Server:
    try:
        url = urlsplit(text)
        port = url.port or int(os.environ.get("PGPORT", "5432"))
    except ValueError as error:
        raise ConfigError("the URL of the store cannot be understood", remedy=_FORM) from error
    database = unquote(url.path.strip("/"))
    if not database or "/" in database:
        raise ConfigError("the URL of the store names no database", remedy=_FORM)
    options = dict(parse_qsl(url.query))
    if unknown := sorted(options.keys() - set(_OPTIONS)):
        raise ConfigError(
            f"the URL of the store has an unknown option {unknown[0]!r}",
            remedy=f"Known: {', '.join(_OPTIONS)}",
        )
    host = options.get("host") or unquote(url.hostname or "") or os.environ.get("PGHOST") or "localhost"
    return Server(
        user=unquote(url.username or "") or os.environ.get("PGUSER") or getpass.getuser(),
        host=host,
        port=port,
        database=database,
        schema=_schema(options.get("schema", "copydesk")),
        tls=_tls(options.get("sslmode"), host),
        authorities=options.get("sslrootcert", ""),
        password=unquote(url.password or "") or os.environ.get("PGPASSWORD", ""),
    )


def _schema(name: str) -> str:
    if not _SCHEMA.fullmatch(name):
        raise ConfigError(
            f"{name!r} cannot be the schema of a store", remedy="Use small letters, digits and underscores"
        )
    return name


def _tls(mode: str | None, host: str) -> str:
    """The mode asked for; without one, TLS where the server offers it and the way leads over a network."""
    if mode is None:
        return "disable" if host.startswith("/") or host in ("localhost", "127.0.0.1", "::1") else "prefer"
    if mode not in _TLS:
        raise ConfigError(f"sslmode={mode} is not known", remedy=f"Known: {', '.join(_TLS)}")
    return mode
