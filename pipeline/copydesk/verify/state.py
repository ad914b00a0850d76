"""Targets whose file says that they are not finished."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Means, Severity, Span
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

RANKS = {"initial": 0, "new": 0, "fuzzy": 0, "translated": 1, "reviewed": 2, "signed-off": 2, "final": 3}
"""How far a text has come, by the states of XLIFF 2, 1.2 and gettext; every state of 1.2 in "needs-" is 0."""


class State:
    """Finds targets that their file calls ``initial``, ``new`` or in need of something.

    A state that is not written passes, and so do ``translated`` and states of a tool's own: only the option
    ``verify.require`` asks for more. Where it does, a text without a state has none of those asked for.
    """

    card = Card(
        id="state",
        title="Not finished",
        severity=Severity.ERROR,
        risk=500,
        explains="The file itself says that this text is not finished. Finish it, and set its state.",
        means=tuple(Means),
        passes=(
            Example("Una presa.", "Un barrage."),
            Example("Una presa.", "Un barrage.", state="translated"),
            Example("Una presa.", "Un barrage.", state="final"),
            Example("A dam.", "Ein Damm.", "en-de", state="x-checked"),
        ),
        fails=(
            Example("Una presa.", "Un barrage.", state="initial"),
            Example("A dam.", "Una presa.", "en-es", state="new"),
            Example("A dam.", "Ein Damm.", "en-de", state="needs-review-translation"),
            Example("A dam.", "Una diga.", "en-it", state="fuzzy"),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._least = RANKS[context.options.require] if context.options.require else 0

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        if bitext.means is Means.COPIED or not (bitext.state or self._least):
            return
        rank = 0 if bitext.state.startswith("needs-") else RANKS.get(bitext.state, 1 if bitext.state else 0)
        if rank < max(self._least, 1):
            wanted = next(name for name, own in RANKS.items() if own == max(self._least, 1))
            yield self.card.finding(
                bitext,
                f"the state is {bitext.state or 'not given'}, {wanted} is wanted",
                target=(Span(0, len(bitext.target)),),
            )
