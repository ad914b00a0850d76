"""Find and replace in target texts: the marks of the text stay where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from copydesk.data import Edit, Span
from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction
from copydesk.review.current import Part
from copydesk.review.states import Action
from copydesk.text.apply import apply as applied
from copydesk.text.apply import move_inlines


@dataclass(frozen=True, slots=True)
class Replacement:
    """``find`` becomes ``by``: as written or, without ``case``, in any case; ``words`` wants whole words."""

    find: str
    by: str
    case: bool = True
    words: bool = False

    @property
    def variants(self) -> tuple[str, ...]:
        """One of these stands in every text that holds ``find``: what a store searches by."""
        if self.case:
            return (self.find,)
        upper = self.find[:1].upper() + self.find[1:]
        return tuple(
            dict.fromkeys((self.find, self.find.lower(), self.find.upper(), self.find.title(), upper))
        )

    def edits(self, text: str) -> tuple[Edit, ...]:
        """The changes that it makes in ``text``. A capital at the beginning of a match stays one."""
        around = r"(?<!\w){}(?!\w)" if self.words else "{}"
        pattern = re.compile(around.format(re.escape(self.find)), 0 if self.case else re.IGNORECASE)
        return tuple(
            _edit(m.start(), m[0], self._as(m[0])) for m in pattern.finditer(text) if m[0] != self._as(m[0])
        )

    def text(self, text: Marked) -> Marked | None:
        """``text`` with its marks after the replacement; None where there is nothing to replace."""
        edits = self.edits(text.text)
        return Marked(applied(text.text, edits), move_inlines(text.inlines, edits)) if edits else None

    def propose(self, part: Part) -> Sequence[ReviewAction]:
        """The replacement as an edit of a segment."""
        return tuple(self._edit(part))

    def _edit(self, part: Part) -> Iterator[ReviewAction]:
        text = self.text(Marked(part.translation.text, part.translation.inlines))
        if text is not None:
            yield ReviewAction(Action.EDIT, None, text)

    def _as(self, match: str) -> str:
        if not self.case and match[:1].isupper() and self.find[:1].islower():
            return self.by[:1].upper() + self.by[1:]
        return self.by


def _edit(start: int, before: str, after: str) -> Edit:
    """The change without what both begin with, so that marks in a match stay where they are."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    span = Span(start + same, start + len(before))
    return Edit(span, before[same:], after[same:], "review", "find and replace")
