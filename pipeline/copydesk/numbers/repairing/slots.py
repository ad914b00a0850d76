"""Slots of a broken text where a number belongs, and what each asks for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from copydesk.data import Certainty, Edit, Finding, NumberKind, Severity, Span
from copydesk.numbers.reading.grammar import ONE, Grammar
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.reading.placeholders import FAMILIES, Artefact, Family
from copydesk.numbers.writing.number_style import NO_STYLE, NumberStyle

RULE = "placeholder"
_OPENING = '„“”"«‹‘(['


_DIGITS = re.compile(r"\d+(?:[ .,'’\u00a0\u2009\u202f]\d+)*")
_RUN = re.compile(r"\d+")
_CLOCK = re.compile(r"(?<!\d)(?<!\d[:hH])\d++(?:[ \u00a0\u202f]?[:hH][ \u00a0\u202f]?\d++){1,2}(?![:hH]\d)")
_COMPOSITE = frozenset(
    {
        NumberKind.TIME,
        NumberKind.RATIO,
        NumberKind.SCORE,
        NumberKind.RANGE,
        NumberKind.DATE,
        NumberKind.FRACTION,
    }
)
_NEAR = 6
YEARS = range(1900, 2101)
"""Numbers that are years before they are amounts."""
_SHAPED = frozenset(
    {NumberKind.PERCENTAGE, NumberKind.CENTURY, NumberKind.POINTS, NumberKind.ORDINAL, NumberKind.DATE}
)


STRUCTURE = ":/-–hH"
"""What parts two numbers of one expression."""


class PlaceholderSpan(NamedTuple):
    """A stretch of marks that stand for one number: how many, and what stood between them."""

    start: int
    end: int
    joiner: str = ""
    copies: int = 1


def views(text: str, found: Sequence[Artefact]) -> Iterator[list[PlaceholderSpan]]:
    """Ways to see which marks are one number, the likeliest first."""
    singles = [
        [(m.start() + a.span.start, m.end() + a.span.start) for m in ONE.finditer(a.surface)]
        or [(a.span.start, a.span.end)]
        for a in found
    ]
    joined = [spot for pieces in singles for spot in _glued(text, pieces)]
    merged = _merged(text, joined)
    apart = [PlaceholderSpan(start, end) for pieces in singles for start, end in pieces]
    whole = [
        PlaceholderSpan(p[0][0], p[-1][1], text[p[0][1] : p[1][0]] if len(p) > 1 else "", len(p))
        for p in singles
    ]
    seen: list[list[PlaceholderSpan]] = []
    for view in (joined, merged, apart, whole):
        if view not in seen:
            seen.append(view)
            yield view


def _glued(text: str, pieces: Sequence[tuple[int, int]]) -> list[PlaceholderSpan]:
    """Marks glued, or parted by a separator of digits, as one number; others apart."""
    groups = [PlaceholderSpan(*pieces[0])]
    for (_, end), (start, after) in pairwise(pieces):
        joiner = text[end:start]
        last = groups[-1]
        if joiner.strip() and joiner.strip() in STRUCTURE:
            groups.append(PlaceholderSpan(start, after))
        else:
            groups[-1] = PlaceholderSpan(last.start, after, joiner or last.joiner, last.copies + 1)
    return groups


def _merged(text: str, joined: Sequence[PlaceholderSpan]) -> list[PlaceholderSpan]:
    """Neighbours parted by one space as one number: XNUMX XNUMX for 30 000."""
    result = [joined[0]]
    for spot in joined[1:]:
        last = result[-1]
        gap = text[last.end : spot.start]
        if len(gap) == 1 and gap.isspace():
            result[-1] = PlaceholderSpan(last.start, spot.end, gap, last.copies + spot.copies)
        else:
            result.append(spot)
    return result


class SlotSpan(NamedTuple):
    """``start`` to ``end`` of the text are to be replaced; ``at`` to ``until`` stand for it when probed.

    ``joiner`` is what stood between the ``copies`` of the mark that one number left; ``gap`` tells on which
    sides a space was lost.
    """

    start: int
    end: int
    at: int
    until: int
    joiner: str = ""
    copies: int = 1
    gap: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a number belongs: ``token`` is the reading of the probed text there, ``piece`` its part.

    ``standing`` tells that a number stands there now; otherwise ``spans`` are placeholders.
    """

    spans: tuple[SlotSpan, ...]
    token: NumberToken
    whole: NumberToken
    standing: bool = False
    cued: bool = False

    @property
    def kind(self) -> NumberKind:
        """The kind of number the surroundings ask for."""
        return NumberKind.YEAR if self.cued and self.token.kind is NumberKind.CARDINAL else self.token.kind


