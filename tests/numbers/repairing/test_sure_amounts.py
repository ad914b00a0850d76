"""Words that say a number for sure."""

from __future__ import annotations

import pytest

from copydesk.numbers.comparing.implicit_numbers import implicit_numbers
from copydesk.numbers.reading import number_tokens
from copydesk.numbers.reading.grammar import grammar_of
from copydesk.numbers.repairing.fit_slot import sure_amounts


def said(source: str, language: str, translation: str = "", other: str = "fr") -> list[tuple[str, str]]:
    known = grammar_of(language)
    read = [mark for mark in number_tokens(source, known) if not mark.implicit]
    words = sure_amounts(source, known, read, implicit_numbers(translation, grammar_of(other)))
    return [(f"{word.values[0]:f}", word.unit) for word in words]


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        ("hace medio siglo", "es", [("50", "year")]),
        ("año y medio", "es", [("18", "month")]),
        ("mide un metro", "es", [("1", "m")]),
        ("el trienio", "es", [("3", "year")]),
        ("una década", "es", [("10", "")]),
        ("plus d'un millier de cas", "fr", [("1000", "")]),
        ("el uno de octubre", "es", [("1", "")]),
        ("a la una de la tarde", "es", [("1", "")]),
        ("el rey Pedro I", "es", [("1", "")]),
        ("un gato y ambos perros", "es", []),
        ("millones de gatos", "es", []),
        ("tres décadas", "es", []),
    ],
)
def test_words_that_are_enough(source: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert said(source, language) == expected


def test_what_the_translation_says_in_words_is_left_out() -> None:
    assert said("hace medio siglo", "es", "il y a un demi-siècle") == []
    assert said("medio siglo y medio siglo", "es", "un demi-siècle") != []


def test_too_many_are_none() -> None:
    assert said("un metro, " * 40, "es") == []
