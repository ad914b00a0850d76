"""Marks that pose as apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context
from copydesk.verify.frozen import frozen, touches

_POSING = re.compile(r'[´`ʼ‘′"](?=[^\W\d_])(?:(?<=[^\W\d_][´`ʼ‘′])|(?<=\b[^\W\d_]")|(?<=\bqu"))')
"""Begins with the mark, not with what stands before it, so that a text without any is passed over quickly."""


class Apostrophes:
    """Finds accents, primes and opening quotes between letters; the fix is the apostrophe the text uses."""

    card = Card(
        id="typography-apostrophes",
        title="Wrong apostrophe",
        severity=Severity.NOTE,
        risk=30,
        explains="An accent or another mark stands where an apostrophe belongs.",
        fixes=True,
        passes=(Example("El agua.", "L'eau."), Example("El agua.", "L’eau.")),
        fails=(Example("El agua.", "L´eau."), Example("El agua.", "L`eau."), Example("El agua.", 'L"eau.')),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding, with a fix, per mark."""
        target = bitext.target
        matches = list(_POSING.finditer(target))
        if not matches:
            return
        accepted = facts(bitext.pair.target).typography.apostrophes
        best = max(accepted, key=lambda mark: (target.count(mark), -accepted.index(mark)))
        fixed = frozen(bitext)
        for match in matches:
            span = Span(*match.span())
            if not touches(span, fixed):
                yield self.card.mend(bitext, span, best, f"{match.group()} where an apostrophe belongs")
