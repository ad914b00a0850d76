"""Numbers that slid into a place the reader no longer sees."""

from __future__ import annotations

import pytest

from copydesk.numbers import repair
from copydesk.text.apply import apply


@pytest.mark.parametrize(
    ("source", "broken", "clean"),
    [
        ("Ganaron 3-0 en 70 días", "Ils ont gagné 3:70 en XNUMX jours", "Ils ont gagné 3:0 en 70 jours"),
        (
            "Entre 18 y 21 jóvenes llegaron a la 1:20",
            "De 18 à XNUMX jeunes sont arrivés à 1 heure 21",
            "De 18 à 21 jeunes sont arrivés à 1 heure 20",
        ),
        (
            "Pagó 5 mil 352 pesos de los 7 mil 375 pesos",
            "Elle a payé 375 mille 352 pesos des 7 mille XNUMX pesos",
            "Elle a payé 5 mille 352 pesos des 7 mille 375 pesos",
        ),
        ("Llega a las 15H30", "Elle arrive vers 30 heures XNUMX", "Elle arrive vers 15 heures 30"),
    ],
)
def test_the_number_is_moved_back(source: str, broken: str, clean: str) -> None:
    done = repair(broken, "fr", source=source, source_language="es")
    assert done.text == clean
    assert apply(broken, done.edits) == clean
    assert all(edit.span.of(broken) == edit.before for edit in done.edits)
    assert repair(clean, "fr", source=source, source_language="es").edits == ()


def test_a_text_of_many_numbers_is_only_flagged() -> None:
    rest = " ".join(str(n) for n in range(50, 70))
    source = f"Pagó 5 mil 352 pesos de los 7 mil 375 pesos {rest}"
    broken = f"Elle a payé 375 mille 352 pesos des 7 mille XNUMX pesos {rest}"
    done = repair(broken, "fr", source=source, source_language="es")
    assert done.text == broken
    assert done.findings
