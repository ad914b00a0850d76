"""Numbers are restored with proof from the source, and never invented."""

import pytest

from copydesk.data import Certainty
from copydesk.numbers import Repair, compare, repair
from copydesk.numbers.writing.number_style import Format, NumberStyle, Sighting

CERTAIN = [
    (
        "Será 80% solar en 2040",
        "Elle sera 2040% solaire d'ici XNUMX",
        "Elle sera 80 % solaire d'ici 2040",
    ),
    ("Nació en 1987.", "Il est né en XNUMX.", "Il est né en 1987."),
    ("El 1 de junio de 2019", "Le XNUMX juin XNUMX", "Le 1er juin 2019"),
    ("9.000 millones de euros", "XNUMX milliards d'euros", "9 milliards d'euros"),
    ("en el siglo XIX", "au XNUMXe siècle", "au XIXe siècle"),
    ("la 4.ª vuelta", "le XNUMXème tour", "le 4ème tour"),
    ("la COVID-19 llegó", "le COVID-XNUMX est arrivé", "le COVID-19 est arrivé"),
    ("Ganó 3-1", "Il a gagné XNUMX-XNUMX", "Il a gagné 3-1"),
    ("Subió un 2,5%", "Une hausse de XNUMX,XNUMX%", "Une hausse de 2,5%"),
    ("a las 15:30", "à xnumx", "à 15\u00a0h\u00a030"),
    ("a las 22:05", "à XNUMXhXNUMX", "à 22h05"),
    ("12 gatos y 3.400 perros", "XNUMX chats et XNUMX chiens", "12 chats et 3 400 chiens"),
    ("entre 10 y 12", "entre XNUMX et XNUMX", "entre 10 et 12"),
]


CERTAIN += [
    # slid numbers, one with the sign it slid to
    (
        "su gama será 80% solar en 2040",
        "sa gamme sera 2040% solaire d'ici XNUMX",
        "sa gamme sera 80 % solaire d'ici 2040",
    ),
    # marks of one number, apart or together
    ("unas 30.000 personas", "environ XNUMX XNUMX personnes", "environ 30 000 personnes"),
    ("unas 30.000 personas", "environ XNUMX.XNUMX personnes", "environ 30.000 personnes"),
    ("unas 30.000 personas", "environ XNUMXXNUMX personnes", "environ 30 000 personnes"),
    ("unas 30.000 personas", "environ XNUMX 000 personnes", "environ 30 000 personnes"),
    ("unas 30.000 personas", "environ XNUMXpersonnes", "environ 30 000 personnes"),
    ("unos 40 gatos", "environ X<b>NUM</b>X chats", "environ 40 chats"),
    ("unos 40 gatos", "environ __NUM__ chats", "environ 40 chats"),
    # half-lost expressions
    ("a las 22:50", "à XNUMX:50", "à 22:50"),
    ("a las 22:05", "à 22:XNUMX", "à 22:05"),
    ("a las 23:30", "à 23 heures XNUMX", "à 23 heures 30"),
    ("ganó por 4-0", "a gagné 4-XNUMX", "a gagné 4-0"),
    ("ganó por 1:0", "a gagné 0:XNUMX", "a gagné 1:0"),
    ("entre 10 y 12", "entre XNUMX et 12", "entre 10 et 12"),
    ("entre 1,2 y 1,4 mil millones", "entre XNUMX et 1,4 milliard", "entre 1,2 et 1,4 milliard"),
    ("en 2011/12", "en 2011/XNUMX", "en 2011/12"),
    ("El 15 de octubre de 2008", "le 2008 octobre XNUMX", "le 15 octobre 2008"),
    # affixes and decimals are kept as they stand
    ("la Web 2.0 llega", "le Web XNUMX arrive", "le Web 2.0 arrive"),
    ("cuesta 3,30 euros", "coûte XNUMX euros", "coûte 3,30 euros"),
    ("la XV Semana", "la XNUMXe semaine", "la 15e semaine"),
    # words that hide numbers do not stand in the way
    (
        "ambos gastaron 700 mil millones",
        "les deux ont dépensé XNUMX milliards",
        "les deux ont dépensé 700 milliards",
    ),
    # amounts in a word
    ("Tardó año y medio", "Il a mis XNUMX mois", "Il a mis 18 mois"),
    ("Hace medio siglo", "Il y a XNUMX ans", "Il y a 50 ans"),
    ("Duró tres décadas", "Elle a duré XNUMX ans", "Elle a duré 30 ans"),
    ("Mide un metro", "Il fait XNUMX mètre", "Il fait 1 mètre"),
    ("El rey Pedro I reinó", "Le roi Pierre XNUMXer régna", "Le roi Pierre 1er régna"),
    ("a las diez y media", "à XNUMX:XNUMX", "à 10:30"),
    # a scale word that one end of a range says for both
    ("de entre 9.000 y 15.000 millones", "de XNUMX à XNUMX milliards", "de 9 à 15 milliards"),
    ("entre 5 y 15 mil euros", "de XNUMX à 15.000 euros", "de 5.000 à 15.000 euros"),
    # numbers in pieces
    ("subió un 0,5% en junio", "en juin, hausse de 0, XNUMX%", "en juin, hausse de 0, 5%"),
    ("Faltan 6 mil 74 actas", "Il manque 6 mille XNUMX actes", "Il manque 6 mille 74 actes"),
    ("la ayuda 3x1 llega", "l'aide XNUMXx3 arrive", "l'aide 3x1 arrive"),
    ("corrió en 2:21.31", "il a couru en XNUMX:XNUMX", "il a couru en 2:21.31"),
    ("el coche 8kab rojo", "la voiture XNUMXkab rouge", "la voiture 8kab rouge"),
]


