"""Every check keeps its promises: its card is whole, its examples hold, its fixes work."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.data import Bitext, Glossary, Inline, Means, Pair, Span, Term
from copydesk.text.apply import apply
from copydesk.verify import CHECKS
from copydesk.verify.base import Card, Check, Example
from copydesk.verify.context import Context

NAMES = CHECKS.names()


def _pair(text: str) -> Pair:
    source, _, target = text.partition("-")
    return Pair(source, target)


def _terms(example: Example) -> Glossary:
    rows = [line.split("\t") for line in example.terms]
    return Glossary(tuple(Term(source, source if target == "-" else target) for source, target in rows))


def _bitext(example: Example) -> Bitext:
    unknown = [m.span() for word in example.unknown for m in re.finditer(re.escape(word), example.target)]
    return Bitext(
        example.source,
        example.target,
        _pair(example.pair),
        id="b0.0",
        source_inlines=tuple(Inline(Span(0, len(example.source)), tag) for tag in example.tags),
        unknown=tuple(Span(*bounds) for bounds in unknown),
        state=example.state,
    )


def _check(name: str, glossary: Glossary | None = None, example: Example | None = None) -> Check:
    check: Check = CHECKS.load(name)(Context(glossary=glossary or Glossary()))
    for source, target in example.before if example else ():
        check.remember(Bitext(source, target, _pair(example.pair)))  # type: ignore[attr-defined,union-attr]
    return check


def _examples(*, failing: bool) -> list[tuple[str, Example]]:
    cards = [(name, _check(name).card) for name in NAMES]
    return [(name, e) for name, card in cards for e in (card.fails if failing else card.passes)]


@pytest.mark.parametrize("name", NAMES)
def test_the_card_is_whole(name: str) -> None:
    card: Card = _check(name).card
    assert card.id == name
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", card.id)
    assert card.title
    assert card.explains.endswith(".")
    assert card.passes
    assert card.fails


@pytest.mark.parametrize(("name", "example"), _examples(failing=False))
def test_passing_examples_pass(name: str, example: Example) -> None:
    assert list(_check(name, _terms(example), example).find(_bitext(example))) == []


@pytest.mark.parametrize(("name", "example"), _examples(failing=True))
def test_failing_examples_fail_with_spans_inside_the_texts(name: str, example: Example) -> None:
    bitext = _bitext(example)
    findings = list(_check(name, _terms(example), example).find(bitext))
    assert findings
    for finding in findings:
        assert finding.rule == name
        assert finding.segment == bitext.id
        assert finding.message
        assert all(span.end <= len(bitext.source) for span in finding.source)
        assert all(span.end <= len(bitext.target) for span in finding.target)


@pytest.mark.parametrize(("name", "example"), _examples(failing=True))
def test_applying_the_fixes_settles_a_fixing_check(name: str, example: Example) -> None:
    check = _check(name)
    if not check.card.fixes:
        return
    bitext = _bitext(example)
    fixes = [f.fix for f in check.find(bitext) if f.fix]
    fixed = apply(bitext.target, fixes)
    assert fixes
    assert list(check.find(Bitext(bitext.source, fixed, bitext.pair))) == []


_TEXT = st.text(alphabet="aé1Z «»“”„\"'’:;!?%.,()h\u00a0\u202f\u200bXNUM@/-–", max_size=30)
_PAIRS = st.sampled_from([Pair("es", "fr"), Pair("fr", "en"), Pair("en", "de"), Pair("und", "xx")])


@pytest.mark.parametrize("name", NAMES)
@given(source=_TEXT, target=_TEXT, pair=_PAIRS, means=st.sampled_from(Means))
@settings(max_examples=60, deadline=None)
def test_any_text_is_checked_without_error_and_alike_twice(
    name: str, source: str, target: str, pair: Pair, means: Means
) -> None:
    check = _check(name)
    bitext = Bitext(source, target, pair, means=means)
    findings = list(check.find(bitext))
    assert findings == list(check.find(bitext))
    apply(target, [f.fix for f in findings if f.fix])
