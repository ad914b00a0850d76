"""Words the engine did not know."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context


class UnknownWords:
    """Reports the words an engine left; a name that stands as in the source is as it should be."""

    card = Card(
        id="unknown-words",
        title="Words unknown to the engine",
        severity=Severity.WARNING,
        risk=500,
        explains="The engine left these words as they were. Translate them; names of the source may stay.",
        passes=(
            Example("El alcalde calló.", "Le maire s'est tu."),
            Example("Habló Larraga.", "Larraga a parlé.", unknown=("Larraga",)),
        ),
        fails=(
            Example("El chiringuito cerró.", "Le chiringuito a fermé.", unknown=("chiringuito",)),
            Example("Cierzo gana.", "Cerç gagne.", unknown=("Cerç",)),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding, with all such words."""
        if not bitext.unknown:
            return
        spans = tuple(span for span in bitext.unknown if not _is_kept_name(span.of(bitext.target), bitext))
        if spans:
            listed = ", ".join(dict.fromkeys(span.of(bitext.target) for span in spans))
            yield self.card.finding(bitext, f"unknown to the engine: {listed}", target=spans)


def _is_kept_name(word: str, bitext: Bitext) -> bool:
    return word != word.lower() and word in bitext.source
