import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.detect.prior import evidence, weigh


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Novak Djokovic", 0),
        ("El Barcelona gana", 4),
        ("EL GOBIERNO CAE", 13),
        ("BBC", 0),
        ("", 0),
        ("5 km", 2),
    ],
)
def test_names_and_numbers_are_no_evidence(text: str, letters: int) -> None:
    assert evidence(text) == letters


def test_the_document_wins_where_nothing_speaks_against_it() -> None:
    weighed = weigh({"es": 0.3, "en": 0.7}, "es", 0)
    assert weighed["es"] > 0.99


def test_a_segment_that_speaks_for_itself_leaves_its_document() -> None:
    weighed = weigh({"es": 0.001, "en": 0.999}, "es", 100)
    assert weighed["en"] > 0.99


def test_without_a_document_nothing_changes() -> None:
    assert weigh({"es": 0.3, "en": 0.7}, None, 3) == {"es": 0.3, "en": 0.7}
    assert weigh({"es": 0.3, "en": 0.7}, "nl", 3) == {"es": 0.3, "en": 0.7}


@given(st.floats(0, 1), st.integers(0, 200), st.integers(0, 200))
def test_more_evidence_never_helps_the_document(chance: float, few: int, more: int) -> None:
    few, more = sorted((few, more))
    distribution = {"es": chance, "en": 1 - chance}
    assert weigh(distribution, "es", more)["es"] <= weigh(distribution, "es", few)["es"] + 1e-12


@given(st.floats(0, 1), st.integers(0, 200))
def test_weighed_probabilities_sum_to_one(chance: float, letters: int) -> None:
    assert sum(weigh({"es": chance, "en": 1 - chance}, "en", letters).values()) == pytest.approx(1.0)
