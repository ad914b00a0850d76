"""A broken text read with a small number in each slot, and what is said about slots that nothing proves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from copydesk.data import Edit, Finding, NumberKind, Severity, Span
from copydesk.numbers.reading import number_tokens
from copydesk.numbers.reading.grammar import Grammar, grammar_of
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.reading.placeholders import Artefact
from copydesk.numbers.repairing.slots import (
    RULE,
    PlaceholderSpan,
    ProbedText,
    Slot,
    SlotSpan,
    after_cue,
    contradicts,
    is_spaced,
    open_row,
)
from copydesk.numbers.writing.number_style import is_word

_TAIL_OF_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}[ .,'’\u00a0\u202f]$")
_WORD_AFTER = re.compile(r"[^\W\d_]{3,}")
_WORD_BEFORE = re.compile(r"(?<![\w'’.])[^\W\d_]+$")
_LONG_WORD = 4
_HOUR = re.compile(r"(?:[:hH]|heures?)[ \u00a0\u202f]?$")


_MOST = 40
_FEW_WORDS = 2
_BETWEEN = re.compile("[-–/:]")
_ASKS = {
    NumberKind.PERCENTAGE: "a percentage",
    NumberKind.POINTS: "a number of points",
    NumberKind.MONEY: "an amount of money",
    NumberKind.MEASURE: "a quantity",
    NumberKind.ORDINAL: "an ordinal",
    NumberKind.CENTURY: "a century",
    NumberKind.DECADE: "a decade",
    NumberKind.DATE: "a day of the month",
    NumberKind.TIME: "a time",
    NumberKind.IDENTIFIER: "the number of a name or code",
    NumberKind.YEAR: "a year",
}


def asks(kind: NumberKind) -> str:
    """What a slot of ``kind`` asks for, in words."""
    return _ASKS.get(kind, "a number")


def _asked(slot: Slot, seen: ProbedText, known: Grammar) -> str:
    """What ``slot`` asks for; a score where the words before name one."""
    before = seen.text[max(0, slot.token.start - 40) : slot.token.start].lower().split()[-_FEW_WORDS:]
    return "a score" if not known.page.scores.isdisjoint(before) else asks(slot.kind)


def flagged(
    target: str, language: str, found: Sequence[Artefact], candidates: tuple[str, ...]
) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """An open edit and a finding for each mark, and for each number near it that may have slid."""
    known = grammar_of(language)
    seen = probed(target, [PlaceholderSpan(a.span.start, a.span.end) for a in found], known)
    slots = {slot_span.start: slot for slot in seen.slots for slot_span in slot.spans}
    rows: list[tuple[Edit | None, Finding]] = []
    numeric = [a for a in found if a.family.number]
    few = 0 < len(numeric) <= _MOST
    slid = [m for m in seen.tokens if contradicts(m) and not seen.is_open(m)] if few else []
    for artefact in (single for whole in found for single in _singles(whole)):
        number = artefact.family.number
        slot = slots.get(artefact.span.start)
        what = (
            _asked(slot, seen, known)
            if number and slot
            else "a number"
            if number
            else "something that was masked"
        )
        message = f"{artefact.surface} stands where {what} stood"
        if slid and number:
            message += f"; {slid[0].values[0]} near it reads like a year that slid away"
        rows.append(open_row(target, artefact.span, message, candidates if number else (), Severity.ERROR))
    first = min((slot_span.at for slot_span in seen.spans), default=0)
    refilled = few and all(seen.is_open(token) or token.end <= first for token in seen.tokens)
    for token in seen.tokens if few else ():
        if seen.is_open(token) or token.spelled or token.kind is NumberKind.PLACEHOLDER:
            continue
        start = seen.origin(token.start)
        span = Span(start, start + token.end - token.start)
        if token in slid:
            message = (
                f"{asks(token.kind)} stood here; {span.of(target)} beside a placeholder reads like a year"
            )
            rows.append(open_row(target, span, message, candidates, Severity.WARNING))
        elif refilled or any(_may_come(token, slot) for slot in seen.slots):
            message = f"{span.of(target)} stands beside a placeholder: it may have slid from there"
            rows.append((None, Finding(RULE, Severity.NOTE, message, target=(span,))))
    rows.sort(key=lambda row: row[1].target[0])
    return tuple(edit for edit, _ in rows if edit is not None), tuple(finding for _, finding in rows)


def _singles(artefact: Artefact) -> list[Artefact]:
    """The marks of a cluster that are numbers of their own: XNUMX-XNUMX is two, XNUMX,XNUMX one."""
    ends = [match.start() for match in _BETWEEN.finditer(artefact.surface)]
    pieces = list(pairwise([0, *(end + 1 for end in ends), len(artefact.surface) + 1]))
    if len(pieces) == 1:
        return [artefact]
    at = artefact.span.start
    return [
        replace(artefact, span=Span(at + start, at + end - 1), surface=artefact.surface[start : end - 1])
        for start, end in pieces
    ]


def foreign(target: str) -> Finding:
    """What is said of a source that does not look like that of ``target``."""
    message = "this source does not belong to this line: nothing was taken from it; check how the files align"
    return Finding("source", Severity.WARNING, message, target=(Span(0, len(target)),))


def _may_come(token: NumberToken, slot: Slot) -> bool:
    """Whether a number that stands elsewhere could have come from a slot."""
    value = token.scalar
    if slot.kind is NumberKind.YEAR:
        return value is not None and value in range(1000, 2101)
    return True


def probed(
    text: str,
    spots: Sequence[PlaceholderSpan],
    known: Grammar,
    *,
    codes: Collection[str] = (),
    glue: Collection[str] = (),
    minutes: bool = False,
    sticks: bool = False,
    spaced: bool = False,
) -> ProbedText:
    """``text`` read with a small number in each of ``spots``.

    With ``minutes`` it has two digits where minutes may stand. ``codes`` are the words, in lower case, that
    the source writes codes with, ``glue`` the small words of
    both languages. ``sticks`` tells that numbers stick to the next word in this text,
    ``spaced`` that a decimal with a space in it is one number.
    """
    pieces: list[str] = []
    spans: list[SlotSpan] = []
    position = length = 0
    for start, end, joiner, copies in spots:
        kept = text[position:start]
        gap = _gaps(text, start, end, known, codes, glue or known.glue, sticks=sticks)
        before = text[max(0, start - 10) : start]
        probe = "777" if _TAIL_OF_NUMBER.search(before) else "7"
        if minutes and _HOUR.search(before):
            probe = "17"
        lead, trail = " " * gap[0], " " * gap[1]
        at = length + len(kept) + len(lead)
        pieces += [kept, lead, probe, trail]
        spans.append(SlotSpan(start, end, at, at + len(probe), joiner, copies, gap))
        length = at + len(probe) + len(trail)
        position = end
    whole = "".join([*pieces, text[position:]])
    read = tuple(number_tokens(whole, known))
    return ProbedText(text, whole, tuple(spans), read, _places(whole, spans, read, known, spaced=spaced))


def _gaps(
    text: str,
    start: int,
    end: int,
    known: Grammar,
    codes: Collection[str],
    glue: Collection[str],
    *,
    sticks: bool,
) -> tuple[bool, bool]:
    """Whether a space was lost before and after: vuXNUMX, XNUMXchats."""
    before = _lost_before(text[max(0, start - 20) : start], glue, codes)
    after = _WORD_AFTER.match(text, end)
    if after is None or sticks or after.group().casefold() in codes:
        return before, False
    return before, is_word(after.group(), known.page)


def _lost_before(text: str, glue: Collection[str], codes: Collection[str]) -> bool:
    """Whether a space was lost at the end of ``text``: after a word that no code begins with, or a mark.

    A short one is a word if it is an article, a preposition or the like in small letters: elXNUMX.
    """
    word = _WORD_BEFORE.search(text)
    if word is None:
        return False
    low = word.group().casefold()
    if len(low) < _LONG_WORD:
        return word.group() in glue and low not in codes
    return low.endswith("xnumx") or ("num" not in low and low not in codes)


def _places(
    text: str, spans: Sequence[SlotSpan], read: Sequence[NumberToken], known: Grammar, *, spaced: bool
) -> tuple[Slot, ...]:
    starts = [token.start for token in read]
    groups: dict[tuple[int, int], tuple[NumberToken, NumberToken, list[SlotSpan]]] = {}
    for slot_span in spans:
        n = bisect_right(starts, slot_span.at) - 1
        if n < 0 or read[n].end <= slot_span.at:
            alone = NumberToken(NumberKind.CARDINAL, slot_span.at, slot_span.until, 0, 0)
            groups[slot_span.at, slot_span.until] = (alone, alone, [slot_span])
            continue
        whole = read[n]
        part = next((p for p in whole.parts if p.start <= slot_span.at < p.end), whole)
        if spaced and is_spaced(whole):
            part = whole
        groups.setdefault((part.start, part.end), (part, whole, []))[2].append(slot_span)
    return tuple(
        Slot(tuple(inside), part, whole, cued=after_cue(text, part.start, known))
        for part, whole, inside in groups.values()
    )
