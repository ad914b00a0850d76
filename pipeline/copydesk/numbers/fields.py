"""Which numbers of a broken text stand where they should, which are odd, and which of the source are left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from copydesk.numbers.amounts import amounts
from copydesk.numbers.artefacts import FAMILIES, Family
from copydesk.numbers.calendar import strays
from copydesk.numbers.fill import Filler
from copydesk.numbers.forms import Forms
from copydesk.numbers.habit import NO_HABIT, Habit, habit
from copydesk.numbers.lexicon import lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.nearby import around
from copydesk.numbers.pairing import settle
from copydesk.numbers.places import Place, Probed, standing
from copydesk.numbers.solve import Field
from copydesk.numbers.weak import weak_marks

_WEAK = 0.5
_STRAY = 1.5


@dataclass(frozen=True, slots=True)
class Case:
    """A damaged text and the text it was translated from; languages are BCP 47.

    ``usual`` is the habit of the texts around, for what the text itself does not show.
    """

    target: str
    language: str
    source: str
    source_language: str
    families: Sequence[Family] = FAMILIES
    usual: Habit = NO_HABIT


class _Standing(NamedTuple):
    """A number of the target, the composite it is part of, and the source it is known to be, if any."""

    mark: Mark
    whole: Mark
    source: Mark | None


class Tier(Enum):
    """What may fill a place: the numbers of the source, words that surely say one, words that may."""

    NUMBERS = "numbers"
    SURE = "sure"
    WEAK = "weak"


def fields(
    case: Case, seen: Probed, mine: Sequence[Mark], tier: Tier
) -> Iterator[tuple[Field, Filler, list[str]]]:
    """Ways to see the numbers of a ``tier``: dates and ranges in parts or whole, odd ones trusted or not.

    ``mine`` are the numbers of the source. Each with what fills its places, and the source numbers that
    nothing holds yet, as written. None if the tier adds nothing.
    """
    more = _more(case, seen, mine, tier)
    if tier is not Tier.NUMBERS and not more:
        return
    known = lexicon(case.language)
    shown = habit(seen.text, known.page, case.source)
    filler = Filler(
        Forms(seen, known, shown, case.usual, case.language, case.source, lexicon(case.source_language))
    )
    strong = [mark for mark in mine if not mark.weak]
    tried: list[tuple[list[Mark], list[tuple[Mark, Mark]]]] = []
    for in_parts in (True, False):
        mine_now = _pieces([*strong, *more]) if in_parts else [*strong, *more]
        theirs = _closed(seen, in_parts=in_parts)
        if (mine_now, theirs) in tried:
            continue
        tried.append((mine_now, theirs))
        stood = _stood(mine_now, theirs)
        held = {id(s.source) for s in stood}
        left = [
            case.source[m.start : m.end]
            for m in mine_now
            if id(m) not in held and (tier is not Tier.SURE or m not in more)
        ]
        for trusting in (True, False) if any(s.source is None for s in stood) else (True,):
            yield _field(case, seen, mine_now, stood, filler, trusting=trusting), filler, left


def _more(case: Case, seen: Probed, mine: Sequence[Mark], tier: Tier) -> list[Mark]:
    """What ``tier`` adds to the numbers of the source, but for what the translation says in words too."""
    if tier is Tier.NUMBERS:
        return []
    spoken = weak_marks(seen.text, lexicon(case.language))
    if tier is Tier.SURE:
        strong = [mark for mark in mine if not mark.weak]
        return amounts(case.source, lexicon(case.source_language), strong, spoken)
    said = {mark.values for mark in spoken}
    return [mark for mark in mine if mark.weak and mark.values not in said]


def _pieces(found: Sequence[Mark]) -> list[Mark]:
    return [piece for mark in found for piece in (mark.parts or (mark,))]


def _closed(seen: Probed, *, in_parts: bool) -> list[tuple[Mark, Mark]]:
    """The numbers that stand in the text, each with the composite it belongs to."""
    pairs = [
        (piece, whole)
        for whole in seen.marks
        for piece in ((whole.parts or (whole,)) if in_parts else (whole,))
        if not piece.weak
    ]
    if not seen.holes:
        return pairs
    return [pair for pair in pairs if not any(pair[0].start <= hole.at < pair[0].end for hole in seen.holes)]


def _stood(sources: Sequence[Mark], theirs: Sequence[tuple[Mark, Mark]]) -> list[_Standing]:
    """What each standing number is: settled with a source, or one whose value slid in, or unknown."""
    wholes = {id(piece): whole for piece, whole in theirs}
    ids = {id(mark) for mark in sources}
    found: list[_Standing] = []
    odd: list[Mark] = []
    for mine, there, relation in settle(list(sources), [piece for piece, _ in theirs]):
        if there is None or id(there) not in wholes:
            continue
        if mine is not None and id(mine) in ids and relation is not None and relation.verdict.settled:
            found.append(_Standing(there, wholes[id(there)], mine))
        else:
            odd.append(there)
    used = {id(standing.source) for standing in found}
    for there in odd:
        same = next((m for m in sources if id(m) not in used and m.values == there.values), None)
        used.add(id(same))
        found.append(_Standing(there, wholes[id(there)], same))
    return found


def _field(
    case: Case,
    seen: Probed,
    sources: list[Mark],
    stood: Sequence[_Standing],
    filler: Filler,
    *,
    trusting: bool,
) -> Field:
    """The field of the open places and the standing numbers; ``trusting`` leaves odd ones where they are."""
    known, here = lexicon(case.language), lexicon(case.source_language)
    places: list[Place] = list(seen.places)
    stands = [-1] * len(places)
    kept: list[Mark] = []
    index = {id(mark): n for n, mark in enumerate(sources)}
    for number in stood:
        place = standing(seen, number.mark, number.whole, known)
        if number.source is None and (place is None or trusting):
            continue
        if place is None:
            kept += [number.source] if number.source is not None else []
            continue
        places.append(place if number.source is not None else replace(place, standing=False))
        stands.append(index[id(number.source)] if number.source is not None else -1)
    gone = {id(mark) for mark in kept}
    marks = [mark for mark in sources if id(mark) not in gone]
    renumbered = {index[id(mark)]: n for n, mark in enumerate(marks)}
    near = (
        [around(seen.text, place.mark.start, place.mark.end, known) for place in places],
        [around(case.source, mark.start, mark.end, here) for mark in marks],
    )

    def shape(place: Place, mark: Mark) -> float | None:
        made = filler.fill(place, mark)
        if made is None:
            return None
        return made.cost + _WEAK * mark.weak + _STRAY * strays(seen.text, place, mark, known)

    return Field(places, marks, [renumbered.get(n, -1) for n in stands], near, shape)
