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
_NESTED = '""'
_VARIANCE = 1.7  # as for the length of whole segments
_FLOOR = 12.0
_WORD = re.compile(r"[^\W_]+")
_SPACES = " \u00a0\u202f"
_MOST = 6.0  # standard deviations; more say no more
_TELLS = 2.0  # standard deviations from which on the length is what an editor sees
_SHORT = 3  # letters of a word that seldom ends a quotation: an article, a preposition

_NONE, _MIDDLE, _EDGE = 0, 1, 2
"""What parts a mark from the words on its outer side: nothing, punctuation, or the end of the text."""


class Quotations:
    """Finds quotations that begin or end elsewhere than those of the source, in the same order.

    Only where both sides have the same number of marks, in pairs. Evidence is summed in standard deviations
    of the length: 1 point is worth as much as a length that deviates by one. The points are rounded weights
    of a logistic regression on quotations of human translations (newstest2008, newstest2009, NTREX; Spanish
    to English and French) and on the same with one mark moved by four to eight words.
    """

    card = Card(
        id="quotations",
        title="Quotation begins or ends elsewhere",
        severity=Severity.WARNING,
        risk=500,
        needs=("prose",),
        explains="The marks enclose more or less than in the source: words are put into somebody's mouth.",
        passes=(
            Example(
                'El alcalde dijo "no es cierto" y se fue.',
                'Le maire a dit "ce n\'est pas vrai", puis partit.',
            ),
            Example(
                '"El alcalde dijo: "No es cierto" y se fue a casa", cuenta Larraga.',
                '"The mayor left and said: "It is not true.""',
                "es-en",
            ),
        ),
        fails=(
            Example(
                '"No es cierto", dijo el alcalde a los vecinos de la plaza mayor.',
                '"Ce n\'est pas vrai, a dit le maire aux habitants de la grand-place".',
            ),
            Example(
                'Larraga, que no vendrá, pidió "respeto para los vecinos".',
                'Larraga, "qui ne viendra pas", a demandé du respect pour les voisins.',
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
        shared = _words(bitext.source) & _words(bitext.target)
        for one, two in zip(own, other, strict=True):
            z = _deviation(len(one), len(two), ratio)
            doubt = (
                min(abs(z), _MOST)
                + _places(bitext, one, two, ratio)
                + _strays(shared, one.of(bitext.source), two.of(bitext.target))
                + _edges(bitext, one, two)
            )
            if doubt > self._most:
                how = "is longer" if z > _TELLS else "is shorter" if z < -_TELLS else "stands elsewhere"
                yield self.card.finding(
                    bitext,
                    f"the quotation {how} than in the source",
                    source=(one,),
                    target=(two,),
                )


def _deviation(own: int, other: int, ratio: float) -> float:
    """By how many standard deviations a text of ``other`` characters is too long for one of ``own``."""
    expected = own * ratio
    return (other - expected) / sqrt(_VARIANCE * (max(own, expected) + _FLOOR))


def _places(bitext: Bitext, own: Span, other: Span, ratio: float) -> float:
    """How much the lengths of what stands before and after the quotation deviate."""
    before = abs(_deviation(own.start, other.start, ratio))
    after = abs(_deviation(len(bitext.source) - own.end, len(bitext.target) - other.end, ratio))
    return 0.25 * min(before, _MOST) + 0.4 * min(after, _MOST)


def _strays(shared: set[str], own: str, other: str) -> float:
    """How many of the words that both texts share stand within one quotation only, at most two of each."""
    if not shared:
        return 0.0
    inside, quoted = shared & _words(own), shared & _words(other)
    return 0.9 * min(len(quoted - inside), 2) + min(len(inside - quoted), 2)


def _edges(bitext: Bitext, own: Span, other: Span) -> float:
    """How much the edges speak for a moved mark: capitals and punctuation at it, the last word."""
    words, quoted = own.of(bitext.source), other.of(bitext.target)
    doubt = (
        0.65 if words.lstrip(_SPACES + "¿¡")[:1].isupper() and quoted.lstrip(_SPACES)[:1].islower() else 0.0
    )
    last = quoted.rstrip(_SPACES + ".,!?…").rsplit(None, 1)[-1:]
    if last and len(last[0]) <= _SHORT and last[0].islower():
        doubt += 0.6
    doubt += _OPENINGS.get(
        (_opening(bitext.source, own.start - 1), _opening(bitext.target, other.start - 1)), 0.0
    )
    return doubt + _CLOSINGS.get((_closing(bitext.source, own.end), _closing(bitext.target, other.end)), 0.0)


_OPENINGS = {
    (_EDGE, _MIDDLE): 1.5,
    (_EDGE, _NONE): 1.5,
    (_MIDDLE, _EDGE): -1.75,
    (_NONE, _EDGE): -1.75,
    (_MIDDLE, _NONE): 1.1,
}
_CLOSINGS = {
    (_EDGE, _MIDDLE): 0.4,
    (_EDGE, _NONE): 0.4,
    (_EDGE, _EDGE): 0.45,
    (_MIDDLE, _EDGE): -0.8,
    (_NONE, _EDGE): -0.8,
    (_MIDDLE, _NONE): 1.2,
}
"""Points for what stands at the mark of the source and of the target."""


def _opening(text: str, at: int) -> int:
    before = text[:at].rstrip(_SPACES)
    if not _WORD.search(before):
        return _EDGE
    return _NONE if before[-1].isalnum() else _MIDDLE


def _closing(text: str, at: int) -> int:
    after = text[at + 1 :].strip(_SPACES)
    if not _WORD.search(after):
        return _EDGE
    return _NONE if text[:at].rstrip(_SPACES)[-1:].isalnum() and after[0].isalnum() else _MIDDLE


def _words(text: str) -> set[str]:
    return {word.lower()[:5] for word in _WORD.findall(text) if len(word) > 4 or word.isdigit()}


def _quotations(text: str) -> list[Span]:
    """What stands between marks, taken in pairs; nothing if one lacks its other half.

    Nor if two quotations end together in straight marks, which do not tell a pair of them apart.
    """
    places = [match.start() for match in _MARK.finditer(text)]
    if len(places) % 2 or _NESTED in text:
        return []
    return [Span(a + 1, b) for a, b in zip(places[::2], places[1::2], strict=True)]


@cache
def _ratio(source: str, target: str) -> float:
    return facts(target).prose.relative_length / facts(source).prose.relative_length
