"""A sentence more or less than the source has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import sqrt

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_END = re.compile(
    r"[.!?…](?<![A-Z].)(?<!\b[^\W\d_].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)[.!?…]*[\"”»’)\]]*\s+[\"“«‘(¿¡—–-]*\s*(?=[A-ZÀ-ÖØ-Þ\d])"
)
_VARIANCE = 1.7  # as for the length of whole segments
_FLOOR = 30.0


class Sentences:
    """Finds targets with fewer sentences that are shorter too, or with more that are longer too.

    Good translators cut and join sentences; only where the length agrees was something lost or added. They
    cut far more often than they join, and add words when they do, so much more length must speak for an
    addition.
    """

    card = Card(
        id="sentences",
        title="Sentence lost or added",
        severity=Severity.WARNING,
        risk=700,
        needs=("prose",),
        explains="The translation has fewer or more sentences than the source, and its length says so too.",
        passes=(
            Example("Llegó tarde. Nadie lo esperaba.", "Il est arrivé en retard et nul ne l'attendait."),
            Example("Llegó tarde. Nadie lo esperaba.", "Il est arrivé en retard. Nul ne l'attendait."),
        ),
        fails=(
            Example(
                "El tren llegó con retraso a la estación. Nadie lo esperaba ya en el andén de la ciudad.",
                "Le train est arrivé en retard à la gare.",
            ),
            Example(
                "El tren llegó con retraso a la estación.",
                "Le train est arrivé en retard à la gare. Personne ne l'attendait plus sur le quai.",
            ),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._lost = context.options.sentence_deviation
        self._added = context.options.added_deviation

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        source, target = bitext.source, bitext.target
        expected = len(source) * _ratio(bitext.pair.source, bitext.pair.target)
        z = (len(target) - expected) / sqrt(_VARIANCE * (max(len(source), expected) + _FLOOR))
        if -self._lost < z < self._added:
            return
        own, other = (1 + len(_END.findall(text)) for text in (source, target))
        if (other < own and z < 0) or (other > own and z > 0):
            yield self.card.finding(
                bitext,
                f"{own} sentence{'s' * (own > 1)} became {other}, and the text is "
                f"{'longer' if z > 0 else 'shorter'} than usual",
                source=(Span(0, len(source)),),
                target=(Span(0, len(target)),),
            )


@cache
def _ratio(source: str, target: str) -> float:
    return facts(target).prose.relative_length / facts(source).prose.relative_length
