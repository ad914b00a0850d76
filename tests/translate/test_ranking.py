"""Which route goes first, and why."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from copydesk.data import Pair
from copydesk.translate.measurements import Measurement, measurements, rendered
from copydesk.translate.ranking import Ranked, rank
from copydesk.translate.route import Leg, parse_route

PAIR = Pair("es", "en")
DIRECT, THROUGH_PT = "apertium:es-en", "apertium:es-pt firefox:pt-en"
THROUGH_CA = "apertium:es-ca apertium:ca-en"
MODEL = "ct2:es-en"


def row(route: str, bleu: float, name: str = "ntrex", lines: int = 500) -> Measurement:
    return Measurement(parse_route(route), name, lines, bleu, 50.0, "2026-11-30", "sig")


def ranked(
    *routes: str,
    table: tuple[Measurement, ...] = (),
    card: Mapping[str, float] | None = None,
    pair: Pair = PAIR,
) -> tuple[Ranked, ...]:
    legs = {leg for route in routes for leg in parse_route(route).legs}
    model = parse_route(MODEL).legs[0]

    def published(leg: Leg) -> Mapping[str, float]:
        return card if card and leg == model else {}

    return rank(pair, legs, table=table, published=published)


def names(*args: str, **more: object) -> list[str]:
    return [str(r.route) for r in ranked(*args, **more)]  # type: ignore[arg-type]


def test_the_higher_figure_on_the_same_set_goes_first() -> None:
    table = (row(DIRECT, 15.0), row(THROUGH_PT, 28.7), row(THROUGH_CA, 20.0, "other"))
    first, second, third = ranked(DIRECT, THROUGH_PT, THROUGH_CA, table=table)
    assert [str(r.route) for r in (first, second, third)] == [THROUGH_PT, DIRECT, THROUGH_CA]
    assert first.reason == "BLEU 28.7 / chrF 50.0 on ntrex, 500 lines, one of 2 measured"
    assert third.measured is None


def test_figures_of_different_sets_are_never_compared() -> None:
    table = (row(DIRECT, 15.0), row(THROUGH_PT, 14.0), row(THROUGH_PT, 33.0, "easy"))
    assert names(DIRECT, THROUGH_PT, table=table) == [DIRECT, THROUGH_PT]


def test_a_route_that_is_not_installed_does_not_count() -> None:
    assert names(DIRECT, table=(row(DIRECT, 15.0), row(THROUGH_PT, 28.7))) == [DIRECT]


def test_an_unmeasured_model_for_the_very_pair_goes_first() -> None:
    table = (row(THROUGH_PT, 28.7),)
    assert names(THROUGH_PT, MODEL, table=table)[0] == MODEL
    assert names(THROUGH_PT, MODEL, table=table, card={"another set": 3.0})[0] == MODEL
    assert names(THROUGH_PT, MODEL, table=table, card={"ntrex": 28.7})[0] == MODEL


@pytest.mark.parametrize("decisive", ["ntrex", "newstest"])
def test_unless_its_card_says_less_on_a_set_that_was_measured(decisive: str) -> None:
    table = (row(THROUGH_PT, 28.7), row(THROUGH_PT, 31.0, "newstest"), row(DIRECT, 15.0))
    order = ranked(THROUGH_PT, MODEL, DIRECT, table=table, card={decisive: 20.0})
    assert [str(r.route) for r in order] == [THROUGH_PT, MODEL, DIRECT]
    assert "its card says BLEU 20.0" in order[1].reason


def test_of_two_unmeasured_models_the_one_whose_card_says_more_goes_first() -> None:
    assert names("marian:es-en", MODEL, card={"ntrex": 30.0})[0] == MODEL


def test_unmeasured_routes_go_by_legs_then_rules_then_english() -> None:
    pair = Pair("xx", "yy")
    ways = ("apertium:xx-yy", "ct2:xx-en ct2:en-yy", "ct2:xx-de ct2:de-yy", "apertium:xx-ca ct2:ca-yy")
    assert names(*reversed(ways), pair=pair) == list(ways)


def test_three_legs_are_taken_where_fewer_do_not_reach() -> None:
    way = "a:xx-es a:es-pt b:pt-yy"
    assert names(way, pair=Pair("xx", "yy")) == [way]


def test_the_table_reads_back_as_it_was_written() -> None:
    assert rendered(measurements()).splitlines()[1:]
    rows = measurements()
    assert all(m.signature.startswith("BLEU nrefs:1|") and " chrF nrefs:1|" in m.signature for m in rows)
    assert rendered(rows) == rendered(reversed(rows))
