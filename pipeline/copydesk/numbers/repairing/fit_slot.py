"""Slots and source numbers as assignment problems: what stands where it should, and what fits each slot.

A candidate fits if the text with it in place reads back as the number of the source. Most words that may say
a number (un, half, both) say too little to be written out. These are enough: an amount of a unit (a metre,
half a century, a triennium), a large one (a dozen, a decade, un millier), the first of a month, an hour of
the day (la una de la tarde), and a king's Roman numeral of one letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from copydesk.data import NumberKind
from copydesk.numbers.comparing.align import align_numbers
from copydesk.numbers.comparing.implicit_numbers import implicit_numbers
from copydesk.numbers.comparing.match import match
from copydesk.numbers.comparing.swaps import around
from copydesk.numbers.reading import number_tokens
from copydesk.numbers.reading.grammar import Grammar, grammar_of
from copydesk.numbers.reading.number_token import NumberToken
from copydesk.numbers.repairing.dates_and_times import halved, several, stray_decade
from copydesk.numbers.repairing.render_candidates import Candidates, is_shared, trimmed
from copydesk.numbers.repairing.slots import ProbedText, RepairInput, Slot, SlotSpan, standing
from copydesk.numbers.repairing.solve import AssignmentProblem
from copydesk.numbers.writing.number_style import number_style

_KINGS = ("I", "V", "X")
_LARGE_AMOUNT = 10
_MANY = 32


def sure_amounts(
    source: str, known: Grammar, read: Sequence[NumberToken], said: Sequence[NumberToken]
) -> list[NumberToken]:
    """Such words of ``source`` outside the numbers ``read`` in it.

    Those that the translation has ``said`` as often in words too are left out. None where there are too many.
    """
    words = list(_each(implicit_numbers(source, known), read))
    here = Counter((token.values, token.unit) for token in said)
    there = Counter((word.values, word.unit) for word in words)
    found = [
        word
        for word in words
        if _is_sure(word, source, known) and there[word.values, word.unit] > here[word.values, word.unit]
    ]
    return found if len(found) <= _MANY else []


def _each(words: Sequence[NumberToken], read: Sequence[NumberToken]) -> Iterator[NumberToken]:
    """The words outside ``read``, once for each of their values."""
    for word in words:
        if word.kind is NumberKind.DATE or any(word.start < m.end and m.start < word.end for m in read):
            continue
        for values in dict.fromkeys((word.values, *word.alternatives)):
            yield word._replace(values=(trimmed(values[0]),), alternatives=())


def _is_sure(word: NumberToken, source: str, known: Grammar) -> bool:
    surface = source[word.start : word.end]
    if word.unit or surface in _KINGS:
        return True
    if word.values[0] >= _LARGE_AMOUNT:
        return word.text != "scale"
    after = source[word.end :].lstrip().lower()
    is_hour = after.startswith((*known.page.morning, *known.page.afternoon)) and word.text == "one"
    is_first = word.text == "" and surface.lower() in known.page.ones
    return word.values[0] == 1 and (is_hour or is_first)


_WINDOW = 60
_SURE = 0.5
_LARGE = "999"


class FittedText(NamedTuple):
    """``texts`` for the spans of a slot; ``cost`` says how far the reading is from the source number.

    ``extra`` code points after the last hole are replaced too (a suffix that does not fit the number).
    """

    texts: tuple[str, ...]
    cost: float
    extra: int = 0


@dataclass(frozen=True)
class SlotFitter:
    """Fills for the slots of a probed text, each the first of its ``forms`` that reads as it should."""

    forms: Candidates

    @cached_property
    def _cache(self) -> dict[tuple[int, int, NumberToken, str], FittedText | None]:
        return {}

    def fill(self, slot: Slot, token: NumberToken) -> FittedText | None:
        """How ``token`` of the source is written in ``slot``; None where it does not fit."""
        bare = token._replace(start=0, end=0, first=0, last=0)
        written = self.forms.source[max(0, token.start - _WINDOW // 2) : token.end]
        key = (slot.spans[0].at, slot.spans[-1].until, bare, written)
        if key not in self._cache:
            self._cache[key] = self._best(slot, token)
        return self._cache[key]

    def _best(self, slot: Slot, token: NumberToken) -> FittedText | None:
        """The first that leaves nothing of the slot unread; the first end of a range has to read the same.

        For its scale word stands with the other end in the source (5 a 15 mil), and may be missing here.
        """
        shared = is_shared(token, self.forms.source[token.start : token.end])
        exact = shared and self.forms.seen.scale_beyond(slot) == 1
        fits = self._fitting(slot, token, whole=True)
        first = next((fill for fill in fits if fill.cost < _SURE or not exact), None)
        return first or next(self._fitting(slot, token, whole=False), None)

    def _fitting(self, slot: Slot, token: NumberToken, *, whole: bool) -> Iterator[FittedText]:
        """The fills that read as ``token``; ``whole`` are those that leave nothing of the slot unread."""
        surface, text = self.forms.source[token.start : token.end], self.forms.seen.text
        single = len(slot.spans) == 1
        for texts, extra in (
            self.forms.single(slot, token, surface)
            if single
            else several(text, slot, token, surface, halved=halved(text, slot, self.forms.known))
        ):
            cost = self._read_back(slot, token, texts, extra, whole=whole)
            if cost is not None:
                yield FittedText(texts, cost, extra)

    def _read_back(
        self, slot: Slot, token: NumberToken, texts: tuple[str, ...], extra: int, *, whole: bool
    ) -> float | None:
        """The cost of reading ``texts`` in place as ``token``; None if that is not settled."""
        text = self.forms.seen.text
        first, last = slot.spans[0], slot.spans[-1]
        begin = max(0, min(slot.whole.start, first.at) - _WINDOW)
        end = min(len(text), max(slot.whole.end, last.until) + _WINDOW)
        pieces = []
        position = begin
        for span, new in zip(slot.spans, texts, strict=True):
            pieces += [text[position : span.at], new]
            position = span.until
        where = first.at - begin
        readings = number_tokens(
            "".join([*pieces, self._rest(last, position + extra, end)]), self.forms.known
        )
        over = next((m for m in readings if m.start <= where < m.end), None)
        if over is None:
            return None
        grown = sum(len(new) - (span.until - span.at) for span, new in zip(slot.spans, texts, strict=True))
        covers = over.start <= slot.token.start - begin and over.end >= slot.token.end - begin + grown - extra
        if whole and not covers:
            return None
        part = next((p for p in over.parts if p.start <= where < p.end), over)
        settled = [
            relation.cost
            for reading in dict.fromkeys((over, part))
            if (relation := match(token, reading)) is not None and relation.verdict.ok
        ]
        return min(settled, default=None)

    def _rest(self, last: SlotSpan, start: int, end: int) -> str:
        """The text from ``start`` to ``end``, in which a range that begins with ``last`` rises."""
        text = self.forms.seen.text
        after = next((span for span in self.forms.seen.spans if span.at >= last.until), None)
        if after is None or not self.forms.is_range(last.until, after.at):
            return text[start:end]
        return f"{text[start : after.at]}{_LARGE}{text[after.until : max(end, after.until)]}"


_IMPLICIT = 0.5
_STRAY = 1.5


class _StandingNumber(NamedTuple):
    """A number of the target, the composite it is part of, and the source it is known to be, if any."""

    token: NumberToken
    whole: NumberToken
    source: NumberToken | None


class Tier(Enum):
    """What may fill a slot: the numbers of the source, words that surely say one, words that may."""

    NUMBERS = "numbers"
    SURE = "sure"
    IMPLICIT = "weak"


def assignment_problems(
    given: RepairInput, seen: ProbedText, mine: Sequence[NumberToken], tier: Tier
) -> Iterator[tuple[AssignmentProblem, SlotFitter, list[str]]]:
    """Ways to see the numbers of a ``tier``: dates and ranges in parts or whole, odd ones trusted or not.

    ``mine`` are the numbers of the source. Each with what fills its slots, and the source numbers that
    nothing holds yet, as written. None if the tier adds nothing.
    """
    more = _more(given, seen, mine, tier)
    if tier is not Tier.NUMBERS and not more:
        return
    known = grammar_of(given.language)
    shown = number_style(seen.text, known.page, given.source)
    filler = SlotFitter(
        Candidates(
            seen, known, shown, given.usual, given.language, given.source, grammar_of(given.source_language)
        )
    )
    strong = [token for token in mine if not token.implicit]
    tried: list[tuple[list[NumberToken], list[tuple[NumberToken, NumberToken]]]] = []
    for in_parts in (True, False):
        mine_now = _pieces([*strong, *more]) if in_parts else [*strong, *more]
        theirs = _closed(seen, in_parts=in_parts)
        if (mine_now, theirs) in tried:
            continue
        tried.append((mine_now, theirs))
        stood = _standing_numbers(mine_now, theirs)
        held = {id(s.source) for s in stood}
        left = [
            given.source[m.start : m.end]
            for m in mine_now
            if id(m) not in held and (tier is not Tier.SURE or m not in more)
        ]
        for trusting in (True, False) if any(s.source is None for s in stood) else (True,):
            yield _problem(given, seen, mine_now, stood, filler, trusting=trusting), filler, left


def _more(given: RepairInput, seen: ProbedText, mine: Sequence[NumberToken], tier: Tier) -> list[NumberToken]:
    """What ``tier`` adds to the numbers of the source, but for what the translation says in words too."""
    if tier is Tier.NUMBERS:
        return []
    spoken = implicit_numbers(seen.text, grammar_of(given.language))
    if tier is Tier.SURE:
        strong = [token for token in mine if not token.implicit]
        return sure_amounts(given.source, grammar_of(given.source_language), strong, spoken)
    said = {token.values for token in spoken}
    return [token for token in mine if token.implicit and token.values not in said]


def _pieces(found: Sequence[NumberToken]) -> list[NumberToken]:
    return [piece for token in found for piece in (token.parts or (token,))]


def _closed(seen: ProbedText, *, in_parts: bool) -> list[tuple[NumberToken, NumberToken]]:
    """The numbers that stand in the text, each with the composite it belongs to."""
    pairs = [
        (piece, whole)
        for whole in seen.tokens
        for piece in ((whole.parts or (whole,)) if in_parts else (whole,))
        if not piece.implicit
    ]
    if not seen.spans:
        return pairs
    return [pair for pair in pairs if not any(pair[0].start <= span.at < pair[0].end for span in seen.spans)]


def _standing_numbers(
    sources: Sequence[NumberToken], theirs: Sequence[tuple[NumberToken, NumberToken]]
) -> list[_StandingNumber]:
    """What each standing number is: settled with a source, or one whose value slid in, or unknown."""
    wholes = {id(piece): whole for piece, whole in theirs}
    ids = {id(token) for token in sources}
    found: list[_StandingNumber] = []
    odd: list[NumberToken] = []
    for mine, there, relation in align_numbers(list(sources), [piece for piece, _ in theirs]):
        if there is None or id(there) not in wholes:
            continue
        if mine is not None and id(mine) in ids and relation is not None and relation.verdict.ok:
            found.append(_StandingNumber(there, wholes[id(there)], mine))
        else:
            odd.append(there)
    used = {id(standing.source) for standing in found}
    for there in odd:
        same = next((m for m in sources if id(m) not in used and m.values == there.values), None)
        used.add(id(same))
        found.append(_StandingNumber(there, wholes[id(there)], same))
    return found


def _problem(
    given: RepairInput,
    seen: ProbedText,
    sources: list[NumberToken],
    stood: Sequence[_StandingNumber],
    filler: SlotFitter,
    *,
    trusting: bool,
) -> AssignmentProblem:
    """The field of the open slots and the standing numbers; ``trusting`` leaves odd ones where they are."""
    known, here = grammar_of(given.language), grammar_of(given.source_language)
    slots: list[Slot] = list(seen.slots)
    stands = [-1] * len(slots)
    kept: list[NumberToken] = []
    index = {id(token): n for n, token in enumerate(sources)}
    for number in stood:
        slot = standing(seen, number.token, number.whole, known)
        if number.source is None and (slot is None or trusting):
            continue
        if slot is None:
            kept += [number.source] if number.source is not None else []
            continue
        slots.append(slot if number.source is not None else replace(slot, standing=False))
        stands.append(index[id(number.source)] if number.source is not None else -1)
    gone = {id(token) for token in kept}
    tokens = [token for token in sources if id(token) not in gone]
    renumbered = {index[id(token)]: n for n, token in enumerate(tokens)}
    near = (
        [around(seen.text, slot.token.start, slot.token.end, known) for slot in slots],
        [around(given.source, token.start, token.end, here) for token in tokens],
    )

    def shape(slot: Slot, token: NumberToken) -> float | None:
        made = filler.fill(slot, token)
        if made is None:
            return None
        return made.cost + _IMPLICIT * token.implicit + _STRAY * stray_decade(seen.text, slot, token, known)

    return AssignmentProblem(slots, tokens, [renumbered.get(n, -1) for n in stands], near, shape)
