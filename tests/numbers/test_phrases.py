"""Fixed phrases that a placeholder broke."""

from __future__ import annotations

import pytest

from copydesk.numbers import repair
from copydesk.numbers.lexicon import lexicon
from copydesk.numbers.phrases import completed
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
    assert apply(broken, completed(broken, lexicon(language))) == whole
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
    assert completed(text, lexicon(language)) == ()


def test_a_number_of_the_source_goes_before_the_phrase() -> None:
    done = repair("Le relais 4xXNUMX", "fr", source="El relevo 4x100", source_language="es")
    assert done.text == "Le relais 4x100"


def test_the_rest_of_the_text_is_restored_too() -> None:
    source = "Este coche de 90 caballos gasta 5,4 litros"
    broken = "Cette voiture de XNUMX chevaux consomme XNUMX litres aux XNUMX km"
    done = repair(broken, "fr", source=source, source_language="es")
    assert done.text == "Cette voiture de 90 chevaux consomme 5,4 litres aux 100 km"
    assert apply(broken, done.edits) == done.text
