import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Article, Block, BlockRole, Detection, Draft, Inline, Origin, Span
from copydesk.errors import PluginError
from copydesk.segment import SegmentOptions, segment
from copydesk.text.assemble import segment_texts

OPTIONS = SegmentOptions()


def draft(*blocks: Block, document: str | None = "es", hint: str | None = None) -> Draft:
    article = Article("a", Origin("a.txt", "txt", ""), blocks, language=hint)
    return Draft(article, "fr", blocks, document=Detection(document, 1.0))


def texts(done: Draft) -> list[str]:
    return list(segment_texts(done).values())


def cut(text: str, role: BlockRole = BlockRole.PARAGRAPH, **options: object) -> list[str]:
    return texts(segment(draft(Block("b0", role, text)), SegmentOptions.model_validate(options)))


def test_segments_are_numbered_within_their_block() -> None:
    done = segment(
        draft(Block("b0", BlockRole.HEADLINE, "Título"), Block("b3", BlockRole.PARAGRAPH, "Uno. Dos.")),
        OPTIONS,
    )
    assert [(piece.id, piece.block) for piece in done.segments] == [
        ("b0.0", "b0"),
        ("b3.0", "b3"),
        ("b3.1", "b3"),
    ]


def test_an_empty_block_has_no_segments() -> None:
    assert cut("  \u00a0 ") == []


@pytest.mark.parametrize("choice", ["keep", "skip", "translate"])
def test_skipped_furniture_has_no_segments(choice: str) -> None:
    assert bool(cut("Síguenos.", BlockRole.FURNITURE, furniture=choice)) == (choice != "skip")


@pytest.mark.parametrize("role", [BlockRole.HEADLINE, BlockRole.HEADING, BlockRole.CAPTION])
def test_titles_stay_whole_unless_they_are_several_sentences(role: BlockRole) -> None:
    assert cut("¿Dimitir? El alcalde dice que no", role) == ["¿Dimitir? El alcalde dice que no"]
    assert cut("El alcalde se va. Nadie lo esperaba hoy.", role) == [
        "El alcalde se va.",
        "Nadie lo esperaba hoy.",
    ]


def test_teasers_and_quotes_are_cut_like_paragraphs() -> None:
    assert cut("Uno. Dos.", BlockRole.QUOTE) == ["Uno.", "Dos."]


@pytest.mark.parametrize(("tag", "count"), [("code", 1), ("em", 2), ("a", 2)])
def test_no_boundary_inside_code(tag: str, count: int) -> None:
    text = "Escriba ls. Es todo"
    block = Block("b0", BlockRole.PARAGRAPH, text, (Inline(Span(8, len(text)), tag),))
    assert len(segment(draft(block), OPTIONS).segments) == count


def test_code_beside_a_boundary_does_not_glue_sentences() -> None:
    text = "Escriba ls. Es todo."
    block = Block(
        "b0", BlockRole.PARAGRAPH, text, (Inline(Span(8, 11), "code"), Inline(Span(12, 14), "code"))
    )
    assert len(segment(draft(block), OPTIONS).segments) == 2


def test_no_boundary_inside_an_address() -> None:
    url = "https://ejemplo.es/a.B?c=D.E!F;G:H"
    assert cut(f"Lea {url} ahora.") == [f"Lea {url} ahora."]
    assert all(url in piece for piece in cut(f"palabra {url} " * 40, max_chars=100))


def test_a_very_long_sentence_is_cut_at_clauses() -> None:
    pieces = cut("y el viento soplaba, " * 30 + "hasta el fin.", max_chars=100)
    assert all(len(piece) <= 100 for piece in pieces)
    assert all(piece.endswith((",", ".")) for piece in pieces)


def test_the_language_is_the_block_s_then_the_document_s() -> None:
    text = "Am 3. Mai kam er."
    german = Block("b0", BlockRole.PARAGRAPH, text, language="de")
    assert len(segment(draft(german), OPTIONS).segments) == 1
    assert len(segment(draft(Block("b0", BlockRole.PARAGRAPH, text), document="de"), OPTIONS).segments) == 1
    assert len(segment(draft(Block("b0", BlockRole.PARAGRAPH, text), document="en"), OPTIONS).segments) == 2


def test_without_any_language_neutral_rules_cut() -> None:
    assert texts(segment(draft(Block("b0", BlockRole.PARAGRAPH, "Uno. Dos."), document=None), OPTIONS)) == [
        "Uno.",
        "Dos.",
    ]


def test_an_unknown_segmenter_is_refused() -> None:
    with pytest.raises(PluginError, match="rules"):
        segment(draft(), SegmentOptions(segmenter="rule"))


@given(
    st.text(),
    st.sampled_from(BlockRole),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3),
)
def test_segments_and_gaps_give_back_the_block(
    text: str, role: BlockRole, codes: list[tuple[int, int]]
) -> None:
    spans = [Span(min(pair), max(pair)) for pair in codes if max(pair) <= len(text)]
    block = Block("b0", role, text, tuple(Inline(span, "code") for span in spans))
    done = segment(draft(block), SegmentOptions(furniture="translate", max_chars=100))
    position = 0
    for piece in done.segments:
        assert text[position : piece.span.start].strip() == ""
        assert not any(code.start < position < piece.span.start < code.end for code in spans)
        position = piece.span.end
    assert text[position:].strip() == ""
