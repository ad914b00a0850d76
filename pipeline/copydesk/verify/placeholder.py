"""Marks that stand where a number stood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Means, Severity, Span
from copydesk.numbers.reading import placeholders
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_GLUED = re.compile(r"(?<=[^\W\d_])%[sd](?!\w)")
"""A mark at the end of a word: the figure of CO2 or A380 was masked."""


class Placeholder:
    """Finds what masking leaves: XNUMX and its kin always, ``{0}`` or ``%s`` where the source has none."""

    card = Card(
        id="placeholder",
        title="Placeholder left in the text",
        severity=Severity.ERROR,
        risk=1000,
        explains="A mark stands where a number or another text belongs. Look the value up in the original.",
        means=tuple(Means),
        passes=(Example("Llegaron 3.000.", "3 000 sont arrivés."),),
        fails=(
            Example("Llegaron 3.000.", "XNUMX sont arrivés."),
            Example("Llegaron XNUMX.", "XNUMX sont arrivés."),
            Example("Llegaron 3.000.", "{0} sont arrivés."),
            Example("Emite CO2.", "Il émet du CO%s."),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding per mark."""
        found = placeholders.find(bitext.target)
        for match in _GLUED.finditer(bitext.target) if "%" in bitext.target else ():
            if match.group() not in bitext.source and not any(
                a.span.end >= match.end() > a.span.start for a in found
            ):
                yield self.card.finding(
                    bitext,
                    f"{match.group()} stands where a number or a name belongs",
                    target=(Span(*match.span()),),
                )
        if not found:
            return
        of_source = Counter(
            a.surface for a in placeholders.find(bitext.source) if placeholders.of_source(a, bitext.source)
        )
        for artefact in found:
            if of_source[artefact.surface] > 0:
                of_source[artefact.surface] -= 1
            else:
                yield self.card.finding(
                    bitext, f"{artefact.surface} stands where a number belongs", target=(artefact.span,)
                )
