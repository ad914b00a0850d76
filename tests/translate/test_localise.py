"""Numerals that a translation copied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.numbers import compare
from copydesk.text.apply import apply
from copydesk.translate.localise import localise


def localised(source: str, target: str, here: str, there: str) -> str:
    return apply(target, localise(source, target, here, there))


@pytest.mark.parametrize(
    ("here", "there", "source", "target", "expected"),
    [
        ("en", "es", "500,000 men, 2.5 %", "500,000 hombres, 2.5 %", "500.000 hombres, 2,5 %"),
        ("es", "en", "1.250,5 toneladas", "1.250,5 tonnes", "1,250.5 tonnes"),
        ("es", "fr", "28.500 euros", "28.500 euros", "28\u202f500 euros"),
        ("fr", "en", "4 000 et 1 250,5 km", "4 000 and 1 250,5 km", "4,000 and 1,250.5 km"),
        (
            "es",
            "en",
            "entre 1,2 y 1,4 millones",
            "between 1,2 and 1,4 million",
            "between 1.2 and 1.4 million",
        ),
    ],
)
def test_copied_numerals_are_set_as_the_target_language_sets_them(
    here: str, there: str, source: str, target: str, expected: str
) -> None:
    assert localised(source, target, here, there) == expected


@pytest.mark.parametrize(
    ("here", "there", "source", "target"),
    [
        ("en", "es", "OpenOffice 3.0, version 2.1", "OpenOffice 3.0, versión 2.1"),
        ("en", "es", "at 5.30 pm, from 9.30 to 10.45", "a las 5.30 pm, de 9.30 a 10.45"),
        ("en", "es", "section 4.1", "la sección 4.1"),
        ("es", "en", "el 3.4.2018 a las 18.30", "on 3.4.2018 at 18.30"),
        ("fr", "es", "4 000 francs", "4 000 francos"),
        ("es", "pt", "28.500 euros", "28.500 euros"),
        ("es", "en", "28.500 euros", "28,500 euros, 1.250"),
    ],
)
def test_versions_times_dates_and_what_is_good_print_stay(
    here: str, there: str, source: str, target: str
) -> None:
    assert localised(source, target, here, there) == target


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=4), st.sampled_from(["en", "fr"]))
def test_no_value_changes(values: list[int], there: str) -> None:
    text = " y ".join(f"{value:,}".replace(",", ".") + " casas" for value in values)
    done = localised(text, text, "es", there)
    assert [c for c in done if c.isdigit()] == [c for c in text if c.isdigit()]
    assert compare(text, done, "es", there).ok