def shows(form: Format, mark: str) -> NumberStyle:
    return NumberStyle((Sighting(form, mark),))


@pytest.mark.parametrize(("source", "target", "mended"), CERTAIN)
def test_the_source_proves_the_repair(source: str, target: str, mended: str) -> None:
    done = repair(target, "fr", source=source, source_language="es", trust=8.0)
    assert done.text == mended
    assert {edit.certainty for edit in done.edits} == {Certainty.CERTAIN}
    assert done.findings == ()
    again = repair(done.text, "fr", source=source, source_language="es", trust=8.0)
    assert (again.text, again.edits) == (mended, ())


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Nació allí.", "Il est né en XNUMX."),
        ("Nació en 1987 y murió en 2001.", "Il est né en XNUMX."),
        ("Nació en XNUMX.", "Il est né en XNUMX."),
        ("Tiene 3 hijos", "XNUMX XNUMX XNUMX"),
        ("Pagó 5 euros", "Il a grandi de XNUMX%"),
    ],
)
def test_without_proof_the_text_stays(source: str, target: str) -> None:
    done = repair(target, "fr", source=source, source_language="es")
    assert done.text == target
    assert {edit.certainty for edit in done.edits} == {Certainty.UNKNOWN}
    assert done.findings


def test_candidates_are_named_where_no_solution_stands_out() -> None:
    done = repair("Il est né en XNUMX.", "fr", source="Nació en 1987, murió en 2001.", source_language="es")
    assert set(done.edits[0].candidates) == {"1987", "2001"}


def test_without_the_source_both_slots_are_flagged_with_what_they_ask() -> None:
    text = "Elle sera 2040% solaire d'ici XNUMX"
    done = repair(text, "fr")
    assert done.text == text
    assert [edit.span.of(text) for edit in done.edits] == ["2040%", "XNUMX"]
    assert "percentage" in done.findings[0].message
    assert "a year" in done.findings[1].message


