import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Glossary, Pair, Term
from copydesk.text.terms import find_terms, occurs

ES_FR = Pair("es", "fr")


def _found(text: str, *terms: Term, pair: Pair = ES_FR) -> list[str]:
    return [span.of(text) for span, _ in find_terms(text, Glossary(terms), pair)]


def test_whole_words_are_found_in_any_case() -> None:
    assert _found("La PRESA y el apresado.", Term("presa", "barrage")) == ["PRESA"]


def test_the_longest_term_wins_and_terms_never_overlap() -> None:
    terms = Term("banco", "banque"), Term("banco central", "banque centrale")
    assert _found("El banco central y el banco.", *terms) == ["banco central", "banco"]


def test_plurals_are_found_but_not_of_kept_or_case_sensitive_terms() -> None:
    assert _found("presas", Term("presa", "barrage")) == ["presas"]
    assert _found("Presas", Term("Presa", "Presa")) == []
    assert _found("Presas", Term("Presa", "Barrage", case_sensitive=True)) == []


@pytest.mark.parametrize("text", ["Compró en Mango.", "Las tiendas de Mango", "la firma «Mango»"])
def test_a_word_with_a_capital_inside_a_sentence_is_no_term_in_small_letters(text: str) -> None:
    assert _found(text, Term("mango", "mangue")) == []


@pytest.mark.parametrize(
    "text", ["Mango maduro", "Sube. Mango y pera", "EL MANGO SUBE", "un mango", "«Mango», dijo"]
)
def test_a_capital_of_a_sentence_or_a_headline_is_no_name(text: str) -> None:
    assert len(_found(text, Term("mango", "mangue"))) == 1


def test_case_matters_where_the_term_says_so() -> None:
    term = Term("OTAN", "OTAN", case_sensitive=True)
    assert _found("otan y OTAN", term) == ["OTAN"]


def test_kinds_of_spaces_and_apostrophes_do_not_matter() -> None:
    assert _found("l’État\u00a0profond", Term("l'état profond", "x")) == ["l’État\u00a0profond"]


def test_terms_with_signs_at_their_ends_are_found() -> None:
    assert _found("Usa .NET, C++ y @casa.", Term(".NET", "-"), Term("C++", "-"), Term("@casa", "-")) == [
        ".NET",
        "C++",
        "@casa",
    ]


@pytest.mark.parametrize(("pair", "count"), [(ES_FR, 1), (Pair("es-MX", "fr-CA"), 1), (Pair("fr", "es"), 0)])
def test_the_direction_counts_but_not_the_region(pair: Pair, count: int) -> None:
    assert len(_found("presa", Term("presa", "barrage", ES_FR), pair=pair)) == count


def test_glossaries_with_the_same_hash_share_an_index_and_others_do_not() -> None:
    one = Glossary((Term("a", "b"),), "1")
    two = Glossary((Term("c", "d"),), "2")
    assert [len(find_terms("a", g, ES_FR)) for g in (one, two, one)] == [1, 0, 1]


def test_occurs_follows_the_same_rules() -> None:
    assert occurs("barrage", "Les barrages.")
    assert not occurs("barrage", "Le barrageur.")
    assert not occurs("OTAN", "otan", case_sensitive=True)


@given(st.text(max_size=60), st.text(min_size=1, max_size=6))
def test_what_is_found_reads_like_the_term(text: str, term: str) -> None:
    for span, found in find_terms(text, Glossary((Term(term, "x", case_sensitive=True),)), ES_FR):
        plain = span.of(text).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
        assert plain.replace("\u2009", " ") == found.source.replace("’", "'").replace("\u00a0", " ").replace(
            "\u202f", " "
        ).replace("\u2009", " ")
