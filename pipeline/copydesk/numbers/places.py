"""Places of a broken text where a number belongs, and what each asks for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from copydesk.data import NumberKind
from copydesk.numbers.habit import is_word
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.reading import marks
from copydesk.numbers.spots import Spot

_TAIL_OF_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}[ .,'’\u00a0\u202f]$")
_DIGITS = re.compile(r"\d+(?:[ .,'’\u00a0\u2009\u202f]\d+)*")
_WORD_AFTER = re.compile(r"[^\W\d_]{3,}")
_WORD_BEFORE = re.compile(r"[^\W\d_]{4,}$")
_HOUR = re.compile(r"(?:[:hH]|heures?)[ \u00a0\u202f]?$")
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
_OPENING = '„“”"«‹‘(['
_NEAR = 6
YEARS = range(1900, 2101)
"""Numbers that are years before they are amounts."""
_SHAPED = frozenset(
    {NumberKind.PERCENTAGE, NumberKind.CENTURY, NumberKind.POINTS, NumberKind.ORDINAL, NumberKind.DATE}
)


class Hole(NamedTuple):
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
class Place:
    """Where a number belongs: ``mark`` is the reading of the probed text there, ``piece`` its part.

    ``standing`` tells that a number stands there now; otherwise ``holes`` are placeholders.
    """

    holes: tuple[Hole, ...]
    mark: Mark
    whole: Mark
    standing: bool = False
    cued: bool = False

    @property
    def kind(self) -> NumberKind:
        """The kind of number the surroundings ask for."""
        return NumberKind.YEAR if self.cued and self.mark.kind is NumberKind.CARDINAL else self.mark.kind


@dataclass(frozen=True, slots=True)
class Probed:
    """``original`` with small numbers in its holes, read: ``text``, ``marks`` and the open ``places``."""

    original: str
    text: str
    holes: tuple[Hole, ...]
    marks: tuple[Mark, ...]
    places: tuple[Place, ...]

    def scale_beyond(self, place: Place) -> int:
        """The scale word of the number right behind ``place``, 1 if it has none: 7 to 15 billion."""
        read = (part for mark in self.marks for part in (mark.parts or (mark,)))
        after = next((mark for mark in read if mark.start >= place.mark.end), None)
        return after.scaled if after and after.start - place.mark.end <= _NEAR else 1

    def origin(self, at: int) -> int:
        """Where position ``at`` of the probed text, outside the holes, lies in the original."""
        n = bisect_right(self.holes, at, key=lambda hole: hole.until) - 1
        if n < 0:
            return at
        hole = self.holes[n]
        return at - hole.until - hole.gap[1] + hole.end


def widened(seen: Probed, spots: Sequence[Spot]) -> list[Spot]:
    """``spots`` and the digits that stand in one expression with them: perhaps those slid too (0:XNUMX)."""
    clocks = (match.span() for match in _CLOCK.finditer(seen.text))
    spans = {
        (p.whole.start, p.whole.end)
        for p in seen.places
        if p.whole.parts or p.whole.kind in _COMPOSITE or p.whole.kind is NumberKind.IDENTIFIER
    }
    spans.update((start, end) for start, end in clocks if any(start <= hole.at < end for hole in seen.holes))
    more = {
        Spot(seen.origin(run.start()), seen.origin(run.start()) + len(run.group()))
        for start, end in spans
        for run in _RUN.finditer(seen.text, start, end)
        if not any(run.start() < hole.until and hole.at < run.end() for hole in seen.holes)
    }
    return sorted([*spots, *more])


def probed(
    text: str,
    spots: Sequence[Spot],
    known: Lexicon,
    *,
    codes: Collection[str] = (),
    minutes: bool = False,
    sticks: bool = False,
    spaced: bool = False,
) -> Probed:
    """``text`` read with a small number in each of ``spots``.

    With ``minutes`` it has two digits where minutes may stand. ``codes`` are the words, in lower case, that
    the source writes codes with. ``sticks`` tells that numbers stick to the next word in this text,
    ``spaced`` that a decimal with a space in it is one number.
    """
    pieces: list[str] = []
    holes: list[Hole] = []
    position = length = 0
    for start, end, joiner, copies in spots:
        kept = text[position:start]
        gap = _gaps(text, start, end, known, codes, sticks=sticks)
        before = text[max(0, start - 10) : start]
        probe = "777" if _TAIL_OF_NUMBER.search(before) else "7"
        if minutes and _HOUR.search(before):
            probe = "17"
        lead, trail = " " * gap[0], " " * gap[1]
        at = length + len(kept) + len(lead)
        pieces += [kept, lead, probe, trail]
        holes.append(Hole(start, end, at, at + len(probe), joiner, copies, gap))
        length = at + len(probe) + len(trail)
        position = end
    whole = "".join([*pieces, text[position:]])
    read = tuple(marks(whole, known))
    return Probed(text, whole, tuple(holes), read, _places(whole, holes, read, known, spaced=spaced))


def _gaps(
    text: str, start: int, end: int, known: Lexicon, codes: Collection[str], *, sticks: bool
) -> tuple[bool, bool]:
    """Whether a space was lost before and after: vuXNUMX, XNUMXchats."""
    before = _lost_before(text[max(0, start - 20) : start], codes)
    after = _WORD_AFTER.match(text, end)
    if after is None or sticks or after.group().casefold() in codes:
        return before, False
    return before, is_word(after.group(), known.page)


def _lost_before(text: str, codes: Collection[str]) -> bool:
    """Whether a space was lost at the end of ``text``: after a word that no code begins with, or a mark."""
    word = _WORD_BEFORE.search(text)
    if word is None:
        return False
    low = word.group().casefold()
    return low.endswith("xnumx") or ("num" not in low and low not in codes)


def _places(
    text: str, holes: Sequence[Hole], read: Sequence[Mark], known: Lexicon, *, spaced: bool
) -> tuple[Place, ...]:
    starts = [mark.start for mark in read]
    groups: dict[tuple[int, int], tuple[Mark, Mark, list[Hole]]] = {}
    for hole in holes:
        n = bisect_right(starts, hole.at) - 1
        if n < 0 or read[n].end <= hole.at:
            alone = Mark(NumberKind.CARDINAL, hole.at, hole.until, 0, 0)
            groups[hole.at, hole.until] = (alone, alone, [hole])
            continue
        whole = read[n]
        part = next((p for p in whole.parts if p.start <= hole.at < p.end), whole)
        if spaced and is_spaced(whole):
            part = whole
        groups.setdefault((part.start, part.end), (part, whole, []))[2].append(hole)
    return tuple(
        Place(tuple(inside), part, whole, cued=after_cue(text, part.start, known))
        for part, whole, inside in groups.values()
    )


def is_spaced(mark: Mark) -> bool:
    """Whether ``mark`` may be a decimal with a space in it or two numbers: 15, 6 %."""
    return bool(mark.parts) and mark.kind not in _COMPOSITE


def after_cue(text: str, at: int, known: Lexicon) -> bool:
    """Whether a word that years follow stands before ``at``."""
    words = text[max(0, at - 24) : at].replace("'", " ").replace("’", " ").split()
    return bool(words) and words[-1].lower().lstrip(_OPENING) in known.page.year_cues


def standing(seen: Probed, mark: Mark, whole: Mark, known: Lexicon) -> Place | None:
    """The place of a number that stands in the text, None where its digits are not one piece."""
    if mark.spelled or any(mark.start <= hole.at < mark.end for hole in seen.holes):
        return None
    runs = list(_DIGITS.finditer(seen.text, mark.start, mark.end))
    if len(runs) != 1:
        return None
    start, end = runs[0].span()
    hole = Hole(seen.origin(start), seen.origin(start) + end - start, start, end)
    return Place((hole,), mark, whole, standing=True, cued=after_cue(seen.text, mark.start, known))


def contradicts(mark: Mark) -> bool:
    """Whether the place of a number contradicts its value: a year that carries a percent sign."""
    value = mark.scalar
    return (
        mark.kind in _SHAPED
        and value is not None
        and value in YEARS
        and mark.scaled == 1
        and not mark.spelled
    )
