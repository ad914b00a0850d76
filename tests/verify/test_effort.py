"""The estimate of edit effort: bounded, explained by its signals, silent where nobody fitted it."""

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.data import Bitext, Pair, Span
from copydesk.verify.effort import LEAST, MOST, Habits, estimated_effort, signals, weights

ES_FR = Pair("es", "fr")
ENGINE = "apertium:spa-cat:1+apertium:cat-fra:2|desk:3"


@settings(deadline=None)  # the first call reads the word lists
@given(st.text(max_size=80), st.text(max_size=80))
def test_an_estimate_is_an_edit_rate_whatever_the_text(source: str, target: str) -> None:
    found = estimated_effort(Bitext(source, target, ES_FR), ENGINE)
    assert found is None or LEAST <= found <= MOST


def test_machine_habits_and_unknown_words_cost_more() -> None:
    source = "El pacto que prometió el ministro se firmó también en la ciudad."
    clean = Bitext(source, "Le pacte promis par le ministre a été signé dans la ville.", ES_FR)
    raw = Bitext(
        source,
        "Le pacte que se promet cela qu'il lo se firmat dans la ciutat.",
        ES_FR,
        unknown=(Span(40, 46), Span(55, 61)),
    )
    better, worse = estimated_effort(clean, ENGINE), estimated_effort(raw, ENGINE)
    assert better is not None
    assert worse is not None
    assert better < worse


def test_nobody_guesses_for_a_route_that_was_not_fitted() -> None:
    assert estimated_effort(Bitext("Hola", "Hallo", Pair("es", "de")), ENGINE) is None
    assert estimated_effort(Bitext("Hola", "Salut", ES_FR), "chat:model:es-fr:1") is None


def test_regions_share_the_model() -> None:
    assert weights(Pair("es-MX", "fr-CA"), "apertium") == weights(ES_FR, "apertium")


def test_the_card_says_what_each_model_is_worth() -> None:
    read = json.loads(files("copydesk.verify").joinpath("effort.json").read_text("utf-8"))
    assert set(read["models"]) == set(read["card"]["tested"])
    for sets in read["card"]["tested"].values():
        assert all({"segments", "documents", "estimated", "ter"} <= set(result) for result in sets.values())


def test_signals_are_shares_of_the_words() -> None:
    habits = Habits({"": (0.5, 0.2), "la": (0.8, 0.4), "la maison": (0.9, 0.9)})
    found = signals(Bitext("De la casa", "De la maison", ES_FR, unknown=(Span(6, 12),)), (), habits)
    assert found["unknown"] == 1 / 3
    assert found["kept"] == pytest.approx((0.5 + 0.8 + 0.9) / 3)
    assert found["joined"] == pytest.approx((0.2 + 0.4 + 0.9) / 3)


@pytest.mark.parametrize("route", ["es-fr apertium", "es-en firefox", "es-en apertium"])
def test_what_references_kept_lowers_the_estimate(route: str) -> None:
    pair, _, engine = route.partition(" ")
    model = weights(Pair(*pair.split("-")), engine)
    assert model is not None
    all_words = model.habits.shares[""]
    assert all(0 <= share <= 1 for shares in model.habits.shares.values() for share in shares)
    assert model.estimate({"kept": all_words[0], "joined": all_words[1]}) > model.estimate(
        {"kept": 1.0, "joined": 1.0}
    )
