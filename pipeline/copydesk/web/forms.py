"""What a form asks for, as an action."""

from __future__ import annotations

from dataclasses import replace

from copydesk.data import Edit, Inline
from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction
from copydesk.review.current import Part, Reader
from copydesk.review.findings import Fix
from copydesk.review.matches import MATCH, matches
from copydesk.review.refusal import RefusedError
from copydesk.review.states import Action
from copydesk.review.tagged import from_tagged, to_tagged
from copydesk.store import reviews
from copydesk.store.database import Connection
from copydesk.store.reviews import SegmentRow
from copydesk.text.apply import move_inlines
from copydesk.web.views import part_fixes


def action_of(
    connection: Connection,
    reader: Reader,
    row: SegmentRow,
    action: ReviewAction,
    *,
    text: str | None,
    was: str | None,
) -> ReviewAction:
    """``action`` with the text that it sets: that of the text field, or that of the fix it names.

    ``was`` is what the field held when the page was made: an unchanged field sets nothing.

    Raises:
        RefusedError: the tags in the text do not pair up, or the fix is no longer offered.
    """
    if action.kind not in (Action.EDIT, Action.APPROVE, Action.FIX):
        return action
    article = reviews.article(connection, row.article)
    current = reader.read(connection, article.article, article.target) if article else None
    part = current.parts.get(row.segment) if current else None
    if part is None:
        return action
    changed = text is not None and was is not None and lines(text) != lines(was)
    if action.kind is Action.FIX:
        offered = _offered(connection, row, action.mark)
        if changed and offered is None:
            return replace(action, text=_fixed_in(lines(text or ""), part, action.mark))
        return replace(action, text=offered or _fixed(part, action.mark))
    if text is None or lines(text) == lines(was or ""):
        if action.kind is Action.EDIT:
            raise RefusedError("nothing to save: the text is as it was", remedy="Approve it if it is right")
        return action
    return replace(action, text=from_tagged(lines(text), _marks(part)))


def _marks(part: Part) -> tuple[Inline, ...]:
    """The marks that the tags in the text field stand for."""
    if part.translation.inlines:
        return to_tagged(part.translation.text, part.translation.inlines)[1]
    return to_tagged(part.source.text, part.source.inlines)[1]


def _offered(connection: Connection, row: SegmentRow, mark: str) -> Marked | None:
    """The text of the similar sentence that ``mark`` names, if it names one."""
    if not mark.startswith(MATCH):
        return None
    return next((Marked(match.target) for match in matches(connection, row) if match.mark == mark), None)


def _fixed(part: Part, mark: str) -> Marked:
    fix = _fix(part, mark)
    edit = Edit(fix.span, fix.before, fix.after, "review", fix.why)
    return Marked(fix.text, move_inlines(part.translation.inlines, [edit]))


def _fixed_in(typed: str, part: Part, mark: str) -> Marked:
    """What was typed with the fix in it, so that both are saved."""
    fix = _fix(part, mark)
    if not fix.before or typed.count(fix.before) != 1:
        raise RefusedError(
            "your text is not saved, and the fix has no clear place in it",
            remedy="Save it first, or make the change in the text",
        )
    return from_tagged(typed.replace(fix.before, fix.after), _marks(part))


def _fix(part: Part, mark: str) -> Fix:
    fix = next((fix for fix in part_fixes(part) if fix.mark == mark), None)
    if fix is None:
        raise RefusedError("that fix is no longer offered", remedy="Load the page again")
    return fix


def lines(text: str) -> str:
    """``text`` as it was before the browser sent it: forms turn every line end into CR LF."""
    return text.replace("\r\n", "\n")
