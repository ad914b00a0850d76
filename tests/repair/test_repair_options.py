"""The marks are a table that may be cut and added to."""

import pytest
from pydantic import ValidationError

from copydesk.numbers import repair
from copydesk.numbers.reading.placeholders import FAMILIES
from copydesk.repair import RepairOptions


def test_the_defaults_are_all_families() -> None:
    assert RepairOptions().families is FAMILIES


def test_families_may_be_left_out() -> None:
    families = RepairOptions(marks=("num",)).families
    assert [family.name for family in families] == ["num"]
    assert repair("Il a vu XNUMX chats", "fr", families=families).findings == ()


def test_an_own_mark_is_found_and_filled() -> None:
    families = RepairOptions(own_marks={"hash": r"#{3}"}).families
    done = repair("Il a vu ### chats", "fr", source="Vio 5 gatos", source_language="es", families=families)
    assert done.text == "Il a vu 5 chats"


@pytest.mark.parametrize(
    "options",
    [
        {"marks": ("nothing",)},
        {"own_marks": {"bad": "("}},
        {"own_marks": {"empty": "x*"}},
        {"own_marks": {"num": "N"}},
        {"words": "nothing"},
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        RepairOptions.model_validate(options)
