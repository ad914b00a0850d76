"""Post-editing: grammar mended, marks moved, digits untouched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Candidate, Inline, Pair, Protection, Request, Span, engine_names
from copydesk.text.apply import apply, inverse
from copydesk.translate.lexicon import looked_up
from copydesk.translate.post_edit import post_edited, prepared

PAIR = Pair("es", "fr")
WORDS = st.sampled_from(
    """le la de que se ne à en dans il a est Il et 2012 12,5 % aucune pas banc du aussi l'an marché y qu'ils
    ont dit autres ministère Paris dont lundi " . , c'est à dire mille millions""".split()  # noqa: SIM905
)


def french(text: str, source: str = "") -> str:
    return post_edited(Candidate(text), source, PAIR, "apertium").text


@pytest.mark.parametrize(
    ("pair", "before", "after"),
    [
        (Pair("en", "es"), "En el 1960s y 1970s", "En los años 1960 y los años 1970"),
        (Pair("en", "es"), "Vuelve al 1880s", "Vuelve a los años 1880"),
        (Pair("es", "en"), "It is about to to end in in May", "It is about to end in May"),
    ],
)
def test_spanish_and_english_turns_are_mended(pair: Pair, before: str, after: str) -> None:
    assert post_edited(Candidate(before), "", pair, "apertium").text == after


@pytest.mark.parametrize(
    ("before", "source", "after"),
    [
        ("le arbre et la école", "", "l'arbre et l'école"),
        ("la République Tchèque", "", "la République tchèque"),
        ("Dans 2006, elle gagne", "En 2006 gana", "En 2006, elle gagne"),
        ("avec autres pays", "", "avec d'autres pays"),
        ("Il est un problème", "", "C'est un problème"),
        ("n'a pas aucune raison", "", "n'a aucune raison"),
        ("le lundi elle part", "el lunes se va", "lundi elle part"),
        ("l'homme que se lève tôt", "el hombre que se levanta pronto", "l'homme qui se lève tôt"),
        ("ici y a deux trains", "aquí hay dos trenes", "ici il y a deux trains"),
        ("déjà n'habite pas ici", "ya no vive aquí", "n'habite plus ici"),
        ("encore il n'est pas arrivé", "todavía no llegó", "il n'est pas encore arrivé"),
        ("Pourtant, avons trouvé", "Sin embargo, hemos encontrado", "Pourtant, nous avons trouvé"),
        ("25 000 millions d'euros", "25.000 millones de euros", "25 milliards d'euros"),
        ("elle a obtenu vaincre", "logró vencer", "elle a réussi à vaincre"),
        ("elle me aide", "ella me ayuda", "elle m'aide"),
        ("a baissé dans 5 pour cent", "bajó en un 5 por ciento", "a baissé de 5 pour cent"),
        ("Jorge déjà est arrivé", "Jorge ya ha llegado", "Jorge est déjà arrivé"),
        ("Trapattoni il va à Rome", "Trapattoni va a Roma", "Trapattoni va à Rome"),
        ("la Libye promet", "Libia promete", "La Libye promet"),
        ("a arrêté à la ministre", "detuvo a la ministra", "a arrêté la ministre"),
        ("a arrêté au ministre", "detuvo al ministro", "a arrêté le ministre"),
        ("suis médecin", "soy médico", "je suis médecin"),
        ("Il a fini dans 18 minutes", "Terminó en 18 minutos", "Il a fini en 18 minutes"),
        ("Massa bon", "Demasiado bien", "Trop bon"),
        ("le numéro des stades", "el número de los estadios", "le nombre des stades"),
    ],
)
def test_french_is_mended(before: str, source: str, after: str) -> None:
    assert french(before, source) == after


def test_rules_that_look_at_the_source_wait_for_it() -> None:
    assert french("parce qu'il vienne", "para que venga") == "pour qu'il vienne"
    assert french("il sort parce qu'il vient", "sale porque viene") == "il sort parce qu'il vient"
    assert french("Monte il gagne", "Sube y gana") == "Monte il gagne"


def test_a_wording_is_prepared_for_the_target_it_helps() -> None:
    french, english = (Request("Él dijo que no.", Pair("es", code)) for code in ("fr", "en"))
    assert prepared(french, "apertium").text == "Él declaró que no."
    assert prepared(english, "apertium") == english


@given(st.lists(WORDS, max_size=30), st.lists(WORDS, max_size=8))
def test_digits_and_marks_survive(words: list[str], source: list[str]) -> None:
    text = " ".join(words)
    kept = (Protection(Span(0, len(words[0])), words[0], "name"),) if words else ()
    inline = Inline(Span(len(text) // 3, len(text)), "em")
    result = post_edited(Candidate(text, (inline,), kept=kept), " ".join(source), PAIR, "apertium")
    assert sorted(c for c in result.text if c.isdigit()) == sorted(c for c in text if c.isdigit())
    assert [p.span.of(result.text) for p in result.kept] == [p.text for p in kept]
    assert result.inlines[0].span.end <= len(result.text)


def test_protected_spans_are_left_alone() -> None:
    text = "le arbre"
    candidate = Candidate(text, kept=(Protection(Span(0, 8), text, "name"),))
    assert post_edited(candidate, "", PAIR, "apertium").text == text


def test_source_wording_is_prepared_with_its_protections_moved() -> None:
    request = Request("EE.UU. crece un 6% con X", PAIR, (), (Protection(Span(23, 24), "X", "name"),))
    ready = prepared(request, "apertium")
    assert ready.text == "Estados Unidos crece 6% con X"
    assert ready.protections[0].span.of(ready.text) == "X"


def test_unknown_words_are_looked_up_and_then_known() -> None:
    result = looked_up(
        Candidate("la desaceleración y xyzw", unknown=(Span(3, 17), Span(20, 24))), PAIR, "apertium"
    )
    assert result.text == "la ralentissement y xyzw"
    assert [s.of(result.text) for s in result.unknown] == ["xyzw"]


def test_languages_without_a_page_are_left_alone() -> None:
    candidate = Candidate("que se le arbre")
    assert post_edited(candidate, "", Pair("es", "xx"), "apertium") == candidate


def test_each_edit_is_kept_and_undoes_to_the_engines_own_text() -> None:
    raw = "le arbre avec autres fleurs que se lève tôt"
    result = post_edited(Candidate(raw), "que se levanta", PAIR, "apertium")
    assert result.text == "l'arbre avec d'autres fleurs qui se lève tôt"
    assert apply(raw, result.edits) == result.text
    assert apply(result.text, inverse(result.edits)) == raw
    assert all(edit.rule == "post-edit" and edit.evidence for edit in result.edits)


@pytest.mark.parametrize("engine", ["firefox", "ct2", "marian", "chat", "identity"])
def test_rules_wait_for_the_engine_they_were_written_for(engine: str) -> None:
    text = "Elle s'est assise sur le banc du parc, avec autres amis"
    source = "Se sentó en el banco del parque, con otros amigos"
    assert post_edited(Candidate(text), source, PAIR, engine).text == text
    request = Request("EE.UU. crece este ano", PAIR)
    assert prepared(request, engine) == request
    left = Candidate("la desaceleración", unknown=(Span(3, 17),))
    assert looked_up(left, PAIR, engine) == left


def test_a_fingerprint_names_the_engine_of_each_leg() -> None:
    assert engine_names("apertium:spa-por:12+firefox:pt-en:34|desk:56") == ("apertium", "firefox")
