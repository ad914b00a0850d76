"""The text that puts a source number into a place, proved by reading it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from copydesk.numbers.forms import Forms, is_shared
from copydesk.numbers.hours import halved, several
from copydesk.numbers.mark import Mark
from copydesk.numbers.places import Hole, Place
from copydesk.numbers.reading import marks
from copydesk.numbers.relate import relate

_WINDOW = 60
_SURE = 0.5
_LARGE = "999"


class Fill(NamedTuple):
    """``texts`` for the holes of a place; ``cost`` says how far the reading is from the source number.

    ``extra`` code points after the last hole are replaced too (a suffix that does not fit the number).
    """

    texts: tuple[str, ...]
    cost: float
    extra: int = 0


@dataclass(frozen=True)
class Filler:
    """Fills for the places of a probed text, each the first of its ``forms`` that reads as it should."""

    forms: Forms

    @cached_property
    def _cache(self) -> dict[tuple[int, int, int, int], Fill | None]:
        return {}

    def fill(self, place: Place, mark: Mark) -> Fill | None:
        """How ``mark`` of the source is written in ``place``; None where it does not fit."""
        key = (place.holes[0].at, place.holes[-1].until, mark.start, mark.end)
        if key not in self._cache:
            self._cache[key] = self._best(place, mark)
        return self._cache[key]

    def _best(self, place: Place, mark: Mark) -> Fill | None:
        """The first that leaves nothing of the place unread; the first end of a range has to read the same.

        For its scale word stands with the other end in the source (5 a 15 mil), and may be missing here.
        """
        shared = is_shared(mark, self.forms.source[mark.start : mark.end])
        exact = shared and self.forms.seen.scale_beyond(place) == 1
        fits = self._fitting(place, mark, whole=True)
        first = next((fill for fill in fits if fill.cost < _SURE or not exact), None)
        return first or next(self._fitting(place, mark, whole=False), None)

    def _fitting(self, place: Place, mark: Mark, *, whole: bool) -> Iterator[Fill]:
        """The fills that read as ``mark``; ``whole`` are those that leave nothing of the place unread."""
        surface, text = self.forms.source[mark.start : mark.end], self.forms.seen.text
        single = len(place.holes) == 1
        for texts, extra in (
            self.forms.single(place, mark, surface)
            if single
            else several(text, place, mark, surface, halved=halved(text, place, self.forms.known))
        ):
            cost = self._read_back(place, mark, texts, extra, whole=whole)
            if cost is not None:
                yield Fill(texts, cost, extra)

    def _read_back(
        self, place: Place, mark: Mark, texts: tuple[str, ...], extra: int, *, whole: bool
    ) -> float | None:
        """The cost of reading ``texts`` in place as ``mark``; None if that is not settled."""
        text = self.forms.seen.text
        first, last = place.holes[0], place.holes[-1]
        begin = max(0, min(place.whole.start, first.at) - _WINDOW)
        end = min(len(text), max(place.whole.end, last.until) + _WINDOW)
        pieces = []
        position = begin
        for hole, new in zip(place.holes, texts, strict=True):
            pieces += [text[position : hole.at], new]
            position = hole.until
        where = first.at - begin
        readings = marks("".join([*pieces, self._rest(last, position + extra, end)]), self.forms.known)
        over = next((m for m in readings if m.start <= where < m.end), None)
        if over is None:
            return None
        grown = sum(len(new) - (hole.until - hole.at) for hole, new in zip(place.holes, texts, strict=True))
        covers = over.start <= place.mark.start - begin and over.end >= place.mark.end - begin + grown - extra
        if whole and not covers:
            return None
        part = next((p for p in over.parts if p.start <= where < p.end), over)
        settled = [
            relation.cost
            for reading in dict.fromkeys((over, part))
            if (relation := relate(mark, reading)) is not None and relation.verdict.settled
        ]
        return min(settled, default=None)

    def _rest(self, last: Hole, start: int, end: int) -> str:
        """The text from ``start`` to ``end``, in which a range that begins with ``last`` rises."""
        text = self.forms.seen.text
        after = next((hole for hole in self.forms.seen.holes if hole.at >= last.until), None)
        if after is None or not self.forms.is_range(last.until, after.at):
            return text[start:end]
        return f"{text[start : after.at]}{_LARGE}{text[after.until : max(end, after.until)]}"
