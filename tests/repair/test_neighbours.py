"""The lines round a mark show how its file writes numbers."""

from copydesk.numbers.writing.number_style import Format
from copydesk.repair import repair_lines
from copydesk.repair.neighbours import NEAR, usual

SOURCE = "La sala de Lyon tiene 14.500 butacas"
BROKEN = "La salle de Lyon a XNUMX places"


def mended(before: list[str], after: list[str]) -> str:
    targets = [*before, BROKEN, *after]
    sources = [*(["Nada"] * len(before)), SOURCE, *(["Nada"] * len(after))]
    done = list(repair_lines(targets, sources, language="fr", source_language="es"))
    assert [line.text for n, line in enumerate(done) if n != len(before)] == [*before, *after]
    return done[len(before)].text


def test_the_nearest_line_that_shows_a_format_gives_it() -> None:
    assert mended(["Il y a 20 000 lits"], []) == "La salle de Lyon a 14 500 places"
    assert mended([], ["Il y a 20.000 lits"]) == "La salle de Lyon a 14.500 places"
    assert mended(["Il y a 20000 lits", "Rien"], ["Il y a 20.000 lits"]) == "La salle de Lyon a 14.500 places"


def test_lines_too_far_away_show_nothing() -> None:
    assert mended(["Il y a 20.000 lits", *["Rien"] * NEAR], []) == "La salle de Lyon a 14 500 places"
    assert mended([], [*["Rien"] * NEAR, "Il y a 20.000 lits"]) == "La salle de Lyon a 14 500 places"
    assert mended([], [*["Rien"] * (NEAR - 1), "Il y a 20.000 lits"]) == "La salle de Lyon a 14.500 places"


def test_what_one_line_leaves_open_another_may_show() -> None:
    before = [("Il pèse 3.5 kilos", ""), ("Elle ouvre à 9h30", "")]
    found = usual(before, [("Une hausse de 4 % pour 7300 lits", "")], "fr")
    marks = {form.name: mark for form in Format if (mark := found.separator(form)) is not None}
    assert marks == {"CLOCK": "h", "DECIMAL": ".", "PERCENT": " ", "FOUR": "", "WORD": " "}


def test_numbers_written_alike_in_the_source_count_most() -> None:
    pairs = [("Il y a 3000 lits", "Hay 3000 camas"), ("Il y a 2 500 draps", "Hay 2.500 sábanas")]
    found = usual(pairs, [], "fr")
    assert (found.separator(Format.FOUR, ""), found.separator(Format.FOUR, ".")) == ("", " ")


def test_exchanged_numbers_are_put_back_in_lines_without_marks() -> None:
    done = list(
        repair_lines(
            ["Rien", "62 % de plus en 18 mois", "XNUMX"],
            ["Nada", "Un 18 % más en 62 meses", "9"],
            language="fr",
            source_language="es",
        )
    )
    assert [line.text for line in done] == ["Rien", "18 % de plus en 62 mois", "9"]


def test_a_number_sticks_to_its_word_where_the_lines_round_it_write_so() -> None:
    stuck = [("Il a 26ans", "Tiene 26 años"), ("Elle a 30ans", "Tiene 30 años")]
    loose = [("Elle a XNUMX ans", "Tiene 31 años")] * 5
    targets = [*(target for target, _ in (*stuck, *loose)), "Il a XNUMXans"]
    sources = [*(source for _, source in (*stuck, *loose)), "Tiene 40 años"]
    done = list(repair_lines(targets, sources, language="fr", source_language="es"))
    assert done[-1].text == "Il a 40ans"
    damaged = [target.replace("XNUMX ans", "XNUMXans") for target in targets]
    done = list(repair_lines(damaged, sources, language="fr", source_language="es"))
    assert done[-1].text == "Il a 40 ans"
