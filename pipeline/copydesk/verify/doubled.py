"""A word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.text.words import words
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_DOUBLE = re.compile(r"(?<![\w'’-])([^\W\d_]+) \1(?![\w'’-])")


class Doubled:
    """Finds the same word twice in a row, unless the source doubles one too or the language may."""

    card = Card(
        id="doubled",
        title="Doubled word",
        severity=Severity.WARNING,
        risk=150,
        needs=("prose",),
        explains="The same word stands twice in a row and the source has no such pair. Delete one.",
        passes=(
            Example("Nos vemos mañana.", "Nous nous voyons demain."),
            Example("Muy muy lejos.", "Très très loin."),
        ),
        fails=(
            Example("El puerto cerró.", "Le le port a fermé."),
            Example("De la presa.", "Du barrage barrage."),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding per doubled word."""
        found_words = words(bitext.target)
        if not any(map(eq, found_words, found_words[1:])):
            return
        target = bitext.target.lower()
        if len(target) != len(bitext.target):
            return
        found = list(_DOUBLE.finditer(target))
        if not found or _DOUBLE.search(bitext.source.lower()):
            return
        allowed = facts(bitext.pair.target).prose.doubles
        for match in found:
            span = Span(*match.span())
            if match.group(1) not in allowed and not span.of(bitext.target).istitle():
                yield self.card.finding(bitext, f"doubled: {span.of(bitext.target)}", target=(span,))
