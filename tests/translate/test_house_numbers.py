"""Numbers of machine translations are printed as the press prints them, and keep their value."""

import pytest

from copydesk.data import Candidate, Inline, Pair, Protection, Request, Span
from copydesk.text.apply import apply
from copydesk.translate.house_numbers import in_house_style
from copydesk.translate.options import TranslateOptions
from copydesk.translate.translator import finished, open_translator


def printed(source: str, text: str, pair: str) -> str:
    here, there = pair.split("-")
    done = apply(text, in_house_style(text, there, source=source, source_language=here))
    return done.replace("\u00a0", " ").replace("\u202f", " ")


CASES = [
    ("es-fr", "25.000 millones de euros", "25 000 millions d'euros", "25 milliards d'euros"),
    ("es-fr", "1,25 billones de euros", "1,25 billions d'euros", "1 250 milliards d'euros"),
    ("es-fr", "1.500 millones de euros", "1 500 millions d'euros", "1,5 milliard d'euros"),
    ("es-fr", "a las 18:30", "à 18.30 heures", "à 18 h 30"),
    ("es-fr", "a las 18:30 y a las 20:15", "à 18:30 et à 20h15", "à 18 h 30 et à 20 h 15"),
    ("en-fr", "up 3.5% and 4%", "hausse de 3.5% et 4%", "hausse de 3,5 % et 4 %"),
    ("es-fr", "el 1 de mayo de 2020", "le 1 mai 2020", "le 1er mai 2020"),
    ("es-fr", "en el siglo XXI", "au siècle XXI", "au XXIe siècle"),
    ("es-fr", "en el siglo XIX", "au 19ème siècle", "au XIXe siècle"),
    ("en-es", "25 billion euros", "25 mil millones de euros", "25.000 millones de euros"),
    ("fr-es", "au XXIe siècle, 3,5 %", "en el siglo 21, 3,5%", "en el siglo XXI, 3,5 %"),
    ("es-en", "25.000 millones, 3,5 %", "25,000 million, 3.5 %", "25 billion, 3.5%"),
    ("es-en", "en el siglo XIX", "in the XIX century", "in the 19th century"),
    ("es-de", "25.000 millones, 3,5 %", "25.000 Millionen, 3,5%", "25 Milliarden, 3,5 %"),
    ("es-de", "el 15 de mayo a las 18:30", "am 15 Mai um 18.30 Uhr", "am 15. Mai um 18:30 Uhr"),
    ("es-it", "25.000 millones, 3,5 %", "25.000 milioni, 3,5 %", "25 miliardi, 3,5%"),
    ("es-it", "el 1 de mayo, siglo XXI", "il 1 maggio, 21º secolo", "il 1º maggio, XXI secolo"),
    ("es-pt", "a las 18:30, siglo XXI", "às 18:30, século 21", "às 18h30, século XXI"),
    ("es-ca", "a las 18:30, 3,5 %", "a les 18:30, 3,5%", "a les 18.30 h, 3,5 %"),
]


@pytest.mark.parametrize(("pair", "source", "text", "house"), CASES)
def test_each_language_prints_its_own_way_and_once(pair: str, source: str, text: str, house: str) -> None:
    assert printed(source, text, pair) == house
    assert printed(source, house, pair) == house


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("la Fórmula 1 con Ubuntu 22.04", "la Formule 1 avec Ubuntu 22.04"),
        ("Python 3.12 sale", "Le langage Python 3.12 sort"),
        ("«Cita a las 18:30»", "le film « Demain à 18:30 » sort"),
        ("use `x 3.5%`", "utilisez `x 3.5%`"),
        ("1.234.567.890 habitantes", "1 234 567 890 habitants"),
        ("25 millones", "25 millions"),
        ("una proporción de 3:45", "un rapport de 3:45"),
    ],
)
def test_names_titles_and_code_stay(source: str, text: str) -> None:
    assert in_house_style(text, "fr", source=source, source_language="es") == ()


def test_kept_spans_and_code_stay() -> None:
    request = Request("es 3.5% y 4.5%", Pair("es", "fr"))
    kept = (Protection(Span(5, 9), "3.5%", "term"),)
    candidate = Candidate("soit 3.5% et 4.5%", (Inline(Span(13, 17), "code"),), kept=kept)
    options = TranslateOptions(post_edit=False, lexicon=False, protect_names=False)
    assert finished(candidate, request, options, engine="any").text == candidate.text


def test_the_pass_can_be_switched_off_and_is_part_of_the_key() -> None:
    request, candidate = Request("un 3,5%", Pair("es", "fr")), Candidate("un 3,5%")
    on, off = TranslateOptions(), TranslateOptions(house_numbers=False)
    assert finished(candidate, request, off, engine="any").text == "un 3,5%"
    (edit,) = finished(candidate, request, on, engine="any").edits
    assert (edit.after, edit.rule) == ("\u00a0", "house-numbers")
    with open_translator(on) as one, open_translator(off) as other:
        assert one.fingerprint(request.pair) != other.fingerprint(request.pair)
