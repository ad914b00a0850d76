"""Realistic errors of numbers and codes, each put into one pair at a time."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from copydesk.data import Bitext, Glossary, Inline, NumberKind, NumberMention, Span
from copydesk.languages import facts
from copydesk.languages.signs import CURRENCY_SIGNS, UNIT_SIGNS
from copydesk.numbers import read
from copydesk.numbers.units import dimension
from copydesk.text.terms import find_terms


@dataclass(frozen=True, slots=True)
class Pool:
    """What mutations borrow from other pairs: their texts, and names that both sides share."""

    pairs: Sequence[Bitext] = ()
    names: Sequence[str] = ()
    glossary: Glossary = field(default_factory=Glossary)


Mutation = Callable[[Bitext, random.Random, Pool], Bitext | None]
"""The pair with one error, or None where the class finds nothing to break. Deterministic by the dice."""

_NO_FIGURES = frozenset({NumberKind.PLACEHOLDER, NumberKind.REGNAL})


def number_changed(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """One digit of a figure becomes another."""
    del pool
    mention = _figure(bitext, dice)
    if mention is None:
        return None
    places = [at for at in range(mention.span.start, mention.span.end) if bitext.target[at] in "0123456789"]
    at = dice.choice(places)
    digit = str((int(bitext.target[at]) + dice.randrange(1, 9)) % 10)
    return _written(bitext, Span(at, at + 1), digit)


def number_swapped(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """Two figures of the target change places."""
    del pool
    found = [m for m in _figures(bitext) if m.value and m.value.values]
    pairs = [
        (a, b) for i, a in enumerate(found) for b in found[i + 1 :]
        if a.value and b.value and a.value.values != b.value.values and _digits(a) != _digits(b)
    ]  # fmt: skip
    if not pairs:
        return None
    first, second = dice.choice(pairs)
    own, other = _digit_span(bitext.target, first), _digit_span(bitext.target, second)
    text = bitext.target
    changed = (
        text[: own.start] + other.of(text) + text[own.end : other.start] + own.of(text) + text[other.end :]
    )
    return replace(bitext, target=changed)


def number_dropped(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """A figure goes, and the space behind it; not that of a code, whose letters stay (MP3 player)."""
    del pool
    mention = _figure(bitext, dice)
    if mention is None:
        return None
    text = bitext.target
    span = _digit_span(text, mention)
    parted = span.start == 0 or not text[span.start - 1].isalpha()
    spaced = text[span.end : span.end + 1] in (" ", "\u00a0", "\u202f")
    return _written(bitext, Span(span.start, span.end + (parted and spaced)), "")


def placeholder(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """A figure becomes a mark, as careless masking leaves it."""
    del pool
    mention = _figure(bitext, dice)
    if mention is None:
        return None
    span = _digit_span(bitext.target, mention)
    glued = bitext.target[span.end : span.end + 1].isalpha()
    mark = dice.choice(("XNUMX", "XNUMXX", "{0}", "<NUM>", "__NUM__") + (() if glued else ("%s",)))
    return _written(bitext, span, mark)


def unit_changed(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """A unit or currency after a figure becomes another of the language, which means something else."""
    del pool
    page = facts(bitext.pair.target).numerals
    tables: tuple[Mapping[str, str], ...] = (
        {**page.currencies, **CURRENCY_SIGNS},
        {**page.units, **UNIT_SIGNS},
    )
    for mention in _figures(bitext):
        unit = mention.value.unit if mention.value else ""
        for table in tables:
            if unit not in table.values():
                continue
            words = [w for w, code in table.items() if code == unit and w in mention.surface.lower()]
            others = [
                w for w, code in table.items()
                if code != unit and w.isalpha() and len(w) > 3
                and (dimension(code) or code in ("EUR", "USD", "GBP"))
            ]  # fmt: skip
            if words and others:
                word = max(words, key=len)
                at = bitext.target.lower().find(word, mention.span.start)
                return _written(bitext, Span(at, at + len(word)), dice.choice(others))
    return None


def tag_lost(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """A link or emphasis of the source is missing; where the source has none, both sides get one first."""
    del pool
    if bitext.target_inlines:
        gone = dice.randrange(len(bitext.target_inlines))
        return replace(
            bitext, target_inlines=bitext.target_inlines[:gone] + bitext.target_inlines[gone + 1 :]
        )
    words = list(re.finditer(r"\w+", bitext.source))
    if bitext.source_inlines or not words:
        return None
    word = dice.choice(words)
    inline = Inline(Span(*word.span()), "a", (("href", "https://example.org/"),))
    return replace(bitext, source_inlines=(inline,))


def term_replaced(bitext: Bitext, dice: random.Random, pool: Pool) -> Bitext | None:
    """A glossary term becomes the translation of another term."""
    found = [t for _, t in find_terms(bitext.source, pool.glossary, bitext.pair) if t.target in bitext.target]
    others = [t.target for t in pool.glossary.terms if t.target not in bitext.target]
    if not found or not others:
        return None
    term = dice.choice(found)
    return replace(bitext, target=bitext.target.replace(term.target, dice.choice(others)))


def _figures(bitext: Bitext) -> list[NumberMention]:
    return [
        m for m in read(bitext.target, bitext.pair.target)
        if m.kind not in _NO_FIGURES and any(c in "0123456789" for c in m.surface)
    ]  # fmt: skip


def _figure(bitext: Bitext, dice: random.Random) -> NumberMention | None:
    found = _figures(bitext)
    return dice.choice(found) if found else None


def _digits(mention: NumberMention) -> str:
    return "".join(char for char in mention.surface if char.isdigit())


def _digit_span(text: str, mention: NumberMention) -> Span:
    """The first figure of the mention, without its unit."""
    match = re.search(r"\d(?:[\d.,\u00a0\u202f ]*\d)?", text[mention.span.start : mention.span.end])
    if match is None:
        return mention.span
    return Span(mention.span.start + match.start(), mention.span.start + match.end())


def _written(bitext: Bitext, span: Span, text: str) -> Bitext:
    target = bitext.target
    return replace(bitext, target=target[: span.start] + text + target[span.end :])
