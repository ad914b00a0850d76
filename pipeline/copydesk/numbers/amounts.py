"""Words of the source that say a number for sure, for places that no number of the source fills.

Most words that may hide a number (un, half, both) say too little to be written out. These are enough: an
amount of a unit (a metre, half a century, a triennium), a large one (a dozen, a decade, un millier), the
first of a month, an hour of the day (la una de la tarde), and a king's Roman numeral of one letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.data import NumberKind
from copydesk.numbers.lexicon import Lexicon
from copydesk.numbers.mark import Mark
from copydesk.numbers.shares import trimmed
from copydesk.numbers.weak import weak_marks

_KINGS = ("I", "V", "X")
_LARGE = 10
_MANY = 32


def amounts(source: str, known: Lexicon, read: Sequence[Mark], said: Sequence[Mark]) -> list[Mark]:
    """Such words of ``source`` outside the numbers ``read`` in it.

    Those that the translation has ``said`` as often in words too are left out. None where there are too many.
    """
    words = list(_each(weak_marks(source, known), read))
    here = Counter((mark.values, mark.unit) for mark in said)
    there = Counter((word.values, word.unit) for word in words)
    found = [
        word
        for word in words
        if _is_sure(word, source, known) and there[word.values, word.unit] > here[word.values, word.unit]
    ]
    return found if len(found) <= _MANY else []


def _each(words: Sequence[Mark], read: Sequence[Mark]) -> Iterator[Mark]:
    """The words outside ``read``, once for each of their values."""
    for word in words:
        if word.kind is NumberKind.DATE or any(word.start < m.end and m.start < word.end for m in read):
            continue
        for values in dict.fromkeys((word.values, *word.alternatives)):
            yield word._replace(values=(trimmed(values[0]),), alternatives=())


def _is_sure(word: Mark, source: str, known: Lexicon) -> bool:
    surface = source[word.start : word.end]
    if word.unit or surface in _KINGS:
        return True
    if word.values[0] >= _LARGE:
        return word.text != "scale"
    after = source[word.end :].lstrip().lower()
    is_hour = after.startswith((*known.page.morning, *known.page.afternoon)) and word.text == "one"
    is_first = word.text == "" and surface.lower() in known.page.ones
    return word.values[0] == 1 and (is_hour or is_first)
