"""Why an action of a reviewer is not carried out."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.errors import CopydeskError
from copydesk.store.reviews import SegmentRow


class RefusedError(CopydeskError):
    """The action makes no sense here and now, or this person may not do it."""

    exit_code = 4


class StaleError(RefusedError):
    """Somebody was faster. ``row`` is the segment as it is now, ``text`` what was to be saved."""

    def __init__(self, row: SegmentRow, text: str) -> None:
        who = f"{row.who} changed it" if row.who else "it changed"
        super().__init__(
            f"not saved: {who} after you opened it",
            remedy="Compare both texts below, then save yours again or keep the other",
        )
        self.row = row
        self.text = text


class BlockedError(RefusedError):
    """A segment cannot be approved while errors stand in it."""

    def __init__(self, errors: int) -> None:
        stand = "1 error is" if errors == 1 else f"{errors} errors are"
        super().__init__(
            f"not approved: {stand} neither fixed nor waived",
            remedy="Take a fix by its number, correct the text, or waive with w and a reason",
        )


class OpenSegmentsError(RefusedError):
    """An article cannot be approved; ``rows`` are the segments in the way, in reading order."""

    def __init__(self, rows: Sequence[SegmentRow]) -> None:
        names = ", ".join(str(row.place + 1) for row in rows[:8])
        super().__init__(
            f"not approved: {len(rows)} segments have errors or are rejected ({names})",
            remedy="Fix each finding marked as an error, or waive it with a reason",
        )
        self.rows = tuple(rows)


class ChangedError(RefusedError):
    """Others worked on segments after the page was loaded; ``rows`` are those, in reading order."""

    def __init__(self, rows: Sequence[SegmentRow], who: Sequence[str]) -> None:
        names = ", ".join(str(row.place + 1) for row in rows[:8])
        segments = "segment" if len(rows) == 1 else f"{len(rows)} segments:"
        super().__init__(
            f"nothing was done: {', '.join(who)} worked on {segments} {names} after you loaded the page",
            remedy="Look at each, then repeat from the article as it is now",
        )
        self.rows = tuple(rows)


class OutrunError(RefusedError):
    """Somebody, or a run, changed a segment after the page was loaded that an action was chosen on."""

    def __init__(self, who: str) -> None:
        super().__init__(
            f"{who or 'a run'} changed it after you loaded the page", remedy="Look at it by itself"
        )


class ConflictError(RefusedError):
    """A file and the store changed the same segment; ``file`` and ``store`` are the two texts."""

    def __init__(self, message: str, file: str, store: str) -> None:
        super().__init__(message, remedy="Compare both texts and change the segment at the desk")
        self.file = file
        self.store = store
