"""What the web desk works with, and how a request reaches the store."""

from __future__ import annotations

import hmac
import secrets
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Lock

from copydesk.review.current import Reader
from copydesk.review.intake import take_in
from copydesk.review.publish import Press
from copydesk.store.database import Connection
from copydesk.store.lending import Lender
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


@dataclass(slots=True)
class Desk:
    """One desk: where it reads and publishes, and what checks decided texts."""

    press: Press
    reader: Reader
    ticket: Ticket | None = None
    lender: Lender = field(init=False)

    def __post_init__(self) -> None:
        self.lender = Lender(self.press.store)

    def store(self) -> AbstractContextManager[Connection]:
        """A connection of one's own, for one request."""
        return self.lender.lend()

    def take_in(self, connection: Connection) -> int:
        """List what the batch command has published since."""
        return take_in(connection, self.reader)
