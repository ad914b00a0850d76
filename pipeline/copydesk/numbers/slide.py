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
from copydesk.numbers.flags import RULE
from copydesk.numbers.numerals import NUMERAL
from copydesk.text.apply import apply, move

_MOST = 16

Solve = Callable[[Case], Sequence[Edit]]


class _Trial(NamedTuple):
    """``text`` with the ``numeral`` moved ``back`` to the placeholder, which is ``at`` its place now."""

    text: str
    numeral: Span
    back: Edit
    at: int


def slid_back(case: Case, artefact: Artefact, solve: Solve) -> tuple[Edit, ...]:
    """The edits that move one numeral to the placeholder and restore what stood in its place.

    None unless exactly one numeral can be moved so that ``solve`` proves what belongs in its place.
    """
    proved = []
    for trial in _trials(case.target, artefact):
        edits = solve(replace(case, target=trial.text))
        if len(edits) == 1 and edits[0].span.start == trial.at:
            restored = replace(edits[0], span=trial.numeral, before=trial.back.after)
            proved.append((trial.back, restored))
    if len(proved) != 1:
        return ()
    return tuple(sorted(proved[0], key=lambda edit: edit.span))


def _trials(text: str, artefact: Artefact) -> Iterator[_Trial]:
    found = [Span(*match.span()) for match in NUMERAL.finditer(text)]
    for numeral in found if len(found) <= _MOST else ():
        if numeral.overlaps(artefact.span):
            continue
        moved, mark = numeral.of(text), artefact.surface
        slid = f"{moved} slid away from here; with it back every number of the segment is explained"
        back, away = Edit(artefact.span, mark, moved, RULE, slid), Edit(numeral, moved, mark, RULE, slid)
        at = move(numeral, (back, away)).start
        yield _Trial(apply(text, (back, away)), numeral, back, at)
