"""A translation without content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_CONTENT = re.compile(r"\w")


class Empty:
    """Finds targets without a letter or digit where the source has some."""

    card = Card(
        id="empty",
        title="Empty translation",
        severity=Severity.ERROR,
        risk=950,
        explains="The source says something and the translation says nothing. Translate the segment.",
        passes=(Example("Sin comentarios.", "Sans commentaire."), Example("***", "")),
        fails=(Example("Sin comentarios.", ""), Example("Sin comentarios.", "...")),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        if not _CONTENT.search(bitext.target) and _CONTENT.search(bitext.source):
            yield self.card.finding(bitext, "the translation is empty", source=(Span(0, len(bitext.source)),))
