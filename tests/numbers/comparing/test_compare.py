"""The ledger says what became of each number."""

import pytest

from copydesk.data import Verdict
from copydesk.numbers import compare

RIGHT = [
    ("es", "fr", "Subió un 7,25%", "Une hausse de 7,25 %"),
    ("es", "en", "Cuesta 3.480.000 euros", "It costs 3,480,000 euros"),
    ("es", "en", "8.000 millones de euros", "8 billion euros"),
    ("es", "fr", "6,6 miles de millones de dólares", "6,6 milliards de dollars"),
    ("es", "fr", "Nacieron 6 gatos", "Six chats sont nés"),
    ("es", "fr", "1 persona salió", "une personne est sortie"),
    ("es", "en", "a las 21:15", "at 9:15 pm"),
    ("es", "fr", "a las 9 de la noche", "à 21 heures"),
    ("es", "en", "en el siglo XVIII", "in the 18th century"),
    ("es", "fr", "los años 70", "les années 1970"),
    ("es", "en", "el 9/2/2018", "on 2/9/2018"),
    ("es", "en", "el 9 de febrero de 2018", "on February 9th, 2018"),
    ("es", "fr", "entre 10 y 12 km", "10 à 12 km"),
    ("es", "fr", "La mitad", "50 %"),
    ("en", "fr", "800m people", "800 millions de personnes"),
    ("en", "fr", "the 20-year-old", "le jeune de vingt ans"),
    ("es", "fr", "siete décadas", "70 ans"),
    ("en", "es", "100 miles away", "a 161 kilómetros"),
    ("de", "en", "1.500 Euro am 3. Mai 2020", "1,500 euros on 3 May 2020"),
    ("it", "fr", "2,5 milioni di euro", "2,5 millions d'euros"),
    ("es", "fr", "con la COVID-19", "avec le Covid 19"),
    ("fr", "es", "Ils sont 19000", "Son 19.000"),
    ("es", "en", "Vale 65.000 coronas", "It is worth 65, 000 crowns"),
    ("es", "en", "Vale 7.300 millones de euros", "It is worth 7,300 euros million"),
    ("es", "en", "de 9 horas a 18.45 horas", "from 0900 to 1845 hours"),
    ("es", "en", "El 1 de mayo", "May Day"),
    ("es", "en", "hace dos años", "the year before last"),
    ("en", "fr", "on December 25", "à Noël"),
    ("es", "en", "300 florines", "HUF 300"),
    ("es", "fr", "el último año y medio", "les 18 derniers mois"),
    ("es", "en", "Vinieron 197 niños", "Almost 200 children came"),
    ("es", "fr", "dos tercios del pueblo", "67 % du village"),
    ("es", "en", "uno de cada cinco", "20% of them"),
    ("es", "en", "Perdió un quinto de sus votos", "It lost 20% of its votes"),
    ("es", "fr", "en el 10% de los hogares", "dans un dixième des foyers"),
    ("es", "fr", "5 millones 143 mil 312 pesos", "5 143 312 pesos"),
    ("es", "fr", "entre 5 y 15 mil euros", "entre 5 000 et 15 000 euros"),
    ("es", "fr", "Es el doble", "C'est 2 fois plus"),
    ("de", "en", "zweitausenddreiundzwanzig Menschen", "2,023 people"),
    ("it", "fr", "trent'anni e duemilatrecento euro", "30 ans et 2 300 euros"),
    ("es", "en", "a 12 grados bajo cero", "at -12 °C"),
    ("es", "fr", "Abierto 24/7 con un 4x4", "Ouvert sans arrêt en tout-terrain"),
    ("es", "fr", "Una frase sin cifras", "Une phrase sans chiffres"),
    ("es", "en", "Esperó media hora", "He waited 30 minutes"),
    ("fr", "en", "un quart d'heure de retard", "15 minutes late"),
    ("es", "fr", "hace medio siglo", "il y a cinquante ans"),
    ("en", "es", "a quarter of a century ago", "hace 25 años"),
    ("es", "fr", "medio millar de casas", "500 maisons"),
    ("fr", "en", "une demi-douzaine de maisons", "six houses"),
    ("de", "en", "vor einem halben Jahrhundert", "50 years ago"),
    ("it", "fr", "mezzo secolo fa", "il y a 50 ans"),
    ("es", "en", "Ardieron 6 casas", "Half a dozen houses burnt"),
    ("es", "en", "una centena de ellas", "a hundred of them"),
    ("es", "fr", "Salió en 60 Minutes", "Il est passé dans 60 Minutes"),
    ("en", "es", "He played 55, 60 minutes", "Jugó 55, 60 minutos"),
    ("fr", "es", "deux décades, le millième", "dos décadas, el milésimo"),
    ("fr", "es", "5,3 litres au 100 km", "5,3 litros al 100 km"),
    ("es", "fr", "El 1o de mayo, el 1o y 2o de abril", "Le 1o de mai, le 1o et 2o d'avril"),
]
WRONG = [
    ("es", "fr", "25 años, un cuarto de siglo", "25 livres, un quart de siècle", Verdict.CHANGED),
    ("es", "fr", "medio millar de casas", "5 000 maisons", Verdict.INVENTED),
    ("es", "fr", "media docena de casas", "12 maisons", Verdict.INVENTED),
    ("es", "en", "Esperó media hora", "He waited 15 minutes", Verdict.INVENTED),
    ("es", "fr", "Subió un 7,25%", "Une hausse de 725 %", Verdict.CHANGED),
    ("es", "fr", "Quedó séptimo de los diez", "Il a eu 7 % des dix", Verdict.CHANGED),
    ("es", "en", "Pagó 5 euros", "He paid for the 5th time", Verdict.CHANGED),
    ("es", "en", "Perdió un quinto de sus votos", "It lost 25% of its votes", Verdict.CHANGED),
    ("es", "en", "Pagó 3.480 euros", "He paid 3.48 euros", Verdict.CHANGED),
    ("es", "en", "8.000 millones de euros", "8 million euros", Verdict.CHANGED),
    ("es", "fr", "Nacieron seis gatos", "16 chats sont nés", Verdict.CHANGED),
    ("es", "fr", "Ganó 4 a 2", "Il a gagné 2 à 4", Verdict.CHANGED),
    ("es", "fr", "Pagó 30 euros", "Il a payé 30 dollars", Verdict.CHANGED),
    ("es", "fr", "el 9/2/2018", "le 2/9/2018", Verdict.CHANGED),
    ("es", "fr", "a las 18:15", "à 16 h 15", Verdict.CHANGED),
    ("es", "fr", "72 días", "72 ans", Verdict.CHANGED),
    ("es", "fr", "En 2011 llovió", "Il a plu", Verdict.LOST),
    ("es", "fr", "Llovió", "Il a plu en 2011", Verdict.INVENTED),
    ("es", "en", "Bajó 8 puntos", "It fell 8 8 points", Verdict.INVENTED),
    ("es", "fr", "En 2011 llovió", "En XNUMX il a plu", Verdict.PLACEHOLDER),
    ("es", "en", "cuesta 1.250", "costs 1.250", Verdict.CHANGED),
    ("en", "fr", "in the 1990s", "dans les années 1290", Verdict.CHANGED),
    ("es", "en", "escucha MP3", "plays MP6", Verdict.CHANGED),
    ("es", "fr", "a -12 °C", "à 12 °C", Verdict.CHANGED),
    ("es", "fr", "Uno de cada cinco", "Un sur trois", Verdict.CHANGED),
    ("es", "en", "Se duplicó", "It tripled", Verdict.CHANGED),
    ("es", "fr", "la tercera vuelta", "le 8e tour", Verdict.CHANGED),
]


