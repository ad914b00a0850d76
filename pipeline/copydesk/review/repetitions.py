"""The same sentence in other articles: what a person wrote for it once is written there too."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction
from copydesk.review.bulk import begin, perform
from copydesk.review.current import Part, Reader
from copydesk.review.states import Action, State
from copydesk.review.worddiff import words_of
from copydesk.store import queue
from copydesk.store.database import Connection
from copydesk.store.people import Person
from copydesk.store.reviews import SegmentRow


def repeat(connection: Connection, reader: Reader, person: Person, row: SegmentRow) -> tuple[str, int]:
    """Write the text of ``row`` into the machine's drafts of the same source in other articles.

    They are edited, not approved: each has a context of its own. Segments that a person touched stay.

    Returns:
        The operation and how many segments it changed; an empty name where there was nothing to do.
    """
    places = queue.alike(connection, words_of(row.source), row)
    if not places:
        return "", 0

    def propose(part: Part) -> Sequence[ReviewAction]:
        same = part.source.text == row.source and not part.source.inlines
        if not same or part.status.state is not State.MACHINE or part.translation.text == row.target:
            return ()
        return (ReviewAction(Action.EDIT, None, Marked(row.target), note=f"as in segment {row.segment}"),)

    operation = begin(connection, person, f"repeat in identical segments: {row.source}"[:200])
    steps = perform(connection, reader, person, places, propose, operation=operation)
    return operation, sum(step.changed for step in steps)
