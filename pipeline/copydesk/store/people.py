"""Who may review, and who is signed in. Tokens and session keys are kept as hashes only."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from copydesk.errors import ConfigError
from copydesk.store.connection import Connection

LASTS = timedelta(days=14)
LONGEST_NAME = 64
_LONGEST_AGENT = 200
_NUMBER = 8
"""Characters of a session's hash that name it: enough to tell it from others, useless to sign in with."""

_RESERVED = frozenset({"me", "a run", "copydesk run", "copydesk import"})
_SESSIONS = (
    "SELECT s.key, s.name, coalesce(u.role, s.role), s.at, s.agent FROM review_session s"
    " LEFT JOIN review_user u ON u.name = s.name"
    " WHERE s.at >= ? AND (u.name IS NOT NULL OR NOT EXISTS (SELECT 1 FROM review_user))"
)


@dataclass(frozen=True, slots=True)
class Person:
    """A reviewer, or an approver, who may also approve and publish whole articles."""

    name: str
    role: str

    @property
    def approves(self) -> bool:
        """Whether this person may approve and publish articles."""
        return self.role == "approver"


def checked_name(name: str) -> str:
    """``name`` without spaces around it, composed (NFC), if it can be told from others wherever it is shown.

    Raises:
        ConfigError: it is empty, too long, reserved, or holds a character that is not seen.
    """
    name = unicodedata.normalize("NFC", name.strip())
    hidden = next((c for c in name if c != " " and unicodedata.category(c)[0] in "CZ"), None)
    if hidden is not None:
        raise ConfigError(
            f"a user's name may not hold U+{ord(hidden):04X}, which is not seen",
            remedy="Use letters, digits, spaces and signs",
        )
    if not name or len(name) > LONGEST_NAME:
        raise ConfigError(f"a user's name has 1 to {LONGEST_NAME} characters", remedy="Choose another")
    if name.casefold() in _RESERVED:
        raise ConfigError(f"nobody can be called {name!r} here", remedy="Choose another name")
    return name


def add(connection: Connection, name: str, role: str) -> str:
    """Add a person. The first one ends every session of the link: from now on, users sign in.

    Returns:
        The token; it is nowhere else.

    Raises:
        ConfigError: the name cannot be one, or is somebody's, but for upper and lower case.
    """
    name = checked_name(name)
    known = people(connection)
    if same := next((p.name for p in known if p.name.casefold() == name.casefold()), None):
        raise ConfigError(
            f"there is a user {same!r} already",
            remedy=f"For a new token: copydesk review user rotate {same}; another role: user role {same}",
        )
    if not known:
        connection.execute("DELETE FROM review_session")
    token = secrets.token_urlsafe(32)
    connection.execute("INSERT INTO review_user VALUES (?, ?, ?, ?)", (name, role, _hash(token), _now()))
    return token


def rotate(connection: Connection, name: str) -> str | None:
    """A new token for a person, whose sessions end; the old token is worth nothing. None if there is none."""
    token = secrets.token_urlsafe(32)
    found = connection.execute(
        "UPDATE review_user SET token = ? WHERE name = ? RETURNING name", (_hash(token), name)
    ).fetchone()
    connection.execute("DELETE FROM review_session WHERE name = ?", (name,))
    return token if found else None


def change_role(connection: Connection, name: str, role: str) -> bool:
    """Give a person another role, in open sessions too; False if there is no such person."""
    found = connection.execute("UPDATE review_user SET role = ? WHERE name = ? RETURNING name", (role, name))
    return found.fetchone() is not None


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


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody's open session: ``number`` names it, ``at`` is when it was opened, ``agent`` from what."""

    number: str
    name: str
    role: str
    at: str
    agent: str


def sign_in(connection: Connection, person: Person, agent: str = "") -> str:
    """Open a session; returns its secret key. Sessions past their time are forgotten."""
    key = secrets.token_urlsafe(32)
    connection.execute("DELETE FROM review_session WHERE at < ?", (_now(-LASTS),))
    connection.execute(
        "INSERT INTO review_session (key, name, role, at, agent) VALUES (?, ?, ?, ?, ?)",
        (_hash(key), person.name, person.role, _now(), agent[:_LONGEST_AGENT]),
    )
    return key


def signed_in(connection: Connection, key: str) -> Person | None:
    """Whose session this is, with the role of now; None where it is unknown, past its time, or of nobody.

    A session of the link, which belongs to no user, is good while there are no users.
    """
    row = connection.execute(f"{_SESSIONS} AND s.key = ?", (_now(-LASTS), _hash(key))).fetchone()
    return Person(row[1], row[2]) if row else None


def sessions(connection: Connection) -> tuple[Session, ...]:
    """The open sessions, the newest first."""
    rows = connection.execute(f"{_SESSIONS} ORDER BY s.at DESC, s.key", (_now(-LASTS),))
    return tuple(Session(key[:_NUMBER], *values) for key, *values in rows)


def end_session(connection: Connection, number: str) -> Session | None:
    """End the session that ``number`` names; None if there is none."""
    found = next((one for one in sessions(connection) if one.number == number), None)
    if found is not None:
        connection.execute("DELETE FROM review_session WHERE substr(key, 1, ?) = ?", (_NUMBER, number))
    return found


def sign_out(connection: Connection, key: str) -> None:
    """End a session."""
    connection.execute("DELETE FROM review_session WHERE key = ?", (_hash(key),))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _now(offset: timedelta = timedelta()) -> str:
    return (datetime.now(UTC) + offset).isoformat(timespec="seconds")
