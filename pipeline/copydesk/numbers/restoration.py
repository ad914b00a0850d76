"""Repair number artefacts in one text: with the source where there is one, else by flagging alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from copydesk.data import Edit, Finding, NumberKind, Span
from copydesk.numbers.artefacts import FAMILIES, Artefact, Family, find, of_source
from copydesk.numbers.belonging import belonging, fits_source
from copydesk.numbers.comparison import compare
from copydesk.numbers.exchange import put_back
from copydesk.numbers.fields import Case, Tier, fields
from copydesk.numbers.fill import Fill, Filler
from copydesk.numbers.flags import RULE, flagged, foreign
from copydesk.numbers.habit import NO_HABIT, Habit, habit
from copydesk.numbers.lexicon import lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.phrases import completed
from copydesk.numbers.places import Hole, Place, Probed, is_spaced, probed, widened
from copydesk.numbers.reading import marks
from copydesk.numbers.refill import put_in_place, stands_apart
from copydesk.numbers.slide import slid_back
from copydesk.numbers.solve import Field, solve
from copydesk.numbers.spots import views
from copydesk.numbers.weights import BELIEVED, FIT, OVERWRITES
from copydesk.text.apply import apply, inverse, move

MARGIN = 1.0
"""By how much the best way must beat the next one that reads differently."""

_MOST = 32
_SIGNS = re.compile(r"\W")
_CODE = re.compile(r"([^\W\d_]+)\d|\d([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Repair:
    """``text`` is the target with the edits of certainty "certain" applied.

    ``edits`` and ``findings`` count in the target as it was given. An edit of certainty "unknown" changes
    nothing and carries the candidates, best first; each open slot also has a finding.
    """

    text: str
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()


def repair(
    target: str,
    language: str,
    *,
    source: str | None = None,
    source_language: str | None = None,
    families: Sequence[Family] = FAMILIES,
    usual: Habit | None = None,
    trust: float = 0.0,
) -> Repair:
    """Restore the numbers that placeholders and slid numbers stand for in ``target``.

    With ``source`` an edit is certain only if one assignment of source numbers to places stands out and the
    ledger of the repaired text then explains every number of the segment; two numbers that changed places
    are put back on the same terms. Without, nothing is changed: each slot is flagged with what it asks for.
    Numbers are never invented; those of fixed phrases (4x4) need no source. Idempotent. ``families`` are the
    marks looked for; ``usual`` is how the texts around write numbers, for formats that ``target`` itself does
    not show.
    """
    found = [artefact for artefact in find(target, families) if not of_source(artefact, source or "")]
    case = Case(target, language, source or "", source_language or language, families, usual or NO_HABIT)
    if not found:
        return _put_back(case, trust) if source is not None else Repair(target)
    numeric = [artefact for artefact in found if artefact.family.number]
    candidates: tuple[str, ...] = ()
    strange = False
    if source is not None and 0 < sum(a.copies for a in numeric) <= _MOST and len(numeric) == len(found):
        solved = _solved(case, numeric)
        if machine := _refilled(case):
            solved = _agreed(target, machine, solved)
        candidates = solved.candidates
        edits = solved.edits
        if len(found) == 1 and not edits and not solved.open:
            edits = slid_back(
                case, found[0], lambda trial: _solved(trial, find(trial.target, families)).edits
            )
        belief = belonging(source, target, case.source_language, language) + trust
        strange = belief + max(solved.odds, 0) < BELIEVED
        marks_ = [artefact.span for artefact in found]
        stands = any(not any(edit.span.overlaps(mark) for mark in marks_) for edit in edits)
        if edits and belief + solved.odds >= (OVERWRITES if stands else BELIEVED):
            return Repair(apply(target, edits), edits)
    edits, findings = flagged(target, language, found, () if strange else candidates)
    return Repair(target, edits, (*findings, foreign(target)) if strange else findings)


def _agreed(target: str, machine: _Solved, single: _Solved) -> _Solved:
    """What undoing the machine and single slides say alike, written as the latter; nothing if they differ.

    Where one number took two places, only the machine explains the text.
    """
    if not single.edits or stands_apart(target):
        return machine
    texts = {_SIGNS.sub("", apply(target, way.edits)) for way in (machine, single)}
    return single if len(texts) == 1 else _Solved(candidates=single.candidates, open=True)


def _refilled(case: Case) -> _Solved | None:
    """The numbers of a text into which a machine put those of the source in order."""
    edits = put_in_place(case, lambda trial: _solved(trial, find(trial.target, case.families)).edits)
    return _Solved(edits, odds=FIT.refilled) if edits else None


def _put_back(case: Case, trust: float) -> Repair:
    """Numbers that changed places without a mark."""
    edits, findings = put_back(case)
    if edits and belonging(case.source, case.target, case.source_language, case.language) + trust < BELIEVED:
        return Repair(case.target)
    return Repair(apply(case.target, edits) if not findings else case.target, edits, findings)


class _Solved(NamedTuple):
    """The proved edits; without proof none, and the source numbers that are left, as ``candidates``.

    ``open`` tells that several ways would be proved, and none stands out. ``odds`` are what the filled places
    say for the source.
    """

    edits: tuple[Edit, ...] = ()
    candidates: tuple[str, ...] = ()
    open: bool = False
    odds: float = 0.0


class _Proof(NamedTuple):
    """Edits after which the ledger explains every number, and what they say for the source, in log odds."""

    edits: tuple[Edit, ...]
    odds: float


def _solved(case: Case, found: Sequence[Artefact]) -> _Solved:
    """As ``_weighed``; where that proves nothing, phrases and copied codes are made whole first."""
    solved = _weighed(case, found)
    if (
        solved.edits
        or solved.open
        or not (whole := completed(case.target, case.source, lexicon(case.language)))
    ):
        return solved
    rest = replace(case, target=apply(case.target, whole))
    if marks_left := find(rest.target, case.families):
        undone = inverse(whole)
        more = [replace(edit, span=move(edit.span, undone)) for edit in _weighed(rest, marks_left).edits]
        apart = not any(one.span.overlaps(other.span) for one in more for other in whole)
        if not more or not apart:
            return solved
        return _Solved(tuple(sorted((*whole, *more), key=lambda edit: edit.span)), odds=FIT.phrase)
    ok = compare(case.source, rest.target, case.source_language, case.language).ok
    return _Solved(whole, odds=FIT.phrase) if ok else solved


def _weighed(case: Case, found: Sequence[Artefact]) -> _Solved:
    """What the first view proves in which one way stands out."""
    mine = _read(case)
    if len(mine) > 2 * _MOST:
        return _Solved()
    candidates: list[str] = []
    for tier, seen in _tries(case, found):
        for field, filler, left in fields(case, seen, mine, tier):
            candidates += [name for name in left if name not in candidates]
            way = solve(field, _differ(field, filler))
            if way is None:
                continue
            proved = [
                (gain, proof)
                for gain, sources in ((0.0, way.sources), *way.rivals)
                if (proof := _proved(case, field, filler, sources)) is not None
            ]
            if not proved:
                continue
            if len(proved) > 1 and proved[1][0] - proved[0][0] < MARGIN:
                return _Solved((), tuple(candidates), open=True)
            proof = proved[0][1]
            return _Solved(proof.edits, tuple(candidates), odds=proof.odds)
    return _Solved((), tuple(candidates))


def _tries(case: Case, found: Sequence[Artefact]) -> Iterator[tuple[Tier, Probed]]:
    """All views with the source's numbers alone, before any with its words."""
    looked = []
    for seen in _views(case, found):
        looked.append(seen)
        yield Tier.NUMBERS, seen
    for tier in (Tier.SURE, Tier.WEAK):
        yield from ((tier, seen) for seen in looked)


