"""Numbers are read as values, in any format a language uses."""

from decimal import Decimal

import pytest

from copydesk.data import NumberKind as K
from copydesk.numbers import read

READ = [
    ("es", "Costó 1.250.000 euros", "1.250.000 euros", K.MONEY, "1250000", "EUR"),
    ("fr", "coûte 1 250 000 euros", "1 250 000 euros", K.MONEY, "1250000", "EUR"),
    ("fr", "coûte 1\u202f250\u00a0000 euros", "1\u202f250\u00a0000 euros", K.MONEY, "1250000", "EUR"),
    ("en", "cost 1,250,000", "1,250,000", K.CARDINAL, "1250000", ""),
    ("de", "rund 1'250'000", "1'250'000", K.CARDINAL, "1250000", ""),
    ("es", "un alza del 3,5%", "3,5%", K.PERCENTAGE, "3.5", "%"),
    ("fr", "une hausse de 3,5 pour cent", "3,5 pour cent", K.PERCENTAGE, "3.5", "%"),
    ("es", "cayó 2 puntos porcentuales", "2 puntos porcentuales", K.POINTS, "2", "pp"),
    ("es", "son 8.000 millones de euros", "8.000 millones de euros", K.MONEY, "8000000000", "EUR"),
    ("fr", "soit 8 milliards d'euros", "8 milliards d'euros", K.MONEY, "8000000000", "EUR"),
    ("fr", "un chèque de 3,2 Md€", "3,2 Md€", K.MONEY, "3200000000", "EUR"),
    ("en", "a $5.2bn deal", "$5.2bn", K.MONEY, "5200000000", "USD"),
    ("es", "vale US$ 30", "US$ 30", K.MONEY, "30", "US$"),
    ("es", "treinta y cinco barcos", "treinta y cinco", K.CARDINAL, "35", ""),
    ("es", "un millón y medio de hojas", "un millón y medio", K.CARDINAL, "1500000", ""),
    ("es", "recaudó 17 mil 280 pesos", "17 mil 280 pesos", K.MONEY, "17280", "peso"),
    ("fr", "quatre-vingt-dix-neuf arbres", "quatre-vingt-dix-neuf", K.CARDINAL, "99", ""),
    ("fr", "soixante et onze arbres", "soixante et onze", K.CARDINAL, "71", ""),
    ("fr", "nonante arbres", "nonante", K.CARDINAL, "90", ""),
    ("en", "one hundred and twenty trees", "one hundred and twenty", K.CARDINAL, "120", ""),
    ("en", "half a million trees", "half a million", K.CARDINAL, "500000", ""),
    ("es", "el siglo XIX acabó", "siglo XIX", K.CENTURY, "19", ""),
    ("fr", "au XIXe siècle", "XIXe siècle", K.CENTURY, "19", ""),
    ("en", "the nineteenth century", "nineteenth century", K.CENTURY, "19", ""),
    ("es", "los años ochenta", "años ochenta", K.DECADE, "80", ""),
    ("en", "in the 1980s", "1980s", K.DECADE, "1980", ""),
    ("es", "la 3.ª edición", "3.ª", K.ORDINAL, "3", ""),
    ("fr", "la 2e édition", "2e", K.ORDINAL, "2", ""),
    ("en", "the 22nd edition", "22nd", K.ORDINAL, "22", ""),
    ("es", "el rey Alfonso XIII", "XIII", K.REGNAL, "13", ""),
    ("fr", "il fait 30 °C", "30 °C", K.MEASURE, "30", "C"),
    ("en", "a 20-kilometre walk", "20-kilometre", K.MEASURE, "20", "km"),
    ("xx", "3.5 of them", "3.5", K.DECIMAL, "3.5", ""),
]


