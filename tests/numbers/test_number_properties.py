"""What holds for any text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.data import Verdict
from copydesk.numbers import compare, read, repair
from copydesk.numbers.reading.placeholders import find
from copydesk.text.apply import apply, inverse

LANGUAGES = st.sampled_from(("es", "fr", "en", "de", "it", "pt", "ca", "xx"))
WORDS = (
    "12 3,5 1.250 18:30 % € $ - / : . , ' º er e XNUMX xnumx {0} XXI siglo siècle century mil millones "
    "milliard de d' dos vingt et un hundred and a half mai 2030 1990s G-20 +33 ½ le 1er y medio COVID-19 pm "
    "entre à años hier \u0301 half past to six menos quart x2 doble unos casi bajo cero -12 °C 1200 GMT tres "
    "tercios de cada n.º 15, zweitausend trent' anni a the from 4x4 24/7 XV I Ver milles otros"
)
PIECES = st.sampled_from([*WORDS.split(), "1 000", "15 h 30", "\u00a0"])
TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
)


@given(TEXTS, LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_spans_slice_to_the_surface_and_never_overlap(text: str, language: str) -> None:
    end = 0
    for number, mention in enumerate(read(text, language)):
        assert mention.id == number
        assert mention.span.of(text) == mention.surface != ""
        assert mention.span.start >= end
        end = mention.span.end


@given(TEXTS, LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_a_text_agrees_with_itself(text: str, language: str) -> None:
    for entry in compare(text, text, language, language).entries:
        assert entry.verdict in (Verdict.SAME, Verdict.PLACEHOLDER)


@given(TEXTS, TEXTS, LANGUAGES, LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_every_number_is_accounted_for_once(source: str, target: str, here: str, there: str) -> None:
    ledger = compare(source, target, here, there)
    assert all(m.span.of(source) == m.surface for m in ledger.source)
    assert all(m.span.of(target) == m.surface for m in ledger.target)


PAIRS = st.sampled_from((("es", "fr"), ("es", "en"), ("en", "fr"), ("fr", "es"), ("de", "en")))
NUMBER = re.compile(r"\d+")


@st.composite
def broken(draw: st.DrawFn) -> tuple[str, str]:
    """A text and a copy of it whose numbers were lost, slid or changed places."""
    text = draw(TEXTS)
    found = list(NUMBER.finditer(text))
    if not found:
        return text, draw(TEXTS)
    copy = text
    for match in reversed(found):
        new = draw(st.sampled_from(["XNUMX", match.group(), draw(st.sampled_from(found)).group()]))
        copy = copy[: match.start()] + new + copy[match.end() :]
    return text, copy


@given(st.one_of(st.tuples(TEXTS, TEXTS), broken()), PAIRS)
@settings(max_examples=600, deadline=None)
def test_repair_is_idempotent_and_undone_by_its_edits(texts: tuple[str, str], pair: tuple[str, str]) -> None:
    source, target = texts
    done = repair(target, pair[1], source=source, source_language=pair[0])
    assert repair(done.text, pair[1], source=source, source_language=pair[0]).text == done.text
    assert apply(done.text, inverse(done.edits)) == target
    if not any(edit.certainty == "certain" for edit in done.edits):
        assert done.text == target


@given(TEXTS, LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_without_a_source_nothing_changes_and_every_mark_is_flagged(text: str, language: str) -> None:
    done = repair(text, language)
    assert done.text == text
    flagged = [span for finding in done.findings for span in finding.target]
    for mark in find(text):
        inside = (range(max(s.start, mark.span.start), min(s.end, mark.span.end)) for s in flagged)
        seen = {at for places in inside for at in places}
        assert len(mark.surface) - len(seen) <= len(re.findall("[-–/:]", mark.surface))


@pytest.mark.parametrize(
    "tail", ["", " mil millones de euros", " euros millones", " billones y medio", " %", ",5"]
)
def test_digits_of_any_length_are_read_and_compared(tail: str) -> None:
    for length in range(1, 60):
        text = "9" * length + tail
        assert compare(text, text, "es", "es").ok
        assert "".join(mention.surface for mention in read(text, "es")).startswith("9" * length)
        assert compare(text, "7" * length + tail, "es", "fr").entries
