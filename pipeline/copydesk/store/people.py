"""Who may review, and who is signed in. Tokens and session keys are kept as hashes only."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from copydesk.store.connection import Connection

LASTS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Person:
    """A reviewer, or an approver, who may also approve and publish whole articles."""

    name: str
    role: str

    @property
    def approves(self) -> bool:
        """Whether this person may approve and publish articles."""
        return self.role == "approver"


def add(connection: Connection, name: str, role: str) -> str:
    """Add a person, or give a known one a new token and role.

    Returns:
        The token; it is nowhere else.
    """
    token = secrets.token_urlsafe(32)
    connection.execute(
        "INSERT INTO review_user VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET role = excluded.role,"
        " token = excluded.token, at = excluded.at",
        (name, role, _hash(token), _now()),
    )
    return token


def remove(connection: Connection, name: str) -> bool:
    """Forget a person and end all their sessions; False if there was none."""
    connection.execute("DELETE FROM review_session WHERE name = ?", (name,))
    gone = connection.execute("DELETE FROM review_user WHERE name = ? RETURNING name", (name,))
    return gone.fetchone() is not None


def people(connection: Connection) -> tuple[Person, ...]:
    """All users, by name."""
    rows = connection.execute("SELECT name, role FROM review_user ORDER BY name")
    return tuple(Person(name, role) for name, role in rows)


def by_token(connection: Connection, token: str) -> Person | None:
    """Whose token this is. The lookup is by hash, so timing tells nothing of the token."""
    row = connection.execute("SELECT name, role FROM review_user WHERE token = ?", (_hash(token),)).fetchone()
    return Person(*row) if row else None


def sign_in(connection: Connection, person: Person) -> str:
    """Open a session; returns its secret key. Sessions past their time are forgotten."""
    key = secrets.token_urlsafe(32)
    connection.execute("DELETE FROM review_session WHERE at < ?", (_now(-LASTS),))
    connection.execute(
        "INSERT INTO review_session VALUES (?, ?, ?, ?)", (_hash(key), person.name, person.role, _now())
    )
    return key


def signed_in(connection: Connection, key: str) -> Person | None:
    """Whose session this is, None where it is unknown or past its time."""
    row = connection.execute(
        "SELECT name, role FROM review_session WHERE key = ? AND at >= ?", (_hash(key), _now(-LASTS))
    ).fetchone()
    return Person(*row) if row else None


def sign_out(connection: Connection, key: str) -> None:
    """End a session."""
    connection.execute("DELETE FROM review_session WHERE key = ?", (_hash(key),))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _now(offset: timedelta = timedelta()) -> str:
    return (datetime.now(UTC) + offset).isoformat(timespec="seconds")
