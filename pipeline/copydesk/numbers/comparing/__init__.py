"""The ledger of two texts: which number became which, and which none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from copydesk.data import Entry, Ledger, NumberKind, NumberMention, Severity, Verdict
from copydesk.numbers.comparing.align import LARGE, align_numbers
from copydesk.numbers.comparing.implicit_numbers import ImplicitNumbers, rough_amounts
from copydesk.numbers.comparing.match import Pairing, Relation, identical, match
from copydesk.numbers.comparing.severity import Texts, explain, severity_of
from copydesk.numbers.comparing.stray_units import Units, added_units, parenthetical_conversions, said_losses
from copydesk.numbers.comparing.swaps import mark_swaps, swaps
from copydesk.numbers.reading import number_tokens, remembered
from copydesk.numbers.reading.grammar import Grammar, Side, grammar_of
from copydesk.numbers.reading.number_token import NumberToken

_MARKS = re.compile(r"\d([.,])\d{3}([.,])\d{1,2}(?!\d)")
_FOREIGN = Relation(1.0, Verdict.CHANGED, "separator")
_EMPTY = Ledger((), (), ())
_SEGMENT = 2000
"""Code points of the longest texts that are remembered."""


def compare(source: str, target: str, source_language: str, target_language: str) -> Ledger:
    """The ledger of ``source`` and its translation ``target``; languages are BCP 47.

    Numbers are paired by value, unit, kind and order with least total cost. Composite numbers (dates,
    ranges, scores) are compared whole first, then by their parts. Words that may hide a number (une, half)
    explain leftovers but raise no alarm. Two numbers that changed places are found by the words round them.
    Never raises; linear in the texts, and in the numbers beyond 60.
    """
    if len(source) + len(target) > _SEGMENT:
        return _compared(source, target, source_language, target_language)
    return _remembered(source, target, source_language, target_language)


@lru_cache(maxsize=1024)
def _remembered(source: str, target: str, source_language: str, target_language: str) -> Ledger:
    """The ledger, kept: the stages of a run ask for that of one pair again and again."""
    return _compared(source, target, source_language, target_language)


def swapped_pairs(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[tuple[float, bool], ...]:
    """Every two equal numbers of the texts that changed places.

    With the weight of the evidence, and whether their units are the other way round too.
    """
    here, there = grammar_of(source_language), grammar_of(target_language)
    mine, theirs = number_tokens(source, here), number_tokens(target, there)
    sides = Side(source, here), Side(target, there)
    units = Units(sides[1], theirs)
    pairs = align_numbers(
        mine, theirs, ImplicitNumbers((source, here, mine), (target, there, theirs), units).explain
    )
    return tuple(
        (weight, _units_crossed(pairs[one], pairs[other])) for weight, one, other in swaps(*sides, pairs)
    )


def _units_crossed(one: Pairing, other: Pairing) -> bool:
    first, second = ([token.unit if token else "" for token in pair[:2]] for pair in (one, other))
    return first[0] != first[1] and first == second[::-1]


def _compared(source: str, target: str, source_language: str, target_language: str) -> Ledger:
    here, there = grammar_of(source_language), grammar_of(target_language)
    mine = list(remembered(source, here)) if len(source) <= _SEGMENT else number_tokens(source, here)
    theirs = number_tokens(target, there)
    if not mine and not theirs:
        told = rough_amounts(Side(source, here), Side(target, there), [])
        return _ledger(Texts(source, target, there), told) if told else _EMPTY
    if len(mine) == len(theirs) and all(map(identical, mine, theirs)):
        pairs: list[Pairing] = [(m, t, match(m, t)) for m, t in zip(mine, theirs, strict=True)]
        named = units = None
        if len(pairs) > 1:
            pairs = mark_swaps(Side(source, here), Side(target, there), pairs)
    else:
        named, units = Units(Side(source, here), mine), Units(Side(target, there), theirs)
        hidden = ImplicitNumbers((source, here, mine), (target, there, theirs), units)
        pairs = align_numbers(mine, theirs, hidden.explain)
        pairs = mark_swaps(Side(source, here), Side(target, there), pairs)
        pairs = said_losses(Side(source, here), Side(target, there), pairs)
        pairs = parenthetical_conversions(source, target, added_units(named, target, pairs))
    pairs = [_copied(pair, target, there) for pair in pairs]
    pairs = rough_amounts(Side(source, here), Side(target, there), pairs)
    return _ledger(Texts(source, target, there, units, named), pairs)


def _copied(pair: Pairing, target: str, known: Grammar) -> Pairing:
    """``pair``, changed where the target writes a number with the marks of another language: 1,234.56."""
    mine, theirs, relation = pair
    if mine is None or theirs is None or relation is None or not relation.verdict.ok or theirs.spelled:
        return pair
    marks = _MARKS.search(target, theirs.start, theirs.end)
    foreign = marks is not None and marks[2] not in known.page.decimal_marks
    return (mine, theirs, _FOREIGN) if foreign and marks and marks[1] != marks[2] else pair


def _mentions(found: Iterable[NumberToken], text: str) -> dict[int, NumberMention]:
    """The mentions of ``found`` by the identity of the mark, numbered in text order."""
    ordered = sorted(found, key=lambda token: token.start)
    return {id(token): token.mention(n, text) for n, token in enumerate(ordered)}


def _ledger(texts: Texts, pairs: list[Pairing]) -> Ledger:
    pairs = [p for p in pairs if not _idle(p)]
    mine = _mentions((m for m, _, _ in pairs if m is not None), texts.source)
    theirs = _mentions((t for _, t, _ in pairs if t is not None), texts.target)
    entries = []
    for m, t, relation in sorted(pairs, key=_place):
        left = mine[id(m)] if m is not None else None
        right = theirs[id(t)] if t is not None else None
        verdict = _verdict(t, relation)
        weight = Severity.ERROR
        if not verdict.ok:
            weight = severity_of(m, t, relation, pairs if len(pairs) <= LARGE else (), texts)
        reason = explain(left, right, relation, usual=weight is not Severity.ERROR)
        entries.append(Entry(left, right, verdict, reason, weight))
    return Ledger(tuple(mine.values()), tuple(theirs.values()), tuple(entries))


def _idle(pair: Pairing) -> bool:
    mine, theirs, _ = pair
    alone = mine if theirs is None else theirs if mine is None else None
    return alone is not None and alone.implicit


def _place(pair: Pairing) -> tuple[int, int]:
    mine, theirs, _ = pair
    return (mine.start if mine is not None else theirs.start if theirs is not None else 0, mine is None)


def _verdict(theirs: NumberToken | None, relation: Relation | None) -> Verdict:
    if relation is not None:
        return relation.verdict
    if theirs is not None:
        return Verdict.PLACEHOLDER if theirs.kind is NumberKind.PLACEHOLDER else Verdict.INVENTED
    return Verdict.LOST
