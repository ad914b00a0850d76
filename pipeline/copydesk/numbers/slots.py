"""Slots: places in a broken text where a number belongs, and what each asks for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from copydesk.data import NumberKind
from copydesk.numbers.artefacts import Artefact
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.reading import marks

_PROBE = "7"
_YEARS = range(1900, 2101)
_SHAPED = frozenset(
    {NumberKind.PERCENTAGE, NumberKind.CENTURY, NumberKind.POINTS, NumberKind.ORDINAL, NumberKind.DATE}
)
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


@dataclass(frozen=True, slots=True)
class Slot:
    """Code points ``start`` to ``end`` of the text are to be replaced by a number.

    ``kind``, ``unit`` and ``scaled`` are what the surroundings ask for. ``head`` and ``tail`` are the
    affixes inside the range that stand before and after the number itself (a percent sign, an ordinal
    suffix). ``suspect`` is the number that stands there now, None for a placeholder;
    ``joiner`` what stands between the two marks of a cluster.
    """

    start: int
    end: int
    kind: NumberKind
    unit: str = ""
    scaled: int = 1
    head: str = ""
    tail: str = ""
    suspect: Mark | None = None
    joiner: str = ""

    @property
    def asks(self) -> str:
        """What the slot asks for, in words."""
        return _ASKS.get(self.kind, "a number")


def placeholder_slots(text: str, found: Sequence[Artefact], known: Lexicon, *, split: bool) -> list[Slot]:
    """A slot for each mark of ``found``; with ``split``, one for each copy inside a cluster.

    Shapes are seen by reading the text with a small number in each place.
    """
    places = _copies(text, found) if split else [(a.span.start, a.span.end) for a in found]
    pieces: list[str] = []
    probes: list[int] = []
    position = length = 0
    for start, end in places:
        kept = text[position:start]
        pieces += [kept, _PROBE]
        length += len(kept)
        probes.append(length)
        length += len(_PROBE)
        position = end
    probed = "".join([*pieces, text[position:]])
    readings = marks(probed, known)
    starts = [mark.start for mark in readings]
    slots = [
        _slot(probed, at, place, _around(readings, starts, at), known)
        for at, place in zip(probes, places, strict=True)
    ]
    if split:
        return slots
    return [replace(slot, joiner=_joiner(a)) for slot, a in zip(slots, found, strict=True)]


def _joiner(artefact: Artefact) -> str:
    pieces = re.split("xnumx", artefact.surface, flags=re.IGNORECASE)
    return pieces[1] if len(pieces) == 3 else ""


def _around(readings: Sequence[Mark], starts: Sequence[int], at: int) -> Mark | None:
    """The innermost reading over the probe at ``at``."""
    n = bisect_right(starts, at) - 1
    if n < 0 or readings[n].end <= at:
        return None
    inside = (part for part in readings[n].parts if part.start <= at < part.end)
    return next(inside, readings[n])


def _copies(text: str, found: Sequence[Artefact]) -> list[tuple[int, int]]:
    places = []
    for artefact in found:
        low = artefact.surface.lower()
        if artefact.copies == 1 or "xnumx" not in low:
            places.append((artefact.span.start, artefact.span.end))
            continue
        at = low.find("xnumx")
        while at >= 0:
            places.append((artefact.span.start + at, artefact.span.start + at + len("xnumx")))
            at = low.find("xnumx", at + len("xnumx"))
    assert all(start < end <= len(text) for start, end in places)
    return places


def _slot(probed: str, at: int, place: tuple[int, int], mark: Mark | None, known: Lexicon) -> Slot:
    start, end = place
    if mark is None:
        return Slot(start, end, NumberKind.CARDINAL)
    tail = probed[at + 1 : mark.end]
    if mark.kind is NumberKind.CARDINAL and _after_year_cue(probed[:at], known):
        return Slot(start, end, NumberKind.YEAR)
    affixed = mark.kind is NumberKind.PERCENTAGE or (mark.kind is NumberKind.ORDINAL and tail.strip())
    if mark.kind in (NumberKind.CENTURY, NumberKind.DATE) and tail[:1].isalpha():
        tail = tail[: len(tail) - len(tail.lstrip("abcdefghijklmnopqrstuvwxyzéèºª"))]
        affixed = True
    if affixed and tail.strip() and len(tail) <= 5:
        return Slot(start, end + len(tail), mark.kind, mark.unit, mark.scaled, tail=tail)
    return Slot(start, end, mark.kind, mark.unit, mark.scaled)


def _after_year_cue(before: str, known: Lexicon) -> bool:
    words = before.replace("'", " ").replace("’", " ").split()
    return bool(words) and words[-1].lower() in known.page.year_cues


def suspects(readings: Sequence[Mark]) -> list[Mark]:
    """Numbers whose place contradicts their value: a year that carries a percent sign, a 2030th century."""
    return [
        mark
        for mark in readings
        if mark.kind in _SHAPED
        and mark.scalar is not None
        and mark.scalar in _YEARS
        and mark.scaled == 1
        and not mark.spelled
    ]


def suspect_slot(text: str, mark: Mark, known: Lexicon) -> Slot | None:
    """The slot a suspect number occupies, None where its digits cannot be told from what is round them."""
    surface = text[mark.start : mark.end]
    digits = [n for n, c in enumerate(surface) if c.isdecimal()]
    if not digits or mark.spelled:
        return None
    head, tail = surface[: digits[0]], surface[digits[-1] + 1 :]
    whole = mark.kind in (NumberKind.PERCENTAGE, NumberKind.ORDINAL)
    if whole and len(tail) <= 5 and not head:
        return Slot(mark.start, mark.end, mark.kind, mark.unit, tail=tail, suspect=mark)
    if mark.kind is NumberKind.DATE and tail[:1].isalpha():
        suffix = tail[: len(tail) - len(tail.lstrip("abcdefghijklmnopqrstuvwxyzéèºª"))]
        end = mark.start + digits[-1] + 1 + len(suffix)
        return Slot(mark.start + digits[0], end, mark.kind, tail=suffix, suspect=mark)
    kind: NumberKind = (
        NumberKind.CARDINAL if mark.kind in (NumberKind.DECIMAL, NumberKind.YEAR) else mark.kind
    )
    if kind is NumberKind.CARDINAL and _after_year_cue(text[: mark.start], known):
        kind = NumberKind.YEAR
    return Slot(
        mark.start + digits[0], mark.start + digits[-1] + 1, kind, mark.unit, mark.scaled, suspect=mark
    )
