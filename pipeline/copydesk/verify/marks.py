"""Spaces before punctuation and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context
from copydesk.verify.frozen import frozen, touches

_NO_BREAK = "\u00a0\u202f"
_SIGNS = "%‰€£"
_ENDS = "»”\"’')]}.…"


class Marks:
    """Finds punctuation and signs with the wrong space before them, by the target language's habit."""

    card = Card(
        id="typography-marks",
        title="Space before punctuation",
        severity=Severity.NOTE,
        risk=30,
        explains="The language sets a no-break space before this mark, or none at all.",
        fixes=True,
        passes=(
            Example("¿Cuándo? Hoy: 3%.", "Quand\u202f? Aujourd'hui\u00a0: 3\u00a0%."),
            Example("A las 10:30 en https://ejemplo.es/?a=1", "À 10:30 sur https://ejemplo.es/?a=1"),
            Example("Quand ?", "When?", "fr-en"),
        ),
        fails=(
            Example("¿Cuándo?", "Quand?"),
            Example("Hoy: 3%", "Aujourd'hui : 3%"),
            Example("Quand ?", "When ?", "fr-en"),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding, with a fix, per mark."""
        habit = _habit(bitext.pair.target)
        target = bitext.target
        if habit.pattern is None:
            return
        fixed: tuple[Span, ...] | None = None
        for match in habit.pattern.finditer(target):
            at, mark = match.end() - 1, target[match.end() - 1]
            start = (
                len(target[:at].rstrip(" " + _NO_BREAK)) if match.start() < at or mark in habit.spaces else at
            )
            space = target[start:at]
            wanted = habit.spaces.get(mark, "")
            if not start or _good(space, wanted) or not _applies(target, at, mark, spaced=bool(space)):
                continue
            if fixed is None:
                fixed = frozen(bitext)
            span = Span(start, at)
            if not touches(Span(span.start, span.end + 1), fixed):
                why = f"a no-break space goes before {mark}" if wanted else f"no space goes before {mark}"
                yield self.card.mend(bitext, span, wanted, why)


@dataclass(frozen=True, slots=True)
class _Habit:
    pattern: re.Pattern[str] | None
    spaces: dict[str, str]


@cache
def _habit(language: str) -> _Habit:
    page = facts(language).typography
    spaced, tight = dict(page.spaced_marks), page.tight_marks
    marks = re.escape("".join(spaced))
    # One set of first characters, so that what is none of them is passed over quickly.
    ends = [f"(?<=[{marks}])"] if spaced else []
    ends += [f"(?<=[ {_NO_BREAK}])[{re.escape(tight)}]"] if tight else []
    first = f"[{marks}{' ' + _NO_BREAK if tight else ''}]"
    return _Habit(re.compile(first + f"(?:{'|'.join(ends)})") if ends else None, spaced)


def _good(space: str, wanted: str) -> bool:
    return (len(space) == 1 and space in _NO_BREAK) if wanted else not space


def _applies(text: str, at: int, mark: str, *, spaced: bool) -> bool:
    """Whether the mark at ``at`` is punctuation or a sign, no part of a figure, face or address."""
    before = text[:at].rstrip(" " + _NO_BREAK)[-1:]
    after = text[at + 1 : at + 2]
    if mark in _SIGNS:
        return before.isdigit() and not after.isalnum()
    if not (before.isalnum() or before in _ENDS):
        return False
    if mark in "!?":
        # "Yahoo! annonce": a mark amid a sentence belongs to a name.
        name = not spaced and text[at + 1 : at + 3].strip()[:1].islower() and before not in _ENDS
        return not name and (not after or after.isspace() or after in "!?" or after in _ENDS)
    if mark in ",.":
        return not after or after.isspace()
    if mark == ")":
        return "(" in text[:at] and before != ":"
    return not after or after.isspace()
