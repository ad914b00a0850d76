"""What a difference is worth: an error, a warning or a note."""

import pytest

from copydesk.data import Severity, Verdict
from copydesk.numbers import compare

ERRORS = [
    ("es", "fr", "Hubo 979 heridos", "Il y a eu 1 979 blessés"),
    ("es", "fr", "Tardó cinco horas", "Il a fallu des heures, puis heures"),
    ("es", "fr", "Llegaron treinta barcos", "Des bateaux sont arrivés"),
    ("es", "en", "La tasa es del 7 %", "The rate is %"),
    ("es", "en", "Llovió mucho", "It rained 47 a lot"),
    ("es", "fr", "Más de 900 vecinos", "Moins de 900 habitants"),
    ("es", "fr", "a las 9 de la noche", "à 9 heures"),
    ("es", "fr", "La espera es de 30", "L'attente est de 30 mois"),
    ("es", "fr", "El juego en 3D gusta", "Le jeu en D plaît"),
    ("es", "en", "El gas CO daña", "The gas CO2 harms"),
]
WARNINGS = [
    ("es", "fr", "Vinieron tres trenes", "Quatre trains sont venus"),
    ("es", "en", "Vendió 2.000 mesas", "It sold 2.000 tables"),
    ("es", "fr", "Subió la tasa", "Le taux a augmenté de 7 %"),
    ("es", "fr", "Ganó la copa", "Il a gagné la coupe en 1998"),
    ("es", "fr", "El robot BR23C llegó", "Le robot est arrivé"),
]
NOTES = [
    ("es", "fr", "Los dos vecinos cantan", "Les voisins chantent"),
    ("es", "fr", "El rey Alfonso XIII salió", "Le roi est sorti"),
    ("es", "fr", "Las emisiones de CO2 suben", "Les émissions montent"),
]


@pytest.mark.parametrize(("here", "there", "source", "target"), ERRORS)
def test_a_figure_that_differs_is_an_error(here: str, there: str, source: str, target: str) -> None:
    assert compare(source, target, here, there).errors


@pytest.mark.parametrize(("here", "there", "source", "target"), WARNINGS)
def test_what_translators_do_now_and_then_is_a_warning(
    here: str, there: str, source: str, target: str
) -> None:
    ledger = compare(source, target, here, there)
    assert ledger.errors == ()
    assert ledger.alarms
    assert all(entry.severity is Severity.WARNING for entry in ledger.alarms)


@pytest.mark.parametrize(("here", "there", "source", "target"), NOTES)
def test_what_good_translations_do_is_a_note(here: str, there: str, source: str, target: str) -> None:
    ledger = compare(source, target, here, there)
    assert ledger.alarms == ()
    assert [entry.verdict for entry in ledger.entries if entry.severity is Severity.NOTE] == [Verdict.LOST]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Vale tres mil millones de pesos", "It is worth billion pesos"),
        ("El horno sube a 480 °C", "The oven goes up to degrees"),
        ("Fue el número dos de Vargas", "Il fut le n° de Vargas"),
    ],
)
def test_what_a_dropped_number_leaves_behind_is_an_error(source: str, target: str) -> None:
    language = "fr" if target.startswith("Il") else "en"
    assert compare(source, target, "es", language).errors


@pytest.mark.parametrize("target", ["A million-dollar house", "It cost several billion", "It cost a million"])
def test_scale_words_that_stand_by_themselves_are_no_trace_of_a_loss(target: str) -> None:
    assert not compare("Una casa de tres mil millones de euros", target, "es", "en").errors
