"""What is said of engines, from real decisions."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sacrebleu.metrics import TER

from copydesk.formats.exchange import Marked
from copydesk.review.actions import ReviewAction, apply
from copydesk.review.current import Checks, Reader
from copydesk.review.effort import effort, ter_edits
from copydesk.review.intake import take_in
from copydesk.review.states import Action
from copydesk.review.statistics import Statistics, judgements, statistics
from copydesk.review.tally import Tally
from copydesk.store import editions, queue
from copydesk.store.database import Connection, connect
from copydesk.store.people import Person
from copydesk.store.queue import Wanted
from copydesk.web import charts
from web import newsroom

ANA = Person("Ana", "approver")
TOKENS = ["la", "ville", "de", "Soria", "vend", "3", "trams", ",", "enfin"]
WORDS = st.lists(st.sampled_from(TOKENS), min_size=1, max_size=9)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
@example(["la", "de", "ville", "la"], ["ville", "Soria", "la", "ville"])  # words that some paths move
def test_the_edit_rate_is_that_of_the_reference_implementation(before: list[str], after: list[str]) -> None:
    score: Any = TER(case_sensitive=True).sentence_score(" ".join(before), [" ".join(after)])
    assert ter_edits(before, after) == score.num_edits


def test_a_word_that_moved_is_one_edit() -> None:
    assert effort("hier le maire a parlé", "le maire a parlé hier", "fr").edits == 1


def test_an_edit_that_sets_a_number_right_alters_facts_and_one_that_moves_a_comma_does_not() -> None:
    assert effort("Il a 3 chats.", "Il a 4 chats.", "fr").facts
    assert not effort("Il part , enfin.", "Il part, enfin.", "fr").facts


def row(connection: Connection, words: str) -> int:
    ((found, _),) = queue.page(connection, Wanted(state="", text=words)).rows
    return found.id


def test_accepted_edited_rejected_and_their_reasons_are_counted(tmp_path: Path) -> None:
    with closing(connect(newsroom.build(tmp_path))) as connection:
        reader = Reader(Checks())
        take_in(connection, reader)
        apply(connection, reader, ANA, row(connection, "verano"), ReviewAction(Action.APPROVE, None))
        price = Marked("Le véhicule a coûté 28 500 euros et arrivera en mai.")
        apply(connection, reader, ANA, row(connection, "28.500"), ReviewAction(Action.FIX, None, price))
        wrong = ReviewAction(Action.REJECT, None, category="accuracy/omission", severity="major")
        apply(connection, reader, ANA, row(connection, "paradas"), wrong)
        taken_back = ReviewAction(Action.REJECT, None, category="style", severity="critical")
        apply(connection, reader, ANA, row(connection, "alcaldesa"), taken_back)
        apply(connection, reader, ANA, row(connection, "alcaldesa"), ReviewAction(Action.UNDO, None))
        (edition, *_) = editions.published(connection)
        summary = {**edition.summary, "repair:placeholder:certain": 2}
        editions.save(connection, replace(edition, summary=summary))
        found = statistics(connection)
    tally = found.systems["es-fr", "fixed"]
    assert (tally.accepted, tally.edited, tally.rejected) == (1, 1, 1)
    assert (tally.edits, tally.facts, tally.penalty) == (2, 1, 5)
    assert found.engines["fixed"] == found.pairs["es-fr"] == tally
    assert found.reasons == {("fixed", "accuracy/omission"): 1}
    assert found.repairs == {("placeholder", "certain"): 2}


@pytest.mark.parametrize(("count", "verdict"), [(60, "may be chance"), (30, "more than chance")])
def test_a_difference_is_called_by_what_the_counts_allow(count: int, verdict: str) -> None:
    systems = {("es-fr", "a"): Tally(accepted=65, edited=35), ("es-fr", "b"): Tally(count, 100 - count)}
    (sentence,) = judgements(Statistics(systems=systems))
    assert verdict in sentence


def test_few_decisions_allow_no_judgement() -> None:
    assert judgements(Statistics(systems={("es-fr", "a"): Tally(9), ("es-fr", "b"): Tally(1, 8)})) == []


def test_the_interval_is_wilsons() -> None:
    low, high = Tally(accepted=8, edited=2).accepted_between
    assert (round(low, 1), round(high, 1)) == (49.0, 94.3)


def test_a_chart_is_svg_with_its_numbers_in_words_and_nothing_inline() -> None:
    hostile = "<script>&x"
    drawn = charts.shares("Decisions", f"{hostile}: 3 of 4", {hostile: Tally(3, 1), "b": Tally(0, 0, 2)})
    root = ET.fromstring(drawn)
    assert root.findtext("desc") == f"{hostile}: 3 of 4"
    assert len(root.findall(".//g[@class='series bars']/rect")) == 6
    assert not [e for e in root.iter() if e.tag == "script" or "style" in e.attrib]
    line = charts.trend("TER", "falls", {"x": {"2026-01-05": 30.0, "2026-01-12": 12.5}})
    assert len(ET.fromstring(line).findall(".//path")) == 1
