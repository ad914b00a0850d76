"""The state of a segment: what the events about its source text add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from copydesk.formats.exchange import Marked
from copydesk.formats.inlinecodes import decode_inlines
from copydesk.store import review_log
from copydesk.store.database import Connection
from copydesk.store.review_log import Event


class State(StrEnum):
    """How far a segment or an article has come."""

    MACHINE = "machine"
    EDITED = "edited"
    REJECTED = "rejected"
    APPROVED = "approved"
    PUBLISHED = "published"

    @property
    def settled(self) -> bool:
        """Whether nobody needs to look at it any more."""
        return self in (State.APPROVED, State.PUBLISHED)


class Action(StrEnum):
    """What can be done to a segment."""

    EDIT = "edit"
    FIX = "fix"
    APPROVE = "approve"
    REJECT = "reject"
    WAIVE = "waive"
    COMMENT = "comment"
    UNDO = "undo"


class AuditEvent(StrEnum):
    """What else the log holds: it concerns an article or the desk, and no segment."""

    APPROVE = "approve article"
    PUBLISH = "publish"
    SOURCE = "source changed"
    SIGN_IN = "sign in"
    SIGN_OUT = "sign out"
    IMPORT = "import"
    BULK = "bulk action"
    USER_ADD = "add user"
    USER_REMOVE = "remove user"
    USER_ROTATE = "rotate token"
    USER_ROLE = "change role"
    SESSION_END = "end session"


_STATES = {
    Action.EDIT: State.EDITED,
    Action.FIX: State.EDITED,
    Action.APPROVE: State.APPROVED,
    Action.REJECT: State.REJECTED,
}
UNDOABLE = frozenset({*_STATES, Action.WAIVE})
"""The actions that can be taken back."""

DECISIONS = frozenset(action.value for action in _STATES)
"""The actions that decide what becomes of the machine's text."""

CATEGORIES = (
    "accuracy/mistranslation", "accuracy/omission", "accuracy/addition", "accuracy/untranslated",
    "terminology", "linguistic/grammar", "linguistic/spelling", "linguistic/punctuation", "style",
    "locale/number", "locale/date", "locale/currency", "markup", "audience",
)  # fmt: skip
"""Reasons for a rejection, as MQM names them."""

WEIGHTS = {"neutral": 0, "minor": 1, "major": 5, "critical": 25}
"""What a reason of each severity weighs in MQM (its standard severity multipliers)."""

SEVERITIES = tuple(WEIGHTS)
"""How grave a reason is, as MQM weighs it."""


def record(
    connection: Connection,
    event: AuditEvent,
    who: str,
    note: str = "",
    *,
    article: str = "",
    target: str = "",
    operation: str = "",
) -> None:
    """Let the log keep what somebody did, other than to a segment. The caller holds the transaction."""
    own = Event(article, target, "", "", event.value, who, note=note, operation=operation)
    review_log.append(connection, own)


@dataclass(frozen=True, slots=True)
class SegmentState:
    """What holds for a source text in its article.

    ``text`` is what a person wrote or approved, None where the machine's text stands. ``waivers`` maps the
    marks of findings to the waiving events, ``history`` is every event, oldest first; ``undoable`` the id of
    the one that an undo would take back, 0 if there is none.
    """

    state: State = State.MACHINE
    text: Marked | None = None
    who: str = ""
    at: str = ""
    waivers: Mapping[str, Event] = field(default_factory=dict)
    history: tuple[Event, ...] = ()
    undoable: int = 0

    @property
    def comments(self) -> tuple[Event, ...]:
        """What people remarked."""
        return tuple(event for event in self.history if event.action == Action.COMMENT)


def segment_states(events: Iterable[Event]) -> dict[str, SegmentState]:
    """The state of each source text of an article that anything happened to."""
    events = tuple(events)
    undone = {int(event.mark) for event in events if event.action == Action.UNDO}
    found: dict[str, SegmentState] = {}
    for event in events:
        if not event.segment:
            if event.action != AuditEvent.PUBLISH:
                continue
            for source, status in found.items():
                if status.state is State.APPROVED:
                    found[source] = replace(status, state=State.PUBLISHED)
            continue
        status = found.get(event.source, SegmentState())
        status = replace(status, history=(*status.history, event))
        if event.id not in undone:
            status = _after(status, event)
        found[event.source] = status
    return found


def _after(status: SegmentState, event: Event) -> SegmentState:
    action = Action(event.action)
    if action in UNDOABLE:
        status = replace(status, undoable=event.id)
    if action is Action.WAIVE:
        return replace(status, waivers={**status.waivers, event.mark: event})
    if action not in _STATES:
        return status
    text = None if action is Action.REJECT else Marked(event.text, decode_inlines(event.inlines))
    return replace(status, state=_STATES[action], text=text, who=event.who, at=event.at)
