"""Requests into the stream format and back, with a pipeline that answers what it was asked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Inline, Pair, Protection, Request, Span
from copydesk.translate.stream import StreamError, decode, encode, placeholders

PAIR = Pair("es", "fr")
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60)


def echo(request: Request) -> str:
    return decode(encode(request), encode(request).stream).text


@given(TEXT)
def test_any_text_comes_back_through_an_echoing_pipeline(text: str) -> None:
    if re.search(r"[*@#](?=[\w\[])", text) is None:
        assert echo(Request(text, PAIR)) == text


@pytest.mark.parametrize(
    "text", ["5*3", "#tag", "~1 €", "[1] {x} a/b <b> ^$ \\ @x", "uno\ndos", " borde  ", ""]
)
def test_reserved_characters_survive(text: str) -> None:
    assert echo(Request(text, PAIR)) == text


@given(TEXT, st.data())
def test_every_inline_comes_back_once_and_well_nested(text: str, data: st.DataObject) -> None:
    bound = st.integers(0, len(text))
    outer = Span(*sorted((data.draw(bound), data.draw(bound))))
    inner = Span(
        *sorted(
            (data.draw(st.integers(outer.start, outer.end)), data.draw(st.integers(outer.start, outer.end)))
        )
    )
    request = Request(text, PAIR, (Inline(outer, "a"), Inline(inner, "em")))
    back = decode(encode(request), encode(request).stream)
    assert [i.tag for i in back.inlines] == ["a", "em"]
    spans = [i.span for i in back.inlines]
    assert all(s.end <= len(back.text) for s in spans)
    one, two = spans
    assert one.contains(two) or two.contains(one) or not one.overlaps(two)


def test_protected_text_returns_in_place_of_its_placeholder() -> None:
    request = Request("Visita http://a.es hoy", PAIR, (), (Protection(Span(7, 18), "http://a.es", "url"),))
    back = decode(encode(request), encode(request).stream)
    assert back.text == request.text
    assert back.kept[0].span.of(back.text) == "http://a.es"


def test_a_lost_or_doubled_protected_span_is_refused() -> None:
    request = Request("ver X", PAIR, (), (Protection(Span(4, 5), "X", "name"),))
    encoded = encode(request)
    with pytest.raises(StreamError, match="lost"):
        decode(encoded, "voir[<stop>]")
    with pytest.raises(StreamError, match="twice"):
        decode(encoded, f"{encoded.words[0]} {encoded.words[0]}")


def test_marks_become_unknown_spans_and_vanish() -> None:
    encoded = encode(Request("la xyz hoy", PAIR))
    back = decode(encoded, "la *xyz aujourd'hui.[<end>]")
    assert back.text == "la xyz aujourd'hui"
    assert [s.of(back.text) for s in back.unknown] == ["xyz"]


@pytest.mark.parametrize("mark", ["@", "\\@", "#"])
def test_marks_of_later_dictionaries_vanish_too(mark: str) -> None:
    back = decode(encode(Request("it crumbled", PAIR)), f"él {mark}crumble.[<end>]")
    assert back.text == "él crumble"
    assert [s.of(back.text) for s in back.unknown] == ["crumble"]


def test_a_mark_of_the_source_comes_back() -> None:
    encoded = encode(Request("a@b *c #d", PAIR))
    assert decode(encoded, encoded.stream).text == "a@b *c #d"


def test_the_marked_parts_of_one_word_are_one_unknown_span() -> None:
    encoded = encode(Request("la Private-Public-Partnership", PAIR))
    back = decode(encoded, "la *Private-*Public-*Partenariat")
    assert [s.of(back.text) for s in back.unknown] == ["Private-Public-Partenariat"]


def test_words_bound_to_an_inline_carry_it_when_they_move() -> None:
    encoded = encode(Request("la casa blanca", PAIR, (Inline(Span(3, 7), "em"),)))
    back = decode(encoded, "white [[t:i:0]]house[[/]].[<end>]")
    assert back.inlines[0].span.of(back.text) == "house"


@given(st.integers(0, 500))
def test_placeholders_differ(count: int) -> None:
    words = placeholders("Xqz", count)
    assert len({w.lower() for w in words}) == count
    assert all(not w.startswith("Xqzb") for w in words)
