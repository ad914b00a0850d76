"""Phrases and codes that a placeholder broke."""

from __future__ import annotations

import pytest

from copydesk.numbers import repair
from copydesk.numbers.reading.grammar import grammar_of
from copydesk.numbers.repairing import completed
from copydesk.text.apply import apply


@pytest.mark.parametrize(
    ("broken", "language", "whole"),
    [
        ("Elle roule en XNUMXx4", "fr", "Elle roule en 4x4"),
        ("Elle roule en XNUMXxXNUMX", "fr", "Elle roule en 4x4"),
        ("Un 4xXNUMXblanc", "fr", "Un 4x4 blanc"),
        ("Elle consomme peu au XNUMX km", "fr", "Elle consomme peu au 100 km"),
        ("They answer 24/XNUMX", "en", "They answer 24/7"),
    ],
)
def test_a_phrase_is_made_whole(broken: str, language: str, whole: str) -> None:
    assert apply(broken, completed(broken, "", grammar_of(language))) == whole
    done = repair(broken, language, source="Texto sin cifras", source_language="es")
    assert done.text == whole
    assert "fixed phrase" in done.edits[0].evidence


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They answer XNUMX/XNUMX", "en"),
        ("Elle était sur son XNUMX", "fr"),
        ("Un 2xXNUMX", "fr"),
        ("Un relais 4xXNUMX0", "fr"),
        ("Rien", "fr"),
    ],
)
def test_what_may_be_another_number_is_left(text: str, language: str) -> None:
    assert completed(text, "", grammar_of(language)) == ()


def test_a_number_of_the_source_goes_before_the_phrase() -> None:
    done = repair("Le relais 4xXNUMX", "fr", source="El relevo 4x100", source_language="es")
    assert done.text == "Le relais 4x100"


def test_the_rest_of_the_text_is_restored_too() -> None:
    source = "Este coche de 90 caballos gasta 5,4 litros"
    broken = "Cette voiture de XNUMX chevaux consomme XNUMX litres aux XNUMX km"
    done = repair(broken, "fr", source=source, source_language="es")
    assert done.text == "Cette voiture de 90 chevaux consomme 5,4 litres aux 100 km"
    assert apply(broken, done.edits) == done.text


@pytest.mark.parametrize(
    ("source", "broken", "whole"),
    [
        ("Llame al 859-555-3680.", "Appelez le 859-XNUMX-3680.", "Appelez le 859-555-3680."),
        (
            "Está en http://x.example/7.0/file300.html y ya",
            "C'est à http://x.example/7.0/fileXNUMX.html déjà",
            "C'est à http://x.example/7.0/file300.html déjà",
        ),
        (
            "El expediente AP/SIN/187/2010 dice",
            "Le dossier AP/SIN/XNUMX/XNUMX dit",
            "Le dossier AP/SIN/187/2010 dit",
        ),
    ],
)
def test_codes_are_copied_from_the_source(source: str, broken: str, whole: str) -> None:
    assert repair(broken, "fr", source=source, source_language="es").text == whole


def test_two_codes_that_fit_copy_nothing() -> None:
    source = "Llame al 859-555-3680 o al 859-556-3680"
    assert completed("Appelez le 859-XNUMX-3680", source, grammar_of("fr")) == ()
