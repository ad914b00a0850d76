"""Loops: an engine that says the same thing over and over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.text.words import WORD, words
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_LONGEST_PHRASE = 8


class Repetition:
    """Finds a phrase that stands in a row more often than the source repeats anything."""

    card = Card(
        id="repetition",
        title="Repetition loop",
        severity=Severity.ERROR,
        risk=400,
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
        tokens = words(bitext.target)
        loop = _loop(tokens, self._times)
        if not loop or _loop(words(bitext.source), self._times):
            return
        matches = list(WORD.finditer(bitext.target))
        span = Span(matches[loop[0]].start(), matches[loop[1] - 1].end())
        yield self.card.finding(bitext, f"repeated: {span.of(bitext.target)}", target=(span,))


def _loop(tokens: Sequence[str], times: int) -> tuple[int, int] | None:
    """Bounds of the first run in which a phrase of 1 to 8 words stands ``times`` times."""
    repeated = len(tokens) - 1 - len(set(pairwise(tokens)))
    # ``times`` phrases of n words hold n pairs of neighbours ``times`` times, the last of them once less.
    for period in range(1, min(_LONGEST_PHRASE, (repeated + 1) // (times - 1)) + 1):
        same = bytes(map(eq, tokens, tokens[period:]))
        start = same.find(b"\x01" * (period * (times - 1)))
        if start >= 0:
            end = same.find(b"\x00", start)
            return start, (end if end >= 0 else len(same)) + period
    return None
