"""Addresses, terms and names that must stay."""

import pytest

from copydesk.data import Glossary, Inline, Pair, Span, Term
from copydesk.translate.options import TranslateOptions
from copydesk.translate.protect import protections
from copydesk.translate.request import request

PAIR = Pair("es", "fr")


def surfaces(text: str, *terms: Term) -> list[tuple[str, str, str]]:
    found = protections(text, PAIR, Glossary(terms))
    return [(p.span.of(text), p.text, p.kind) for p in found]


def test_addresses_lose_their_trailing_punctuation() -> None:
    assert surfaces("Escriba a ana.b@correo.es, o mire http://a.es/x?y=1.") == [
        ("ana.b@correo.es", "ana.b@correo.es", "email"),
        ("http://a.es/x?y=1", "http://a.es/x?y=1", "url"),
    ]
    assert [s for s, _, _ in surfaces("dice @pepe en #Elecciones2030")] == ["@pepe", "#Elecciones2030"]


@pytest.mark.parametrize(
    "code",
    [
        "{name}",
        "{{ total }}",
        "%1$s",
        "%(count)d",
        "${HOME}",
        "$USER",
        "%name%",
        "{n, plural, one {#} other {# días}}",
    ],
)
def test_what_a_program_fills_in_stays(code: str) -> None:
    assert (code, code, "variable") in surfaces(f"Quedan {code} hasta mañana")


def test_glossary_terms_win_over_names_and_match_whole_words() -> None:
    term = Term("alcalde mayor", "bourgmestre", PAIR)
    assert surfaces("el alcalde mayor y los alcaldes mayores", term) == [
        ("alcalde mayor", "bourgmestre", "term")
    ]
    assert surfaces("Alcalde mayor dimite", term)[0][1] == "Bourgmestre"


def test_a_do_not_translate_term_keeps_its_surface() -> None:
    assert surfaces("compra Sol Verde hoy", Term("Sol Verde", "Sol Verde")) == [
        ("Sol Verde", "Sol Verde", "term")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Amparo Sifre / Gátova 11/08/2022 - 09.40", "Amparo Sifre"),
        ("Rosa Blanco | Madrid", "Rosa Blanco"),
        ("Marta Flor · Agencias, Gandia", "Marta Flor"),
    ],
)
def test_the_name_of_a_byline_stays_though_it_is_made_of_words(text: str, name: str) -> None:
    assert (name, name, "name") in surfaces(text)


def test_a_headline_with_a_stroke_is_no_byline() -> None:
    assert surfaces("Casa Blanca / la crisis de un palacio") == []


def test_people_and_capital_articles_inside_a_sentence_are_names() -> None:
    assert surfaces("Ayer Manuel Sierra habló con El Gadafi")[0][0] == "Manuel Sierra"
    assert surfaces("Ayer habló con El Gadafi en casa")[0][0] == "El Gadafi"


def test_runs_of_words_that_nobody_translates_are_names_where_the_language_is_known() -> None:
    text = "la tienda Bardo Zumel abre en la plaza"
    assert surfaces(text) == [("Bardo Zumel", "Bardo Zumel", "name")]
    assert surfaces("la tienda Bardo Línea abre en la plaza") == []
    assert protections(text, Pair("de", "fr"), Glossary()) == ()
    assert surfaces("Nueve Vecinos Piden Calma Ante Otra Obra") == []


def test_places_and_institutions_reach_the_engine() -> None:
    assert surfaces("Viajó de Londres a Nueva York") == []
    assert surfaces("según el Banco Central Europeo") == []


def test_acronyms_stay_or_take_their_french_form_but_emphasis_is_no_acronym() -> None:
    assert surfaces("sube el IVA")[0][1] == "TVA"
    assert surfaces("según la OCDE") == [("OCDE", "OCDE", "name")]
    assert surfaces("dijo que NO ES VERDAD NUNCA") == []


@pytest.mark.parametrize(
    "kept",
    [
        "resultados.example/cantabria",
        "www.x.example",
        "/etc/hosts",
        r"C:\casa\blanca",
        "~/notas",
        "informe.pdf",
    ],
)
def test_bare_addresses_paths_and_file_names_stay(kept: str) -> None:
    assert [s for s, _, _ in surfaces(f"vea {kept}, ahora")] == [kept]


@pytest.mark.parametrize("text", ["entre y/o fuera", "a 90 km/h o 1/2", "llega al fin.Empieza otra"])
def test_slashes_and_glued_sentences_are_no_addresses(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("tag", "attributes", "stays"),
    [
        ("code", (), True),
        ("kbd", (), True),
        ("span", (("translate", "no"),), True),
        ("span", (("lang", "en"),), True),
        ("span", (("lang", "es-MX"),), False),
        ("em", (), False),
    ],
)
def test_the_markup_says_what_stays(tag: str, attributes: tuple[tuple[str, str], ...], stays: bool) -> None:
    text = "el perro verde corre"
    found = protections(text, PAIR, Glossary(), inlines=[Inline(Span(3, 14), tag, attributes)])
    assert [p.text for p in found] == (["perro verde"] if stays else [])


@pytest.mark.parametrize("loose", ["La regio\u0301n", "La re\u00adgión", "La re\u200bgión\u2060"])
def test_a_word_is_one_request_however_it_was_typed(loose: str) -> None:
    marks = (Inline(Span(3, len(loose)), "em"),)
    asked = request(loose, PAIR, Glossary(), TranslateOptions(), inlines=marks)
    assert (asked.text, asked.inlines[0].span) == ("La región", Span(3, 9))


@pytest.mark.parametrize("unit", ["a.b", "a-", "a.", "a--", "a+", "/a", "a@"])
def test_a_long_run_of_what_addresses_are_made_of_is_read_at_once(unit: str) -> None:
    text = "www.x " + unit * (50_000 // len(unit))
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in protections(text, PAIR, Glossary(())))
