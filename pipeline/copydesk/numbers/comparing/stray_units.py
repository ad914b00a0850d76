"""Units out of place: without a number, added by the translation, or repeated in another system.

``Units`` finds those that stand alone, the trace a lost number leaves ("pendant heures", "plus de %"),
``added_units`` the units of time that the source does not know, ``parenthetical_conversions`` what a text
says once more in another unit: 72 km (45 miles).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from copydesk.data import NumberKind, Verdict
from copydesk.numbers.comparing.match import Pairing, Relation
from copydesk.numbers.reading.grammar import Scan, Side
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.units import converts, dimension

_REFERENCE = re.compile(r"(?<!\w)n\.?[°º](?![ \u00a0\u202f]?[\dIVX])", re.IGNORECASE)
MILLION = 10**6
_WORDS = re.compile(r"[^\W\d_]+|%")


def inside(at: int, starts: list[int], tokens: list[NumberToken]) -> bool:
    """Whether code point ``at`` lies in one of ``tokens``, which ``starts`` gives in order."""
    before = bisect_right(starts, at) - 1
    return before >= 0 and at < tokens[before].end


class Units:
    """The units a text names, looked up when first asked for."""

    def __init__(self, side: Side, tokens: list[NumberToken]) -> None:
        self._side, self._marks = side, tokens

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
        return [token.start for token in self._marks]

    @cached_property
    def _found(self) -> list[tuple[str, int]]:
        scan = Scan(self._side.text, self._side.known)
        suffixes = self._side.known.suffixes
        found = ((scan.phrase(at, suffixes), at) for at, low in enumerate(scan.lows) if low in suffixes)
        return [(phrase[1], scan.start(at)) for phrase, at in found if phrase is not None]


_CLOCKS = frozenset({NumberKind.TIME, NumberKind.RATIO})
_TIMES = frozenset({"time", "years"})
_ADDED = Relation(1.5, Verdict.CHANGED, "unit")
_TACIT = frozenset({"year", "h"})
"""Units of time that speakers leave out: an age, an hour."""


def added_units(source: Units, target: str, pairs: list[Pairing]) -> list[Pairing]:
    """``pairs``, those changed where the target adds a unit of time that the source never names.

    A bare 30 may stand as 30 years, since ages are said so; as 30 months only where the source speaks of
    months or of another unit of time. What is copied from the source word by word is not strange: the "60
    Minutes" of a name.
    """
    result = []
    for mine, theirs, relation in pairs:
        strange = False
        if mine is not None and theirs is not None and relation is not None and relation.verdict.ok:
            unit = theirs.unit if not mine.unit and theirs.unit not in _TACIT else ""
            plain = theirs.unit != "s" or mine.kind not in _CLOCKS
            plain = plain and not (mine.implicit or theirs.implicit or mine.parts or theirs.parts)
            strange = plain and dimension(unit) in _TIMES and not _TIMES & source.dimensions
            strange = strange and not source.says(target[theirs.start : theirs.end])
        result.append((mine, theirs, _ADDED if strange else relation))
    return result


_REPEATED = Relation(0.3, Verdict.CONVERTED, "repeats the number beside it in another unit")
_SAID = Relation(0.3, Verdict.CONVERTED, "the minus is said in a word")
_BEFORE, _BEHIND, _BETWEEN = 70, 20, 5
_CLAUSE = re.compile(r"[,;:.!?()]\s|\d")
_OPENS = re.compile(r"\s?[(\[]\s?(?:[^\W\d_]+\s){0,2}")
_CLOSES = re.compile(r"\s?[)\]]")
"""What stands before and behind the second of two quantities: (or about 45 miles)."""


def parenthetical_conversions(source: str, target: str, pairs: list[Pairing]) -> list[Pairing]:
    """``pairs``, a number that stands alone settled where it repeats a settled one beside it.

    A translator adds the miles for readers who count in them, or leaves out those of the source.
    """
    settled = [pair for pair in pairs if pair[2] is not None and pair[2].verdict.ok]
    if len(settled) == len(pairs):
        return pairs
    result: list[Pairing] = []
    for mine, theirs, relation in pairs:
        repeats = (
            relation is None
            and (mine is None or any(_repeats(mine, pair[0], source) for pair in settled))
            and (theirs is None or any(_repeats(theirs, pair[1], target) for pair in settled))
        )
        result.append((mine, theirs, _REPEATED if repeats else relation))
    return result


def said_losses(source: Side, target: Side, pairs: list[Pairing]) -> list[Pairing]:
    """``pairs``, a minus settled that the other text says in a word: -0.4 %, a fall of 0.4 %."""
    result: list[Pairing] = []
    for mine, theirs, relation in pairs:
        said = False
        if mine is not None and theirs is not None and relation is not None and relation.how == "sign":
            token, side = (mine, source) if mine.values[0] > 0 else (theirs, target)
            said = says_loss(side, token.start, token.end)
        result.append((mine, theirs, _SAID if said else relation))
    return result


def says_loss(side: Side, start: int, end: int) -> bool:
    """Whether a word of the same clause says that the amount from ``start`` to ``end`` is a loss.

    Not where the amount is what is left: falls to 23 %.
    """
    pattern, text = side.known.falls, side.text
    if pattern is None:
        return False
    said = list(pattern.finditer(text, max(0, start - _BEFORE), start))[-1:]
    if said and _CLAUSE.search(text, said[0].end(), start) is None:
        words = _WORDS.findall(text[said[0].end() : start].lower())
        if len(words) <= _BETWEEN and side.known.page.range_words.isdisjoint(words[-2:]):
            return True
    behind = pattern.search(text, end, end + _BEHIND)
    return behind is not None and _CLAUSE.search(text, end, behind.start()) is None


def _repeats(alone: NumberToken, other: NumberToken | None, text: str) -> bool:
    """Whether one of the two stands behind the other in brackets and says the same."""
    if other is None or alone.scalar is None or other.scalar is None or alone.unit == other.unit:
        return False
    first, second = (alone, other) if alone.start < other.start else (other, alone)
    return (
        converts(alone.scalar, alone.unit, other.scalar, other.unit)
        and _OPENS.fullmatch(text, first.end, second.start) is not None
        and _CLOSES.match(text, second.end) is not None
    )
