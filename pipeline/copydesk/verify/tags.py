"""Inline marks that were lost or added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Inline, Severity
from copydesk.formats.inlinecodes import RAW
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context


class Tags:
    """Compares the inline elements of both sides: each link, emphasis or break once, with its attributes.

    Codes of other tools are the rule ``variables``'s.
    """

    card = Card(
        id="tags",
        title="Links or emphasis changed",
        severity=Severity.WARNING,
        risk=300,
        explains="A link, emphasis or line break of the source is missing, or one was added.",
        passes=(Example("Una presa.", "Un barrage."),),
        fails=(Example("Una presa.", "Un barrage.", tags=("a",)),),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding for the marks missing, one for those added."""
        if not bitext.source_inlines and not bitext.target_inlines:
            return
        wanted = Counter(_key(i) for i in bitext.source_inlines if i.tag != RAW)
        got = Counter(_key(i) for i in bitext.target_inlines if i.tag != RAW)
        missing, added = wanted - got, got - wanted
        if missing:
            spans = tuple(i.span for i in bitext.source_inlines if missing[_key(i)])
            yield self.card.finding(bitext, f"missing: {_names(missing)}", source=spans)
        if added:
            spans = tuple(i.span for i in bitext.target_inlines if added[_key(i)])
            yield self.card.finding(bitext, f"added: {_names(added)}", target=spans)


def _key(inline: Inline) -> tuple[str, tuple[tuple[str, str], ...], bool]:
    return inline.tag, inline.attributes, len(inline.span) == 0


def _names(keys: Counter[tuple[str, tuple[tuple[str, str], ...], bool]]) -> str:
    return ", ".join(sorted(f"<{tag}>" for tag, _, _ in keys.elements()))