@pytest.mark.parametrize(("language", "text", "surface", "kind", "value", "unit"), READ)
def test_a_number_is_read_with_its_kind_value_and_unit(
    language: str, text: str, surface: str, kind: K, value: str, unit: str
) -> None:
    (mention,) = read(text, language)
    assert mention.value is not None
    assert (mention.surface, mention.kind, mention.value.unit) == (surface, kind, unit)
    assert mention.value.values == (Decimal(value),)


@pytest.mark.parametrize(
    ("language", "text", "kind", "values"),
    [
        ("es", "el 7 de junio de 2019", K.DATE, (2019, 6, 7)),
        ("fr", "le 1er juin 2019", K.DATE, (2019, 6, 1)),
        ("en", "on June 7, 2019", K.DATE, (2019, 6, 7)),
        ("en", "on the 7th of June", K.DATE, (0, 6, 7)),
        ("es", "el 7/6/2019", K.DATE, (2019, 6, 7)),
        ("en", "on 6/7/2019", K.DATE, (2019, 6, 7)),
        ("fr", "à 15 h 30", K.TIME, (15, 30)),
        ("fr", "à 18 heures 45", K.TIME, (18, 45)),
        ("en", "at 6:45 pm", K.TIME, (18, 45)),
        ("es", "a las 6 de la tarde", K.TIME, (18, 0)),
        ("es", "entre 10 y 14 kilos", K.RANGE, (10, 14)),
        ("es", "ganó 4-1", K.SCORE, (4, 1)),
        ("fr", "la saison 2008-09", K.RANGE, (2008, 2009)),
        ("en", "¾ of it", K.FRACTION, (3, 4)),
    ],
)
def test_composites_hold_all_their_numbers(
    language: str, text: str, kind: K, values: tuple[int, ...]
) -> None:
    (mention,) = read(text, language)
    assert mention.kind is kind
    assert mention.value is not None
    assert mention.value.values == tuple(Decimal(value) for value in values)


@pytest.mark.parametrize(
    ("text", "code"), [("la COVID-19", "covid19"), ("el G-20", "g20"), ("la 5G", "5g"), ("un ë-C4", "ëc4")]
)
def test_codes_are_read_as_strings(text: str, code: str) -> None:
    (mention,) = read(text, "es")
    assert mention.kind is K.IDENTIFIER
    assert mention.value is not None
    assert mention.value.text == code


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "una mujer y un hombre de una vez"),
        ("fr", "une femme et un homme, l'un pour l'autre"),
        ("en", "a woman, an apple and one another"),
        ("fr", "Le Mexique et la Lettonie"),
        ("xx", "dos tres quatre"),
        ("fr", ""),
    ],
)
def test_articles_and_unknown_words_are_no_numbers(language: str, text: str) -> None:
    assert read(text, language) == ()


def test_a_lone_separator_keeps_the_other_reading() -> None:
    (spanish,) = read("pagó 1.250", "es")
    (english,) = read("paid 1.250", "en")
    assert spanish.value is not None
    assert english.value is not None
    assert spanish.value.values == (Decimal(1250),)
    assert spanish.value.alternatives == ((Decimal("1.250"),),)
    assert english.value.values == (Decimal("1.250"),)


def test_a_placeholder_is_a_mention_without_value() -> None:
    (mention,) = read("d'ici xnumx", "fr")
    assert (mention.kind, mention.value, mention.surface) == (K.PLACEHOLDER, None, "xnumx")


def test_endless_digits_are_a_code_not_a_number() -> None:
    (mention,) = read("9" * 500_000, "fr")
    assert mention.kind is K.IDENTIFIER


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("eine Million zweihunderttausend", "de", 1200000),
        ("siebenhundertdreiunddreißigtausendzweihundertsiebenunddreißig", "de", 733237),
        ("centoundici", "it", 111),
        ("centotto", "it", 108),
        ("duecentottantadue", "it", 282),
        ("un milione e trecentomila", "it", 1300000),
    ],
)
def test_long_compounds_are_one_number(text: str, language: str, value: int) -> None:
    assert [token.value.values for token in read(f"{text} x", language) if token.value] == [(Decimal(value),)]