def _views(case: Case, found: Sequence[Artefact]) -> Iterator[Probed]:
    known = lexicon(case.language)
    codes = {
        letters.casefold() for match in _CODE.finditer(case.source) for letters in match.groups() if letters
    }
    sticks = habit(case.target, known.page).sticks(case.usual)
    look = partial(probed, case.target, known=known, codes=codes, sticks=sticks)
    for spots in views(case.target, found):
        first = look(spots)
        yield first
        timed = look(spots, minutes=True)
        if timed.text != first.text:
            yield timed
        for seen in (first, timed):
            more = widened(seen, spots)
            if len(more) > len(spots):
                yield look(more)
                yield look(more, minutes=True)
            if any(is_spaced(place.whole) for place in seen.places):
                yield look(more, spaced=True)


def _read(case: Case) -> list[Mark]:
    read = marks(case.source, lexicon(case.source_language))
    return [mark for mark in read if mark.kind is not NumberKind.PLACEHOLDER]


def _differ(field: Field, filler: Filler) -> Callable[[int, int, int], bool]:
    def texts(place: int, source: int) -> tuple[str, ...] | None:
        made = filler.fill(field.places[place], field.marks[source])
        return made.texts if made else None

    return lambda place, one, other: texts(place, one) != texts(place, other)


def _proved(case: Case, field: Field, filler: Filler, sources: Sequence[int]) -> _Proof | None:
    """The edits that put ``sources`` in place, if the ledger then explains every number."""
    edits: list[Edit] = []
    odds: list[float] = []
    named = frozenset(mark.unit for mark in field.marks) & {mark.unit for mark in filler.forms.seen.marks}
    for n, (place, source) in enumerate(zip(field.places, sources, strict=True)):
        if place.standing and field.stands[n] == source:
            if not field.fits(n, source):
                return None
            continue
        made = filler.fill(place, field.marks[source])
        fit = fits_source(place.mark, field.marks[source], named, year=place.kind is NumberKind.YEAR)
        if made is None or fit is None:
            return None
        odds.append(fit)
        edits += _edits(case, place, made, field.marks[source])
    text = apply(case.target, edits)
    if find(text, case.families) or not compare(case.source, text, case.source_language, case.language).ok:
        return None
    told = min(odds, default=0.0) + FIT.further * max(0, len(odds) - 1)
    return _Proof(tuple(sorted(edits, key=lambda edit: edit.span)), told)


def _edits(case: Case, place: Place, made: Fill, mark: Mark) -> list[Edit]:
    surface = case.source[mark.start : mark.end]
    stood = "the number slid in from another place" if place.standing else "a placeholder stood here"
    edits = []
    for n, (hole, new) in enumerate(zip(place.holes, made.texts, strict=True)):
        end = hole.end + (made.extra if n == len(place.holes) - 1 else 0)
        before = case.target[hole.start : end]
        if before == new:
            continue
        edits.append(
            Edit(
                Span(hole.start, end), before, _spaced(hole, new), RULE,
                f"the source says {surface}; {stood}, and every number of the segment is then explained",
            )
        )  # fmt: skip
    return edits


def _spaced(hole: Hole, text: str) -> str:
    return f"{' ' * hole.gap[0]}{text}{' ' * hole.gap[1]}"
