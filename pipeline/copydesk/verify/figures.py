"""How figures are set: times of day and thousands."""

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
_DIGIT = re.compile(r"\d")
_GROUP = re.compile(r"\d[.,’' ]\d{3}")


class Figures:
    """Finds times and thousands set in another language's way, where the value is beyond doubt."""

    card = Card(
        id="typography-figures",
        title="Figures set in a foreign way",
        severity=Severity.NOTE,
        risk=60,
        explains="Times and thousands have their own form in the target language: 15 h 30, 1 250 000.",
        fixes=True,
        passes=(
            Example("1.250.000 a las 15:30", "1\u202f250\u202f000 à 15\u00a0h\u00a030"),
            Example("La versión 1.250", "La version 1,250"),
            Example("3-1, 2.5", "3-1, 2,5"),
        ),
        fails=(
            Example("1.250.000", "1.250.000"),
            Example("28.500 euros", "28.500 euros"),
            Example("1.250.000", "1 250 000"),
            Example("a las 15:30", "à 15h30"),
            Example("a las 15:30", "à 15:30"),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding, with a fix, per figure."""
        if not _DIGIT.search(bitext.target):
            return
        habit = _habit(bitext.pair.source, bitext.pair.target)
        groups = _groups(bitext, habit) if _GROUP.search(bitext.target) else ()
        changes = [*_clocks(bitext, habit), *groups]
        if not changes:
            return
        fixed = frozen(bitext)
        end = 0
        for span, text, why in sorted(changes):
            if span.start >= end and not touches(span, fixed):
                end = span.end
                yield self.card.mend(bitext, span, text, why)


_Change = tuple[Span, str, str]


@dataclass(frozen=True, slots=True)
class _Habit:
    """Patterns for one pair; None where the target language has no such habit."""

    clock: str
    clock_space: str
    spoken: re.Pattern[str] | None  # 15h30, 15 h
    cued: re.Pattern[str] | None  # à 15:30
    group_space: str
    groups: re.Pattern[str] | None  # 1.250.000 with the source's mark
    gaps: re.Pattern[str]  # 1 250 000 with breaking spaces


@cache
def _habit(source: str, target: str) -> _Habit:
    page, other = facts(target).typography, facts(source).typography
    sign = page.clock.strip(" " + _NO_BREAK)
    spoken = cued = None
    if sign.isalpha():
        space = f"[ {_NO_BREAK}]?"
        spoken = re.compile(
            rf"(?<![\w,.])([01]?\d|2[0-4])({space}{sign}{space})(?:([0-5]\d)(?!\w)|(?![\w'’-]))"
        )
        cues = "|".join(re.escape(cue) for cue in page.clock_cues)
        cued = re.compile(rf"(?i:\b(?:{cues})[ {_NO_BREAK}])([01]?\d|2[0-4]):([0-5]\d)(?![\d:,.]?\d)")
    groups = None
    if page.group_space and other.group_mark:
        groups = re.compile(rf"(?<![\w,.])\d{{1,3}}(?:{re.escape(other.group_mark)}\d{{3}})+(?!\w|[.,]\d)")
    gaps = re.compile(r"(?<![\w,.])(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?![\w]| \d)")
    return _Habit(page.clock, page.clock.partition(sign)[0], spoken, cued, page.group_space, groups, gaps)


def _clocks(bitext: Bitext, habit: _Habit) -> Iterator[_Change]:
    if habit.spoken is None or habit.cued is None:
        return
    sign = habit.clock.strip(" " + _NO_BREAK)
    why = "times are set with no-break spaces"
    if sign in bitext.target:
        for match in habit.spoken.finditer(bitext.target):
            between, minute = match.group(2, 3)
            if minute is None:
                between = between.rstrip(" " + _NO_BREAK)
            good = re.fullmatch(
                rf"[{_NO_BREAK}]{sign}[{_NO_BREAK}]" if minute else rf"[{_NO_BREAK}]{sign}", between
            )
            if not good:
                wanted = habit.clock if minute else habit.clock_space + sign
                yield Span(match.end(1), match.end(1) + len(between)), wanted, why
    if ":" in bitext.target:
        for match in habit.cued.finditer(bitext.target):
            yield Span(match.end(1), match.start(2)), habit.clock, why


def _groups(bitext: Bitext, habit: _Habit) -> Iterator[_Change]:
    if not habit.group_space:
        return
    why = "thousands are parted by no-break spaces"
    if habit.groups is not None:
        for match in habit.groups.finditer(bitext.target):
            # The same figures in the source prove that the mark parts thousands and is no decimal mark.
            if match.group() in bitext.source:
                yield Span(*match.span()), re.sub(r"\D", habit.group_space, match.group()), why
    for match in habit.gaps.finditer(bitext.target):
        yield Span(*match.span()), match.group().replace(" ", habit.group_space), why
