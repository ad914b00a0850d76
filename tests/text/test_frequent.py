"""The word list knows words, and is strict with short ones."""

from copydesk.text.frequent import frequent, peculiar


def test_common_and_known_words() -> None:
    french = frequent("fr-CA")
    assert french is not None
    assert french.common("similaire")
    assert french.common("bien")
    assert not french.common("ait")
    assert french.known("anticonstitutionnel")
    assert not french.known("similairebien")


def test_a_language_without_a_list_has_none() -> None:
    assert frequent("xx") is None


def test_words_are_said_in_one_language_and_names_in_many() -> None:
    assert peculiar("Temporary", "en", "es")
    assert peculiar("Delito", "es", "en")
    assert not peculiar("Obama", "en", "es")
    assert not peculiar("Jindřich", "en", "es")
    assert not peculiar("Temporary", "en", "xx")
