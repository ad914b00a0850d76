"""What a PostgreSQL server or the way to it complains about, and what to do next."""

from __future__ import annotations

from pg8000.exceptions import DatabaseError

from copydesk.errors import StoreError
from copydesk.store.address import Server

_AGAIN = "Start it or wait until it is up, then try again: what was called saved or done is not lost"
_FULL = "Free disk space on the server, then try again: what was called saved or done is not lost"
_TLS = "Set sslmode in the URL to what the server offers, sslrootcert to the file of its authority"
_BUSY = "Another program holds what this one needs; wait a moment and try again"
_PASSWORD = "Check the user and the password; PGPASSWORD or the URL holds it"  # noqa: S105 - no password
_ACCESS = "Check the user's name and what pg_hba.conf lets in; if it asks for TLS, add ?sslmode=require"

_REMEDIES = {
    "28P01": _PASSWORD,
    "28000": _ACCESS,
    "3D000": "Create it: createdb --encoding UTF8 {database}",
    "42501": 'Let the user make the tables: GRANT CREATE ON DATABASE "{database}" TO "{user}"',
    "25006": "Name the primary server: this one is read-only",
    "53100": _FULL,
    "53300": "Raise max_connections on the server, or end some programs that use it",
    "54000": "A text is too long for an index of PostgreSQL: shorten the article's id",
    "55P03": _BUSY,
    "40P01": _BUSY,
    "40001": _BUSY,
    "08": _AGAIN,
    "57P": _AGAIN,
    "58": "See the server's log",
    "XX": "See the server's log; restore the database from a backup if it is damaged",
}
_FATAL = ("FATAL", "PANIC")


def explained(error: Exception, server: Server) -> StoreError:
    """``error`` of the driver or the system, as one that says what to do; no password is in it."""
    told = _told(error)
    if told is None:
        reason = _cause(error)
        remedy = _TLS if "SSL" in reason else _AGAIN
        return StoreError(f"the store {server} cannot be reached: {reason}", remedy=remedy)
    message = told.get("M", "it gave no reason")
    remedy = next((text for code, text in _REMEDIES.items() if told.get("C", "").startswith(code)), "")
    remedy = remedy.format(database=server.database, user=server.user)
    return StoreError(f"the store {server} failed: {message}", remedy=remedy or "See the server's log")


def ends_connection(error: Exception) -> bool:
    """Whether the connection is of no use any more after ``error``."""
    told = _told(error)
    return told is None or told.get("V", told.get("S")) in _FATAL


def _told(error: BaseException) -> dict[str, str] | None:
    """What the server said; None if it said nothing."""
    seen: BaseException | None = error
    while seen is not None:  # closing a refused connection may fail in turn and hide the refusal
        if isinstance(seen, DatabaseError) and seen.args and isinstance(seen.args[0], dict):
            return seen.args[0]
        seen = seen.__context__
    return None


def _cause(error: BaseException) -> str:
    while error.__cause__ is not None:
        error = error.__cause__
    return (error.strerror if isinstance(error, OSError) else "") or str(error)
