"""What people changed, in the order of what the changes alter."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.review.weigh import Change, weigh
from copydesk.store.reviews import SegmentRow


def changes(rows: Iterable[SegmentRow], language: str) -> list[tuple[SegmentRow, Change]]:
    """The rows whose text differs from the machine's, those first whose change alters the gravest things."""
    found = [(row, weigh(row.machine, row.target, language)) for row in rows if row.machine != row.target]
    return sorted(found, key=lambda item: (item[1].order, item[0].place))
