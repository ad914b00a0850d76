"""Addresses, terms and names that must stay."""

from copydesk.data import Glossary, Pair, Term
from copydesk.translate.protect import protections

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
