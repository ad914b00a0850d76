"""Terms and whole texts that must not be translated."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Means, Severity, Span, Term
from copydesk.text.terms import find_terms, occurs
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context


class KeptTerms:
    """Finds do-not-translate terms that the target lacks or changes, and changed texts that are to stay.

    A text stays where the file says ``translate="no"``, or where it was in the target language already; there
    only its spaces may differ.
    """

    card = Card(
        id="kept-terms",
        title="Protected term changed",
        severity=Severity.ERROR,
        risk=600,
        explains="The glossary says that this term is never translated, or the file that this text is not. "
        "Write it as the source does.",
        means=(Means.MACHINE, Means.HUMAN, Means.COPIED),
        passes=(
            Example("Habló Cierzo Motor.", "Cierzo Motor a parlé.", terms=("Cierzo Motor\t-",)),
            Example("North Desk reports.", "North Desk berichtet.", "en-de", terms=("North Desk\t-",)),
        ),
        fails=(
            Example("Habló Cierzo Motor.", "Bise Moteur a parlé.", terms=("Cierzo Motor\t-",)),
            Example("North Desk reports.", "Nordtisch berichtet.", "en-de", terms=("North Desk\t-",)),
            Example("North Desk reports.", "Informa Mesa Norte.", "en-es", terms=("North Desk\t-",)),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._glossary = context.glossary

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding per missing term, or one for a text that was to stay."""
        if bitext.means is Means.COPIED and bitext.source.split() != bitext.target.split():
            whole = Span(0, len(bitext.target))
            yield self.card.finding(bitext, "this text is not to be translated", target=(whole,))
            return
        places: dict[Term, list[Span]] = {}
        for span, term in find_terms(bitext.source, self._glossary, bitext.pair):
            if term.kept:
                places.setdefault(term, []).append(span)
        for term, spans in places.items():
            if not occurs(term.target, bitext.target, case_sensitive=True):
                yield self.card.finding(bitext, f"{term.source} is not to be translated", source=tuple(spans))
