from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import (
    Article,
    Block,
    BlockRole,
    Draft,
    Edition,
    Entry,
    Finding,
    Ledger,
    Means,
    NumberKind,
    NumberMention,
    Origin,
    Provenance,
    Segment,
    SegmentLedger,
    Severity,
    Span,
    Translation,
    Verdict,
)

NUMBER = NumberMention(0, Span(0, 1), "7", NumberKind.CARDINAL, None)
LOST = Ledger((NUMBER,), (), (Entry(NUMBER, None, Verdict.LOST, "7 is gone"),))


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_a_clipped_span_lies_in_its_window(a: int, b: int, c: int, d: int) -> None:
    span, window = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    clipped = span.clip(window)
    assert (clipped is not None) == (span.overlaps(window) and len(span) > 0 and len(window) > 0)
    if clipped is not None:
        assert 0 < len(clipped) <= len(window)
        assert window.contains(clipped.shift(window.start))


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


def test_a_ledger_refuses_a_number_without_an_entry() -> None:
    with pytest.raises(ValueError, match="exactly once"):
        Ledger((NUMBER,), (), ())


def test_a_ledger_refuses_a_number_entered_twice() -> None:
    entry = Entry(NUMBER, None, Verdict.LOST, "gone")
    with pytest.raises(ValueError, match="exactly once"):
        Ledger((NUMBER,), (), (entry, entry))


def edition(draft: Draft) -> Edition:
    return Edition(draft, 1, "a-0", Provenance("0", "0", (), "0"))


DRAFT = Draft(
    Article("a", Origin("a.txt", "plain", "0"), (Block("b0", BlockRole.PARAGRAPH, "7"),)),
    "fr",
    (Block("b0", BlockRole.PARAGRAPH, "7"),),
    segments=(Segment("b0.0", "b0", Span(0, 1)),),
    translations=(Translation("b0.0", "", Means.MACHINE),),
    ledgers=(SegmentLedger("b0.0", LOST),),
)


def test_an_edition_refuses_an_unexplained_number_that_no_finding_names() -> None:
    with pytest.raises(ValueError, match="unexplained numbers"):
        edition(DRAFT)
    flagged = replace(DRAFT, findings=(Finding("numbers", Severity.ERROR, "7 is gone", segment="b0.0"),))
    assert edition(flagged).version == 1


def test_an_edition_refuses_a_segment_without_translation() -> None:
    with pytest.raises(ValueError, match="one to one"):
        edition(replace(DRAFT, translations=()))
