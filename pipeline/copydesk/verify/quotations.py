"""Quotation marks that enclose other words than in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import sqrt

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_MARK = re.compile(r'[«»“”„"]')
_VARIANCE = 1.7  # as for the length of whole segments
_FLOOR = 12.0
_WORD = re.compile(r"[^\W_]+")


class Quotations:
    """Finds quotations that are far longer or shorter than those of the source, in the same order.

    Only where both sides have the same number of marks, in pairs.
    """

    card = Card(
        id="quotations",
        title="Quotation begins or ends elsewhere",
        severity=Severity.WARNING,
        explains="The marks enclose more or less than in the source: words are put into somebody's mouth.",
        passes=(
            Example(
                'El alcalde dijo "no es cierto" y se fue.',
                'Le maire a dit "ce n\'est pas vrai", puis partit.',
            ),
        ),
        fails=(
            Example(
                '"No es cierto", dijo el alcalde a los vecinos de la plaza mayor.',
                '"Ce n\'est pas vrai, a dit le maire aux habitants de la grand-place".',
            ),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._most = context.options.quotation_deviation

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """One finding per quotation."""
        if not _MARK.search(bitext.target):
            return
        own, other = _quotations(bitext.source), _quotations(bitext.target)
        if not own or len(own) != len(other):
            return
        ratio = _ratio(bitext.pair.source, bitext.pair.target)
        for one, two in zip(own, other, strict=True):
            expected = len(one) * ratio
            z = (len(two) - expected) / sqrt(_VARIANCE * (max(len(one), expected) + _FLOOR))
            if abs(z) + _strays(bitext, one, two) + _edges(bitext, one, two) > self._most:
                yield self.card.finding(
                    bitext,
                    f"the quotation is {'longer' if z > 0 else 'shorter'} than in the source",
                    source=(one,),
                    target=(two,),
                )


def _strays(bitext: Bitext, own: Span, other: Span) -> float:
    """How many words that both texts share stand within one quotation only, at most two."""
    inside, quoted = _words(own.of(bitext.source)), _words(other.of(bitext.target))
    outside = _words(bitext.source) - inside
    unquoted = _words(bitext.target) - quoted
    return min(len(quoted & outside) + len(inside & unquoted), 2) * 0.8


def _edges(bitext: Bitext, own: Span, other: Span) -> float:
    """How much the edges speak against each other: capitals after the mark, punctuation around it."""
    first, second = (
        own.of(bitext.source).lstrip(" \u00a0¿¡")[:1],
        other.of(bitext.target).lstrip(" \u00a0")[:1],
    )
    doubt = 1.0 if first.isupper() and second.islower() else 0.0
    if not _open_end(bitext.source, own.end) and _open_end(bitext.target, other.end):
        doubt += 1.0
    return doubt


def _open_end(text: str, at: int) -> bool:
    """Whether the mark at ``at`` stands in the middle of a clause: no punctuation on either side."""
    before, after = text[:at].rstrip(" \u00a0\u202f")[-1:], text[at + 1 :].lstrip(" ")[:1]
    return before.isalnum() and after.isalnum() and text[at + 1 : at + 2].isspace()


def _words(text: str) -> set[str]:
    return {word.lower()[:5] for word in _WORD.findall(text) if len(word) > 4 or word.isdigit()}


def _quotations(text: str) -> list[Span]:
    """What stands between marks, taken in pairs; nothing if one lacks its other half."""
    places = [match.start() for match in _MARK.finditer(text)]
    if len(places) % 2:
        return []
    return [Span(a + 1, b) for a, b in zip(places[::2], places[1::2], strict=True)]


@cache
def _ratio(source: str, target: str) -> float:
    return facts(target).prose.relative_length / facts(source).prose.relative_length
