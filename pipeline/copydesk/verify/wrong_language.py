"""Translations into the wrong language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from copydesk.data import Bitext, Finding, Severity, Span, primary
from copydesk.languages import CHECKED, KNOWN, facts
from copydesk.languages.cldr import script
from copydesk.text.script import in_script, is_known, script_of
from copydesk.text.words import words
from copydesk.verify.base import Card, Example
from copydesk.verify.context import Context

_SURE = 0.8
_SURER = 0.95  # where no little words of another language speak for it
_LETTERS = 20  # of a text whose script counts
_STRANGE = re.compile(r"[^\W\d_a-zA-ZªºÀ-ɏḀ-ỿ]{2}")
"""Letters that are not Latin."""


class WrongLanguage:
    """Finds targets in another script, or whose little words are another language's.

    Counting little words costs microseconds and settles nearly all segments; a suspect one, or one with
    hardly any little word that is its language's and not the source's, is shown to a classifier, if one is
    given, which must know the target's language and agree. Of a language whose little words nobody has listed
    only the script is judged.
    """

    card = Card(
        id="wrong-language",
        title="Wrong language",
        severity=Severity.ERROR,
        risk=600,
        explains="The translation reads like another language than the one wanted. Translate it again.",
        passes=(
            Example("No quiso decir por qué se fue.", "Il n'a pas voulu dire pourquoi il est parti."),
            Example("Vive en Los Ángeles.", "Elle habite Los Angeles."),
            Example("He did not say why they had left.", "Hij zei niet waarom ze waren vertrokken.", "en-nl"),
            Example("He did not say why they had left.", "Non dixo por que marcharan da casa.", "en-gl"),
            Example("He did not say why they had left.", "Neřekl, proč odešli a co se stalo.", "en-cs"),
            Example("Windows 11 Home and Office", "Windows 11 Home and Office", "en-uk"),
        ),
        fails=(
            Example("No quiso decir por qué se fue.", "He did not want to say why he had left them."),
            Example("He did not want to say why.", "Il n'a pas voulu dire pourquoi il est parti.", "en-es"),
            Example("He did not say why they had left.", "Er sagte nicht, warum sie gegangen sind.", "en-nl"),
            Example("He did not say why they had left.", "Er sagte nicht, warum sie gingen.", "en-uk"),
            Example("He did not say why they had left.", "Он не сказал, почему они ушли.", "en-ja"),
        ),
    )

    def __init__(self, context: Context) -> None:
        self._classify = context.classify
        self._margin = context.options.language_margin

    def find(self, bitext: Bitext) -> Iterator[Finding]:
        """At most one finding."""
        target = primary(bitext.pair.target)
        tokens = words(bitext.target)
        if other := _strange_script(bitext.target, tokens, bitext.pair.target):
            yield self._finding(bitext, f"is written in {other}, not in {_script(bitext.pair.target)}")
            return
        if not facts(target).prose.function_words:
            return
        found = _suspect(tokens, target, self._margin)
        if found is None and not (self._classify and _poor(tokens, target, bitext.pair.source)):
            return
        if self._classify is not None:
            vote = self._classify(bitext.target, target)
            if vote.language is None or vote.confidence < _SURE or primary(vote.language) == target:
                return
            if found is None and vote.confidence < _SURER:
                return
            found = vote.language
        names = (facts(found or target).name, facts(bitext.pair.target).name)
        yield self._finding(bitext, f"reads like {names[0]}, not {names[1]}")

    def _finding(self, bitext: Bitext, message: str) -> Finding:
        return self.card.finding(bitext, message, target=(Span(0, len(bitext.target)),))


def _script(tag: str) -> str:
    """The script of a BCP 47 tag: the one it names, else the usual one of its language."""
    named = next((part.title() for part in tag.split("-")[1:] if len(part) == 4 and part.isalpha()), "")
    return named or script(primary(tag))


def _strange_script(text: str, tokens: Sequence[str], tag: str) -> str | None:
    """The script of running text that has next to no letter of the one its language is written in."""
    wanted = _script(tag)
    if not is_known(wanted) or (wanted == "Latn" and not _STRANGE.search(text)):
        return None
    if in_script(text, wanted) > 1 - _SURE or sum(map(len, tokens)) < _LETTERS:
        return None
    found = script_of(text)
    small = sum(word.islower() for word in re.findall(r"[^\W\d_]+", text)) * 2 > len(tokens)
    return found if found and (small or found in ("Hani", "Kana", "Hang", "Arab", "Hebr", "Deva")) else None


def _poor(tokens: Sequence[str], target: str, source: str) -> bool:
    """Whether a text of some length has next to no little word that is the target's alone."""
    own = _own_words(target, source)
    return bool(own) and len(tokens) >= 5 and sum(map(own.__contains__, tokens)) * 12 <= len(tokens)


@cache
def _own_words(target: str, source: str) -> frozenset[str]:
    own = facts(target).prose.function_words
    return own - facts(source).prose.function_words if primary(source) != target else own


@cache
def _speakers() -> Mapping[str, tuple[str, ...]]:
    """The languages that each little word is one of."""
    found: dict[str, tuple[str, ...]] = {}
    for language in (*KNOWN, *CHECKED):
        for word in facts(language).prose.function_words:
            found[word] = (*found.get(word, ()), language)
    return found


@cache
def _foreign_words(target: str) -> frozenset[str]:
    """The little words of all languages that are not ``target``'s too."""
    return frozenset(_speakers()) - facts(target).prose.function_words


def _suspect(tokens: Sequence[str], target: str, margin: int) -> str | None:
    """The language with the most little words, if they are ``margin`` more than the target's own.

    Words that both languages have count for neither; of the rest, two thirds must be the other's.
    """
    if sum(map(_foreign_words(target).__contains__, tokens)) < margin:
        return None  # spares most texts the careful look
    own, speakers = facts(target).prose.function_words, _speakers()
    counts: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    for word in tokens:
        languages = speakers.get(word, ())
        counts.update(languages)
        if word in own:
            shared.update(languages)
    least = counts[target] + margin
    for language, count in counts.most_common():
        if count < least:
            break
        if count - shared[language] >= 2 * (counts[target] - shared[language]):
            return language
    return None
