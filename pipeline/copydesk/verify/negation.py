"""A "not" that was lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.languages.contract.negation import Negation
from copydesk.text.words import WORD, word_set, words
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context
from copydesk.verify.denials import changed, idiom_pattern, listed_words

_REACH = 60
_BEHIND = 7
"""A partner stands among the next seven words, in as many code points."""

_LONG = 16
"""Words of a source whose translation may well deny what the source affirms of something else."""

_SHORT = 3
_FAR = 95
"""Code points of the source between a negation and what may stand for it; the best of 40 to 150 on the
development sets of docs/gate.md."""


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
        risk=800,
        needs=("negation",),
        explains="The source says that something is not so; the translation seems to say that it is.",
        passes=(
            Example("El alcalde no vino.", "Le maire n'est pas venu."),
            Example("No sólo vino el alcalde.", "Il y avait aussi le maire."),
            Example("El alcalde no aceptó.", "Le maire a refusé."),
            Example("Il n'a que deux trains.", "He has two trains.", "fr-en"),
            Example("No llegaron más que dos trenes.", "Two trains arrived.", "es-en"),
            Example("No está claro.", "It is unclear.", "es-en"),
            Example("Es más fuerte que nunca.", "Il est plus fort qu'avant."),
            Example("Hacen mejor música que nunca.", "They make music better than ever.", "es-en"),
            Example("Se queda, no se va.", "He stays rather than goes.", "es-en"),
            Example("No faltan trenes.", "There are plenty of trains.", "es-en"),
            Example("No se sabe si vendrá.", "On ignore s'il viendra."),
        ),
        fails=(
            Example("El alcalde no vino.", "Le maire est venu."),
            Example("She does not want it.", "Elle le veut.", "en-fr"),
            Example("No hay ningún tren.", "Il y a aucun train."),
            Example("No vino y no llamó.", "He came and never called.", "es-en"),
            Example("Todavía no ha llegado.", "He has arrived yet.", "es-en"),
            Example("No vino sin su perro.", "He came without his dog.", "es-en"),
            Example("No sólo vino el alcalde.", "The mayor came only.", "es-en"),
            Example("No está equivocado.", "He is wrong.", "es-en"),
            Example("Pagan con tarjetas sin contacto.", "Ils paient avec des cartes avec contact."),
            Example("Nobody came.", "Alguien vino.", "en-es"),
            Example("Er kommt nie.", "He comes.", "de-en"),
            Example("Sabía que nunca vendría.", "He knew that he would come.", "es-en"),
            Example("Sapeva che mai sarebbe venuto.", "He knew that he would come.", "it-en"),
        ),
    )

    def __init__(self, context: Context) -> None:
        del context

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        if verbal := next(self._verbal(bitext), None):
            yield verbal
        elif change := changed(bitext):
            word, denials = change
            places = tuple(denial.span for denial in denials)
            lost = word == "lost"
            said = places[0].of(bitext.source if lost else bitext.target)
            long = not lost and len(words(bitext.source)) > _LONG
            yield self.card.finding(
                bitext,
                f"{word}: {said}",
                severity=Severity.NOTE if long else Severity.WARNING,
                source=places if lost else (),
                target=() if lost else places,
            )

    def _verbal(self, bitext: Bitext) -> Iterator[Finding]:
        """The negation of a verb that was lost."""
        own, other = _page(bitext.pair.source), _page(bitext.pair.target)
        if not own.verbal or own.verbal.isdisjoint(word_set(bitext.source)) or not other.verbal:
            return
        if not _whole(bitext.pair.target).isdisjoint(word_set(bitext.target)):
            return
        if _verbal(bitext.pair.target).search(bitext.target):
            return
        denials = _denials(bitext, own, limited=not other.limits.isdisjoint(word_set(bitext.target)))
        if denials and _excuses(bitext, denials, own, other) < min(_times(denials, own), 2):
            places = tuple(Span(*match.span()) for match in denials)
            yield self.card.finding(bitext, f"lost: {places[0].of(bitext.source)}", source=places)


@cache
def _page(language: str) -> Negation:
    return facts(language).negation


@cache
def _whole(language: str) -> frozenset[str]:
    """Those of the words that negate a verb which need no look at what stands beside them."""
    return frozenset(word for word in _page(language).verbal if len(word) > 1 and WORD.fullmatch(word))


@cache
def _verbal(language: str) -> re.Pattern[str]:
    """Finds the words that negate a verb."""
    known = sorted(_page(language).verbal, key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{listed_words(known)})(?![^\W\d_])", re.IGNORECASE)


def _denials(bitext: Bitext, page: Negation, *, limited: bool) -> list[re.Match[str]]:
    """The words by which the source denies something: no idioms, no particle without its partner.

    "Not only" is no idiom where the target is ``limited``: it says "only" and no "not".
    """
    text = bitext.source
    idle = _spans(text, _unlimited(page) if limited else page.idioms)
    return [
        match
        for match in _verbal(bitext.pair.source).finditer(text)
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


def _excuses(bitext: Bitext, denials: list[re.Match[str]], own: Negation, other: Negation) -> int:
    """How many words of the target may say what ``denials`` say.

    They deny something else than a verb, render no such word of the source, and stand about where one of the
    ``denials`` does.
    """
    places = [denial.start() / len(bitext.source) for denial in denials]
    rendered = Counter(own.senses[word] for word in words(bitext.source) if word in own.senses)
    idle = _spans(bitext.target, _unlimited(other))
    count = 0
    for match in WORD.finditer(bitext.target):
        word = match.group().lower()
        if not _is_kin(word, other) or _within(match, idle):
            continue
        sense = other.senses.get(word, "")
        if rendered[sense]:
            rendered[sense] -= 1
        else:
            here = match.start() / len(bitext.target)
            count += min(abs(here - place) for place in places) * len(bitext.source) < _FAR
    return count


def _is_kin(word: str, page: Negation) -> bool:
    if word in page.kin:
        return word not in page.second
    return len(word) > _SHORT and word.startswith(page.stems) and not word.startswith(page.spared)


def _unlimited(page: Negation) -> list[str]:
    """The idioms that do not say "not only"."""
    return [idiom for idiom in page.idioms if page.limits.isdisjoint(idiom.split())]


def _spans(text: str, phrases: Iterable[str]) -> list[tuple[int, int]]:
    """Where ``phrases`` stand in ``text``, in any case of letters."""
    low = text.lower()
    if len(low) != len(text):
        return []
    found = (_phrase(phrase) for phrase in phrases if phrase.rpartition("…")[2] in low)
    return [match.span() for pattern in found for match in pattern.finditer(low)]


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    return re.compile(idiom_pattern(phrase))


def _within(match: re.Match[str], places: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in places)