@pytest.mark.parametrize(("source_language", "target_language", "source", "target"), RIGHT)
def test_legitimate_rewrites_settle(
    source_language: str, target_language: str, source: str, target: str
) -> None:
    ledger = compare(source, target, source_language, target_language)
    assert ledger.ok, [entry.reason for entry in ledger.entries]


@pytest.mark.parametrize(("source_language", "target_language", "source", "target", "verdict"), WRONG)
def test_real_differences_are_alarms(
    source_language: str, target_language: str, source: str, target: str, verdict: Verdict
) -> None:
    ledger = compare(source, target, source_language, target_language)
    assert verdict in {entry.verdict for entry in ledger.alarms}


def test_a_year_does_not_pass_for_a_percentage() -> None:
    ledger = compare("Será 100% limpia en 2040", "Elle sera 2040% propre en XNUMX", "es", "fr")
    assert [entry.verdict for entry in ledger.entries] == [Verdict.CHANGED, Verdict.PLACEHOLDER]


def test_small_numbers_in_words_may_vanish_softly() -> None:
    ledger = compare("Los dos hermanos cantan", "Les frères chantent", "es", "fr")
    assert not ledger.ok
    assert ledger.alarms == ()
    assert "good translations" in ledger.entries[0].reason


def test_reasons_name_both_surfaces() -> None:
    (entry,) = compare("Murieron 12", "15 morts", "es", "fr").entries
    assert "12" in entry.reason
    assert "15" in entry.reason


def test_numbers_without_end_are_still_compared() -> None:
    ledger = compare("12 " * 2000, "12 " * 1999 + "13", "es", "fr")
    assert len(ledger.entries) == 2000
    assert not ledger.ok


@pytest.mark.parametrize(
    ("source", "target", "settled"),
    [
        ("a 72 kilómetros de aquí", "45 miles (72 kilometers) from here", True),
        ("a 72 kilómetros de aquí", "72 kilometers (or about 45 miles) from here", True),
        ("a 72 kilómetros (45 millas) de aquí", "72 kilometers from here", True),
        ("a 800 km/h", "at 800 kph (497 mph)", True),
        ("a 72 kilómetros de aquí", "72 kilometers (54 miles) from here", False),
        ("a 72 kilómetros de aquí", "27 kilometers (17 miles) from here", False),
        ("a 72 kilómetros de aquí", "72 kilometers, 45 miles from here", False),
    ],
)
def test_a_quantity_repeated_in_another_unit_is_explained(source: str, target: str, settled: bool) -> None:
    assert compare(source, target, "es", "en").ok is settled


def test_a_code_is_no_amount_of_a_unit() -> None:
    ledger = compare("El BR23C gira 180 grados", "Le BR180C tourne de 23 degrés", "es", "fr")
    assert not ledger.ok
    assert compare("El BR23C gira 180 grados", "Le BR23C tourne de 180 degrés", "es", "fr").ok
    assert compare("En tres dimensiones", "In 3D", "es", "en").ok
