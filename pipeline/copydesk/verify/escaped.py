"""Text that was escaped once too often."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from copydesk.data import Bitext, Edit, Finding, Severity, Span
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")


class Escaped:
    """Finds HTML entities in the target that the source does not have: readers would see the code."""

    card = Card(
        id="escaped",
        title="HTML entity in the text",
        severity=Severity.ERROR,
        risk=400,
        explains="A character stands as its HTML code, as after an API that escapes. Decode it.",
        passes=(Example("Una presa & más.", "Un barrage & plus."), Example("Es &amp;.", "C'est &amp;.")),
        fails=(Example("El agua.", "L&#39;eau."), Example('"Sí"', "&quot;Oui&quot;")),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding, with a fix, per entity."""
        target = bitext.target
        if "&" not in target:
            return
        for match in _ENTITY.finditer(target):
            plain = html.unescape(match.group())
            if plain == match.group() or match.group() in bitext.source:
                continue
            span = Span(*match.span())
            fix = Edit(span, match.group(), plain, self.card.id, "the character itself")
            yield self.card.finding(
                bitext, f"{match.group()} is the code of {plain}", target=(span,), fix=fix
            )