@pytest.mark.parametrize("mark", ["XNUMX", "xNuMx", "XNUMXXNUMX", "__NUM__", "⟨1⟩", "{0}", "%d", "<b1>"])
def test_every_mark_of_the_family_is_found(mark: str) -> None:
    text = f"Il a vu {mark} chats"
    assert [f.target[0].of(text) for f in repair(text, "fr").findings] == [mark]


@pytest.mark.parametrize("text", ["Un numéro de 20 % d'eau", "NUM dit non", "a < b, {x}, 100%", "Xnu mx"])
def test_clean_text_is_left_alone(text: str) -> None:
    done = repair(text, "fr", source="Otro texto con 5", source_language="es")
    assert (done.text, done.edits, done.findings) == (text, (), ())


def test_masks_of_other_things_are_never_filled() -> None:
    done = repair("Il a vu {0} chats", "fr", source="Vio 5 gatos", source_language="es")
    assert done.text == "Il a vu {0} chats"


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("en los años 30", "in the XNUMXs", "in the 1930s"),
        ("a las 17:30", "at XNUMX pm", "at 5:30 pm"),
        ("a las 22:30", "at XNUMX:30 PM", "at 10:30 PM"),
        ("perdió 25 millones de datos", "lost XNUMXm records", "lost 25m records"),
        ("el puesto 21", "the XNUMXth place", "the 21st place"),
        ("vio 12.500 gatos", "saw XNUMX cats", "saw 12,500 cats"),
    ],
)
def test_english_forms(source: str, target: str, mended: str) -> None:
    assert repair(target, "en", source=source, source_language="es", trust=8.0).text == mended


def test_more_than_six_slots_are_assigned() -> None:
    numbers = (11, 12, 13, 14, 15, 16, 17, 18, 19)
    nouns = ["perros", "gatos", "cabras", "caballos", "camellos", "elefantes", "leones", "tigres", "pandas"]
    animals = ["chiens", "chats", "chèvres", "chevaux", "chameaux", "éléphants", "lions", "tigres", "pandas"]
    source = ", ".join(f"{n} {noun}" for n, noun in zip(numbers, nouns, strict=True))
    clean = ", ".join(f"{n} {noun}" for n, noun in zip(numbers, animals, strict=True))
    broken = ", ".join(f"XNUMX {noun}" for noun in animals)
    assert repair(broken, "fr", source=source, source_language="es").text == clean


def test_numbers_that_changed_places_are_put_back_where_a_unit_proves_it() -> None:
    source, broken = "Subió un 3,5% en 2030", "Une hausse de 2030 % en 3,5"
    done = repair(broken, "fr", source=source, source_language="es")
    assert done.text == "Une hausse de 3,5 % en 2030"
    assert repair(done.text, "fr", source=source, source_language="es").edits == ()


def test_numbers_that_words_alone_place_are_flagged() -> None:
    source, broken = "12 gatos y 30 perros", "30 chats et 12 chiens"
    done = repair(broken, "fr", source=source, source_language="es")
    assert done.text == broken
    assert {c for edit in done.edits for c in edit.candidates} <= {"12", "30"}


def test_a_number_beside_a_mark_is_named_as_perhaps_slid() -> None:
    text = "Il a vu 12 chats et XNUMX chiens"
    done = repair(text, "fr")
    assert [f.target[0].of(text) for f in done.findings] == ["12", "XNUMX"]
    assert done.findings[0].severity == "note"


def test_the_proof_names_the_source() -> None:
    (edit,) = repair("Il est né en XNUMX.", "fr", source="Nació en 1987.", source_language="es").edits
    assert "1987" in edit.reason
    assert "explained" in edit.reason


