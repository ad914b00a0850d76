"""Source text that stands untranslated in the target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from copydesk.data import Bitext, Finding, Severity, Span
from copydesk.languages import facts
from copydesk.text.words import words
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_WORD = re.compile(r"(?:https?://|www\.)\S+|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWN = 3
"""Least words in a stretch left untranslated that are no names, addresses or words of the target too."""


class Copied:
    """Finds targets that are the source again, whole (an error) or over a long stretch (a warning)."""

    card = Card(
        id="copied",
        title="Source left untranslated",
        severity=Severity.ERROR,
        explains="The translation repeats the source, or many of its words in a row. Translate it.",
        passes=(
            Example("El alcalde no quiso responder.", "Le maire n'a pas voulu répondre."),
            Example("Inés Larraga-Conde, Cierzo Motor", "Inés Larraga-Conde, Cierzo Motor"),
            Example("Son de Soria, de Ávila, de Lugo.", "Ils sont de Soria, de Ávila, de Lugo."),
        ),
        fails=(
            Example("El alcalde no quiso responder.", "El alcalde no quiso responder."),
            Example(
                "Dijo que nadie sabe por qué cerraron la presa.",
                "Il a dit que nadie sabe por qué cerraron la presa.",
            ),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._least, self._run = context.options.copied_words, context.options.copied_run

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        if bitext.source == bitext.target:
            source = _WORD.findall(bitext.source)
            if len(source) >= self._least and _prose(source):
                whole = Span(0, len(bitext.target))
                yield self.card.finding(
                    bitext, "the translation is the source text", source=(whole,), target=(whole,)
                )
        elif run := self._longest_run(bitext):
            yield self.card.finding(
                bitext,
                f"left untranslated: {run.of(bitext.target)}",
                severity=Severity.WARNING,
                target=(run,),
            )

    def _longest_run(self, bitext: Bitext) -> Span | None:
        source, target, size = bitext.source, bitext.target, self._run
        if not _may_share(source, target, size):
            return None
        wanted, got = _WORD.findall(source), _WORD.findall(target)
        known = set(zip(*(wanted[n:] for n in range(size)), strict=False))
        hits = [
            n for n, gram in enumerate(zip(*(got[n:] for n in range(size)), strict=False)) if gram in known
        ]
        if not hits:
            return None
        first = last = hits[0]
        for hit in hits[1:]:
            if hit != last + 1:
                break
            last = hit
        little = facts(bitext.pair.target).prose.function_words
        own = [word for word in got[first : last + size] if word.lower() not in little and "/" not in word]
        if not _prose(own) or sum(word[0].islower() for word in own) < _OWN:
            return None
        places = [match.span() for match in islice(_WORD.finditer(target), last + size)]
        return Span(places[first][0], places[-1][1])


def _may_share(source: str, target: str, size: int) -> bool:
    """Whether ``size`` words of ``target`` in a row stand in ``source`` at all: a cheap test."""
    known = frozenset(words(source))
    return b"\x01" * size in bytes(map(known.__contains__, words(target)))


def _prose(tokens: list[str]) -> bool:
    """Whether half of the words or more are in lower case: no list of names or titles."""
    return sum(token[0].islower() for token in tokens) * 2 >= len(tokens)
