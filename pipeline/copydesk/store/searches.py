"""Searches that people keep under a name: each is the query of the queue's address."""

from __future__ import annotations

from copydesk.store.connection import Connection

LONGEST = 60
"""Characters of a search's name."""


def save(connection: Connection, who: str, name: str, query: str) -> None:
    """Keep ``query`` for ``who`` as ``name``; one of the same name is replaced."""
    connection.execute(
        "INSERT INTO review_search (who, name, query) VALUES (?, ?, ?)"
        " ON CONFLICT (who, name) DO UPDATE SET query = excluded.query",
        (who, name, query),
    )


def drop(connection: Connection, who: str, name: str) -> None:
    """Forget a search."""
    connection.execute("DELETE FROM review_search WHERE who = ? AND name = ?", (who, name))


def saved(connection: Connection, who: str) -> dict[str, str]:
    """The queries of ``who`` by name, sorted."""
    rows = connection.execute("SELECT name, query FROM review_search WHERE who = ? ORDER BY name", (who,))
    return dict(rows.fetchall())
