"""The numerals of the source, put back in order into the marks of the target, are put in their places."""

import pytest

from copydesk.numbers import repair

CASES = (
    ("en", "fr", "About 3,000 people and 500 police officers came to Lyon.",
     "Environ 3,000 500 personnes et XNUMX policiers sont venus à Lyon.",
     "Environ 3 000 personnes et 500 policiers sont venus à Lyon."),
    ("en", "es", "The museum lost 12,500 visitors and 40 guides in 2021.",
     "El museo perdió 12,500 40 visitantes y 2021 guías en XNUMX.",
     "El museo perdió 12.500 visitantes y 40 guías en 2021."),
    ("es", "fr", "Participaron tres equipos y 1.200 atletas durante 9 días.",
     "1.200 équipes et 9 athlètes ont participé pendant XNUMX jours.",
     "3 équipes et 1 200 athlètes ont participé pendant 9 jours."),
    ("fr", "en", "Le port compte 85 000 habitants et 14 écoles.",
     "The port has 85 000 14 inhabitants and XNUMX schools.",
     "The port has 85,000 inhabitants and 14 schools."),
    ("en", "fr", "The score goes back to 15,133.", "Le score remonte à 15,133 XNUMX.",
     "Le score remonte à 15 133."),
    ("de", "en", "Die Garantie gilt 2.500.000 Stunden oder 5 Jahre.",
     "The guarantee holds for 2.500.000 5 hours or XNUMX years.",
     "The guarantee holds for 2,500,000 hours or 5 years."),
)  # fmt: skip


@pytest.mark.parametrize(("here", "there", "source", "broken", "mended"), CASES)
def test_what_slid_is_put_back(here: str, there: str, source: str, broken: str, mended: str) -> None:
    done = repair(broken, there, source=source, source_language=here)
    assert "".join(done.text.split()) == "".join(mended.split())
    assert all("put back in order" in edit.evidence for edit in done.edits)


@pytest.mark.parametrize(
    "broken",
    [
        "Environ 500 3,000 personnes et XNUMX policiers sont venus à Lyon.",  # not the order of the source
        "Environ 3,000 500 personnes et XNUMX policiers sont venus à Lyon en XNUMX.",  # one place too many
    ],
)
def test_other_orders_and_places_are_left(broken: str) -> None:
    source = "About 3,000 people and 500 police officers came to Lyon."
    assert repair(broken, "fr", source=source, source_language="en").text == broken


def test_without_the_source_every_number_before_the_last_mark_is_flagged() -> None:
    text = "Les 1,000 71 machines ont démarré en 12 secondes, soit XNUMX minutes."
    flagged = {span.of(text) for finding in repair(text, "fr").findings for span in finding.target}
    assert {"71", "12", "XNUMX"} <= {piece for surface in flagged for piece in surface.split()}
