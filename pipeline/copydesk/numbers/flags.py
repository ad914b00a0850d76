"""What is said about a slot that nothing proves: what it asks for, and which number reads as if it slid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from copydesk.data import Certainty, Edit, Finding, NumberKind, Severity, Span
from copydesk.numbers.artefacts import Artefact
from copydesk.numbers.lexicon import lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.places import Place, contradicts, probed
from copydesk.numbers.spots import Spot

RULE = "placeholder"
_MOST = 40
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
    """What a place of ``kind`` asks for, in words."""
    return _ASKS.get(kind, "a number")


def flagged(
    target: str, language: str, found: Sequence[Artefact], candidates: tuple[str, ...]
) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """An open edit and a finding for each mark, and for each number near it that may have slid."""
    known = lexicon(language)
    seen = probed(target, [Spot(a.span.start, a.span.end) for a in found], known)
    places = {hole.start: place for place in seen.places for hole in place.holes}
    rows: list[tuple[Edit | None, Finding]] = []
    numeric = [a for a in found if a.family.number]
    few = 0 < len(numeric) <= _MOST
    slid = [m for m in seen.marks if contradicts(m) and not _open(m, seen.places)] if few else []
    for artefact in (single for whole in found for single in _singles(whole)):
        number = artefact.family.number
        place = places.get(artefact.span.start)
        what = asks(place.kind) if number and place else "a number" if number else "something that was masked"
        message = f"{artefact.surface} stands where {what} stood"
        if slid and number:
            message += f"; {slid[0].values[0]} near it reads like a year that slid away"
        rows.append(_row(target, artefact.span, message, candidates if number else (), Severity.ERROR))
    first = min((hole.at for hole in seen.holes), default=0)
    refilled = all(_open(mark, seen.places) or mark.end <= first for mark in seen.marks)
    for mark in seen.marks if few else ():
        if _open(mark, seen.places) or mark.spelled or mark.kind is NumberKind.PLACEHOLDER:
            continue
        start = seen.origin(mark.start)
        span = Span(start, start + mark.end - mark.start)
        if mark in slid:
            message = (
                f"{asks(mark.kind)} stood here; {span.of(target)} beside a placeholder reads like a year"
            )
            rows.append(_row(target, span, message, candidates, Severity.WARNING))
        elif refilled or any(_may_come(mark, place) for place in seen.places):
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


def displaced(target: str, edits: Sequence[Edit]) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """``edits`` as open ones with a finding each: numbers that seem to have changed places."""
    rows = []
    for edit in edits:
        message = f"{edit.before} may have changed places: {edit.evidence}"
        if edit.after:
            message = f"{edit.before} seems to have changed places; {edit.after} would stand here"
        rows.append(_row(target, edit.span, message, (edit.after,) if edit.after else (), Severity.WARNING))
    return tuple(edit for edit, _ in rows if edit is not None), tuple(finding for _, finding in rows)


def _open(mark: Mark, places: Sequence[Place]) -> bool:
    return any(mark.start <= hole.at < mark.end for place in places for hole in place.holes)


def _may_come(mark: Mark, place: Place) -> bool:
    """Whether a number that stands elsewhere could have come from a place."""
    value = mark.scalar
    if place.kind is NumberKind.YEAR:
        return value is not None and value in range(1000, 2101)
    return True


def _row(
    target: str, span: Span, message: str, candidates: tuple[str, ...], severity: Severity
) -> tuple[Edit | None, Finding]:
    surface = span.of(target)
    edit = Edit(span, surface, surface, RULE, message, Certainty.UNKNOWN, candidates)
    return edit, Finding(RULE, severity, message, target=(span,))
