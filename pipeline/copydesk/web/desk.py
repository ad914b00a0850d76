"""What the web desk works with, and how a request reaches the store."""

from __future__ import annotations

import contextlib
import hmac
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event as ThreadEvent
from threading import Lock

from copydesk.review.bulk import Step
from copydesk.review.current import Reader
from copydesk.review.intake import take_in
from copydesk.review.publish import PublishTarget
from copydesk.review.refusal import RefusedError
from copydesk.stage import content_key
from copydesk.store import reviews
from copydesk.store.address import Address
from copydesk.store.database import Connection
from copydesk.store.people import Person
from copydesk.store.pool import ConnectionPool
from copydesk.store.reviews import ArticleRow, SegmentRow

_JOBS = 50


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
class Job:
    """One operation on ``total`` segments while it runs in the background, and what became of it."""

    operation: str
    total: int
    seen: int = 0
    refused: list[tuple[SegmentRow, str]] = field(default_factory=list)
    problem: str = "It stopped before the end; what is listed is done"
    ended: ThreadEvent = field(default_factory=ThreadEvent)

    @property
    def runs(self) -> bool:
        """Whether it has not ended yet."""
        return not self.ended.is_set()

    def add(self, step: Step) -> None:
        """Count another article."""
        self.seen += step.seen
        self.refused += step.refused


@dataclass(slots=True)
class Desk:
    """One desk: where it reads and publishes, and what checks decided texts.

    ``against`` is the store of another run to compare with.
    """

    target: PublishTarget
    reader: Reader
    ticket: Ticket | None = None
    against: Address | None = None
    pool: ConnectionPool = field(init=False)
    other: ConnectionPool | None = field(init=False)
    jobs: dict[str, Job] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pool = ConnectionPool(self.target.store)
        self.other = ConnectionPool(self.against) if self.against is not None else None

    @property
    def cookie(self) -> str:
        """The name of its sessions' cookie: desks of one host share cookies, whatever their ports."""
        store = self.target.store
        name = str(store.resolve()) if isinstance(store, Path) else str(store)
        return f"copydesk-{content_key(name)[:10]}"

    @contextlib.contextmanager
    def open(self) -> Iterator[None]:
        """Hold the stores open while the desk serves."""
        with contextlib.ExitStack() as held:
            for pool in (self.pool, self.other):
                if pool is not None:
                    held.enter_context(pool.open())
            yield

    def store(self) -> AbstractContextManager[Connection]:
        """A connection of one's own, for one request."""
        return self.pool.lend()

    @contextlib.contextmanager
    def other_store(self) -> Iterator[Connection]:
        """The store of the other run, its lists up to date.

        Raises:
            RefusedError: the desk was started without one.
        """
        if self.other is None:
            raise RefusedError(
                "there is no other run to compare with", remedy="Start the desk with --against STORE"
            )
        with self.other.lend() as connection:
            take_in(connection, Reader(self.reader.checks))
            yield connection

    def keep(self, job: Job) -> None:
        """Remember the job, and forget the oldest ones."""
        self.jobs[job.operation] = job
        for old in [*self.jobs][:-_JOBS]:
            del self.jobs[old]

    def take_in(self, connection: Connection) -> int:
        """List what the batch command has published since."""
        return take_in(connection, self.reader)


def known_article(connection: Connection, number: int) -> ArticleRow:
    """The article of this id.

    Raises:
        RefusedError: the store holds no such article any more.
    """
    article = reviews.article(connection, number)
    if article is None:
        raise RefusedError("this article is no longer in the store", remedy="Go back to the queue")
    return article
