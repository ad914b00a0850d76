"""Numbers are restored with proof from the source, and never invented."""

import pytest

from copydesk.data import Certainty
from copydesk.numbers import repair

CERTAIN = [
    (
        "Será 80% solar en 2040",
        "Elle sera 2040% solaire d'ici XNUMX",
        "Elle sera 80 % solaire d'ici 2040",
    ),
    ("Nació en 1987.", "Il est né en XNUMX.", "Il est né en 1987."),
    ("El 1 de junio de 2019", "Le XNUMX juin XNUMX", "Le 1er juin 2019"),
    ("9.000 millones de euros", "XNUMX milliards d'euros", "9 milliards d'euros"),
    ("en el siglo XIX", "au XNUMXe siècle", "au XIXe siècle"),
    ("la 4.ª vuelta", "le XNUMXème tour", "le 4ème tour"),
    ("la COVID-19 llegó", "le COVID-XNUMX est arrivé", "le COVID-19 est arrivé"),
    ("Ganó 3-1", "Il a gagné XNUMX-XNUMX", "Il a gagné 3-1"),
    ("Subió un 2,5%", "Une hausse de XNUMX,XNUMX%", "Une hausse de 2,5%"),
    ("a las 15:30", "à xnumx", "à 15\u00a0h\u00a030"),
    ("a las 22:05", "à XNUMXhXNUMX", "à 22h05"),
    ("12 gatos y 3.400 perros", "XNUMX chats et XNUMX chiens", "12 chats et 3.400 chiens"),
    ("entre 10 y 12", "entre XNUMX et XNUMX", "entre 10 et 12"),
]


@pytest.mark.parametrize(("source", "target", "mended"), CERTAIN)
def test_the_source_proves_the_repair(source: str, target: str, mended: str) -> None:
    done = repair(target, "fr", source=source, source_language="es")
    assert done.text == mended
    assert {edit.certainty for edit in done.edits} == {Certainty.CERTAIN}
    assert done.findings == ()
    again = repair(done.text, "fr", source=source, source_language="es")
    assert (again.text, again.edits) == (mended, ())


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Nació allí.", "Il est né en XNUMX."),
        ("Nació en 1987 y murió en 2001.", "Il est né en XNUMX."),
        ("Nació en XNUMX.", "Il est né en XNUMX."),
        ("Tiene 3 hijos", "XNUMX XNUMX XNUMX"),
        ("Pagó 5 euros", "Il a grandi de XNUMX%"),
    ],
)
def test_without_proof_the_text_stays(source: str, target: str) -> None:
    done = repair(target, "fr", source=source, source_language="es")
    assert done.text == target
    assert {edit.certainty for edit in done.edits} == {Certainty.UNKNOWN}
    assert done.findings


def test_candidates_are_named_where_no_solution_stands_out() -> None:
    done = repair("Il est né en XNUMX.", "fr", source="Nació en 1987, murió en 2001.", source_language="es")
    assert set(done.edits[0].candidates) == {"1987", "2001"}


def test_without_the_source_both_slots_are_flagged_with_what_they_ask() -> None:
    text = "Elle sera 2040% solaire d'ici XNUMX"
    done = repair(text, "fr")
    assert done.text == text
    assert [edit.span.of(text) for edit in done.edits] == ["2040%", "XNUMX"]
    assert "percentage" in done.findings[0].message
    assert "a year" in done.findings[1].message


@pytest.mark.parametrize("mark", ["XNUMX", "xNuMx", "XNUMXXNUMX", "__NUM__", "⟨1⟩", "{0}", "%d", "<b1>"])
def test_every_mark_of_the_family_is_found(mark: str) -> None:
    text = f"Il a vu {mark} chats"
    assert [f.target[0].of(text) for f in repair(text, "fr").findings] == [mark]


@pytest.mark.parametrize("text", ["Un numéro de 20 % d'eau", "NUM dit non", "a < b, {x}, 100%", "Xnu mx"])
def test_clean_text_is_left_alone(text: str) -> None:
    done = repair(text, "fr", source="Otro texto con 5", source_language="es")
    assert (done.text, done.edits, done.findings) == (text, (), ())


def test_masks_of_other_things_are_never_filled() -> None:
    done = repair("Il a vu {0} chats", "fr", source="Vio 5 gatos", source_language="es")
    assert done.text == "Il a vu {0} chats"


def test_thousands_of_marks_are_flagged() -> None:
    assert len(repair("XNUMX " * 2000, "fr", source="12", source_language="es").findings) == 2000
