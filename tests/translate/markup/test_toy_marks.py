"""Marks put back by the attention of a real model: the toy Marian, whose adjectives change places."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from copydesk.data import Inline, Pair, Request, Span
from copydesk.translate.options import TranslateOptions
from copydesk.translate.translator import open_translator
from toy_marian import ADJECTIVES, NOUNS, pairs

ES_FR = Pair("es", "fr")
WORD = re.compile(r"\w+")
WANTED = 100


def spans(text: str) -> list[Span]:
    return [Span(*match.span()) for match in WORD.finditer(text)]


def turned(source: list[str]) -> list[int]:
    """Where each source word stands in the translation: adjective and noun change places."""
    places = list(range(len(source)))
    for n in range(1, len(source)):
        if source[n] in ADJECTIVES and source[n - 1] in NOUNS:
            places[n - 1], places[n] = n, n - 1
    return places


def marked(source: str, target: str, dice: random.Random) -> tuple[Inline, str]:
    """A mark over one or two words that stay together, and the text it should cover in ``target``."""
    here, there = spans(source), spans(target)
    places = turned([span.of(source) for span in here])
    while True:
        first = dice.randrange(len(here))
        last = min(len(here) - 1, first + dice.randrange(2))
        own = sorted(places[first : last + 1])
        if own[-1] - own[0] == last - first:
            inline = Inline(Span(here[first].start, here[last].end), "a", (("href", f"/{first}"),))
            return inline, Span(there[own[0]].start, there[own[-1]].end).of(target)


@pytest.mark.parametrize("name", ["ct2", "marian"])
def test_attention_places_at_least_95_in_100_right_and_loses_none(models_home: Path, name: str) -> None:
    dice = random.Random(5)
    rows = [(source, target, *marked(source, target, dice)) for source, target in pairs(150, seed=7)]
    with open_translator(TranslateOptions(engine=name, post_edit=False, lexicon=False, retry=False)) as desk:
        answers = desk.translate([Request(source, ES_FR, (inline,)) for source, _, inline, _ in rows])
    assert all(
        [(i.tag, i.attributes) for i in answer.inlines] == [(inline.tag, inline.attributes)]
        for answer, (_, _, inline, _) in zip(answers, rows, strict=True)
    )
    translated = [
        (answer.inlines[0].span.of(answer.text), wanted)
        for answer, (_, target, _, wanted) in zip(answers, rows, strict=True)
        if answer.text == target
    ][:WANTED]
    assert len(translated) == WANTED
    wrong = [f"{got!r}, wanted {wanted!r}" for got, wanted in translated if got != wanted]
    assert len(wrong) <= 0.05 * WANTED, wrong
