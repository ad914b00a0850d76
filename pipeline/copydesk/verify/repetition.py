"""Loops: an engine that says the same thing over and over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_TOKEN = re.compile(r"\w+")
_LONGEST_PHRASE = 8


class Repetition:
    """Finds a phrase that stands in a row more often than the source repeats anything."""

    card = Card(
        id="repetition",
        title="Repetition loop",
        severity=Severity.ERROR,
        explains="A phrase comes back again and again: the engine lost the thread. Translate it anew.",
        passes=(
            Example("Gol, gol, gol.", "But, but, but."),
            Example("El tren llegó tarde.", "Le train est arrivé en retard."),
        ),
        fails=(
            Example("El tren llegó tarde.", "Le train de la ville de la ville de la ville est arrivé."),
            Example("Se acabó.", "C'est fini, fini, fini, fini."),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._times = context.options.loop_times

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding: the first loop."""
        target = bitext.target.lower()
        tokens = _TOKEN.findall(target)
        if len(tokens) - len(set(tokens)) < self._times - 1:
            return
        loop = _loop(tokens, self._times)
        if not loop or _loop(_TOKEN.findall(bitext.source.lower()), self._times):
            return
        if len(target) != len(bitext.target):
            span = Span(0, len(bitext.target))
        else:
            matches = list(_TOKEN.finditer(target))
            span = Span(matches[loop[0]].start(), matches[loop[1] - 1].end())
        yield self.card.finding(bitext, f"repeated: {span.of(bitext.target)}", target=(span,))


def _loop(tokens: list[str], times: int) -> tuple[int, int] | None:
    """Bounds of the first run where a phrase of 1 to 8 words stands ``times`` times; digits do not count."""
    for period in range(1, min(_LONGEST_PHRASE, len(tokens) // times) + 1):
        need, run = period * (times - 1), 0
        for n, (one, other) in enumerate(zip(tokens, tokens[period:], strict=False)):
            run = run + 1 if one == other else 0
            if run >= need and not all(t.isdigit() for t in tokens[n + 1 : n + 1 + period]):
                return n - run + 1, n + 1 + period
    return None
