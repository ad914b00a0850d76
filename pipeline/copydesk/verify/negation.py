"""A "not" that was lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.languages.contract.negation import Negation
from copydesk.text.words import WORD, words
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context


class LostNegation:
    """Finds sources that deny something whose translation holds no word that could.

    Both languages must have a page of negations. Idioms ("not only") do not count, and any kin of a
    negation in the target ("without", "refuse", "impossible") is taken as the translator's way to say it.
    One alone is not enough for a source that denies more than once, nor is half a negation ("aucun" without
    "ne").
    """

    card = Card(
        id="negation",
        title="Negation lost",
        severity=Severity.WARNING,
        explains="The source says that something is not so; the translation seems to say that it is.",
        passes=(
            Example("El alcalde no vino.", "Le maire n'est pas venu."),
            Example("No sólo vino el alcalde.", "Il y avait aussi le maire."),
            Example("El alcalde no aceptó.", "Le maire a refusé."),
        ),
        fails=(
            Example("El alcalde no vino.", "Le maire est venu."),
            Example("She does not want it.", "Elle le veut.", "en-fr"),
            Example("No hay ningún tren.", "Il y a aucun train."),
            Example("No vino y no llamó.", "He came and never called.", "es-en"),
            Example("Todavía no ha llegado.", "He has arrived yet.", "es-en"),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        own, other = _page(bitext.pair.source), _page(bitext.pair.target)
        if not own.verbal or not other.verbal:
            return
        places = _denials(bitext.source, own)
        if places and not _denies(bitext.target, other, times=min(len(places), 2)):
            yield self.card.finding(bitext, f"lost: {places[0].of(bitext.source)}", source=tuple(places))


@cache
def _page(language: str) -> Negation:
    return facts(language).negation


def _denials(text: str, page: Negation) -> list[Span]:
    """Where ``text`` negates a verb, idioms aside."""
    low = text.lower()
    if len(low) != len(text) or page.verbal.isdisjoint(words(text)):
        return []
    idle = [(at, at + len(idiom)) for idiom in page.idioms for at in _places(low, idiom)]
    return [
        Span(*match.span())
        for match in WORD.finditer(low)
        if match.group() in page.verbal
        and not any(start <= match.start() and match.end() <= end for start, end in idle)
    ]


def _places(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


def _denies(text: str, page: Negation, *, times: int) -> bool:
    """Whether ``text`` negates a verb, or has other words that deny, ``times`` of them at least.

    Words that want a partner ("ne ... aucun") deny only with it, and then the partner is found.
    """
    found = words(text)
    return not page.verbal.isdisjoint(found) or times <= sum(
        (word in page.kin and word not in page.second)
        or (word.startswith(page.stems) and not word.startswith(page.spared))
        for word in found
    )
