"""A text's own way of writing numbers comes first, then the source's, then the locale's."""

from decimal import Decimal

import pytest

from copydesk.languages import facts
from copydesk.numbers.writing import number_in_style, percent_gap
from copydesk.numbers.writing.number_style import NO_STYLE, Format, number_style


def written(text: str, value: str, surface: str, language: str = "fr", joiner: str = "") -> str:
    page = facts(language).numerals
    return number_in_style(Decimal(value), number_style(text, page), page, surface, joiner=joiner)


@pytest.mark.parametrize(
    ("text", "value", "surface", "expected"),
    [
        ("et 30 000 chats", "12500", "12.500", "12 500"),
        ("et 30\u202f000 chats", "12500", "12.500", "12\u202f500"),
        ("et 30000 chats", "12500", "12.500", "12500"),
        ("et 3500 chats", "1200", "1.200", "1200"),
        ("et 3500 chats", "12500", "12.500", "12 500"),
        ("rien", "12500", "12.500", "12 500"),
        ("rien", "12500", "12,500", "12 500"),
        ("rien\u00a0!", "12500", "12,500", "12\u202f500"),
        ("rien", "12500", "12500", "12500"),
        ("rien", "12500", "doce mil quinientos", "12 500"),
        ("rien", "3.5", "3,5", "3,5"),
        ("coûte 2.5 euros", "3.5", "3,5", "3.5"),
        ("coûte 2.5 et 2,5 euros", "3.5", "3,5", "3,5"),
        ("rien", "15945.7", "15.945,7", "15 945,7"),
        ("et 3.500 chats", "12500", "12.500", "12.500"),
        ("rien", "-3", "-3", "-3"),
    ],
)
def test_numbers_follow_the_evidence(text: str, value: str, surface: str, expected: str) -> None:
    assert written(text, value, surface) == expected


def test_what_stood_between_the_marks_parts_the_groups() -> None:
    assert written("rien", "12500", "12.500", joiner="\u00a0") == "12\u00a0500"


def test_a_separator_that_is_the_decimal_mark_there_is_not_copied() -> None:
    assert written("rien", "12500", "12.500", language="en") == "12,500"


@pytest.mark.parametrize(
    ("text", "gap"), [("5% ici", ""), ("5 % ici", " "), ("ici", " "), ("ici\u00a0!", "\u00a0")]
)
def test_the_space_before_a_percent_sign(text: str, gap: str) -> None:
    page = facts("fr").numerals
    assert percent_gap(number_style(text, page), page.style) == gap


def test_a_year_in_figures_shows_nothing_unless_the_source_parts_it() -> None:
    page = facts("fr").numerals
    assert number_style("en 1998", page, "en 1998").separator(Format.FOUR) is None
    assert number_style("les 1998 lits", page, "las 1.998 camas").separator(Format.FOUR, ".") == ""


def test_numbers_stick_where_those_of_the_text_do_and_placeholders_do_not() -> None:
    page = facts("fr").numerals
    own, around = (
        number_style("Il a 26ans", page),
        number_style("Elle a XNUMX ans, lui XNUMX ans et XNUMX ans", page),
    )
    assert own.sticks(around)
    assert not own.sticks(number_style("Elle a XNUMXans, lui XNUMXans", page))
    assert not number_style("Il a 26 ans", page).sticks(around)
    assert not NO_STYLE.sticks(NO_STYLE)


@pytest.mark.parametrize(
    ("language", "text", "source", "seen"),
    [
        ("en", "In the 1990s", "En los años 90", ("19", "")),
        ("en", "In the 90s", "En los años 1990", ("", "19")),
        ("fr", "Les années 80", "Los ochenta", ("", None)),
    ],
)
def test_decades_show_whether_the_century_is_said(
    language: str, text: str, source: str, seen: tuple[str, str | None]
) -> None:
    found = [
        s for s in number_style(text, facts(language).numerals, source).seen if s.format is Format.DECADE
    ]
    assert [(s.mark, s.source) for s in found] == [seen]


def test_a_decade_follows_those_the_source_writes_alike() -> None:
    seen = number_style("In the 1990s", facts("en").numerals, "En los años 90")
    assert seen.separator(Format.DECADE, "", alike=True) == "19"
    assert seen.separator(Format.DECADE, "19", alike=True) is None
