"""Times of day in words and digits."""

import pytest

from copydesk.data import NumberKind
from copydesk.numbers import compare, read


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "half past six", (6, 30)),
        ("en", "a quarter to ten", (9, 45)),
        ("en", "at ten to six", (5, 50)),
        ("en", "1530 hours", (15, 30)),
        ("en", "1200 GMT", (12, 0)),
        ("es", "las nueve menos veinte", (8, 40)),
        ("fr", "six heures trente", (6, 30)),
        ("fr", "dix heures moins le quart", (9, 45)),
    ],
)
def test_times_are_read(language: str, text: str, values: tuple[int, int]) -> None:
    (mention,) = read(text, language)
    assert mention.kind is NumberKind.TIME
    assert mention.value is not None
    assert [int(value) for value in mention.value.values] == list(values)


@pytest.mark.parametrize(
    ("source", "target", "ok"),
    [
        ("a las 12:00 GMT", "à 13 h 00 CET", True),
        ("a las 12:00 GMT", "à 14 h 00 CET", False),
        ("en 2:19:19", "en 2:19:19", True),
        ("en 2:19:19", "en 2:19:91", False),
        ("dura dos horas y media", "dure 2 h 30", True),
        ("a las diez y media", "à 10 h 30", True),
        ("a las diez y media", "à 10 h 50", False),
    ],
)
def test_times_are_compared(source: str, target: str, ok: bool) -> None:
    assert compare(source, target, "es", "fr").ok is ok
