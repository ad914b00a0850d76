"""Translations into the wrong language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import KNOWN, facts
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context
from copydesk.verify.words import words

_SURE = 0.8
_ALONE = 4  # little words of another language that are enough where none of the target's are known


class WrongLanguage:
    """Finds targets whose little words are another language's; a classifier, if given, must agree.

    Counting little words costs microseconds and settles nearly all segments; only a suspect one is shown
    to the classifier.
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
        counts = [0] * len(KNOWN)
        table = _table()
        for word in words(bitext.target):
            for language in table.get(word, ()):
                counts[language] += 1
        best = max(counts)
        if best < self._margin:
            return
        found = KNOWN[counts.index(best)]
        own = counts[KNOWN.index(target)] if target in KNOWN else best - _ALONE
        if found == target or best - own < self._margin or best < 2 * own:
            return
        if self._classify is not None:
            vote = self._classify(bitext.target)
            if vote.language is None or vote.confidence < _SURE or vote.language.split("-")[0] == target:
                return
            found = vote.language
        yield self.card.finding(
            bitext,
            f"reads like {facts(found).name}, not {facts(bitext.pair.target).name}",
            target=(Span(0, len(bitext.target)),),
        )


@cache
def _table() -> dict[str, tuple[int, ...]]:
    table: dict[str, tuple[int, ...]] = {}
    for number, language in enumerate(KNOWN):
        for word in facts(language).prose.function_words:
            table[word] = (*table.get(word, ()), number)
    return table
