"""What a draft asks for, and how answers come back."""

import pytest

from copydesk.data import (
    Article,
    Block,
    BlockRole,
    Candidate,
    Detection,
    Draft,
    Glossary,
    Inline,
    Means,
    Origin,
    Pair,
    Request,
    Segment,
    Span,
    Translation,
)  # fmt: skip
from copydesk.translate.ask import ask
from copydesk.translate.fold import fold, translated
from copydesk.translate.options import TranslateOptions

TEXTS = ("La casa es blanca.", "La maison est blanche.", "2030", "Good evening.", "Escrito a mano.")
LANGUAGES = ("es", "fr", None, "en", "es")


def draft() -> Draft:
    blocks = tuple(
        Block(f"b{n}", BlockRole.PARAGRAPH, text, (Inline(Span(0, 2), "em"),)) for n, text in enumerate(TEXTS)
    )
    article = Article("a", Origin("a.txt", "text", "0"), blocks, language="es")
    segments = tuple(Segment(f"b{n}.0", f"b{n}", Span(0, len(text))) for n, text in enumerate(TEXTS))
    languages = tuple(Detection(code, 1.0) for code in LANGUAGES)
    return Draft(article, "fr", blocks, Detection("es", 1.0), segments=segments, languages=languages)


def answers() -> tuple[Request | Translation, ...]:
    return ask(draft(), TranslateOptions(), glossary=Glossary(), human={"b4.0": "À la main."})


def test_each_segment_gets_what_it_needs() -> None:
    first, french, number, english, human = answers()
    assert isinstance(first, Request)
    assert (first.pair, first.inlines[0].tag) == (Pair("es", "fr"), "em")
    assert isinstance(french, Translation)
    assert (french.means, french.text) == (Means.COPIED, TEXTS[1])
    assert isinstance(number, Translation)
    assert number.means is Means.COPIED
    assert isinstance(english, Request)
    assert english.pair == Pair("en", "fr")
    assert human == Translation("b4.0", "À la main.", Means.HUMAN)


def test_folding_keeps_order_and_refuses_gaps() -> None:
    segments = draft().segments
    done = [translated(s, Candidate("x", unknown=(Span(0, 1),)), "engine") for s in segments]
    assert fold(draft(), done).translations[0].unknown == (Span(0, 1),)
    with pytest.raises(ValueError, match="one to one"):
        fold(draft(), done[1:])
