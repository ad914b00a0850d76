from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Span
from copydesk.segment.limit import limit


def pieces(text: str, size: int) -> list[str]:
    return [span.of(text) for span in limit(text, Span(0, len(text)), size)]


def test_a_short_sentence_stays_whole() -> None:
    assert pieces("uno; dos", 100) == ["uno; dos"]


def test_a_semicolon_is_better_than_a_comma_and_a_comma_than_a_space() -> None:
    words = "palabra " * 8
    assert pieces(f"{words}fin; otra, {words}fin", 100)[0] == f"{words}fin;"
    assert pieces(f"{words}fin, otra {words}fin", 100)[0] == f"{words}fin,"
    assert pieces(words * 3 + "x", 100)[0] == ("palabra " * 12).strip()


def test_a_decimal_comma_or_a_clock_is_no_clause() -> None:
    assert pieces("a " * 30 + "12,5 a las 15:30 " + "b " * 40 + "c", 100)[0].endswith("b")


def test_a_run_without_spaces_is_never_cut() -> None:
    assert pieces("x" * 500, 100) == ["x" * 500]
    assert pieces("x" * 500 + " y " + "z" * 300, 100) == ["x" * 500, "y", "z" * 300]


def test_only_the_given_span_is_cut() -> None:
    text = "fuera " * 50
    assert [s.start for s in limit(text, Span(6, 11), 100)] == [6]


@given(st.text(alphabet="ab ;:,—\n\u00a0", min_size=1, max_size=600), st.integers(10, 100))
def test_cut_pieces_lose_nothing(text: str, size: int) -> None:
    text = text.strip() or "x"
    position = 0
    for span in limit(text, Span(0, len(text)), size):
        assert text[position : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        assert len(span) <= size or not any(c.isspace() for c in span.of(text))
        position = span.end
    assert position == len(text)
