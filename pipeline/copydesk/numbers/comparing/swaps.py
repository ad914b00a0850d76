"""Two numbers that changed places: told by order, units, and the words that stayed behind.

Both texts give the same numbers; what differs is which number stands where. For every two pairs the evidence
for "swapped" is weighed against "each stands with its own": the order of the two, their units, the word stems
and signs next to them (words that are akin in both languages, names above all), and their places in the
texts. The weights were fitted on human translations and on copies of them with two numbers exchanged. The
repair weighs its slots by the same words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from copydesk.data import NumberKind, Verdict
from copydesk.languages.common_words import folded
from copydesk.numbers.comparing.match import Pairing, Relation
from copydesk.numbers.reading.grammar import Grammar, Side
from copydesk.numbers.reading.number_token import NumberToken

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 60
_STEM = 4
_WORDS = 3.2
_NOUN = 1.5
_LEAD = 1.0
_PLACE = 3.2


class Around(NamedTuple):
    """Word stems by distance, the sign or cue before, the place in the text from 0 to 1."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    lead: str
    place: float


def around(text: str, start: int, end: int, known: Grammar) -> Around:
    """What stands round ``start`` to ``end`` of ``text``."""
    left, right = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    before, after = _WORD.findall(left)[::-1], _WORD.findall(right)
    last = left.rstrip()[-1:]
    cued = last.isalpha() and bool(before) and before[0].lower() in known.page.year_cues
    lead = "cue" if cued else "" if last.isalnum() or last in "'’" else last
    return Around(_stems(before), _stems(after), lead, start / max(1, len(text)))


def alike(one: Around, other: Around) -> float:
    """How much two surroundings speak for each other; words near the number weigh most."""
    words = _shared(one.before, other.before) + _shared(one.after, other.after)
    noun = bool(one.after and other.after and one.after[0]) and one.after[0] == other.after[0]
    return (
        _WORDS * words
        + _NOUN * noun
        + _LEAD * (one.lead == other.lead)
        - _PLACE * abs(one.place - other.place)
    )


