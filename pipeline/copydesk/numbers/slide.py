"""A number that slid out of one place and into another: moved back on trial, one numeral at a time.

The solver weighs the numbers that stand in a text as it reads them. Where a number slid into a time, a score
or a mixed number ("375 mille 352 ... 7 mille XNUMX"), the reading itself is broken, so that it sees no place.
The trial needs none: with the right numeral back at the placeholder, its place is one more placeholder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from copydesk.data import Edit, Span
from copydesk.numbers.artefacts import Artefact
from copydesk.numbers.fields import Case
from copydesk.numbers.numerals import NUMERAL

_MOST = 16

Solve = Callable[[Case], Sequence[Edit]]


class _Trial(NamedTuple):
    """``text`` with the ``numeral`` of the original at the placeholder, which is ``at`` its place now."""

    text: str
    numeral: Span
    at: int


def slid_back(case: Case, artefact: Artefact, solve: Solve) -> tuple[Edit, ...]:
    """The edits that move one numeral to the placeholder and restore what stood in its place.

    None unless exactly one numeral can be moved so that ``solve`` proves what belongs in its place.
    """
    proved = []
    for trial in _trials(case.target, artefact):
        edits = solve(replace(case, target=trial.text))
        if len(edits) == 1 and edits[0].span.start == trial.at and edits[0].after != artefact.surface:
            proved.append((trial.numeral, edits[0]))
    if len(proved) != 1:
        return ()
    numeral, restored = proved[0]
    moved = numeral.of(case.target)
    slid = f"{moved} slid away from here; with it back every number of the segment is explained"
    return tuple(
        sorted(
            (
                Edit(artefact.span, artefact.surface, moved, restored.rule, slid),
                replace(restored, span=numeral, before=moved),
            ),
            key=lambda edit: edit.span,
        )
    )


def _trials(text: str, artefact: Artefact) -> Iterator[_Trial]:
    span, mark = artefact.span, artefact.surface
    found = [Span(*match.span()) for match in NUMERAL.finditer(text)]
    for numeral in found if len(found) <= _MOST else ():
        moved = numeral.of(text)
        if numeral.end <= span.start:
            before, between, after = text[: numeral.start], text[numeral.end : span.start], text[span.end :]
            yield _Trial(f"{before}{mark}{between}{moved}{after}", numeral, numeral.start)
        elif span.end <= numeral.start:
            before, between, after = text[: span.start], text[span.end : numeral.start], text[numeral.end :]
            start = len(before) + len(moved) + len(between)
            yield _Trial(f"{before}{moved}{between}{mark}{after}", numeral, start)
