import pytest

from copydesk.languages import KNOWN, facts

WORDS = ("titles", "numbered", "enders", "starters")


@pytest.mark.parametrize("code", KNOWN)
def test_a_known_language_names_itself(code: str) -> None:
    page = facts(code)
    assert page.code == code
    assert page.name != code
    assert page.own_name != code


@pytest.mark.parametrize("tag", ["fr-CA", "fr-Latn-FR", "FR"])
def test_region_and_script_are_ignored(tag: str) -> None:
    assert facts(tag) is facts("fr")


def test_an_unknown_language_has_neutral_facts() -> None:
    page = facts("tlh")
    assert page.name == "tlh"
    assert not page.segmentation.titles
    assert not page.segmentation.ordinals


@pytest.mark.parametrize("code", KNOWN)
@pytest.mark.parametrize("field", WORDS)
def test_segmentation_words_are_lower_case_without_final_dot(code: str, field: str) -> None:
    words: frozenset[str] = getattr(facts(code).segmentation, field)
    assert words
    assert all(word == word.lower() and not word.endswith(".") for word in words)


@pytest.mark.parametrize("code", KNOWN)
def test_an_abbreviation_is_of_one_kind(code: str) -> None:
    page = facts(code).segmentation
    assert not page.titles & page.numbered
    assert not page.titles & page.enders
    assert not page.numbered & page.enders
