"""Likeness of names across languages."""

import pytest

from copydesk.text.fold import fold
from copydesk.verify.company import Kind, in_company, names_of
from copydesk.verify.spelling import alike, skeleton


@pytest.mark.parametrize(
    ("one", "two"),
    [("Bruselas", "Bruxelles"), ("Egipto", "Egypt"), ("Habana", "Havane"), ("Gladbach", "Moenchengladbach")],
)
def test_spellings_of_one_name_are_alike(one: str, two: str) -> None:
    assert alike(skeleton(fold(one)), [skeleton(fold(two))])


@pytest.mark.parametrize(("one", "two"), [("Larraga", "Montfort"), ("Sokol", "Petit"), ("Chad", "Quim")])
def test_different_names_are_not(one: str, two: str) -> None:
    assert not alike(skeleton(fold(one)), [skeleton(fold(two))])


def test_names_know_what_the_other_text_says_of_them_and_their_neighbours() -> None:
    text = "Lo firma Anna Sokol en La Haya."
    names = list(in_company(text, names_of(text, "es", "It is signed by Anna Petit in The Hague.", "en")))
    kinds = {name.text: name.kind for name in names}
    assert kinds["Anna"] is Kind.KEPT
    assert kinds["Sokol"] is Kind.ALONE
    assert kinds["Haya"] is Kind.KEPT  # an exonym
    assert next(name for name in names if name.text == "Sokol").tight == (Kind.KEPT,)


def test_a_word_that_both_texts_have_is_no_counterpart_of_another() -> None:
    names = names_of("Las tasas de Hong Kong.", "es", "The rates of Hong Ocean.", "en")
    assert {name.text: name.kind for name in names}["Kong"] is Kind.ALONE


@pytest.mark.parametrize(
    ("word", "acronym"), [("BCE", True), ("BoJ", True), ("Japón", False), ("DiMaggio", False)]
)
def test_few_letters_with_two_capitals_are_an_acronym(word: str, acronym: bool) -> None:
    (name,) = names_of(f"lo dice {word}", "es", "he says it", "en")
    assert name.acronym is acronym
