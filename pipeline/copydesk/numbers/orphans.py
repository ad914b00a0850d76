"""Units that stand without a number: the trace a lost number leaves ("pendant heures", "plus de %")."""

from __future__ import annotations

from copydesk.numbers.crossings import Side
from copydesk.numbers.mark import Mark
from copydesk.numbers.scan import Scan
from copydesk.numbers.tokens import tokens
from copydesk.numbers.units import dimension


class Units:
    """The units a text names, looked up when first asked for."""

    def __init__(self, side: Side, marks: list[Mark]) -> None:
        self._side, self._marks = side, marks
        self._named: list[tuple[str, int]] | None = None

    def orphans(self) -> frozenset[str]:
        """Codes of the units that no number, and no word for one, stands before."""
        return frozenset(
            code
            for code, at in self._found()
            if not any(m.start <= at < m.end for m in self._marks) and (code == "%" or not self._vague(at))
        )

    def dimensions(self) -> frozenset[str]:
        """What all units of the text measure."""
        return frozenset(dimension(code) for code, _ in self._found())

    def _vague(self, at: int) -> bool:
        """Whether a few, dozens of, or the like stand for the number."""
        words = self._side.text[max(0, at - 24) : at].lower().replace("'", " ").replace("’", " ").split()[-2:]
        known = self._side.known
        if not words or words[-1] not in known.vague:
            return False
        return words[-1] not in known.page.links or (len(words) > 1 and words[0] in known.vague)

    def _found(self) -> list[tuple[str, int]]:
        if self._named is None:
            scan = Scan(self._side.text, tokens(self._side.text), self._side.known)
            found = (
                (scan.phrase(at, self._side.known.tails), token.start) for at, token in enumerate(scan.tokens)
            )
            self._named = [(phrase[1], start) for phrase, start in found if phrase is not None]
        return self._named
