"""Tags as people and pages write them."""

import pytest

from copydesk.formats.language_tag import language_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("es", "es"),
        ("ES", "es"),
        ("es_mx", "es-MX"),
        ("fr_FR", "fr-FR"),
        ("fr-ca", "fr-CA"),
        ("pt-br", "pt-BR"),
        ("spa", "es"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("CAT", "ca"),
        ("eng_US", "en-US"),
        ("fr_FR.UTF-8", "fr-FR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("ast", "ast"),
    ],
)
def test_a_tag_comes_in_its_usual_case_and_shortest_code(written: str, tag: str) -> None:
    assert language_tag(written) == tag


@pytest.mark.parametrize("written", [None, "", "e", "french", "fr fr", "fr--", "12"])
def test_what_is_no_tag_is_told(written: str | None) -> None:
    assert language_tag(written) is None
