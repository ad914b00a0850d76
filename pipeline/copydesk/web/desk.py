"""What the web desk works with, and how a request reaches the store."""

from __future__ import annotations

import contextlib
import hmac
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock

from copydesk.review.current import Reader
from copydesk.review.intake import take_in
from copydesk.review.publish import Press
from copydesk.store.database import Connection, connect, store_errors
from copydesk.store.people import Person


@dataclass(slots=True)
class Ticket:
    """A token that signs in the one person of a desk without users, once."""

    person: Person
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    used: bool = False
    lock: Lock = field(default_factory=Lock)

    def take(self, token: str) -> Person | None:
        """The person, if ``token`` is right and was not used before. Compared in constant time."""
        with self.lock:
            if self.used or not hmac.compare_digest(token.encode(), self.token.encode()):
                return None
            self.used = True
            return self.person


@dataclass(frozen=True, slots=True)
class Desk:
    """One desk: where it reads and publishes, and what checks decided texts."""

    press: Press
    reader: Reader
    ticket: Ticket | None = None

    @contextlib.contextmanager
    def store(self) -> Iterator[Connection]:
        """A connection of one's own, for one request."""
        with store_errors(self.press.store), contextlib.closing(connect(self.press.store)) as connection:
            yield connection

    def take_in(self, connection: Connection) -> int:
        """List what the batch command has published since."""
        return take_in(connection, self.reader)
