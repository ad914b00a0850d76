"""Numbers that changed places without a mark."""

from __future__ import annotations

import pytest

from copydesk.numbers import repair


def mended(source: str, broken: str, language: str = "fr") -> str:
    return repair(broken, language, source=source, source_language="es").text


def test_names_beside_the_numbers_prove_an_exchange() -> None:
    source = "Vinieron 40 alumnos de Madrid y 60 de Barcelona"
    broken = "Sont venus 60 élèves de Madrid et 40 de Barcelone"
    assert mended(source, broken) == "Sont venus 40 élèves de Madrid et 60 de Barcelone"


def test_the_order_of_neighbours_proves_none() -> None:
    broken = "30 chats et 12 chiens"
    assert mended("12 gatos y 30 perros", broken) == broken


def test_a_number_set_against_another_may_be_turned_round() -> None:
    source = "El hotel de Madrid no pidió 25 sino 15 por ciento"
    turned = "The Madrid hotel asked for 15 percent instead of 25 percent"
    assert mended(source, turned, "en") == turned


def test_a_number_in_words_cannot_have_been_exchanged() -> None:
    source = "La cesta de Madrid superó en 91 euros el límite de diez mil euros"
    turned = "Madrid's basket exceeded the limit of 10,000 euros by 91 euros"
    assert mended(source, turned, "en") == turned


@pytest.mark.parametrize(
    ("source", "broken", "clean"),
    [
        ("Nació el 14 de mayo de 2005 en Lima", "Né le 2005 mai 14 à Lima", "Né le 14 mai 2005 à Lima"),
        (
            "Preguntó a 1.001 personas el 7 y 8 de noviembre",
            "Les 1001 et 8 novembre on a questionné 7 personnes",
            "Les 7 et 8 novembre on a questionné 1001 personnes",
        ),
    ],
)
def test_a_day_that_cannot_be_is_put_right(source: str, broken: str, clean: str) -> None:
    assert mended(source, broken) == clean


@pytest.mark.parametrize(
    ("source", "broken", "clean"),
    [
        ("En 2008 entregó 215 aviones", "En 215 elle a livré 2008 avions", "En 2008 elle a livré 215 avions"),
        (
            "Sube un 0,7 por ciento desde el primero de marzo",
            "Une hausse de 1 pour cent depuis le 0,7er mars",
            "Une hausse de 0,7 pour cent depuis le 1er mars",
        ),
    ],
)
def test_kinds_that_fit_better_the_other_way_round_count(source: str, broken: str, clean: str) -> None:
    assert mended(source, broken) == clean
    assert mended(source, clean) == clean


def test_exchanges_with_several_ways_back_are_flagged() -> None:
    source = "71 valores suben, 228 bajan y 79 siguen igual"
    broken = "228 valeurs montent, 71 baissent et 79 restent"
    done = repair(broken, "fr", source=source, source_language="es")
    assert done.text == broken
    assert [finding.target[0].of(broken) for finding in done.findings] == ["71", "228"]
