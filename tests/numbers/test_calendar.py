"""What the calendar allows in a place."""

from __future__ import annotations

import pytest

from copydesk.numbers import repair


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
