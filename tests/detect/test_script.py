import pytest

from copydesk.detect.script import has_letters, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Zürich, 5 %", "Latn"),
        ("Москва ждёт BBC", "Cyrl"),
        ("Αθήνα", "Grek"),
        ("東京", "Hani"),
        ("東京に行く", "Jpan"),
        ("서울", "Hang"),
        ("ביירות", "Hebr"),
        ("القاهرة", "Arab"),
        ("ABC", "Latn"),
        ("\U00010330\U00010331", "Zyyy"),
        ("123 — 45 %", None),
        ("", None),
    ],
)
def test_the_script_of_most_letters_counts(text: str, script: str | None) -> None:
    assert script_of(text) == script


def test_digits_and_underscores_are_no_letters() -> None:
    assert not has_letters("12_3 €")
    assert has_letters("12 é")
