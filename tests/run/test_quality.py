"""The badge of an article."""

from dataclasses import replace

import pytest

from copydesk.data import Badge, BlockRole, Draft, Means
from copydesk.run.quality import quality
from publish.sample_edition import Builder


def draft(effort: float | None, means: Means = Means.MACHINE) -> Draft:
    made = Builder()
    made.block(BlockRole.PARAGRAPH, ("Llueve mucho.", "Il pleut beaucoup."), means=means)
    given = made.draft()
    return replace(given, translations=tuple(replace(t, effort=effort) for t in given.translations))


@pytest.mark.parametrize(
    ("effort", "badge"),
    [(0.7, Badge.HEAVY), (0.45, Badge.LIGHT), (0.1, Badge.CLEAN), (None, Badge.UNKNOWN)],
)
def test_the_badge_follows_the_expected_edits(effort: float | None, badge: Badge) -> None:
    found = quality(draft(effort))
    assert found.badge is badge
    assert found.engine == "apertium"
    assert "apertium" in found.shown


def test_text_of_people_has_a_badge_of_its_own() -> None:
    assert quality(draft(None, Means.HUMAN)).badge is Badge.HUMAN
    assert quality(draft(None, Means.COPIED)).badge is Badge.COPIED


def test_a_measured_way_says_its_score() -> None:
    given = draft(0.7)
    engine = "apertium:spa-cat:1+apertium:cat-fra:2|desk:3"
    routed = replace(given, translations=tuple(replace(t, engine=engine) for t in given.translations))
    assert "BLEU" in quality(routed).measured
