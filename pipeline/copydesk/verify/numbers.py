"""Numbers that changed on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from copydesk.data import (
    Bitext,
    Entry,
    Finding,
    Means,
    NumberKind,
    NumberMention,
    Pair,
    Quantity,
    Severity,
    Verdict,
    primary,
)
from copydesk.languages import KNOWN, facts
from copydesk.numbers import compare
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_DIGITS = re.compile(r"\d+")
_DEGREES = "deg"
_POWERS = frozenset(Decimal(10) ** power for power in range(3, 13))
_LITTLE = 20
"""Figures up to here are written in words as often, and the words may not be known."""

_ODD = frozenset(
    {NumberKind.IDENTIFIER, NumberKind.PHONE, NumberKind.DECADE, NumberKind.CENTURY, NumberKind.TIME}
)


class Numbers:
    """Reads the ledger of the pair and reports every number that it cannot explain.

    What differs is an error; numbers in words that differ, and numbers that came or went with a whole phrase,
    are warnings; what good translations often have (a small number in words that vanishes) are notes.

    Of a language whose number words, scales and units are not all known (see
    :data:`copydesk.languages.KNOWN`) only a figure that became another figure of the same kind is an error; a
    larger figure without a partner is a warning, all else a note.
    """

    card = Card(
        id="numbers",
        title="Number changed, lost or added",
        severity=Severity.ERROR,
        risk=1000,
        explains="A number of one side has no equal on the other. Compare both and set it right.",
        means=tuple(Means),
        passes=(
            Example("Costó 28.500 euros.", "Il a coûté 28 500 euros."),
            Example("Subió un 3,5 % en mayo.", "Il a augmenté de 3,5 % en mai."),
            Example("It cost 28,500 euros.", "Het kostte 28.500 euro.", "en-nl"),
            Example("Three people met at 5 p.m.", "Trzy osoby spotkały się o 17.", "en-pl"),
            Example("Sales rose by 3.5% in 2019.", "Försäljningen ökade med 3,5 % 2019.", "en-sv"),
        ),
        fails=(
            Example(
                "The fire killed 979 people in 2019.", "Bij de brand in 2019 kwamen 1979 mensen om.", "en-nl"
            ),
            Example("It rose by 40% that year.", "Tego roku wzrosło o 14%.", "en-pl"),
            Example("He counted 345 houses.", "他数了543栋房子。", "en-zh"),
            Example("Costó 28.500 euros.", "Il a coûté 2 850 euros."),
            Example("Hubo 979 muertos.", "Il y a eu 1 979 morts."),
            Example("Subió un 3,5 % en mayo.", "Il a augmenté en mai."),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding per unsettled line of the ledger; marks left in the target are another check's."""
        ledger = bitext.ledger
        if ledger is None:
            ledger = compare(bitext.source, bitext.target, bitext.pair.source, bitext.pair.target)
        for entry in ledger.entries:
            if entry.verdict.ok or (entry.verdict is Verdict.PLACEHOLDER and entry.target):
                continue
            yield self.card.finding(
                bitext,
                _message(entry),
                severity=_severity(entry, bitext),
                source=(entry.source.span,) if entry.source else (),
                target=(entry.target.span,) if entry.target else (),
            )


def _message(entry: Entry) -> str:
    source = entry.source.surface if entry.source else ""
    target = entry.target.surface if entry.target else ""
    said = " → ".join(text for text in (source, target) if text)
    return f"{entry.verdict.value}: {said}" + (f" ({entry.reason})" if entry.reason else "")


def _severity(entry: Entry, bitext: Bitext) -> Severity:
    """As the ledger weighs the line: a note, a warning or an error.

    Where not all is known about the languages, as plain as the figures are.
    """
    if entry.severity is Severity.NOTE:
        return Severity.NOTE
    if not _is_known(bitext.pair):
        source = _plain(entry.source, bitext.source, bitext.pair.source)
        target = _plain(entry.target, bitext.target, bitext.pair.target)
        if source is None or target is None or not _alike(source, target):
            large = any(value is not None and value.values[0] > _LITTLE for value in (source, target))
            return Severity.WARNING if large else Severity.NOTE
    return entry.severity


@cache
def _is_known(pair: Pair) -> bool:
    return all(primary(tag) in KNOWN for tag in (pair.source, pair.target))


def _alike(source: Quantity, target: Quantity) -> bool:
    """Whether two plain figures differ in their value, and can in nothing else.

    Not where they only stand in another order, as many languages order them, where a power of ten may be said
    in a word, or where degrees may be of another scale.
    """
    own, other = source.values[0], target.values[0]
    if own == other or source.unit != target.unit or _DEGREES in (source.unit, target.unit):
        return False
    if min(own, other) > 0 and (max(own, other) / min(own, other)) in _POWERS:
        return False
    return bool(source.unit) or min(own, other) > _LITTLE


def _plain(mention: NumberMention | None, text: str, language: str) -> Quantity | None:
    """The value of a mention whose figures say all: one number, no scale, no word but a unit's."""
    if mention is None or mention.value is None or mention.kind in _ODD or len(mention.value.values) != 1:
        return None
    value = mention.value.values[0]
    figures = "".join(_DIGITS.findall(mention.surface))
    said = "".join(_DIGITS.findall(f"{value:f}"))
    scaled = text[mention.span.end : mention.span.end + 1] in {*facts(language).numerals.scale_signs, *"%"}
    return None if scaled or figures.lstrip("0") != said.lstrip("0") else mention.value
