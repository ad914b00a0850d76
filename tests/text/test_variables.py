"""Where the code in a text stands: variables, tags, messages as wholes."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.variables import code_spans, variables

PIECES = (
    "{name}",
    "{{ total }}",
    "%s",
    "$HOME",
    "<b>",
    "{n, plural, one {# day} other {",
    "}",
    "{",
    ",",
    " a",
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{n, plural, one {# day} other {{x} days}} until {day}", 2),
        ("{sex, select, male {He} other {{n, plural, one {#} other {#}}}}", 1),
        ("{n, plural, one {# day} other {# days", 1),
        ("Press <b>Save</b>, {name}", 3),
        ("50 % de los lectores, $ 20 y {esto de aquí}", 0),
    ],
)
def test_messages_count_whole_and_prose_not_at_all(text: str, code: int) -> None:
    assert len(code_spans(text)) == code


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("{sex, select, male {his} other {their}} house", ["{sex,select,male,other}"]),
        ("{n, plural, =0 {none} one {day} other {days}}", ["{n,plural,other}"]),
        ("{n, plural, one {{n} jour} autre {jours}}", ["{n,plural,autre}", "{n}"]),
        ("{n, selectordinal, one {#st} other {#th}}", ["{n,selectordinal,other}"]),
        ("Press <0>OK</0>, <3 of 4", ["<0>", "</0>"]),
        ("<%= name %> sees $t(common.save), 50 % > 20 %", ["<%=name%>", "$t(common.save)"]),
        ("%zu bytes, %hhd", ["%zu", "%hhd"]),
    ],
)
def test_a_variable_is_known_by_its_key(text: str, keys: list[str]) -> None:
    assert [variable.key for variable in variables(text)] == keys


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_stretches_of_code_are_apart_and_hold_every_variable(text: str) -> None:
    spans = code_spans(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(any(span.contains(variable.span) for span in spans) for variable in variables(text))
    assert all(span.end <= len(text) for span in spans)


@pytest.mark.parametrize("unit", ["{n, plural, one {", "%s ", "{n, select, a {b} }", "<b> ", "{{", "$NAME "])
def test_a_long_run_of_code_is_read_at_once(unit: str) -> None:
    text = unit * 4000
    assert code_spans(text) or unit == "{{"
