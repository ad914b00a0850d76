"""Translations far too short or too long."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import sqrt

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_VARIANCE = 1.7  # squared characters per character, measured on news translated by people (es, en, de, fr)
_FLOOR = 30.0  # characters added before the variance is reckoned, since short texts vary more


class Length:
    """Finds targets whose length is many standard deviations from what is usual for the pair."""

    card = Card(
        id="length",
        title="Unlikely length",
        severity=Severity.WARNING,
        needs=("prose",),
        explains="The translation is far shorter or longer than usual: something was lost or added.",
        passes=(
            Example("La presa se vació en junio.", "Le barrage a été vidé en juin."),
            Example("Sí.", "Oui, bien entendu."),
        ),
        fails=(
            Example(
                "El concejal explicó que las obras del puente, paradas desde la primavera, volverán a "
                "empezar en cuanto llegue el dinero de la provincia, que las prometió hace ya un año.",
                "Le conseiller a expliqué.",
            ),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._most = context.options.length_deviation

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        source, target = len(bitext.source), len(bitext.target)
        if not source or not target:
            return
        expected = source * _ratio(bitext.pair.source, bitext.pair.target)
        deviation = (target - expected) / sqrt(_VARIANCE * (max(source, expected) + _FLOOR))
        if abs(deviation) > self._most:
            word = "long" if deviation > 0 else "short"
            yield self.card.finding(
                bitext,
                f"unusually {word}: {target} characters where about {expected:.0f} are usual",
                source=(Span(0, source),),
                target=(Span(0, target),),
            )


@cache
def _ratio(source: str, target: str) -> float:
    return facts(target).prose.relative_length / facts(source).prose.relative_length
