"""Units that stand without a number: the trace a lost number leaves ("pendant heures", "plus de %")."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from copydesk.numbers.crossings import Side
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan
from copydesk.numbers.units import dimension

_REFERENCE = re.compile(r"(?<!\w)n\.?[°º](?![ \u00a0\u202f]?[\dIVX])", re.IGNORECASE)
MILLION = 10**6
_WORDS = re.compile(r"[^\W\d_]+|%")


def inside(at: int, starts: list[int], marks: list[Mark]) -> bool:
    """Whether code point ``at`` lies in one of ``marks``, which ``starts`` gives in order."""
    before = bisect_right(starts, at) - 1
    return before >= 0 and at < marks[before].end


class Units:
    """The units a text names, looked up when first asked for."""

    def __init__(self, side: Side, marks: list[Mark]) -> None:
        self._side, self._marks = side, marks

    def orphans(self, *, spelled: bool = False) -> frozenset[str]:
        """Codes of the units that no number, and no word for one, stands before.

        For a number that was ``spelled``, a scale word may stand for it: million-dollar deals.
        """
        return self._lenient if spelled else self._strict

    def says(self, phrase: str) -> bool:
        """Whether ``phrase`` stands in the text as it is, but for capitals."""
        return phrase.lower() in self._side.text.lower()

    @cached_property
    def bare_scale(self) -> bool:
        """Whether a scale word stands alone: "lost billion euros", not "a million-dollar deal"."""
        return any(self._is_bare(word) for word in _WORDS.finditer(self._side.text))

    @cached_property
    def bare_reference(self) -> bool:
        """Whether the sign before the number of a thing stands alone: n° de Bernanke."""
        return _REFERENCE.search(self._side.text) is not None

    def _is_bare(self, word: re.Match[str]) -> bool:
        page, text = self._side.known.page, self._side.text
        low = word.group().lower()
        if page.scales.get(low, 0) < MILLION or low in page.rough_scales:
            return False
        if text[word.end() : word.end() + 1] == "-" or inside(word.start(), self._starts, self._marks):
            return False
        before = _WORDS.findall(text[max(0, word.start() - 24) : word.start()].lower())[-1:]
        return not before or (before[0] not in self._side.known.vague and before[0] not in page.ones)

    @cached_property
    def dimensions(self) -> frozenset[str]:
        """What all units of the text measure."""
        return frozenset(dimension(code) for code, _ in self._found)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text in lower case."""
        return frozenset(_WORDS.findall(self._side.text.lower()))

    @cached_property
    def _strict(self) -> frozenset[str]:
        return frozenset(
            code for code, at in self._bare if code == "%" or not self._follows(at, self._side.known.vague)
        )

    @cached_property
    def _lenient(self) -> frozenset[str]:
        page = self._side.known.page
        vague = self._side.known.vague | page.scales.keys() | page.rough_scales.keys()
        return frozenset(code for code, at in self._bare if code == "%" or not self._follows(at, vague))

    def _follows(self, at: int, vague: frozenset[str]) -> bool:
        """Whether a few, dozens of, or the like stand for the number."""
        words = _WORDS.findall(self._side.text[max(0, at - 24) : at].lower())[-2:]
        if not words or words[-1] not in vague:
            return False
        return words[-1] not in self._side.known.page.links or (len(words) > 1 and words[0] in vague)

    @cached_property
    def _bare(self) -> list[tuple[str, int]]:
        return [(code, at) for code, at in self._found if not inside(at, self._starts, self._marks)]

    @cached_property
    def _starts(self) -> list[int]:
        return [mark.start for mark in self._marks]

    @cached_property
    def _found(self) -> list[tuple[str, int]]:
        scan = Scan(self._side.text, self._side.known)
        tails = self._side.known.tails
        found = ((scan.phrase(at, tails), at) for at, low in enumerate(scan.lows) if low in tails)
        return [(phrase[1], scan.start(at)) for phrase, at in found if phrase is not None]
