import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.translate.http.entities import decoded, entities

TEXT = st.text(alphabet=st.sampled_from("ab &;#<>\"'éx1"), max_size=30)


@pytest.mark.parametrize(
    ("answer", "source", "text"),
    [
        ("L&#39;équipe d&#x27;or", "El equipo", "L'équipe d'or"),
        ("A &amp; B", "A & B", "A & B"),
        ("&amp;lt;", "<", "&lt;"),
        ("A & B", "A & B", "A & B"),
        ("http://e.es/?a=1&copy=2", "http://e.es/?a=1&copy=2", "http://e.es/?a=1&copy=2"),
        ("http://e.es/?a=1&amp;copy=2", "http://e.es/?a=1&copy=2", "http://e.es/?a=1&copy=2"),
        ("écrivez &amp;amp; ici", "escriba &amp; aquí", "écrivez &amp; ici"),
        ("écrivez &amp; ici", "escriba &amp; aquí", "écrivez &amp; ici"),
        ("R&D; et &nosuch;", "R&D; y &nosuch;", "R&D; et &nosuch;"),
    ],
)
def test_each_answer_is_judged_by_its_request(answer: str, source: str, text: str) -> None:
    assert decoded(answer, source, "auto") == text


def test_an_option_settles_it() -> None:
    assert decoded("&amp;lt;", "x", "yes") == "&lt;"
    assert decoded("&amp;lt;", "x", "no") == "&amp;lt;"


@given(TEXT)
def test_text_that_a_server_escaped_comes_back_once_decoded(text: str) -> None:
    assert decoded(html.escape(text), text, "yes") == text
    if not entities(text):
        assert decoded(html.escape(text), text, "auto") == text


@given(TEXT)
def test_text_that_nobody_escaped_stays(text: str) -> None:
    assert decoded(text, text, "no") == text
    if not entities(text):
        assert decoded(text, text, "auto") == text
