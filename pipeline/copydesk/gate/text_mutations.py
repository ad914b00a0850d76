"""Realistic errors of words: negations, names, sentences, quotations, languages."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Bitext, Glossary
from copydesk.gate.form_mutations import (
    inconsistent,
    name_role,
    negation_words,
    question,
    quote_lost,
    short_untranslated,
    variable,
)
from copydesk.gate.mutations import (
    Mutation,
    Pool,
    number_changed,
    number_dropped,
    number_swapped,
    placeholder,
    tag_lost,
    term_replaced,
    unit_changed,
)
from copydesk.languages import facts
from copydesk.text.fold import fold

_NAME = re.compile(r"(?<=[^\W\d_,;] )[A-ZÀ-ÖØ-Þ][^\W\d_]{3,}\b")
_QUOTES = re.compile(r'[«»“”"]')
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÀ-ÖØ-Þ])")
_POOL = 5000
_SHORTEST = 30  # characters of a sentence whose coming or going counts


def negation_dropped(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """The only negation of the target goes; where the source denies nothing, there is none to drop."""
    del dice, pool
    page, own = facts(bitext.pair.target).negation, facts(bitext.pair.source).negation
    words = set(re.findall(r"[^\W\d_]+", bitext.source.lower()))
    if not words & own.verbal:
        return None
    for pattern, text in page.drops:
        if len(re.findall(pattern, bitext.target)) == 1:
            return replace(bitext, target=re.sub(pattern, text, bitext.target, count=1))
    return None


def name_swapped(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """A name that both texts share becomes another of the same corpus."""
    found = [m for m in _NAME.finditer(bitext.target) if _is_shared_name(m.group(), bitext)]
    if not found or not pool.names:
        return None
    match = dice.choice(found)
    other = dice.choice(pool.names)
    if other in bitext.target or other in bitext.source:
        return None
    target = bitext.target[: match.start()] + other + bitext.target[match.end() :]
    return replace(bitext, target=target)


def sentence_omitted(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """One sentence of several goes. A pair of one sentence is read as a paragraph with another pair first."""
    own, other = _SENTENCE.split(bitext.source), _SENTENCE.split(bitext.target)
    if len(own) != len(other):
        return None
    if len(other) < 2:
        added = dice.choice(pool.pairs) if pool.pairs else bitext
        if added.source == bitext.source or min(len(added.target), len(bitext.target)) < _SHORTEST:
            return None
        bitext = replace(bitext, source=f"{bitext.source} {added.source}", source_inlines=())
        other = [bitext.target, added.target]
    gone = dice.randrange(len(other))
    kept = other[:gone] + other[gone + 1 :]
    return replace(bitext, target=" ".join(kept), target_inlines=())


def sentence_added(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """A sentence of another segment follows."""
    others = dice.choice(pool.pairs) if pool.pairs else bitext
    other = _SENTENCE.split(others.target)[0]
    if (
        not bitext.target
        or len(other) < _SHORTEST
        or other in bitext.target
        or bitext.target[-1] not in ".!?"
    ):
        return None
    return replace(bitext, target=f"{bitext.target} {other}")


def quote_moved(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """One mark of a quotation moves by four to eight words, within the segment."""
    del pool
    places = [m.start() for m in _QUOTES.finditer(bitext.target)]
    if len(places) != 2 or len(_QUOTES.findall(bitext.source)) != 2:
        return None
    words = [m.span() for m in re.finditer(r"\S+", bitext.target)]
    moves: list[str] = []
    for which, at in enumerate(places):
        text = bitext.target[:at] + bitext.target[at + 1 :]
        spots = [start if which == 0 else end for start, end in words]
        spots = [spot - (spot > at) for spot in spots]
        near = min(range(len(spots)), key=lambda n: abs(spots[n] - at))
        for step in (*range(-8, -3), *range(4, 9)):
            if 0 <= near + step < len(spots):
                spot = spots[near + step]
                other = places[1 - which] - (which == 0)
                if (spot < other) == (which == 0) and spot != other:
                    moves.append(text[:spot] + bitext.target[at] + text[spot:])
    return replace(bitext, target=dice.choice(moves)) if moves else None


def wrong_language(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """The target is in the source's language: the source itself, or as often another source text."""
    words = re.findall(r"[^\W\d_]+", bitext.source)
    if len(words) < 6 or bitext.pair.source == bitext.pair.target:
        return None
    if dice.random() < 0.5 or not pool.pairs:
        return replace(bitext, target=bitext.source)
    other = dice.choice(pool.pairs).source
    return replace(bitext, target=other) if len(re.findall(r"[^\W\d_]+", other)) >= 6 else None


CLASSES: dict[str, Mutation] = {
    "number-changed": number_changed,
    "number-swapped": number_swapped,
    "number-dropped": number_dropped,
    "placeholder": placeholder,
    "unit-changed": unit_changed,
    "negation-dropped": negation_dropped,
    "name-swapped": name_swapped,
    "sentence-omitted": sentence_omitted,
    "sentence-added": sentence_added,
    "quote-moved": quote_moved,
    "tag-lost": tag_lost,
    "wrong-language": wrong_language,
    "term-replaced": term_replaced,
    "negation-words": negation_words,
    "name-role": name_role,
    "variable": variable,
    "quote-lost": quote_lost,
    "question": question,
    "short-untranslated": short_untranslated,
    "inconsistent": inconsistent,
}
"""The classes of mutations, by name."""


OVER_ALL = frozenset({"inconsistent"})
"""Classes whose mutants stand beside the good pair."""


def pool_of(pairs: Sequence[Bitext], glossary: Glossary) -> Pool:
    """What mutations may borrow: the first pairs, and the names that both of their sides write alike."""
    names = {
        match.group()
        for pair in pairs[:_POOL]
        for match in _NAME.finditer(pair.target)
        if _is_shared_name(match.group(), pair)
    }
    return Pool(tuple(pairs[:_POOL]), tuple(sorted(names)), glossary)


def _is_shared_name(word: str, bitext: Bitext) -> bool:
    """Whether both texts have the word as a whole, and neither language knows it as a translated one."""
    common = facts(bitext.pair.source).names.common | facts(bitext.pair.target).names.common
    return fold(word) not in common and re.search(rf"\b{word}\b", bitext.source) is not None
