import pytest

from copydesk.align import align
from copydesk.align.kinship import Kinship, kinship

STORIES = {
    "en": [
        "Teruel spent 84.2 million on the dam near Alcorisa in 2019.",
        "Inés Larraga, of the Cierzo foundation, presented the report in Zaragoza.",
        "The railway to Valencia reopens on 14 May with 26 daily trains.",
        "Professor Montfort of Toulouse studied the Guadalope for 17 years.",
    ],
    "es": [
        "Teruel gastó 84,2 millones en la presa cercana a Alcorisa en 2019.",
        "Inés Larraga, de la fundación Cierzo, presentó el informe en Zaragoza.",
        "El ferrocarril a Valencia reabre el 14 de mayo con 26 trenes diarios.",
        "El profesor Montfort, de Toulouse, estudió el Guadalope durante 17 años.",
    ],
    "de": [
        "Teruel gab 2019 für den Damm bei Alcorisa 84,2 Millionen aus.",
        "Inés Larraga von der Stiftung Cierzo stellte den Bericht in Zaragoza vor.",
        "Die Bahn nach Valencia fährt ab dem 14. Mai wieder, mit 26 Zügen am Tag.",
        "Professor Montfort aus Toulouse hat den Guadalope 17 Jahre lang untersucht.",
    ],
    "uk": [
        "Теруель витратив 84,2 мільйона на греблю в 2019 році.",
        "Інес Ларрага представила звіт у Сарагосі.",
        "Залізниця до Валенсії відкриється 14 травня з 26 потягами.",
        "Професор Монфор вивчав Гвадалопе 17 років.",
    ],
}  # fmt: skip
STRANGER = [
    "Der Verein gewann gestern in Bremen gegen Hannover mit 3:1.",
    "Trainer Petersen lobte danach vor allem Torwart Klausen und den Sturm.",
    "Am Samstag kommt Rostock in das Stadion am Kanal.",
    "Die Karten sind seit Dienstag im Vorverkauf zu haben.",
]


def _kin(source: list[str], target: list[str], language: str) -> Kinship:
    return kinship(source, target, ("en", language), align(source, target, "en", language))


@pytest.mark.parametrize("language", ["es", "de", "uk"])
def test_versions_of_a_story_are_kin_and_those_in_another_order_are_not(language: str) -> None:
    story, version = STORIES["en"], STORIES[language]
    assert _kin(story, version, language).doubt == ""
    assert _kin(story, version, language).trust == 1.0
    turned = _kin(story, version[2:] + version[:2], language)
    assert "same order" in turned.doubt
    assert turned.trust < 0.5


def test_strangers_are_no_kin() -> None:
    kin = _kin(STORIES["en"], STRANGER, "de")
    assert kin.doubt.startswith("they share 1 of ")
    assert kin.trust == 0.0


def test_too_little_tells_nothing() -> None:
    kin = _kin(["He left."], ["Il partit."], "fr")
    assert (kin.doubt, kin.trust) == ("", 1.0)
