"""What the rooms above see of an open store, whichever database holds it.

Their SQL is what SQLite and PostgreSQL understand alike. Where the two have no common words, a connection
has the word of its own database as an attribute, and the schema brings a function of the same name
(``migrations/postgresql``): no other place knows which database it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar, Protocol

_MOST = 500
"""Parameters of one statement, below SQLite's limit."""


def in_chunks(values: Sequence[Any]) -> Iterator[tuple[str, Sequence[Any]]]:
    """``values`` in pieces that one statement takes, each behind its own ``?, ?`` for an IN list."""
    for start in range(0, len(values), _MOST):
        chunk = values[start : start + _MOST]
        yield ", ".join("?" * len(chunk)), chunk


class Rows(Protocol):
    """What a statement gave; one that changes rows gives those of its RETURNING clause."""

    def fetchone(self) -> Any:
        """The next row, None after the last."""
        ...

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """An open store, for one thread at a time. Outside of a transaction each statement is one.

    ``BEGIN`` starts a transaction that will write; ``ROW_LOCK`` ends a SELECT of rows that nobody else may
    change until it ends (SQLite has one writer at a time anyway).
    """

    BEGIN: ClassVar[str]
    ROW_LOCK: ClassVar[str]

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction has begun and not ended."""
        ...

    @property
    def is_usable(self) -> bool:
        """Whether the database still answers; a file always does."""
        ...

    def execute(self, sql: str, parameters: Sequence[Any] = ..., /) -> Rows:
        """Run one statement; ``?`` stands for a parameter."""
        ...

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> object:
        """Run one statement for each of ``rows``."""
        ...

    def stream(self, sql: str, /) -> Iterator[Any]:
        """The rows of a SELECT; memory does not depend on their number."""
        ...

    def all_words(self, words: Sequence[str], /) -> str:
        """What ``review_text(?)`` takes to find segments with all ``words``, the last one cut off or not."""
        ...

    def any_source_word(self, words: Sequence[str], /) -> str:
        """What ``review_text(?)`` takes to find segments with one of ``words`` in their source."""
        ...

    def close(self) -> None:
        """End it; what is not committed is gone."""
        ...
