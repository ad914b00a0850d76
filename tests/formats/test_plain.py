"""Lines to blocks."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.formats.plain import read_plain

LONG = (
    "The council met on Monday evening and agreed, after a long debate, to mend the bridge before winter. "
    * 3
)


def texts(text: str) -> list[str]:
    return [block.text for block in read_plain(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_blank_lines_and_line_ends_separate_blocks(end: str) -> None:
    assert texts(end.join(["One", "", "Two", " \t", "", "Three"])) == ["One", "Two", "Three"]


def test_lines_of_a_stanza_are_blocks_where_paragraphs_are_long_lines() -> None:
    assert texts(f"{LONG}\n\nA caption\nRelated:\nA title") == [
        LONG.strip(),
        "A caption",
        "Related:",
        "A title",
    ]


@pytest.mark.parametrize("width", [60, 72, 100])
def test_text_wrapped_to_a_width_is_joined(width: int) -> None:
    wrapped = "\n".join(["Headline", "", *textwrap.wrap(LONG, width), "", *textwrap.wrap(LONG * 2, width)])
    assert texts(wrapped) == ["Headline", LONG.strip(), (LONG * 2).strip()]


@pytest.mark.parametrize("width", [40, 72])
def test_one_long_line_does_not_hide_the_width(width: int) -> None:
    address = "https://example.org/" + "a" * 150
    wrapped = [*textwrap.wrap(LONG, width), "", address, "", *textwrap.wrap(LONG, width)]
    assert texts("\n".join(wrapped)) == [LONG.strip(), address, LONG.strip()]


def test_the_longest_line_does_not_take_the_next_one_in() -> None:
    lines = ["El alcalde anuncia que la obra del agua empezará en marzo y costará 2,3 millones",
             "El pleno aprobó el plan el lunes.", "Los vecinos piden 40 farolas."]  # fmt: skip
    assert texts("\n".join(lines)) == lines


def test_quoted_lines_are_quotes_whatever_their_width() -> None:
    quoted = textwrap.indent(textwrap.fill(LONG, 60), "> ")
    blocks = read_plain(f"Ella escribió:\n\n{quoted}\n>\n> Adiós.\n\nY eso fue todo.")
    assert [(b.role.value, b.text) for b in blocks] == [
        ("paragraph", "Ella escribió:"),
        ("quote", LONG.strip()),
        ("quote", "Adiós."),
        ("paragraph", "Y eso fue todo."),
    ]


def test_indented_text_is_read_like_any_other_and_an_indent_begins_a_paragraph() -> None:
    paragraph = textwrap.fill(LONG, 66, initial_indent="   ")
    assert texts(textwrap.indent(f"{paragraph}\n{paragraph}", "    ")) == [LONG.strip()] * 2


@pytest.mark.parametrize("prefix", ["", "    ", "> ", ">"])
def test_a_short_text_is_joined_where_every_line_goes_on_in_the_next(prefix: str) -> None:
    story = ["El pleno de la ciudad aprobó ayer el plan de caminos rurales", "La lonja abre a las 5."]
    lines = ["Titular", "", *textwrap.wrap(story[0], 40), "", story[1]]
    assert texts("\n".join((prefix + line).rstrip() for line in lines)) == ["Titular", *story]


def test_few_lines_that_end_or_begin_sentences_stay_apart() -> None:
    for line, after in (("El alcalde anuncia una obra del agua", "Los vecinos piden más farolas"),
                        ("El pleno aprobó el plan el lunes pasado.", "a las 7 abre la lonja")):  # fmt: skip
        assert texts(f"{line}\n{after}") == [line, after]


def test_words_divided_at_line_ends_are_whole_again() -> None:
    lines = [
        "El pleno aprobó ayer el nuevo plan de infor-",
        "mación a los vecinos, con el tren franco-",
        "alemán, que estuvo en servicio entre 1990-",
        "1995 y que costará unos 230 euros por vecino.",
        "",
        "El tren franco-alemán sale a las 7.",
    ]
    assert " ".join(texts("\n".join(lines))) == (
        "El pleno aprobó ayer el nuevo plan de información a los vecinos, con el tren franco-alemán, que"
        " estuvo en servicio entre 1990-1995 y que costará unos 230 euros por vecino. El tren"
        " franco-alemán sale a las 7."
    )


def test_short_lines_of_wrapped_text_stay_apart() -> None:
    wrapped = "\n".join([*textwrap.wrap(LONG, 70), "", "Yours,", "Ada Long"])
    assert texts(wrapped)[1:] == ["Yours,", "Ada Long"]


def test_numbers_that_count_up_are_a_list() -> None:
    blocks = read_plain("  1. One\n  2. Two\n\n  3) Three")
    assert [(b.text, b.role.value, b.level, b.ordered) for b in blocks] == [
        ("One", "list-item", 1, True),
        ("Two", "list-item", 1, True),
        ("Three", "list-item", 1, True),
    ]


@pytest.mark.parametrize(
    "text", ["15. August 2022", "3. Oktober\n5. Oktober", "1. Liga", "2022. Ein Jahr", "- so, sagte er"]
)
def test_a_number_or_dash_alone_is_text(text: str) -> None:
    assert texts(text) == text.split("\n")
    assert {b.role.value for b in read_plain(text)} == {"paragraph"}


def test_bullets_of_one_kind_are_a_list() -> None:
    blocks = read_plain("- One\n- Two\n* Three\n• Four\n• Five")
    assert [(b.text, b.role.value) for b in blocks] == [
        ("One", "list-item"),
        ("Two", "list-item"),
        ("* Three", "paragraph"),
        ("Four", "list-item"),
        ("Five", "list-item"),
    ]


def test_no_break_spaces_stay_and_others_collapse() -> None:
    assert texts("  a \t b\xa0 c\u202fd  ") == ["a b\xa0 c\u202fd"]


def test_nothing_gives_no_blocks() -> None:
    assert read_plain("") == read_plain(" \n\t\n") == ()


@given(st.text(alphabet=st.sampled_from("ab1. -*\n\t\r\xa0é"), max_size=80))
def test_letters_are_neither_lost_nor_made(text: str) -> None:
    letters = [c for c in text if c in "abé"]
    assert [c for block in read_plain(text) for c in block.text if c in "abé"] == letters


def test_a_text_of_many_short_lines_is_read() -> None:
    assert len(read_plain("ab\n" * 50_000)) == 50_000
