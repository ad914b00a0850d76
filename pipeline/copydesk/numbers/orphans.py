"""Units that stand without a number: the trace a lost number leaves ("pendant heures", "plus de %")."""

from __future__ import annotations

import re

from copydesk.numbers.crossings import Side
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan
from copydesk.numbers.tokens import tokens
from copydesk.numbers.units import dimension

_WORDS = re.compile(r"[^\W\d_]+|%")


class Units:
    """The units a text names, looked up when first asked for."""

    def __init__(self, side: Side, marks: list[Mark]) -> None:
        self._side, self._marks = side, marks
        self._named: list[tuple[str, int]] | None = None

    def orphans(self, *, spelled: bool = False) -> frozenset[str]:
        """Codes of the units that no number, and no word for one, stands before.

        For a number that was ``spelled``, a scale word may stand for it: million-dollar deals.
        """
        return frozenset(
            code
            for code, at in self._found()
            if not any(m.start <= at < m.end for m in self._marks)
            and (code == "%" or not self._vague(at, spelled=spelled))
        )

    def dimensions(self) -> frozenset[str]:
        """What all units of the text measure."""
        return frozenset(dimension(code) for code, _ in self._found())

    def _vague(self, at: int, *, spelled: bool) -> bool:
        """Whether a few, dozens of, or the like stand for the number."""
        words = _WORDS.findall(self._side.text[max(0, at - 24) : at].lower())[-2:]
        known = self._side.known
        vague = (
            known.vague | known.page.scales.keys() | known.page.rough_scales.keys()
            if spelled
            else known.vague
        )
        if not words or words[-1] not in vague:
            return False
        return words[-1] not in known.page.links or (len(words) > 1 and words[0] in vague)

    def _found(self) -> list[tuple[str, int]]:
        if self._named is None:
            scan = Scan(self._side.text, tokens(self._side.text), self._side.known)
            found = (
                (scan.phrase(at, self._side.known.tails), token.start) for at, token in enumerate(scan.tokens)
            )
            self._named = [(phrase[1], start) for phrase, start in found if phrase is not None]
        return self._named
