"""What a change alters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Certainty, Edit, Span
from copydesk.numbers import compare
from copydesk.review.findings import fixes
from copydesk.review.tagged import from_tagged, to_tagged
from copydesk.review.weigh import ChangeKind, weigh
from copydesk.review.worddiff import word_diff


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Il a coûté 28 500 euros.", "Il a coûté 25 800 euros.", ChangeKind.NUMBER),
        ("Paul Garnier a signé.", "Luc Garnier a signé.", ChangeKind.NAME),
        ("La ville ne vendra pas.", "La ville vendra.", ChangeKind.NEGATION),
        ("Il doit partir.", "Il peut partir.", ChangeKind.MODALITY),
        ("« Oui », dit-elle.", "Oui, dit-elle.", ChangeKind.QUOTE),
        ("La voiture roule.", "L'auto roule.", ChangeKind.WORDING),
        ("Il part , enfin.", "Il part, enfin.", ChangeKind.COSMETIC),
        ("Rien ne change.", "Rien ne change.", ChangeKind.COSMETIC),
    ],
)
def test_the_gravest_thing_is_named(before: str, after: str, kind: ChangeKind) -> None:
    assert weigh(before, after, "fr").kind is kind


def test_grave_changes_come_before_cosmetic_ones() -> None:
    cosmetic = weigh("Il part , enfin , loin , seul.", "Il part, enfin, loin, seul.", "fr")
    assert weigh("Il a 3 chats.", "Il a 4 chats.", "fr").order < cosmetic.order


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_of_a_diff_join_back_to_both_texts(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(piece.before for piece in pieces) == before
    assert "".join(piece.after for piece in pieces) == after


@given(st.text(alphabet="ab <>/12", max_size=30))
def test_text_without_marks_goes_through_the_field_unchanged(text: str) -> None:
    tagged, marks = to_tagged(text, ())
    assert from_tagged(tagged, marks).text == text


def test_a_placeholder_that_nobody_touched_is_no_change_of_a_number() -> None:
    before, after = "Il a payé XNUMX euros hier.", "Il a payé XNUMX euros mardi."
    assert ChangeKind.NUMBER not in weigh(before, after, "fr").alters
    assert ChangeKind.NUMBER in weigh(before, "Il a payé 98 euros hier.", "fr").alters


def test_a_placeholder_is_offered_every_number_that_the_target_lacks() -> None:
    source, target = "Tendrá 14 paradas y 3 conductores.", "Il aura XNUMX arrêts et XNUMX chauffeurs."
    ledger = compare(source, target, "es", "fr")
    found = fixes(target, ("es", "fr"), (), source=source, ledger=ledger)
    assert [(fix.before, fix.after, fix.span.start) for fix in found] == [
        ("XNUMX", "14", 8), ("XNUMX", "3", 8), ("XNUMX", "3", 24), ("XNUMX", "14", 24),
    ]  # fmt: skip
    guess = Edit(Span(7, 12), "XNUMX", "", "slot", "two numbers fit", Certainty.UNKNOWN, ("98", "89"))
    source, target = "Tendrá XNUMX paradas.", "Il aura XNUMX arrêts."
    ledger = compare(source, target, "es", "fr")
    found = fixes(target, ("es", "fr"), (), source=source, ledger=ledger, guesses=[guess])
    assert [fix.text for fix in found] == ["Il aura 98 arrêts.", "Il aura 89 arrêts."]
