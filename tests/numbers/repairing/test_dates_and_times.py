"""What the calendar allows in a place."""

from __future__ import annotations

import pytest

from copydesk.numbers import repair
from copydesk.numbers.reading.grammar import grammar_of
from copydesk.numbers.repairing.dates_and_times import no_day


@pytest.mark.parametrize(
    ("source", "broken", "language", "clean"),
    [
        (
            "El festival es del 8 al 10 de agosto en una granja de 500 acres",
            "The festival on a farm of XNUMX acres is from the XNUMXth to the XNUMXth August",
            "en",
            "The festival on a farm of 500 acres is from the 8th to the 10th August",
        ),
        (
            "El 1 de abril de 2007, a la edad de 34 años",
            "À l'âge de XNUMX ans, le 1er avril 34",
            "fr",
            "À l'âge de 34 ans, le 1er avril 2007",
        ),
        (
            "Desde 1950 solo diez tormentas llegaron a 320 kilómetros",
            "Only ten storms came within XNUMX kilometres since XNUMX",
            "en",
            "Only ten storms came within 320 kilometres since 1950",
        ),
        (
            "Hasta el año 2030 será el n.º 1 del mundo",
            "No.XNUMX of the world by XNUMX",
            "en",
            "No.1 of the world by 2030",
        ),
        (
            "La agresión de los años 80 se vio en seis cadenas",
            "Sur XNUMX chaînes on a vu l'agression des années XNUMX",
            "fr",
            "Sur 6 chaînes on a vu l'agression des années 80",
        ),
        (
            "El sábado 29 de septiembre de 2018 a las 19:00",
            "At XNUMX p.m., Saturday, September XNUMX, XNUMX",
            "en",
            "At 7 p.m., Saturday, September 29, 2018",
        ),
    ],
)
def test_no_day_is_the_five_hundredth_and_nobody_2007_years_old(
    source: str, broken: str, language: str, clean: str
) -> None:
    assert repair(broken, language, source=source, source_language="es").text == clean


def test_a_year_may_count_years_after_its_cue() -> None:
    done = repair(
        "Jusqu'en XNUMX année électorale", "fr", source="Hasta 2013, año electoral", source_language="es"
    )
    assert done.text == "Jusqu'en 2013 année électorale"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("le 2005 mai 14", "fr", True),
        ("the 40th of May", "en", True),
        ("les 1001 et 8 novembre", "fr", True),
        ("le 14 mai 2005", "fr", False),
        ("5,000 may come in 2008 march past", "en", False),
        ("100.8 in August", "en", False),
    ],
)
def test_impossible_days_are_seen(text: str, language: str, expected: bool) -> None:
    assert no_day(text, grammar_of(language)) is expected
