"""What a file changed against what the store changed since the file left it: a three-way merge by segment."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.data import Inline
from copydesk.formats.exchange import ExchangeSegment, ExchangeState, Exported, Marked
from copydesk.formats.inlinecodes import nested
from copydesk.review.actions import ReviewAction
from copydesk.review.current import Part
from copydesk.review.exchange import digest, exchange_state, exported, text_of
from copydesk.review.refusal import ConflictError, RefusedError
from copydesk.review.states import DECISIONS, Action, State


def untouched(segment: ExchangeSegment) -> bool:
    """Whether the file says of ``segment`` what it said when it left the store."""
    left = segment.exported
    if left is None or digest(segment.source.text) != left.source:
        return False
    text = left.text if segment.target is None else _given(segment.target)
    return text == _nested(left.text) and segment.state is left.state


def merge(segment: ExchangeSegment, part: Part) -> ReviewAction | None:
    """What the file asks to be done to ``part``, whose source text it is about; None if nothing.

    A side that did not change yields to the one that did; where both changed and do not agree, neither wins.

    Raises:
        ConflictError: both changed the text or its state.
        RefusedError: an inline code is lost.
    """
    if segment.target is None or untouched(segment):
        return None
    text, now = _given(segment.target), text_of(part)
    left = segment.exported or _unmarked(part)
    if text != now and (lost := _lost(part.source.inlines, now.inlines, text.inlines)):
        raise RefusedError(f"it lost the inline code {lost}")
    if text != now and (now != _nested(left.text) or exchange_state(part) is not left.state):
        raise ConflictError(_reason(part, left, known=segment.exported is not None), text.text, now.text)
    if part.status.state is State.REJECTED and left.state is not ExchangeState.INITIAL:
        raise ConflictError(_reason(part, left, known=True), text.text, now.text)
    return _action(segment.state, part, text, now)


def _action(stage: ExchangeState, part: Part, text: Marked, now: Marked) -> ReviewAction | None:
    state = part.status.state
    if stage is ExchangeState.FINAL and (text != now or not state.settled):
        return ReviewAction(Action.APPROVE, None, text)
    if text != now or (stage is ExchangeState.REVIEWED and state is State.MACHINE):
        return ReviewAction(Action.EDIT, None, text)
    return None


def _unmarked(part: Part) -> Exported:
    """What a segment that does not say what it left as is taken to have left as: a machine's work."""
    now = exported(part, "")
    if part.status.text is None and part.status.state is not State.REJECTED:
        return now
    machine = part.machine
    return Exported(0, ExchangeState.TRANSLATED, Marked(machine.text, machine.inlines), now.source, "")


def _reason(part: Part, left: Exported, *, known: bool) -> str:
    since = [e for e in part.status.history if e.id > left.version and e.action in (*DECISIONS, Action.UNDO)]
    who = since[-1].who if since else "a run"
    if known:
        return f"{who} changed it since the export"
    return f"{who} changed it, and the file does not say what it left as"


def _given(text: Marked) -> Marked:
    return _nested(Marked(text.text.replace("\r\n", "\n"), text.inlines))


def _nested(text: Marked) -> Marked:
    return Marked(text.text, nested(text.text, text.inlines))


def _lost(source: Iterable[Inline], before: Iterable[Inline], after: Iterable[Inline]) -> str:
    left = [(inline.tag, inline.attributes) for inline in after]
    for inline in before or source:
        code = (inline.tag, inline.attributes)
        if code not in left:
            return f"<{inline.tag}>"
        left.remove(code)
    return ""