def _stems(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(_stem(word) if len(word) >= _STEM else "" for word in words)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The first letters without case and accents."""
    bare = unicodedata.normalize("NFKD", word[:_STEM].casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))[:_STEM]


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> float:
    """Stems on both sides, each counted the less the farther away."""
    return sum(
        1 / (1 + max(at, theirs.index(word))) for at, word in enumerate(mine) if word and word in theirs
    )


_CONTEXT = 48
_MOST = 24
_CHANGED = Relation(1.2, Verdict.CHANGED, "places")

_LEAST = 0.4
_BIAS = -3.4
_CROSSED = 4.8
_ALIKE = 1.6
_SAME_UNIT = 1.0
_WORDS_WEIGHT = 4.2
_LEAD_WEIGHT = 1.2
_UNIT = 2.1
_ROLE = 2.0
_PLACE_WEIGHT = 1.0
_SPELLED = -8.0
_DATED = -1.1
_KINDS = -0.9
_MOVED = -4.0
_TOLD = -4.0
_COUNTED = 3.0
_CONTRASTED = -1.0
_FRONTED = -4.0
_YEARED = 4.0
_OPENING, _COUNT = 3, 2
_REVERSED = 8.0
_NEXT, _LITTLE = 14, 3
_OF_ONE_DATE = {NumberKind.DATE, NumberKind.YEAR}
_TELLING = frozenset({NumberKind.CENTURY, NumberKind.REFERENCE})


class _Context(NamedTuple):
    """What stands round a number.

    Word stems by distance, the sign or cue before it, "from" or "to", its place, the notions of the word that
    it counts, and whether it stands in a phrase that opens the sentence.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    lead: str
    role: str
    place: float
    counted: frozenset[int]
    fronted: bool


class _Match(NamedTuple):
    mine: NumberToken
    theirs: NumberToken
    here: _Context
    there: _Context


def mark_swaps(source: Side, target: Side, pairs: list[Pairing]) -> list[Pairing]:
    """``pairs`` with the settled pairs that changed places marked as changed."""
    moved = {at for _, *both in swaps(source, target, pairs) for at in both}
    return [(m, t, _CHANGED if at in moved else r) for at, (m, t, r) in enumerate(pairs)] if moved else pairs


def swaps(source: Side, target: Side, pairs: list[Pairing]) -> list[tuple[float, int, int]]:
    """Every two settled ``pairs`` (by index) that changed places, with the weight of the evidence."""
    settled = [
        (at, mine, theirs)
        for at, (mine, theirs, relation) in enumerate(pairs)
        if mine and theirs and relation and relation.verdict.ok and not (mine.implicit or theirs.implicit)
    ]
    if not 2 <= len(settled) <= _MOST:
        return []
    matches = [
        (at, _Match(mine, theirs, _context(source, mine), _context(target, theirs)))
        for at, mine, theirs in settled
    ]
    found: list[tuple[float, int, int]] = []
    orders = _orders([match for _, match in matches])
    contrast = _CONTRASTED * any(
        side.known.contrasts is not None and side.known.contrasts.search(side.text) is not None
        for side in (source, target)
    )
    for number, (at, one) in enumerate(matches):
        for other_number, (other_at, other) in enumerate(matches[number + 1 :], number + 1):
            if _is_same(one, other) or one.theirs.scaled != other.theirs.scaled:
                continue
            whole = _MOVED * (not _same_between(orders, number, other_number))
            reverse = _REVERSED * _is_reversed(one, other, source, target)
            weight = _evidence(one, other) + whole + reverse + contrast
            if weight > _LEAST:
                found.append((weight, at, other_at))
    return found


def _is_same(one: _Match, other: _Match) -> bool:
    """Whether an exchange of the two would change nothing."""
    if one.mine.values == other.mine.values:
        return True
    first, second = one.theirs, other.theirs
    return (first.values, first.kind, first.unit) == (second.values, second.kind, second.unit)


def _orders(matches: list[_Match]) -> tuple[list[int], list[int]]:
    """The rank of each match in the source and in the target."""
    ranks = []
    for starts in ([m.mine.start for m in matches], [m.theirs.start for m in matches]):
        rank = [0] * len(starts)
        for place, number in enumerate(sorted(range(len(starts)), key=starts.__getitem__)):
            rank[number] = place
        ranks.append(rank)
    return ranks[0], ranks[1]


def _same_between(orders: tuple[list[int], list[int]], one: int, other: int) -> bool:
    """Whether the same numbers stand between the two in both texts: so after an exchange."""
    between = []
    for rank in orders:
        low, high = sorted((rank[one], rank[other]))
        between.append({number for number, place in enumerate(rank) if low < place < high})
    return between[0] == between[1]


def _evidence(one: _Match, other: _Match) -> float:
    """Above zero if the two more likely changed places than not."""
    same_unit = one.theirs.unit == other.theirs.unit
    weight = _BIAS + _SAME_UNIT * same_unit
    crossed = (one.mine.start < other.mine.start) != (one.theirs.start < other.theirs.start)
    if crossed:
        weight += _CROSSED + _ALIKE * (same_unit and one.theirs.kind is other.theirs.kind)
    tokens = (one.mine, one.theirs, other.mine, other.theirs)
    weight += _SPELLED * (one.theirs.spelled or other.theirs.spelled) + _DATED * any(
        token.parts for token in tokens
    )
    told = _is_told(one) or _is_told(other)
    kinds = {one.theirs.kind, other.theirs.kind}
    weight += _TOLD * (told and len(kinds) > 1 and kinds != _OF_ONE_DATE)
    if crossed or _each_counts_the_other(one, other):
        weight += _COUNTED * _counted(one, other)
    if crossed and one.here.fronted + other.here.fronted != one.there.fronted + other.there.fronted:
        weight += _FRONTED  # in 30 games he scored 12 goals
    weight += _YEARED * (_lost_cue(one, other) or _lost_cue(other, one))
    weight += _KINDS * (one.mine.kind is one.theirs.kind and other.mine.kind is other.theirs.kind)
    for sign, first, second in ((1, one, other), (1, other, one), (-1, one, one), (-1, other, other)):
        here, there = first.here, second.there
        weight += sign * _UNIT * _units_agree(first.mine, second.theirs)
        weight += sign * _LEAD_WEIGHT * (here.lead == there.lead)
        weight += (
            sign * _WORDS_WEIGHT * (_shared(here.before, there.before) + _shared(here.after, there.after))
        )
        weight += sign * _ROLE * (here.role == there.role != "")
        weight -= sign * _PLACE_WEIGHT * abs(here.place - there.place)
    return weight


def _lost_cue(one: _Match, other: _Match) -> bool:
    """Whether the words that ask for a year stand with ``other`` in the translation: 2019 died in 340."""
    year = one.mine.kind is NumberKind.YEAR is not other.mine.kind
    cues = (one.here.lead, one.there.lead, other.here.lead, other.there.lead)
    return year and [cue == "cue" for cue in cues] == [True, False, False, True]


def _each_counts_the_other(one: _Match, other: _Match) -> bool:
    """Whether each number stands with the word that the other counts: 12 goals, 30 buts."""
    return not (
        one.here.counted.isdisjoint(other.there.counted) or other.here.counted.isdisjoint(one.there.counted)
    )


def _counted(one: _Match, other: _Match) -> int:
    """How many words that a number counts stand with the other in the translation, less those that stay."""
    moved, stayed = ((one, other), (other, one)), ((one, one), (other, other))
    moves, stays = (
        sum(not first.here.counted.isdisjoint(second.there.counted) for first, second in both)
        for both in (moved, stayed)
    )
    return moves - stays


def _is_reversed(one: _Match, other: _Match, source: Side, target: Side) -> bool:
    """Whether two numbers side by side rise in the source and fall in the target: 1999 to 2001, 2001 to 1999.

    Not where "from" or "to" moved with one of them. No pair of 90,486 human translations has that.
    """
    low, high = (one, other) if one.mine.start < other.mine.start else (other, one)
    return (
        low.mine.values < high.mine.values
        and (low.theirs.kind, low.theirs.unit) == (high.theirs.kind, high.theirs.unit)
        and not any(match.here.role == match.there.role != "" for match in (one, other))
        and _are_joined(low.mine, high.mine, source)
        and _are_joined(high.theirs, low.theirs, target)
    )


def _are_joined(first: NumberToken, second: NumberToken, side: Side) -> bool:
    """Whether ``second`` follows ``first`` with little words between: 30 or 40."""
    if not 0 <= second.start - first.end <= _NEXT:
        return False
    between = side.text[first.end : second.start]
    return not any(map(str.isdecimal, between)) and all(
        len(word) <= _LITTLE or word.lower() in side.known.page.range_words for word in _WORD.findall(between)
    )


def _is_told(match: _Match) -> bool:
    """Whether a word tells on both sides where the number belongs: XXIe siècle, n° 1."""
    return match.mine.kind is match.theirs.kind and match.mine.kind in _TELLING


def _units_agree(mine: NumberToken, theirs: NumberToken) -> int:
    return (bool(mine.unit) and mine.unit == theirs.unit) - (mine.unit != theirs.unit)


def _context(side: Side, token: NumberToken) -> _Context:
    text = side.text
    left, right = text[max(0, token.start - _CONTEXT) : token.start], text[token.end : token.end + _CONTEXT]
    before, after = _WORD.findall(left)[::-1], _WORD.findall(right)
    last = left.rstrip()[-1:]
    cued = last.isalpha() and bool(before) and before[0].lower() in side.known.page.year_cues
    lead = "cue" if cued else "" if last.isalnum() or last in "'’" else last
    role = _role([word.lower() for word in before[:3]], side.known) if last.isalpha() else ""
    notions = side.known.notions
    counted = frozenset().union(*(notions.of(folded(word)) for word in after[:_COUNT]))
    return _Context(
        _stems(before), _stems(after), lead, role, token.start / max(1, len(text)), counted,
        _is_fronted(text, token, side.known),
    )  # fmt: skip


def _is_fronted(text: str, token: NumberToken, known: Grammar) -> bool:
    """Whether ``token`` is the first number, in a phrase that opens the sentence: En 30 matchs, Am 3. Mai."""
    before = text[max(text.rfind(". ", 0, token.start), 0) : token.start]
    words = _WORD.findall(before)
    if "," in before or any(map(str.isdecimal, before)) or len(words) > _OPENING:
        return False
    if not words:
        return token.kind is NumberKind.DATE
    return words[0].lower() in known.page.openings or (token.kind is NumberKind.DATE and len(words) == 1)


def _role(words: list[str], known: Grammar) -> str:
    """Whether the nearest of ``words`` that says so lets a change begin or end."""
    for word in words:
        if word in known.page.range_words:
            return "to"
        if word in known.page.from_words:
            return "from"
    return ""
