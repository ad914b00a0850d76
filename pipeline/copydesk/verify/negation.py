"""A "not" that was lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.languages.contract.negation import Negation
from copydesk.text.words import WORD, words
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_REACH = 60
_BEHIND = 7
"""A partner stands among the next seven words, in as many code points."""

_SHORT = 3


class LostNegation:
    """Finds sources that deny something whose translation holds no word that could.

    Both languages must have a page of negations. Idioms ("not only") do not count, and any kin of a
    negation in the target ("refuse", "impossible") is taken as the translator's way to say it, unless it
    renders a word of its own ("without", "sin"). One alone is not enough for a source that denies more than
    once, nor is half a negation ("aucun" without "ne").
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
            Example("Il n'a que deux trains.", "He has two trains.", "fr-en"),
        ),
        fails=(
            Example("El alcalde no vino.", "Le maire est venu."),
            Example("She does not want it.", "Elle le veut.", "en-fr"),
            Example("No hay ningún tren.", "Il y a aucun train."),
            Example("No vino y no llamó.", "He came and never called.", "es-en"),
            Example("Todavía no ha llegado.", "He has arrived yet.", "es-en"),
            Example("No vino sin su perro.", "He came without his dog.", "es-en"),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        own, other = _page(bitext.pair.source), _page(bitext.pair.target)
        if not own.verbal or own.verbal.isdisjoint(words(bitext.source)) or not other.verbal:
            return
        denials = _denials(bitext.source, bitext.pair.source)
        if not denials or _verbal(bitext.pair.target).search(bitext.target):
            return
        if _excuses(bitext, own, other) < min(_times(denials, own), 2):
            places = tuple(Span(*match.span()) for match in denials)
            yield self.card.finding(bitext, f"lost: {places[0].of(bitext.source)}", source=places)


@cache
def _page(language: str) -> Negation:
    return facts(language).negation


@cache
def _verbal(language: str) -> re.Pattern[str]:
    """Finds the words that negate a verb; lone letters (n', 't) only beside an apostrophe."""
    known = sorted(_page(language).verbal, key=len, reverse=True)
    listed = [w if len(w) > 1 else f"{w}(?=['’´`])|(?<=['’´`]){w}" for w in known]
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(listed)})(?![^\W\d_])", re.IGNORECASE)


def _denials(text: str, language: str) -> list[re.Match[str]]:
    """The words by which ``text`` denies something: no idioms, no particle without its partner."""
    page = _page(language)
    idle = _idle(text, page)
    return [
        match
        for match in _verbal(language).finditer(text)
        if not _within(match, idle)
        and (match.group().lower() not in page.particles or _has_partner(match, text, page))
    ]


def _has_partner(particle: re.Match[str], text: str, page: Negation) -> bool:
    behind = WORD.findall(text[particle.end() : particle.end() + _REACH].lower())[:_BEHIND]
    return any(word in page.second or (word in page.verbal and word not in page.particles) for word in behind)


def _times(denials: list[re.Match[str]], page: Negation) -> int:
    """How often is denied: a particle and its partner do so once."""
    particles = sum(match.group().lower() in page.particles for match in denials)
    return max(particles, len(denials) - particles)


def _excuses(bitext: Bitext, own: Negation, other: Negation) -> int:
    """How many words of the target deny something else than a verb, and render no such word of the source."""
    rendered = Counter(own.senses[word] for word in words(bitext.source) if word in own.senses)
    idle = _idle(bitext.target, other)
    count = 0
    for match in WORD.finditer(bitext.target):
        word = match.group().lower()
        if not _is_kin(word, other) or _within(match, idle):
            continue
        sense = other.senses.get(word, "")
        count += not rendered[sense]
        rendered[sense] -= rendered[sense] > 0
    return count


def _is_kin(word: str, page: Negation) -> bool:
    if word in page.kin:
        return word not in page.second
    return len(word) > _SHORT and word.startswith(page.stems) and not word.startswith(page.spared)


def _idle(text: str, page: Negation) -> list[tuple[int, int]]:
    """Where the idioms of ``page`` stand."""
    low = text.lower()
    if len(low) != len(text):
        return []
    return [(at, at + len(idiom)) for idiom in page.idioms for at in _places(low, idiom)]


def _within(match: re.Match[str], places: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in places)


def _places(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)
