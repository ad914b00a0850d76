"""Marks put back by alignment."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Alignment, Inline, Pair, Request, Span
from copydesk.translate.markup.guess import guessed
from copydesk.translate.markup.place import place
from copydesk.translate.markup.words import words

PAIR = Pair("en", "es")
SOURCE = "The red house near the river is closed"
TARGET = "La casa roja cerca del río está cerrada"
LINKS = ((0, 0), (1, 2), (2, 1), (3, 3), (4, 4), (5, 5), (6, 6), (7, 7))


def mark(text: str, part: str, tag: str = "a") -> Inline:
    start = text.index(part)
    return Inline(Span(start, start + len(part)), tag, (("href", part),) if tag == "a" else ())


def aligned(source: str, target: str, links: tuple[tuple[int, int], ...]) -> Alignment:
    return Alignment(words(source), words(target), tuple((s, t, 1.0) for s, t in links))


def covered(*inlines: Inline, links: tuple[tuple[int, int], ...] = LINKS) -> list[str]:
    request = Request(SOURCE, PAIR, inlines)
    placed = place(request, TARGET, aligned(SOURCE, TARGET, links))
    assert [(i.tag, i.attributes) for i in placed] == [(i.tag, i.attributes) for i in inlines]
    return [i.span.of(TARGET) for i in placed]


def test_a_mark_follows_its_words_when_they_change_places() -> None:
    assert covered(mark(SOURCE, "red house")) == ["casa roja"]
    assert covered(mark(SOURCE, "red", "em")) == ["roja"]
    assert covered(mark(SOURCE, "house"), mark(SOURCE, "red", "em")) == ["casa", "roja"]


def test_nested_marks_stay_nested() -> None:
    assert covered(mark(SOURCE, "near the river"), mark(SOURCE, "river", "em")) == ["cerca del río", "río"]


def test_a_word_without_links_is_taken_in_only_between() -> None:
    some = tuple(link for link in LINKS if link[0] not in (4, 3))
    assert covered(mark(SOURCE, "red house near the river"), links=some) == ["casa roja cerca del río"]
    assert covered(mark(SOURCE, "river"), links=some) == ["río"]


def test_one_stray_link_does_not_stretch_a_mark() -> None:
    assert covered(mark(SOURCE, "red house"), links=(*LINKS, (1, 7))) == ["casa roja"]


def test_words_without_any_link_go_by_proportion() -> None:
    assert covered(mark(SOURCE, "closed"), links=()) == ["cerrada"]


def test_soft_links_count_by_weight() -> None:
    weights = tuple(
        (s, t, 0.8 if (s, t) in LINKS else 0.03)
        for s in range(8)
        for t in range(8)
        if s != t or (s, t) in LINKS
    )
    alignment = Alignment(words(SOURCE), words(TARGET), weights)
    placed = place(Request(SOURCE, PAIR, (mark(SOURCE, "red house"),)), TARGET, alignment)
    assert placed[0].span.of(TARGET) == "casa roja"


def test_pieces_of_words_count_for_their_word() -> None:
    source, target = "a greenhouse", "un invernadero"
    pieces = Alignment(
        (Span(0, 1), Span(2, 7), Span(7, 12)),
        (Span(0, 2), Span(3, 8), Span(8, 14)),
        ((0, 0, 1.0), (1, 1, 0.6), (0, 1, 0.4), (2, 2, 1.0)),
    )
    placed = place(Request(source, PAIR, (mark(source, "greenhouse"),)), target, pieces)
    assert placed[0].span.of(target) == "invernadero"


def test_a_line_break_stands_where_fewest_links_cross() -> None:
    at = SOURCE.index("near")
    request = Request(SOURCE, PAIR, (Inline(Span(at, at), "br"),))
    (br,) = place(request, TARGET, aligned(SOURCE, TARGET, LINKS))
    assert TARGET[br.span.start :].startswith("cerca")


def test_a_mark_round_everything_stays_round_everything() -> None:
    source, target = "«Go home!»", "«¡Vete a casa!»"
    request = Request(source, PAIR, (Inline(Span(0, len(source)), "a"),))
    (link,) = place(request, target, guessed(source, target))
    assert link.span.of(target) == target


def test_an_empty_answer_keeps_the_marks() -> None:
    request = Request(SOURCE, PAIR, (mark(SOURCE, "red"), Inline(Span(3, 3), "br")))
    placed = place(request, "", guessed(SOURCE, ""))
    assert [i.tag for i in placed] == ["a", "br"]


TEXT = st.text(alphabet="abé '.,<«» \u00a0\n3", max_size=40)


@st.composite
def requests(draw: st.DrawFn) -> Request:
    text = draw(TEXT)
    bound = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(bound, bound).map(lambda x: Span(min(x), max(x))), max_size=5))
    inlines: list[Inline] = []
    for n, span in enumerate(sorted(spans, key=lambda s: (s.start, -s.end))):
        if not any(o.span.start < span.start < o.span.end < span.end for o in inlines):
            inlines.append(Inline(span, f"t{n}", (("href", str(n)),)))
    return Request(text, PAIR, tuple(inlines))


@given(requests(), TEXT, st.randoms(use_true_random=False))
def test_every_mark_is_there_once_in_bounds_and_nested(request: Request, target: str, chance: object) -> None:
    ours, theirs = words(request.text), words(target)
    pick = getattr(chance, "random")  # noqa: B009
    links = tuple((s, t, pick()) for s in range(len(ours)) for t in range(len(theirs)) if pick() < 0.3)
    for alignment in (Alignment(ours, theirs, links), guessed(request.text, target)):
        placed = place(request, target, alignment)
        assert [(i.tag, i.attributes) for i in placed] == [(i.tag, i.attributes) for i in request.inlines]
        assert all(i.span.end <= len(target) for i in placed)
        for a in placed:
            for b in placed:
                assert not (a.span.start < b.span.start < a.span.end < b.span.end)
