"""Hypothesis strategies for what translation tools exchange."""

from __future__ import annotations

from hypothesis import strategies as st

from copydesk.data import Inline, Means, Span
from copydesk.formats.exchange import Exchange, ExchangeSegment, ExchangeState, Marked, Note, Unit
from copydesk.formats.inlinecodes import nested

ILLEGAL = "".join(chr(c) for c in (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=ILLEGAL), max_size=40)
_ATTRIBUTES = st.lists(
    st.tuples(st.sampled_from(["href", "title", "lang"]), texts), max_size=2, unique_by=lambda item: item[0]
).map(tuple)


@st.composite
def marked(draw: st.DrawFn) -> Marked:
    """A text with marks that may overlap, in the canonical nested form."""
    text = draw(texts)
    places = st.integers(0, len(text))
    inlines = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(places), draw(places)))
        tag = draw(st.sampled_from(["a", "em", "strong", "sub"])) if start < end else "br"
        inlines.append(Inline(Span(start, end), tag, draw(_ATTRIBUTES) if tag == "a" else ()))
    return Marked(text, nested(text, inlines))


@st.composite
def exchanges(draw: st.DrawFn) -> Exchange:
    """A document of a few units."""
    units = tuple(_unit(draw, f"b{number}") for number in range(draw(st.integers(1, 3))))
    notes = tuple(draw(st.lists(st.builds(Note, texts, _CATEGORIES, st.integers(1, 10)), max_size=2)))
    return Exchange(draw(texts), "es", "fr-CA", units, notes)


_CATEGORIES = st.sampled_from(["", "numbers", "copydesk:engine"])


def _unit(draw: st.DrawFn, name: str) -> Unit:
    segments = tuple(_segment(draw, f"{name}.{n}") for n in range(draw(st.integers(1, 3))))
    notes = [Note(draw(texts), draw(_CATEGORIES), 2, None) for _ in range(draw(st.integers(0, 1)))]
    notes += [Note(draw(texts), "length", 7, segment.id) for segment in segments if draw(st.booleans())]
    return Unit(name, segments, draw(st.sampled_from(["", "paragraph", "list-item"])), tuple(notes))


def _segment(draw: st.DrawFn, name: str) -> ExchangeSegment:
    target = draw(st.none() | marked())
    state = draw(st.sampled_from(ExchangeState))
    means = draw(st.none() | st.sampled_from(Means))
    return ExchangeSegment(name, draw(marked()), target, state, means, draw(texts))
