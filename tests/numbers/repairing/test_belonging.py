"""Nothing is taken from a source that does not belong, nor put where its kind or unit does not fit."""

import pytest

from copydesk.numbers import compare, repair
from copydesk.numbers.repairing.belonging import BELIEVED, BELONGING, Belonging, source_odds

TRUE = (
    ("La empresa despidió a 250 trabajadores en Valencia.",
     "L'entreprise a licencié XNUMX salariés à Valence.", "es", "fr"),
    ("Die Stadt baut 40 neue Wohnungen.", "The city is building XNUMX new homes.", "de", "en"),
    ("O governo gastou 12 milhões em estradas.",
     "El gobierno gastó XNUMX millones en carreteras.", "pt", "es"),
)  # fmt: skip


@pytest.mark.parametrize(("source", "target", "here", "there"), TRUE)
def test_a_source_is_known_by_its_words(source: str, target: str, here: str, there: str) -> None:
    assert source_odds(source, target, here, there) >= BELIEVED
    assert "XNUMX" not in repair(target, there, source=source, source_language=here).text


@pytest.mark.parametrize("number", range(len(TRUE)))
def test_a_source_that_is_not_the_texts_is_a_finding(number: int) -> None:
    _, target, _, there = TRUE[number]
    other = (
        "Ayer llovió mucho en la costa de Galicia y cayeron 88 árboles viejos sobre las vías del ferrocarril."
    )
    done = repair(target, there, source=other, source_language="es")
    assert done.text == target
    assert "does not belong to this line" in done.findings[-1].message


@pytest.mark.parametrize(
    ("source", "target", "here", "there"),
    [
        ("The score goes back far.", "Le score remonte à XNUMX.", "en", "fr"),
        ("Fue el primer estado del país sin peaje.",
         "Avant XNUMX, aucun État du pays n'était sans péage.", "es", "fr"),
        ("Le premier ministre visite un bâtiment neuf.",
         "The prime minister visits XNUMX buildings.", "fr", "en"),
        ("Die Polizei sucht den Mörder, gebt Acht.", "The police seek XNUMX murderers.", "de", "en"),
        ("El paquete pesaba 3,5 kg y venía de Lima.",
         "Le paquet de Lima contenait XNUMX personnes.", "es", "fr"),
        ("La planta tiene 250 empleados.", "La température de l'usine est de XNUMX °C.", "es", "fr"),
        ("El 58 % votó por la reforma del Senado.",
         "Le vote de la réforme du Sénat aura lieu en XNUMX.", "es", "fr"),
    ],
)  # fmt: skip
def test_words_and_numbers_of_another_kind_fill_nothing(
    source: str, target: str, here: str, there: str
) -> None:
    assert repair(target, there, source=source, source_language=here).text == target


def test_correct_numbers_beside_a_mark_are_not_overwritten_from_another_source() -> None:
    target = "IBM presentó en 1964 la primera familia de ordenadores, los System/XNUMX."
    source = "Les micro-ordinateurs sont arrivés avec le modèle 5150 en 1981."
    assert repair(target, "es", source=source, source_language="fr").text == target


def test_the_lines_around_speak_for_a_source() -> None:
    source, target = "A las once y media.", "Rehearsal at XNUMX:30."
    assert repair(target, "en", source=source, source_language="es").text == target
    assert repair(target, "en", source=source, source_language="es", trust=6.0).text == "Rehearsal at 11:30."


@pytest.mark.parametrize("weight", [name for name in Belonging._fields if name != "unlike"])
def test_every_weight_counts(weight: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "El alcalde Juan Pérez gastó 5 millones en la escuela de Gijón en 2008."
    target = (
        "Le maire Juan Pérez a dépensé XNUMX millions pour une école de Paris, dit Martin, en 2008 et 1999."
    )
    before = source_odds(source, target, "es", "fr")
    changed = BELONGING._replace(**{weight: getattr(BELONGING, weight) + 1})
    monkeypatch.setattr("copydesk.numbers.repairing.belonging.BELONGING", changed)
    source_odds.cache_clear()
    assert source_odds(source, target, "es", "fr") > before
    source_odds.cache_clear()


def test_languages_of_two_families_need_less_alike() -> None:
    assert source_odds("abc", "xyz", "es", "en") - source_odds("abc", "xyz", "es", "fr") == pytest.approx(
        BELONGING.unlike, abs=0.01
    )


@pytest.mark.parametrize(
    ("source", "target", "here", "there", "ok"),
    [
        ("El PIB: -0,4 %.", "GDP: -0.4 %.", "es", "en", True),
        ("El PIB: -0,4 %.", "GDP: 0.4 %.", "es", "en", False),
        ("El PIB: -0,4 %.", "GDP fell by 0.4 %.", "es", "en", True),
        ("+0.8 %, then -1.2 %", "-0,8 %, puis +1,2 %", "en", "fr", False),
        ("a result of -$3 million", "un résultat de 3 millions de dollars", "en", "fr", False),
        ("a result of -$3 million", "une perte de 3 millions de dollars", "en", "fr", True),
        ("Sie sank um -2 Prozentpunkte.", "Elle a baissé de 2 points de pourcentage.", "de", "fr", True),
        ("Au moins 3 % des votes.", "At least 3 % of votes.", "fr", "en", True),
        ("10 %-12 % des votes", "10 % to 12 % of votes", "fr", "en", True),
        ("a -12 ºC", "à 12 degrés en dessous de zéro", "es", "fr", True),
        ("a -12 ºC", "à 12 degrés", "es", "fr", False),
    ],
)  # fmt: skip
def test_a_minus_is_part_of_the_value(source: str, target: str, here: str, there: str, *, ok: bool) -> None:
    assert compare(source, target, here, there).ok is ok


@pytest.mark.parametrize(
    ("source", "target", "here", "there", "mended"),
    [
        ("Hacía -7 grados en Soria.", "Il faisait moins XNUMX degrés à Soria.", "es", "fr", "moins 7 degrés"),
        ("Il fera -15 °C dans 3 villes.",
         "It will be minus XNUMX °C in XNUMX cities.", "fr", "en", "minus 15 °C in 3"),
        ("Hacía -7 °C en Soria.", "Il faisait -XNUMX °C à Soria.", "es", "fr", "-7 °C"),
    ],
)  # fmt: skip
def test_a_minus_that_stands_is_not_written_again(
    source: str, target: str, here: str, there: str, mended: str
) -> None:
    assert mended in repair(target, there, source=source, source_language=here).text