@dataclass(frozen=True, slots=True)
class ProbedText:
    """``original`` with small numbers in its spans, read: ``text``, ``tokens`` and the open ``slots``."""

    original: str
    text: str
    spans: tuple[SlotSpan, ...]
    tokens: tuple[NumberToken, ...]
    slots: tuple[Slot, ...]

    def is_open(self, token: NumberToken) -> bool:
        """Whether ``token`` was read where a placeholder stands."""
        n = bisect_left(self.spans, token.start, key=lambda slot_span: slot_span.at)
        return n < len(self.spans) and self.spans[n].at < token.end

    def scale_beyond(self, slot: Slot) -> int:
        """The scale word of the number right behind ``slot``, 1 if it has none: 7 to 15 billion."""
        read = (part for token in self.tokens for part in (token.parts or (token,)))
        after = next((token for token in read if token.start >= slot.token.end), None)
        return after.scaled if after and after.start - slot.token.end <= _NEAR else 1

    def origin(self, at: int) -> int:
        """Where position ``at`` of the probed text, outside the spans, lies in the original."""
        n = bisect_right(self.spans, at, key=lambda slot_span: slot_span.until) - 1
        if n < 0:
            return at
        slot_span = self.spans[n]
        return at - slot_span.until - slot_span.gap[1] + slot_span.end


def with_digits_beside(seen: ProbedText, spots: Sequence[PlaceholderSpan]) -> list[PlaceholderSpan]:
    """``spots`` and the digits that stand in one expression with them: perhaps those slid too (0:XNUMX)."""
    clocks = (match.span() for match in _CLOCK.finditer(seen.text))
    spans = {
        (p.whole.start, p.whole.end)
        for p in seen.slots
        if p.whole.parts or p.whole.kind in _COMPOSITE or p.whole.kind is NumberKind.IDENTIFIER
    }
    spans.update(
        (start, end) for start, end in clocks if any(start <= slot_span.at < end for slot_span in seen.spans)
    )
    more = {
        PlaceholderSpan(seen.origin(run.start()), seen.origin(run.start()) + len(run.group()))
        for start, end in spans
        for run in _RUN.finditer(seen.text, start, end)
        if not any(run.start() < slot_span.until and slot_span.at < run.end() for slot_span in seen.spans)
    }
    return sorted([*spots, *more])


def is_spaced(token: NumberToken) -> bool:
    """Whether ``token`` may be a decimal with a space in it or two numbers: 15, 6 %."""
    return bool(token.parts) and token.kind not in _COMPOSITE


def after_cue(text: str, at: int, known: Grammar) -> bool:
    """Whether a word that years follow stands before ``at``."""
    words = text[max(0, at - 24) : at].replace("'", " ").replace("’", " ").split()
    if not words or words[-1].lower().lstrip(_OPENING) not in known.page.year_cues:
        return False
    return words[-2:-1] == [] or words[-2].lower() not in known.page.ages  # at the age of 46


def standing(seen: ProbedText, token: NumberToken, whole: NumberToken, known: Grammar) -> Slot | None:
    """The place of a number that stands in the text, None where its digits are not one piece."""
    if token.spelled or any(token.start <= slot_span.at < token.end for slot_span in seen.spans):
        return None
    runs = list(_DIGITS.finditer(seen.text, token.start, token.end))
    if len(runs) != 1:
        return None
    start, end = runs[0].span()
    slot_span = SlotSpan(seen.origin(start), seen.origin(start) + end - start, start, end)
    return Slot((slot_span,), token, whole, standing=True, cued=after_cue(seen.text, token.start, known))


def contradicts(token: NumberToken) -> bool:
    """Whether the slot of a number contradicts its value: a year that carries a percent sign."""
    value = token.scalar
    return (
        token.kind in _SHAPED
        and value is not None
        and value in YEARS
        and token.scaled == 1
        and not token.spelled
    )


@dataclass(frozen=True, slots=True)
class RepairInput:
    """A damaged text and the text it was translated from; languages are BCP 47.

    ``usual`` is the style of the texts around, for what the text itself does not show;
    ``refilled`` tells that the numerals of the source stand in its order, which speaks for it.
    """

    target: str
    language: str
    source: str
    source_language: str
    families: Sequence[Family] = FAMILIES
    usual: NumberStyle = NO_STYLE
    refilled: bool = False


def open_row(
    target: str, span: Span, message: str, candidates: tuple[str, ...], severity: Severity
) -> tuple[Edit | None, Finding]:
    """An edit that is left open, with its ``candidates``, and the finding that says so."""
    surface = span.of(target)
    edit = Edit(span, surface, surface, RULE, message, Certainty.UNKNOWN, candidates)
    return edit, Finding(RULE, severity, message, target=(span,))
