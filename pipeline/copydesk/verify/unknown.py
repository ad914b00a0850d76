"""Words the engine did not know."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context


class UnknownWords:
    """Reports the words an engine left as they were: names as a note, other words as a warning."""

    card = Card(
        id="unknown-words",
        title="Words unknown to the engine",
        severity=Severity.WARNING,
        explains="The engine left these words as in the source. Translate them, or keep the names.",
        passes=(Example("El alcalde calló.", "Le maire s'est tu."),),
        fails=(
            Example("El chiringuito cerró.", "Le chiringuito a fermé.", unknown=("chiringuito",)),
            Example("Habló Larraga.", "Larraga a parlé.", unknown=("Larraga",)),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding for words and one for names."""
        if not bitext.unknown:
            return
        names = tuple(span for span in bitext.unknown if span.of(bitext.target)[:1].isupper())
        others = tuple(span for span in bitext.unknown if span not in names)
        for spans, severity in ((others, Severity.WARNING), (names, Severity.NOTE)):
            if spans:
                listed = ", ".join(dict.fromkeys(span.of(bitext.target) for span in spans))
                yield self.card.finding(
                    bitext, f"unknown to the engine: {listed}", severity=severity, target=spans
                )