@pytest.mark.parametrize(
    "text", ["XNUMX " * 2_000, "XNUMX" * 10_000, "12 " * 30 + "XNUMX " * 32, "XNUMXh" + "3h" * 500]
)
def test_heaps_of_marks_are_flagged(text: str) -> None:
    done = repair(text, "fr", source="12 gatos y 13 perros " * 16, source_language="es")
    assert done.text == text
    assert done.findings


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("a las once y media", "at XNUMX:30 sharp", "at 11:30 sharp"),
        ("a las 12:00 horas", "at 12:XNUMX sharp", "at 12:00 sharp"),
        ("a las 22.30 la vuelta", "back at XNUMX:XNUMX PM", "back at 10:30 PM"),
        ("hasta las 3:30 a. m.", "until XNUMX:3 a.m.", "until 3:30 a.m."),
        ("un récord de 2:05:36", "a record of XNUMX:2:36", "a record of 2:05:36"),
        ("una marca de 2:19:19", "a mark of XNUMX:19:2", "a mark of 2:19:19"),
        ("sobre las 12:00 horas", "around 00:XNUMX", "around 12:00"),
        ("26 ½ kilómetros", "XNUMX ½ kilometres", "26 ½ kilometres"),
        ("desde los años 60", "since the 'XNUMXs", "since the '60s"),
        ("entre 1940 y 41", "in 1940-XNUMX", "in 1940-41"),
        (
            "12 multimillonarios, 95 mil millones de dólares",
            "12 billionaires, $XNUMX billion",
            "12 billionaires, $95 billion",
        ),
    ],
)
def test_parts_of_numbers_are_restored(source: str, target: str, mended: str) -> None:
    assert repair(target, "en", source=source, source_language="es", trust=8.0).text == mended


@pytest.mark.parametrize(
    ("source", "target", "usual", "mended"),
    [
        ("vio 12.500 gatos", "a vu XNUMX chats", shows(Format.GROUP, "."), "a vu 12.500 chats"),
        ("vio 2.500 gatos", "a vu XNUMX chats", shows(Format.FOUR, ""), "a vu 2500 chats"),
        ("vio 2.500 gatos y 9.100 perros", "a vu XNUMX chats et 9 100 chiens", shows(Format.FOUR, ""), None),
        ("sale a las 16.30 horas", "part à XNUMX", shows(Format.CLOCK, "h"), "part à 16h30"),
        ("un 3,5 % más", "XNUMX% de plus", shows(Format.DECIMAL, "."), "3.5% de plus"),
    ],
)
def test_the_texts_around_give_the_format(
    source: str, target: str, usual: NumberStyle, mended: str | None
) -> None:
    done = repair(target, "fr", source=source, source_language="es", usual=usual)
    assert done.text == (mended or target.replace("XNUMX", "2 500"))


def test_a_format_that_would_read_otherwise_is_not_taken() -> None:
    source, usual = "Llevan 700.000 barriles", shows(Format.GROUP, ".")
    done = repair("They carry XNUMX barrels", "en", source=source, source_language="es", usual=usual)
    assert done.text == "They carry 700,000 barrels"


def test_an_exchange_that_alone_settles_the_ledger_is_certain() -> None:
    source, broken = "Un 15 % más para 380 niños en 2019", "380 % more for 15 children in 2019"
    done = repair(broken, "en", source=source, source_language="es")
    assert done.text == "15 % more for 380 children in 2019"
    assert not done.findings
    assert [edit.before for edit in done.edits] == ["380", "15"]


@pytest.mark.parametrize(
    ("source", "broken", "mended"),
    [
        ("de 6 a 7 años", "7 to 6 years", "6 to 7 years"),
        ("entre 1999 y 2001", "between 2001 and 1999", "between 1999 and 2001"),
        ("en los años 1964 y 1993", "in 1993 and 1964", "in 1964 and 1993"),
        ("unos 30 o 40 coches", "40 or 30 cars", "30 or 40 cars"),
        ("de 5 a 10 mil millones", "10 to 5 billion", "5 to 10 billion"),
        ("a las 20:30 horas", "at 30:20", "at 20:30"),
        ("a las 18:05 horas", "at 05:18", "at 18:05"),
        ("un récord de 2:05:36", "a record of 2:36:05", "a record of 2:05:36"),
    ],
)
def test_figures_that_nobody_turns_round_are_put_back(source: str, broken: str, mended: str) -> None:
    done = repair(broken, "en", source=source, source_language="es")
    assert done.text == mended
    assert not done.findings


