import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Candidate, Inline, Span
from copydesk.translate.degenerate_output import degenerate, misplaced

SOURCE = "El alcalde explicó que las calles necesitan una reforma."


@pytest.mark.parametrize(
    ("source", "target", "why"),
    [
        (SOURCE, "", "empty"),
        (SOURCE, " . ", "empty"),
        (SOURCE, "le maire " * 6, "circles"),
        (SOURCE, "Il a dit que le " + "non " * 7, "circles"),
        ("Hola.", "x" * 600, "does not end"),
    ],
)
def test_what_is_no_translation_is_told(source: str, target: str, why: str) -> None:
    assert why in degenerate(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (SOURCE, "Le maire a expliqué que les rues ont besoin d'une réforme."),
        ("—", "—"),
        ("ja ja ja ja ja ja ja", "ha ha ha ha ha ha ha ha"),
        ("Sí", "Oui, oui, oui"),
        ("", ""),
    ],
)
def test_what_may_be_one_passes(source: str, target: str) -> None:
    assert degenerate(source, target) == ""


@given(st.text(min_size=1))
def test_a_text_may_always_stay_as_it_is(text: str) -> None:
    assert degenerate(text, text) in ("", "the engine gave an empty answer")
    if any(c.isalnum() for c in text):
        assert degenerate(text, text) == ""


@pytest.mark.parametrize(
    ("candidate", "why"),
    [
        (Candidate("a b", unknown=(Span(2, 3), Span(0, 1))), ""),
        (Candidate("a-b", unknown=(Span(0, 3), Span(2, 3))), "twice"),
        (Candidate("a b", unknown=(Span(2, 4),)), "outside"),
        (Candidate("a b", inlines=(Inline(Span(0, 9), "em"),)), "outside"),
    ],
)
def test_spans_that_cannot_be_are_told(candidate: Candidate, why: str) -> None:
    assert why in misplaced(candidate)
    assert bool(why) == bool(misplaced(candidate))
