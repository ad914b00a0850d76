"""Each weight by which a source is believed decides a case at its boundary."""

from functools import cache
from operator import mul

import pytest

from copydesk.numbers import repair
from copydesk.numbers.repairing.belonging import (
    BELIEVED,
    BELONGING,
    OVERWRITES,
    Belonging,
    evidence,
    source_odds,
)

SOURCES = (
    "La empresa de Valencia despidió a 250 trabajadores en 2009.",
    "El alcalde Juan Pérez gastó 5 millones en la escuela.",
    "Llovió 3 días.",
    "Los precios del petróleo subieron un 12 % en Rusia, según el informe del banco central de Moscú.",
    "Cayeron 88 árboles viejos sobre las vías del ferrocarril entre León y Palencia durante la noche.",
    "María Gómez ganó 4 medallas.",
    "Unos 300 soldados llegaron ayer a la frontera para ayudar a la policía, dijo el ministro en Kabul.",
)
TARGETS = {
    "fr": (
        "L'entreprise de Valence a licencié XNUMX salariés en 2009.",
        "Le maire Juan Pérez a dépensé XNUMX millions pour l'école.",
        "Il a plu pendant XNUMX jours.",
        "Les prix du pétrole ont augmenté de XNUMX % en Russie, selon un rapport de la banque de Moscou.",
        "XNUMX vieux arbres sont tombés sur la voie ferrée entre León et Palencia pendant la nuit.",
        "María Gómez a gagné XNUMX médailles.",
        "XNUMX soldats sont arrivés hier à la frontière pour aider la police, a dit le ministre à Kaboul.",
    ),
    "en": (
        "The company in Valencia dismissed XNUMX workers in 2009.",
        "Mayor Juan Pérez spent XNUMX million on the school.",
        "It rained for XNUMX days.",
        "Oil prices rose XNUMX % in Russia, according to a report by the central bank in Moscow.",
        "XNUMX old trees fell on the railway line between León and Palencia during the night.",
        "María Gómez won XNUMX medals.",
        "Some XNUMX soldiers came to the border yesterday to help the police, the minister said in Kabul.",
    ),
}
MORE = ("", " 1999.", " Martin, 12 %.", " Juan Pérez.", " 250, 88, 4.")
WEIGHED = [name for name in Belonging._fields if name not in ("share_alike", "share_notion")]


def cut(targets: tuple[str, ...]) -> list[list[str]]:
    """Whole targets, their first halves, and those with a sentence that the source has not."""
    return [
        list(targets),
        [text[: len(text) // 2] for text in targets],
        [f"{text} {targets[1]}" for text in targets],
    ]


@cache
def grid() -> dict[tuple[str, int, int], list[Belonging]]:
    """The evidence of every source for every target, by language, cut and what is added."""
    return {
        (language, form, added): [
            evidence(source, f"{text}{MORE[added]}", "es", language) for source in SOURCES for text in texts
        ]
        for language, targets in TARGETS.items()
        for form, texts in enumerate(cut(targets))
        for added in range(len(MORE))
    }


def believed(weights: Belonging, least: float) -> list[int]:
    """How many pairs are believed, by language, cut and what is added."""
    return [sum(sum(map(mul, weights, found)) >= least for found in pairs) for pairs in grid().values()]


TODAY = [8, 7, 6, 10, 6, 12, 5, 6, 11, 5, 7, 7, 5, 10, 3, 9, 8, 7, 10, 7, 14, 7, 7, 14, 5, 9, 7, 7, 11, 5]


def test_as_many_pairs_are_believed_as_were() -> None:
    assert believed(BELONGING, BELIEVED) == TODAY


@pytest.mark.parametrize("factor", [0.5, 1.5])
@pytest.mark.parametrize("name", WEIGHED)
def test_half_of_a_weight_more_or_less_changes_a_verdict(name: str, factor: float) -> None:
    changed = BELONGING._replace(**{name: getattr(BELONGING, name) * factor})
    assert believed(changed, BELIEVED) != TODAY


@pytest.mark.parametrize("factor", [0.5, 1.5])
def test_half_of_the_bar_more_or_less_changes_a_verdict(factor: float) -> None:
    assert believed(BELONGING, BELIEVED * factor) != TODAY


def filled(broken: str, source: str, needed: float) -> list[bool]:
    """Whether the mark is filled with the source believed a little less and more than ``needed``."""
    odds = source_odds(source, broken, "es", "fr")
    return [
        repair(broken, "fr", source=source, source_language="es", trust=needed - odds + step).text != broken
        for step in (-0.05, 0.05)
    ]


@pytest.mark.parametrize(
    ("broken", "source", "fit"),
    [
        ("Il a 3 chats et XNUMX chiens.", "Tiene 3 gatos y 40 perros.", -0.2),
        ("Il pèse XNUMX kg.", "Pesa 40 kg.", 0.3),
        ("Il est né le XNUMX mai.", "Nació el 3 de mayo.", 0.7),
        ("Il a XNUMX chiens.", "Tiene treinta perros.", -2.7),
        ("Il a XNUMX ans.", "Tiene 40.", -1.0),
        ("Un soutien 24/XNUMX.", "Un servicio 24/7.", 3.0),
        ("Il a XNUMX chats et XNUMX chiens.", "Tiene 30 gatos y 40 perros.", 0.6),
    ],
)  # fmt: skip
def test_what_a_slot_says_counts_as_much_as_it_does(broken: str, source: str, fit: float) -> None:
    assert filled(broken, source, BELIEVED - fit) == [False, True]


def test_a_number_that_stands_needs_more_belief() -> None:
    broken = "La voiture sera 2030% électrique en XNUMX."
    assert filled(broken, "El coche será 100% eléctrico en 2030.", OVERWRITES - 4.0) == [False, True]
