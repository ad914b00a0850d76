import pytest

from copydesk.languages import CHECKED, cldr, facts
from copydesk.languages.contract.numerals import Numerals


@pytest.mark.parametrize(
    ("code", "word", "value"),
    [("nl", "miljoen", 10**6), ("pl", "tysięcy", 10**3), ("uk", "млрд", 10**9), ("ro", "milioane", 10**6)],
)
def test_the_cldr_gives_scales(code: str, word: str, value: int) -> None:
    assert cldr.numerals(code).scales[word] == value


def test_the_cldr_gives_months_units_and_marks() -> None:
    page = cldr.numerals("sv")
    assert page.months["augusti"] == 8
    assert page.units["kilometer per timme" if "kilometer per timme" in page.units else "km/h"] == "km/h"
    assert page.decimal_marks == ","
    assert cldr.numerals("zh").scale_signs["亿"] == 10**8


def test_a_tag_that_is_no_language_has_neutral_numerals() -> None:
    assert cldr.numerals("tlh") == Numerals()
    assert cldr.script("tlh") == ""
    assert (cldr.script("uk"), cldr.script("ja"), cldr.script("nl")) == ("Cyrl", "Jpan", "Latn")


@pytest.mark.parametrize("code", CHECKED)
def test_a_language_of_the_gate_names_itself_and_knows_its_prose(code: str) -> None:
    page = facts(code)
    assert (page.code, page.knows("prose")) == (code, True)
    assert page.name != code
    assert not page.knows("negation")


def test_words_of_numbers_are_known_where_they_stand_apart() -> None:
    assert [code for code in CHECKED if not facts(code).knows("words")] == ["ja", "zh"]
    assert facts("nl").numerals.small["zeventien"] == 17


def test_a_language_without_a_folder_has_its_name_and_formats() -> None:
    page = facts("cs-CZ")
    assert (page.name, page.own_name) == ("Czech", "čeština")
    assert page.numerals.decimal_marks == ","
    assert not page.knows("prose")
