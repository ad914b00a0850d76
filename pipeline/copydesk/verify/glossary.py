"""Terms that must be translated one way."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity, Span, Term
from copydesk.text.terms import find_terms, occurs
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context


class GlossaryCheck:
    """Finds source terms whose prescribed translation does not stand in the target."""

    card = Card(
        id="glossary",
        title="Glossary term not used",
        severity=Severity.WARNING,
        risk=600,
        explains="The glossary prescribes another translation of this term. Use it, or change the glossary.",
        passes=(
            Example("Vació la presa.", "Il a vidé le barrage.", terms=("presa\tbarrage",)),
            Example("Vació las presas.", "Il a vidé les barrages.", terms=("presa\tbarrage",)),
        ),
        fails=(
            Example("Vació la presa.", "Il a vidé la digue.", terms=("presa\tbarrage",)),
            Example("The dam broke.", "Der Deich brach.", "en-de", terms=("dam\tStaudamm",)),
            Example("The dam broke.", "Se rompió el dique.", "en-es", terms=("dam\tpresa",)),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._glossary = context.glossary

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding per missing term."""
        places: dict[Term, list[Span]] = {}
        for span, term in find_terms(bitext.source, self._glossary, bitext.pair):
            if not term.kept:
                places.setdefault(term, []).append(span)
        for term, spans in places.items():
            if not occurs(term.target, bitext.target, case_sensitive=term.case_sensitive):
                yield self.card.finding(
                    bitext, f"{term.source} is to be translated {term.target}", source=tuple(spans)
                )
