"""Segments of an article in groups, each with what goes before it."""

from __future__ import annotations

import pytest

from copydesk.data import (
    Article,
    Block,
    BlockRole,
    Draft,
    Exchange,
    Means,
    Origin,
    Pair,
    Request,
    Segment,
    Span,
    Translation,
)
from copydesk.store.memory import memory_key
from copydesk.translate.http.options import ChatOptions
from copydesk.translate.passages import chosen_names, in_context, names_in, passages

PAIR = Pair("es", "fr")
TEXTS = ("La ministra llega", "Llegó a Kiev.", "Habló.", "Volverá a Kiev.")


def draft() -> Draft:
    blocks = tuple(
        Block(f"b{n}", BlockRole.PARAGRAPH if n else BlockRole.HEADLINE, text) for n, text in enumerate(TEXTS)
    )
    article = Article("a", Origin("a.txt", "plain", "0"), blocks, title=TEXTS[0])
    segments = tuple(Segment(f"b{n}.0", f"b{n}", Span(0, len(text))) for n, text in enumerate(TEXTS))
    return Draft(article, "fr", blocks, segments=segments)


ASKED: tuple[Request | Translation, ...] = (
    Request(TEXTS[0], PAIR),
    Request(TEXTS[1], PAIR),
    Translation("b2.0", "Elle a parlé.", Means.HUMAN),
    Request(TEXTS[3], PAIR),
)


def test_groups_keep_order_pairs_and_sizes() -> None:
    assert passages(ASKED, ChatOptions()) == ((0, 1, 3),)
    assert passages(ASKED, ChatOptions(segments=2)) == ((0, 1), (3,))
    other = (ASKED[0], Request(TEXTS[1], Pair("ca", "fr")), ASKED[3])
    assert passages(other, ChatOptions()) == ((0,), (1,), (2,))
    assert passages([Request("x" * 3000, PAIR)] * 2, ChatOptions()) == ((0,), (1,))
    assert passages((), ChatOptions()) == ()


def test_a_passage_knows_what_was_said_before_by_machine_and_by_hand() -> None:
    known = {0: "La ministre arrive", 1: "Elle est arrivée à Kyiv.", 2: "Elle a parlé."}
    (request,) = in_context(draft(), ASKED, (3,), known, ChatOptions(previous=2)).values()
    assert request.context is not None
    passage = request.context.passage
    assert passage.title == TEXTS[0]
    assert passage.before == (Exchange(TEXTS[1], known[1]), Exchange(TEXTS[2], known[2]))
    assert passage.names == (Exchange("Kiev", "Kyiv"),)
    assert passage.pieces[0].role == "paragraph"


def test_what_the_model_is_shown_is_part_of_the_key_and_nothing_else_is() -> None:
    plain = ASKED[3]
    assert isinstance(plain, Request)
    keys = set()
    for known in (
        {1: "Il est arrivé à Kiev."},
        {1: "Elle est arrivée à Kyiv."},
        {1: "Elle est arrivée à Kyiv."},
    ):
        (request,) = in_context(draft(), ASKED, (3,), known, ChatOptions()).values()
        keys.add(memory_key(request, "engine"))
    assert len(keys) == 2
    assert memory_key(plain, "engine") not in keys
    assert "context" not in repr(plain)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Según Zelénskaya, costará.", ["Según Zelénskaya", "Zelénskaya"]),
        ("Volverá a Kiev. Mañana llega Ana Ruiz.", ["Kiev", "Ana Ruiz"]),
        ("Habló ayer.", []),
        ("«Kiev resiste», dijo.", []),
    ],
)
def test_names_are_told_by_their_capitals_but_at_the_start_of_a_sentence(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("source", "target", "name", "became"),
    [
        ("Llegó a Kiev.", "Elle est arrivée à Kyiv.", "Kiev", "Kyiv"),
        ("Habló Volodímira Zelénskaya.", "Volodymyra Zelenska a parlé.", "Zelénskaya", "Zelenska"),
        ("Vive en Londres.", "Il vit dans la capitale.", "Londres", ""),
        ("Vive en Bilbao.", "Il vit à Bilbao.", "Bilbao", "Bilbao"),
        ("Vive en Bilbao.", "", "Bilbao", ""),
    ],
)
def test_what_a_name_became_is_read_off_its_first_translation(
    source: str, target: str, name: str, became: str
) -> None:
    found = chosen_names([Exchange(source, target)], [f"También {name} lo sabe."])
    assert [e.target for e in found if e.source == name] == ([became] if became else [])
