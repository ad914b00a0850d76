"""Spaces too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_RARE = "\u00a0\u202f\u2009"
_SPACE = f" {_RARE}"
_RUN = re.compile(f"^[{_SPACE}]+|[{_SPACE}]+$|[{_SPACE}]{{2,}}")


class Spaces:
    """Finds double spaces, and spaces at either end of the target."""

    card = Card(
        id="spaces",
        title="Superfluous spaces",
        severity=Severity.NOTE,
        risk=40,
        explains="Two spaces stand in a row, or one at an end of the text. One is enough; at the ends none.",
        fixes=True,
        passes=(Example("Una presa.", "Un barrage."),),
        fails=(Example("Una presa.", "Un  barrage."), Example("Una presa.", "Un barrage. ")),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding, with a fix, per run of spaces; a no-break space among them is the one that stays."""
        target = bitext.target
        if "  " not in target and target == target.strip() and not any(c in target for c in _RARE):
            return
        for match in _RUN.finditer(target):
            inside = match.start() > 0 and match.end() < len(target)
            kept = next((c for c in match.group() if c != " "), " ") if inside else ""
            yield self.card.mend(bitext, Span(*match.span()), kept, "superfluous spaces")
