"""Terms that must not be translated."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity, Span, Term
from copydesk.text.terms import find_terms, occurs
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context


class KeptTerms:
    """Finds do-not-translate terms of the source that the target lacks or writes otherwise."""

    card = Card(
        id="kept-terms",
        title="Protected term changed",
        severity=Severity.ERROR,
        explains="The glossary says that this term is never translated. Write it as the source does.",
        passes=(Example("Habló Cierzo Motor.", "Cierzo Motor a parlé.", terms=("Cierzo Motor\t-",)),),
        fails=(Example("Habló Cierzo Motor.", "Bise Moteur a parlé.", terms=("Cierzo Motor\t-",)),),
    )

    def __init__(self, context: Context) -> None:
        self._glossary = context.glossary

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding per missing term."""
        places: dict[Term, list[Span]] = {}
        for span, term in find_terms(bitext.source, self._glossary, bitext.pair):
            if term.kept:
                places.setdefault(term, []).append(span)
        for term, spans in places.items():
            if not occurs(term.target, bitext.target, case_sensitive=True):
                yield self.card.finding(bitext, f"{term.source} is not to be translated", source=tuple(spans))
