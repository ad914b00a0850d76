"""Listed segments without an article behind them."""

from __future__ import annotations

from copydesk.store import reviews
from copydesk.store.connection import Connection
from copydesk.store.database import transaction
from copydesk.store.reviews import SegmentRow


def list_segments(connection: Connection, texts: dict[str, str], *, state: str = "edited") -> None:
    """Make an article whose segments have these sources and targets."""
    rows = [
        SegmentRow(
            id=0, article=0, place=place, segment=f"s{place}", role="paragraph", means="machine",
            pair="es-fr", engine="made-up", batch="", source=source, machine=target, target=target,
            state=state, who="ana", at="", version=0, rank=0, words=3, rules=" numbers ",
            blocking=0, stale="",
        )
        for place, (source, target) in enumerate(texts.items())
    ]  # fmt: skip
    with transaction(connection):
        article = reviews.hold_edition(connection, "a", "fr")
        reviews.save_segments(connection, article.id, rows)
        reviews.count(connection, article.id)
