from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Bitext, Finding, Pair, Severity, Span
from copydesk.gate.located import Located, Place, fingerprint, issue
from copydesk.gate.report.snippet import snippet
from copydesk.gate.worddiff import word_diff

PAIR = Pair("es", "fr")


def _finding(start: int, end: int) -> Finding:
    return Finding("numbers", Severity.ERROR, "changed", target=(Span(start, end),))


def test_a_fingerprint_survives_changes_elsewhere_in_the_target() -> None:
    one = fingerprint(_finding(9, 11), Bitext("El tren 14.", "Le train 41.", PAIR))
    two = fingerprint(_finding(14, 16), Bitext("El tren 14.", "Le joli train 41.", PAIR))
    assert one == two


def test_a_fingerprint_changes_with_source_rule_and_marked_words() -> None:
    base = fingerprint(_finding(9, 11), Bitext("El tren 14.", "Le train 41.", PAIR))
    assert base != fingerprint(_finding(9, 11), Bitext("El tren 15.", "Le train 41.", PAIR))
    assert base != fingerprint(_finding(9, 11), Bitext("El tren 14.", "Le train 42.", PAIR))


def test_columns_count_from_where_the_text_begins_in_its_line() -> None:
    bitext = Bitext("El tren 14.", "Le train 41.", PAIR)
    found = issue(_finding(9, 11), Located(bitext, Place("a.tsv", 3, 1), Place("a.tsv", 3, 13), "a", 1))
    (region,) = found.target
    assert (region.line, region.start, region.end) == (3, 22, 24)


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_word_diff_gives_both_texts_back(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(p.text for p in pieces if p.kind != "new") == before
    assert "".join(p.text for p in pieces if p.kind != "gone") == after


@given(st.text(max_size=300), st.integers(0, 290), st.integers(1, 20))
def test_a_snippet_is_one_line_and_marks_only_what_it_should(text: str, start: int, length: int) -> None:
    spans = (Span(start, start + length),) if start + length <= len(text) else ()
    pieces = snippet(text, spans).pieces
    assert all("\n" not in piece and "\x1b" not in piece for piece, _ in pieces)
    assert sum(marked for _, marked in pieces) <= 1
