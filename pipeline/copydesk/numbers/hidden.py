"""Words that may hide a number (une, half, both, a dozen): they explain what the other side writes out."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.data import NumberKind, Verdict
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.pairing import LARGE, Pairing
from copydesk.numbers.relate import Relation
from copydesk.numbers.weak import weak_marks

_HUNDRED = 100
_SAID = Relation(0.5, Verdict.CONVERTED, "said in a word")


class Hidden:
    """Explains numbers that one text lacks by the words of that text, each word once."""

    def __init__(
        self, source: tuple[str, Lexicon, list[Mark]], target: tuple[str, Lexicon, list[Mark]]
    ) -> None:
        self._source, self._target = source, target

    def explain(self, mine: list[Mark], theirs: list[Mark]) -> tuple[list[Pairing], list[Mark], list[Mark]]:
        """Pairs of leftover numbers with words of the other side, and what is still left."""
        here, mine = self._said(mine, self._target)
        there, theirs = self._said(theirs, self._source)
        pairs: list[Pairing] = [(mark, word, _SAID) for mark, word in here]
        pairs += [(word, mark, _SAID) for mark, word in there]
        return pairs, mine, theirs

    @staticmethod
    def _said(
        left: list[Mark], side: tuple[str, Lexicon, list[Mark]]
    ) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
        strong = [mark for mark in left if not mark.weak]
        if not 0 < len(strong) <= LARGE:
            return [], left
        text, known, taken = side
        free = [word for word in weak_marks(text, known) if not _inside(word, taken)]
        pairs: list[tuple[Mark, Mark]] = []
        for mark in strong:
            if word := next((w for w in free if hides(w, mark)), None):
                free.remove(word)
                pairs.append((mark, word))
        explained = {id(mark) for mark, _ in pairs}
        return pairs, [mark for mark in left if id(mark) not in explained]


def _inside(word: Mark, taken: Iterable[Mark]) -> bool:
    return any(mark.start < word.end and word.start < mark.end for mark in taken)


def hides(word: Mark, mark: Mark) -> bool:
    """Whether ``word`` may say what ``mark`` writes out."""
    if mark.kind is NumberKind.PLACEHOLDER or not mark.values:
        return False
    if word.unit:
        return word.unit == mark.unit and word.values == mark.values
    wanted = [mark.values[0]] if len(mark.values) == 1 or mark.kind is NumberKind.TIME else []
    if mark.kind is NumberKind.DATE and not mark.values[0]:
        wanted.append(mark.values[2])
    if mark.kind is NumberKind.TIME or mark.unit == "h":
        wanted.append(mark.values[0] % 12)
    if mark.unit == "%" and mark.values[0] < _HUNDRED:
        wanted = [mark.values[0] / _HUNDRED]
    if mark.kind is NumberKind.FRACTION and mark.values[1]:
        wanted.append(mark.values[0] / mark.values[1])
        wanted.append(mark.values[1])
    options = (word.values, *word.alternatives)
    return any((value,) in options for value in wanted)
