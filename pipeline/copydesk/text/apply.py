"""Apply edits to a text and move spans along. Every change of text in the desk goes through here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copydesk.data import Certainty, Edit, Inline, Span


def applied(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that may be applied (all but those of unknown certainty), in text order."""
    return tuple(sorted((e for e in edits if e.certainty is not Certainty.UNKNOWN), key=lambda e: e.span))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Make the edits; what lies outside their spans stays as it is.

    Raises:
        ValueError: if two edits overlap or one does not find its ``before`` text.
    """
    pieces: list[str] = []
    position = 0
    for edit in applied(edits):
        if edit.span.start < position:
            raise ValueError(f"edits overlap at {edit.span}")
        if edit.span.of(text) != edit.before:
            raise ValueError(f"edit expects {edit.before!r} at {edit.span}, found {edit.span.of(text)!r}")
        pieces += [text[position : edit.span.start], edit.after]
        position = edit.span.end
    return "".join(pieces) + text[position:]


def inverse(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """What undoes ``edits``: applied to the edited text, it gives the text back."""
    moved = 0
    undo: list[Edit] = []
    for edit in applied(edits):
        start = edit.span.start + moved
        undo.append(
            Edit(
                Span(start, start + len(edit.after)),
                edit.after,
                edit.before,
                edit.rule,
                f"undo: {edit.evidence}",
            )
        )
        moved += len(edit.after) - len(edit.before)
    return tuple(undo)


def move(span: Span, edits: Iterable[Edit]) -> Span:
    """Where ``span`` of the old text lies in the edited text.

    A bound inside a replaced range moves to that side of the replacement which keeps the span widest, so a
    link round a repaired number still covers it.
    """
    return Span(_moved(span.start, edits, at_end=False), _moved(span.end, edits, at_end=True))


def move_inlines(inlines: Sequence[Inline], edits: Sequence[Edit]) -> tuple[Inline, ...]:
    """The inline marks of the old text, over the edited text."""
    return tuple(Inline(move(i.span, edits), i.tag, i.attributes) for i in inlines)


def _moved(position: int, edits: Iterable[Edit], *, at_end: bool) -> int:
    shift = 0
    for edit in applied(edits):
        start, end = edit.span.start, edit.span.end
        if position >= end and (position > start or at_end):
            shift += len(edit.after) - len(edit.before)
        elif start < position < end:
            return start + shift + (len(edit.after) if at_end else 0)
    return position + shift
