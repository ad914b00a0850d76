"""Words that may hide a number (une, half, both, a dozen): they explain what the other side writes out."""

from __future__ import annotations

from collections.abc import Callable

from copydesk.data import NumberKind, Verdict
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.orphans import MILLION, Units, inside
from copydesk.numbers.pairing import LARGE, Pairing
from copydesk.numbers.relate import PAIRS, Relation
from copydesk.numbers.weak import weak_marks

_HUNDRED = 100
_SAID = Relation(0.5, Verdict.CONVERTED, "said in a word")
_NEVER = frozenset({NumberKind.PLACEHOLDER, NumberKind.IDENTIFIER, NumberKind.PHONE})
_SIGNED = frozenset({"%", "pp", "EUR", "USD", "GBP", "JPY"})

Text = tuple[str, Lexicon, list[Mark]]


class Hidden:
    """Explains numbers that one text lacks by the words of that text, each word once.

    Two kinds of numbers are left alone, whatever else is said: one whose sign, unit or scale word stands
    alone in the target was lost, and one that the other text has with another unit (25 years, 25 pounds)
    changed.
    """

    def __init__(self, source: Text, target: Text, units: Units) -> None:
        self._source, self._target, self._units = source, target, units

    def explain(self, mine: list[Mark], theirs: list[Mark]) -> tuple[list[Pairing], list[Mark], list[Mark]]:
        """Pairs of leftover numbers with words of the other side, and what is still left."""
        twins = {mark.values for mark in mine} & {mark.values for mark in theirs if not mark.weak}
        open_, lost = _parted(mine, lambda mark: mark.values in twins or self._leaves_its_sign(mark))
        here, mine = _said(open_, self._target, self._source[2])
        open_, changed = _parted(theirs, lambda mark: mark.values in twins)
        there, theirs = _said(open_, self._source, self._target[2])
        pairs: list[Pairing] = [(mark, word, _SAID) for mark, word in here]
        pairs += [(word, mark, _SAID) for mark, word in there]
        return pairs, _in_order(mine + lost), _in_order(theirs + changed)

    def _leaves_its_sign(self, mark: Mark) -> bool:
        """Whether what belongs to ``mark`` stands in the target without a number."""
        if mark.unit in _SIGNED and mark.unit in self._units.orphans(spelled=mark.spelled):
            return True
        return mark.scaled >= MILLION and self._units.bare_scale


def _parted(marks: list[Mark], held: Callable[[Mark], bool]) -> tuple[list[Mark], list[Mark]]:
    """The ``marks`` that are free, and those that are ``held``."""
    return [mark for mark in marks if not held(mark)], [mark for mark in marks if held(mark)]


def _in_order(marks: list[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: mark.start)


def _said(left: list[Mark], side: Text, own: list[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark]]:
    strong = [mark for mark in left if not mark.weak]
    if not 0 < len(strong) <= LARGE:
        return [], left
    text, known, taken = side
    starts = [mark.start for mark in taken]
    free = [word for word in weak_marks(text, known) if not inside(word.end - 1, starts, taken)]
    counted = {id(part) for mark in own if mark.kind in PAIRS for part in mark.parts if not part.spelled}
    pairs: list[tuple[Mark, Mark]] = []
    for mark in strong:
        if id(mark) in counted:
            continue  # the figures of a score are not said in words
        if word := next((w for w in free if hides(w, mark)), None):
            free.remove(word)
            pairs.append((mark, word))
    explained = {id(mark) for mark, _ in pairs}
    return pairs, [mark for mark in left if id(mark) not in explained]


def hides(word: Mark, mark: Mark) -> bool:
    """Whether ``word`` may say what ``mark`` writes out."""
    if mark.kind in _NEVER or not mark.values:
        return False
    if word.text == "noon" and mark.kind is not NumberKind.TIME and mark.unit != "h":
        return False
    if word.text == "scale" and not mark.spelled:
        return False
    if (
        word.text == "one"
        and mark.kind is not NumberKind.TIME
        and (mark.unit or mark.kind in (NumberKind.DATE, NumberKind.REFERENCE))
    ):
        return False
    if word.kind is NumberKind.DATE:
        return mark.kind is NumberKind.DATE and mark.values[1:] == word.values[1:]
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
        wanted += [mark.values[1]] if mark.values[0] == 1 else []
    options = (word.values, *word.alternatives)
    return any((value,) in options for value in wanted)
