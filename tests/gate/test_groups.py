"""Where each system is good, judged by the real chrF."""

from __future__ import annotations

import pytest

from copydesk.data import Pair
from copydesk.gate.groups import Judge
from copydesk.gate.material import Material, System
from copydesk.gate.metrics import METRICS

REFERENCES = ("Il a payé 30 euros.", "La pluie tombe.", "Le préfet Durand « regrette » la grève.", "Oui.")
FIRST = System("first", ("Il a payé 30 euros.", "La pluie tombe fort.", "Le préfet.", "Oui."))
SECOND = System("second", ("Il paie.", "La pluie tombe.", "Le préfet Durand « regrette » la grève.", "Oui."))
MATERIAL = Material(
    Pair("es", "fr"),
    ("Pagó 30 euros.", "Llueve.", "El prefecto Durand «lamenta» la huelga.", "Sí"),
    ("b", "a", "b", "c"),
    REFERENCES,
)


@pytest.fixture(scope="module")
def judge() -> Judge:
    metric = METRICS.load("chrf")()
    return Judge(metric, [metric.statistics(MATERIAL.compared(system)) for system in (FIRST, SECOND)])


def test_kinds_that_do_not_occur_are_not_listed(judge: Judge) -> None:
    found = {group.name: (group.segments, group.wins) for group in judge.phenomena(MATERIAL)}
    assert found == {
        "with numbers": (1, (1, 0)),
        "with names": (1, (0, 1)),
        "with quotations": (1, (0, 1)),
        "headlines (no full stop)": (1, (0, 0)),
    }


def test_articles_come_in_the_order_of_the_text_and_a_tie_is_nobodys(judge: Judge) -> None:
    groups = list(judge.articles(MATERIAL))
    assert [(group.name, group.segments, group.wins) for group in groups] == [
        ("b", 2, (1, 1)),
        ("a", 1, (0, 1)),
        ("c", 1, (0, 0)),
    ]
    assert groups[-1].scores == (100, 100)


def test_one_article_is_no_group(judge: Judge) -> None:
    one = Material(MATERIAL.pair, MATERIAL.sources, ("a",) * 4, REFERENCES)
    assert not list(judge.articles(one))


def test_regressions_are_losses_alone_the_greatest_first(judge: Judge) -> None:
    (only,) = judge.regressions(MATERIAL, (FIRST, SECOND), 1, 20)
    assert (only.number, only.article, only.first, only.second) == (1, "b", "Il a payé 30 euros.", "Il paie.")
    assert only.loss > 50


def test_no_more_regressions_than_asked_for() -> None:
    metric = METRICS.load("chrf")()
    judge = Judge(metric, [metric.statistics(MATERIAL.compared(system)) for system in (SECOND, FIRST)])
    losses = judge.regressions(MATERIAL, (SECOND, FIRST), 1, 20)
    assert [item.number for item in losses] == [3, 2]
    assert judge.regressions(MATERIAL, (SECOND, FIRST), 1, 1) == losses[:1]


def test_entities_are_decoded_once() -> None:
    assert System("x", ("l&#39;eau &amp;lt;",)).decoded().targets == ("l'eau &lt;",)
