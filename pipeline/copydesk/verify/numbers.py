"""Numbers that changed on the way."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.data import Bitext, Entry, Finding, Means, Severity, Verdict
from copydesk.numbers import compare
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context


class Numbers:
    """Reads the ledger of the pair and reports every number that it cannot explain.

    What differs is an error; numbers in words that differ, and numbers that came or went with a whole phrase,
    are warnings; what good translations often have (a small number in words that vanishes) are notes.
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
    """As the ledger weighs the line: soft lines are notes, mild ones warnings, all others errors."""
    if entry.soft:
        return Severity.NOTE
    return Severity.WARNING if entry.mild else Severity.ERROR
