"""What would be better than the route that is taken."""

from __future__ import annotations

import pytest

from copydesk.data import Pair
from copydesk.models.card import Card, Quality
from copydesk.translate.better import better
from copydesk.translate.measurements import Measurement
from copydesk.translate.ranking import Ranked
from copydesk.translate.route import parse_route

PAIR = Pair("es", "fr")
TAKEN = Ranked(parse_route("apertium:es-ca apertium:ca-fr"), "measured")
TABLE = (Measurement(TAKEN.route, "newstest2012", 3003, 29.3, 57.5, "2026-11-30", "sig"),)


def card(*figures: tuple[str, float]) -> Card:
    quality = tuple(Quality(pair="es-fr", set=name, bleu=bleu) for name, bleu in figures)
    return Card(
        name="good-es-fr", family="marian", sources=("es",), targets=("fr",), licence="MIT", quality=quality
    )


def said(*figures: tuple[str, float], pair: Pair = PAIR, taken: Ranked = TAKEN) -> str:
    return better(pair, taken, cards=[card(*figures)], table=TABLE)


def test_a_better_model_is_named_with_both_figures_and_the_command() -> None:
    line = said(("newstest2012", 32.4), ("other", 50.0))
    assert line == "good-es-fr has BLEU 32.4 on newstest2012, this route 29.3: copydesk models add es-fr"
    assert said(("newstest2012", 32.4), pair=Pair("es-MX", "fr-CA")) == line


def test_figures_of_another_set_are_called_so() -> None:
    assert "BLEU 40.0, but on flores, another set" in said(("flores", 40.0))


@pytest.mark.parametrize("figures", [(), (("newstest2012", 29.3),), (("newstest2012", 12.0),)])
def test_nothing_is_said_where_no_figure_is_higher(figures: tuple[tuple[str, float], ...]) -> None:
    assert said(*figures) == ""


def test_nothing_is_said_where_a_model_for_the_pair_works_or_none_is_known() -> None:
    own = Ranked(parse_route("ct2:es-fr"), "not measured")
    assert said(("newstest2012", 32.4), taken=own) == ""
    assert better(Pair("xx", "yy"), TAKEN, cards=[card()], table=TABLE) == ""
