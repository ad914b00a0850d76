"""Translations into the wrong language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import KNOWN, facts
from copydesk.text.words import words
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_SURE = 0.8
_SURER = 0.95  # where no little words of another language speak for it
_ALONE = 4  # little words of another language that are enough where none of the target's are known


class WrongLanguage:
    """Finds targets whose little words are another language's; a classifier, if given, must agree.

    Counting little words costs microseconds and settles nearly all segments; only a suspect one is shown
    to the classifier. So is one with hardly any little word that is its language's and not the source's.
    """

    card = Card(
        id="wrong-language",
        title="Wrong language",
        severity=Severity.ERROR,
        explains="The translation reads like another language than the one wanted. Translate it again.",
        passes=(
            Example("No quiso decir por qué se fue.", "Il n'a pas voulu dire pourquoi il est parti."),
            Example("Vive en Los Ángeles.", "Elle habite Los Angeles."),
        ),
        fails=(
            Example("No quiso decir por qué se fue.", "He did not want to say why he had left them."),
            Example("He did not want to say why.", "Il n'a pas voulu dire pourquoi il est parti.", "en-es"),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._classify = context.classify
        self._margin = context.options.language_margin

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        target = bitext.pair.target.split("-")[0].lower()
        tokens = words(bitext.target)
        found = _suspect(tokens, target, self._margin)
        if found is None and not (self._classify and _poor(tokens, target, bitext.pair.source)):
            return
        if self._classify is not None:
            vote = self._classify(bitext.target)
            if vote.language is None or vote.confidence < _SURE or vote.language.split("-")[0] == target:
                return
            if found is None and vote.confidence < _SURER:
                return
            found = vote.language
        yield self.card.finding(
            bitext,
            f"reads like {facts(found or target).name}, not {facts(bitext.pair.target).name}",
            target=(Span(0, len(bitext.target)),),
        )


def _poor(tokens: Sequence[str], target: str, source: str) -> bool:
    """Whether a text of some length has next to no little word that is the target's alone."""
    own = _own_words(target, source)
    return bool(own) and len(tokens) >= 5 and sum(map(own.__contains__, tokens)) * 12 <= len(tokens)


@cache
def _own_words(target: str, source: str) -> frozenset[str]:
    own = facts(target).prose.function_words
    return own - facts(source).prose.function_words if source.split("-")[0] != target else own


@cache
def _foreign_words(target: str) -> frozenset[str]:
    """The little words of all languages that are not ``target``'s too."""
    own = facts(target).prose.function_words
    return frozenset().union(*(facts(language).prose.function_words for language in KNOWN)) - own


def _suspect(tokens: Sequence[str], target: str, margin: int) -> str | None:
    """The language with the most little words, if they are ``margin`` more than the target's own.

    Words that both languages have count for neither; of the rest, two thirds must be the other's.
    """
    own = facts(target).prose.function_words
    least = margin if own else _ALONE
    if sum(map(_foreign_words(target).__contains__, tokens)) < least:
        return None  # spares most texts the careful look
    most = sum(map(own.__contains__, tokens)) + least
    found = None
    for language in KNOWN:
        little = facts(language).prose.function_words
        count = sum(map(little.__contains__, tokens))
        if count >= most and language != target:
            theirs = sum(word not in own for word in tokens if word in little)
            ours = sum(word not in little for word in tokens if word in own)
            if theirs >= 2 * ours:
                most, found = count + 1, language
    return found
