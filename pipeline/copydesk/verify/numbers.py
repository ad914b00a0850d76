"""Numbers that changed on the way."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.data import Bitext, Entry, Finding, Means, NumberKind, NumberMention, Severity, Verdict
from copydesk.numbers import compare
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_GRAVE = frozenset({NumberKind.MONEY, NumberKind.PERCENTAGE, NumberKind.POINTS, NumberKind.DATE})
_LOOSE = frozenset(
    {NumberKind.YEAR, NumberKind.DECADE, NumberKind.CENTURY, NumberKind.DURATION, NumberKind.REGNAL}
)
_SMALL = 12


class Numbers:
    """Reads the ledger of the pair and reports every number that it cannot explain.

    Money, percentages, points, dates and figures are errors; years and spans of time, which context may
    carry, numbers in words, and figures up to twelve that one side lacks are warnings; small numbers in
    words that one side lacks, and differences that good translations have too, are notes.
    """

    card = Card(
        id="numbers",
        title="Number changed, lost or added",
        severity=Severity.ERROR,
        explains="A number of one side has no equal on the other. Compare both and set it right.",
        means=tuple(Means),
        passes=(
            Example("Costó 28.500 euros.", "Il a coûté 28 500 euros."),
            Example("Subió un 3,5 % en mayo.", "Il a augmenté de 3,5 % en mai."),
        ),
        fails=(
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
            if entry.verdict.settled or (entry.verdict is Verdict.PLACEHOLDER and entry.target):
                continue
            yield self.card.finding(
                bitext,
                _message(entry),
                severity=_severity(entry),
                source=(entry.source.span,) if entry.source else (),
                target=(entry.target.span,) if entry.target else (),
            )


def _message(entry: Entry) -> str:
    source = entry.source.surface if entry.source else ""
    target = entry.target.surface if entry.target else ""
    said = " → ".join(text for text in (source, target) if text)
    return f"{entry.verdict.value}: {said}" + (f" ({entry.reason})" if entry.reason else "")


def _severity(entry: Entry) -> Severity:
    if entry.verdict is Verdict.PLACEHOLDER:
        return Severity.ERROR
    if entry.soft:
        return Severity.NOTE
    mentions = [mention for mention in (entry.source, entry.target) if mention]
    one_sided = len(mentions) == 1
    if all(_passing(mention) for mention in mentions):
        return Severity.NOTE
    if any(mention.kind in _GRAVE for mention in mentions):
        return Severity.ERROR
    if any(mention.kind in _LOOSE or not _figures(mention) for mention in mentions):
        return Severity.WARNING
    return Severity.WARNING if one_sided and _minor(mentions[0]) else Severity.ERROR


def _minor(mention: NumberMention) -> bool:
    """Whether good translators drop or add it now and then: a name with a figure, a figure up to twelve."""
    values = mention.value.values if mention.value else ()
    return mention.kind is NumberKind.IDENTIFIER or all(abs(value) <= _SMALL for value in values)


def _passing(mention: NumberMention) -> bool:
    """Whether a translator may well drop it: a small number in words, or a rank."""
    if _figures(mention) or mention.kind in _GRAVE:
        return False
    values = mention.value.values if mention.value else ()
    return all(abs(value) <= _SMALL for value in values)


def _figures(mention: NumberMention) -> bool:
    return any(char.isdigit() for char in mention.surface)
