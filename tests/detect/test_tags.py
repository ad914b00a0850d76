from copydesk.data import primary
from copydesk.detect.tags import configured, name_of


def test_the_primary_subtag_is_lower_case() -> None:
    assert [primary(tag) for tag in ("fr-CA", "FR_ca", " es ", "zh-Hant-TW")] == ["fr", "fr", "es", "zh"]


def test_a_hint_stands_for_a_configured_tag() -> None:
    assert configured("fr_FR", ("es", "fr-CA")) == "fr-CA"
    assert configured("nl", ("es", "fr")) is None
    assert configured(None, ("es",)) is None
    assert configured("", ("es",)) is None


def test_messages_name_languages_in_english() -> None:
    assert (name_of("es"), name_of("tlh"), name_of(None)) == ("Spanish", "tlh", "no language")
