"""Source text that stands untranslated in the target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from copydesk.data import Bitext, BlockRole, Finding, Severity, Span, primary
from copydesk.languages import facts
from copydesk.text.frequent import only_in, peculiar
from copydesk.text.words import word_set, words
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_WORD = re.compile(r"(?:https?://|www\.)\S+|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HEADINGS = frozenset({BlockRole.HEADLINE, BlockRole.HEADING})
_SHORT = 3
_RARELY, _NEVER = 5, 30
"""How much oftener a word is said in the source's language: names that are words have capitals throughout."""

_OWN = 3
"""Least words in a stretch left untranslated that are no names, addresses or words of the target too."""


class Copied:
    """Finds targets that are the source again, whole (an error) or over a long stretch (a warning).

    Names may stay, so a string of few words, or of capitals, counts only (as a warning, in headings as an
    error) where most of its words are said in the source's language and not in the target's; so do two words
    like that within a translation.
    """

    card = Card(
        id="copied",
        title="Source left untranslated",
        severity=Severity.ERROR,
        risk=500,
        explains="The translation repeats the source, or many of its words in a row. Translate it.",
        passes=(
            Example("El alcalde no quiso responder.", "Le maire n'a pas voulu répondre."),
            Example("Inés Larraga-Conde, Cierzo Motor", "Inés Larraga-Conde, Cierzo Motor"),
            Example("Deutsche Bank", "Deutsche Bank", "de-es"),
            Example("Email", "Email", "en-fr"),
            Example("Son de Soria, de Ávila, de Lugo.", "Ils sont de Soria, de Ávila, de Lugo."),
        ),
        fails=(
            Example("El alcalde no quiso responder.", "El alcalde no quiso responder."),
            Example(
                "Dijo que nadie sabe por qué cerraron la presa.",
                "Il a dit que nadie sabe por qué cerraron la presa.",
            ),
            Example("Breaking news", "Breaking news", "en-fr"),
            Example("Guardar cambios", "Guardar cambios", "es-de"),
            Example("Read the latest stories", "READ THE LATEST STORIES", "en-es"),
            Example("The latest stories said nothing.", "Les latest stories n'ont rien dit.", "en-fr"),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._least, self._run = context.options.copied_words, context.options.copied_run

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        if bitext.source.lower() == bitext.target.lower():
            source = _WORD.findall(bitext.source)
            whole = Span(0, len(bitext.target))
            if bitext.source == bitext.target and len(source) >= self._least and _prose(source):
                yield self.card.finding(
                    bitext, "the translation is the source text", source=(whole,), target=(whole,)
                )
            elif _is_foreign(bitext, source):
                yield self.card.finding(
                    bitext,
                    f"left untranslated: {bitext.target}",
                    severity=Severity.ERROR if bitext.role in _HEADINGS else Severity.WARNING,
                    source=(Span(0, len(bitext.source)),),
                    target=(whole,),
                )
        elif run := self._run_of(bitext):
            yield self.card.finding(
                bitext,
                f"left untranslated: {run.of(bitext.target)}",
                severity=Severity.WARNING,
                target=(run,),
            )

    def _run_of(self, bitext: Bitext) -> Span | None:
        """Words of the source in a row; where words of both texts stand is told first, and spares most."""
        shared = word_set(bitext.source).__contains__
        stands = bytes(map(shared, words(bitext.target)))
        if b"\x01" * self._run in stands and (run := self._longest_run(bitext)):
            return run
        return _strange_pair(bitext) if b"\x01\x01" in stands else None

    def _longest_run(self, bitext: Bitext) -> Span | None:
        source, target, size = bitext.source, bitext.target, self._run
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


def _is_foreign(bitext: Bitext, tokens: list[str]) -> bool:
    """Whether most words of a short string are the source language's own."""
    own, other = bitext.pair.source, bitext.pair.target
    if primary(own) == primary(other) or not tokens:
        return False
    oftener = _RARELY if any(token.islower() for token in tokens[1:]) else _NEVER
    little = facts(own).prose.function_words - facts(other).prose.function_words
    strange = [
        t
        for t in tokens
        if t.lower() in little or peculiar(t, own, other, oftener=oftener) or only_in(t, own, other)
    ]
    telling = any(len(t) > _SHORT and t.lower() not in little for t in strange)
    return telling and 2 * len(strange) > len(tokens)


def _strange_pair(bitext: Bitext) -> Span | None:
    """Two words of the source in a row, in small letters, that the target's language does not have."""
    own, other = bitext.pair.source, bitext.pair.target
    if primary(own) == primary(other):
        return None
    shared = word_set(bitext.source) & word_set(bitext.target)
    strange = [word for word in shared if len(word) > _SHORT and peculiar(word, own, other)]
    if len(shared) < 2 or not strange:
        return None
    before: re.Match[str] | None = None
    for match in _WORD.finditer(bitext.target):
        word = match.group()
        if word not in strange:
            before = None
        elif before is not None and f"{before.group()} {word}" in bitext.source:
            return Span(before.start(), match.end())
        else:
            before = match
    return None


def _prose(tokens: list[str]) -> bool:
    """Whether half of the words or more are in lower case: no list of names or titles."""
    return sum(token[0].islower() for token in tokens) * 2 >= len(tokens)