@pytest.mark.parametrize(
    ("source", "target"),
    [("entre 14 y 12 años", "between 12 and 14 years"), ("el 3/4 de 2020", "on 4/3, 2020")],
)
def test_what_a_translator_may_turn_round_stays(source: str, target: str) -> None:
    assert repair(target, "en", source=source, source_language="es").text == target


def test_a_score_said_the_other_way_round_is_never_turned() -> None:
    done = repair("a 0:1 defeat", "en", source="una derrota 1-0", source_language="es")
    assert not [edit for edit in done.edits if edit.after != edit.before]
    assert done.text == "a 0:1 defeat"
    assert done.findings


def test_a_mark_that_touches_digits_of_a_code_does_not_crash() -> None:
    done = repair("XNUMXA0.0XNUMX", "fr", source="0A0.0", source_language="es")
    assert done.text == "XNUMXA0.0XNUMX"
    assert done.findings


@pytest.mark.parametrize(
    "token", ["{name}", "%{count}", "#{count}", "${DNT2}", '<x id="1"/>', "{{num}}", "%1$s", "[num]"]
)
def test_a_token_that_the_source_has_too_is_a_variable(token: str) -> None:
    done = repair(
        f"Il y a {token} messages.", "fr", source=f"There are {token} messages.", source_language="en"
    )
    assert done == Repair(f"Il y a {token} messages.")
    assert compare(f"There are {token} messages.", f"Il y a {token} messages.", "en", "fr").entries == ()


@pytest.mark.parametrize(
    ("text", "marks"), [("XNUMX-XNUMX V", 2), ("10 XNUMX XNUMX/XNUMX", 3), ("XNUMX,XNUMX %", 1)]
)
def test_each_number_of_a_cluster_is_flagged(text: str, marks: int) -> None:
    found = repair(text, "en").findings
    assert sum("stands where" in finding.message for finding in found) == marks


@pytest.mark.parametrize(
    ("languages", "source", "target", "mended"),
    [
        ("en-es", "Install Python 3.12 now", "Instale Python XNUMX ahora", "Instale Python 3.12 ahora"),
        ("en-fr", "It runs Ubuntu 22.04 well", "Sur Ubuntu XNUMX, ça va", "Sur Ubuntu 22.04, ça va"),
        ("en-es", "Prices rose 3.5 in May", "Los precios subieron XNUMX en mayo", None),
        ("es-fr", "la F1 vuelve", "la Formule XNUMX revient", "la Formule 1 revient"),
        ("es-fr", "el F1 vuelve", "la FXNUMX revient", "la F1 revient"),
        ("en-es", "The year 2002 came", "elXNUMX llegó", "el 2002 llegó"),
        ("es-fr", "el 2002 llegó", "elXNUMX est arrivé", "el 2002 est arrivé"),
        ("es-fr", "en el 2002 llegó", "enXNUMX est arrivé", "en 2002 est arrivé"),
        ("es-fr", "de 5 a 7", "deXNUMX àXNUMX", "de 5 à 7"),
        ("en-es", "an MP3 file", "un archivo MPXNUMX", "un archivo MP3"),
    ],
)
def test_versions_and_codes_keep_their_form_and_words_their_space(
    languages: str, source: str, target: str, mended: str | None
) -> None:
    here, there = languages.split("-")
    done = repair(target, there, source=source, source_language=here, trust=8.0)
    assert done.text == (mended or "Los precios subieron 3,5 en mayo")


@pytest.mark.parametrize(
    ("text", "language"),
    [("won by a score of XNUMX", "en"), ("por un marcador de XNUMX", "es"), ("sur un score de XNUMX", "fr")],
)
def test_a_score_is_called_a_score(text: str, language: str) -> None:
    assert "a score" in repair(text, language).findings[0].message
