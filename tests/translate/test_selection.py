"""The choice among a word's translations, as a step of Apertium's stream and in the real Apertium."""

from __future__ import annotations

import pytest

from copydesk.data import Glossary, Pair
from copydesk.translate.apertium import ApertiumEngine
from copydesk.translate.options import TranslateOptions
from copydesk.translate.request import request
from copydesk.translate.selection import selection
from copydesk.translate.translator import open_translator

CA_FR = Pair("ca", "fr")


def chosen(unit: str) -> str:
    step = selection(CA_FR)
    assert step
    return step.exchange([unit], deadline=1)[0]


def test_the_word_taken_has_its_own_gender_and_the_number_and_capital_of_the_one_given() -> None:
    assert chosen("^Votació<n><f><pl>/Votation<n><f><pl>$") == "^Votació<n><f><pl>/Vote<n><m><pl>$"
    assert chosen("^índex<n><m><pl>/index<n><m><sp>$") == "^índex<n><m><pl>/indice<n><m><pl>$"


def test_the_words_round_it_decide() -> None:
    dance = "^companyia<n><f><sg>/compagnie<n><f><sg>$ ^de<pr>/de<pr>$ ^dansa<n><f><sg>/danse<n><f><sg>$"
    assert chosen(dance) == dance
    assert "société" in chosen(dance.replace("dansa", "programari"))


def test_marks_blanks_and_what_the_dictionary_gave_otherwise_stay() -> None:
    unit = (
        "[[t:i:0]]^companyia<n><f><sg>/troupe<n><f><sg>$[[/]] ^votació<n><f><sg>/@votació<n><f><sg>$.[<stop>]"
    )
    assert chosen(unit) == unit


def test_a_direction_without_a_list_has_no_such_step() -> None:
    assert selection(Pair("fr", "ca")) is None


@pytest.mark.apertium
def test_apertium_makes_the_rest_of_the_sentence_agree() -> None:
    options = TranslateOptions(pivot="ca", retry=False)
    lines = {
        "La gran votación fue larga.": "vote",
        "El banco alemán bajó los tipos de interés.": "taux d'intérêt",
        "Se sentó en el banco del parque.": "banc du parc",
        "La compañía de danza salió de gira.": "compagnie de danse",
    }
    with open_translator(options) as desk:
        answers = desk.translate([request(t, Pair("es", "fr"), Glossary(), options) for t in lines])
    assert [text for text, word in zip(answers, lines.values(), strict=True) if word not in text.text] == []
    assert answers[0].text.startswith("Le grand vote")
    assert "banque allemande" in answers[1].text


@pytest.mark.apertium
def test_the_fingerprint_tells_the_choices() -> None:
    engine = ApertiumEngine(TranslateOptions())
    assert engine.fingerprint(CA_FR).count(".") == 1
    engine.close()
