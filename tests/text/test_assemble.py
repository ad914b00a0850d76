from copydesk.data import Article, Block, BlockRole, Draft, Inline, Means, Origin, Segment, Span, Translation
from copydesk.text.assemble import segment_inlines, target_blocks

TEXT = "Uno dos. Tres cuatro."
EMPHASIS = Inline(Span(4, 13), "em")
BLOCK = Block("b0", BlockRole.PARAGRAPH, TEXT, (EMPHASIS,))
FORM = Block("b1", BlockRole.FURNITURE, "Deja un comentario")
SEGMENTS = (Segment("b0.0", "b0", Span(0, 8)), Segment("b0.1", "b0", Span(9, 21)))


def draft(*texts: tuple[str, tuple[Inline, ...]]) -> Draft:
    article = Article("a", Origin("a.txt", "plain", "0"), (BLOCK, FORM))
    translations = tuple(
        Translation(segment.id, text, Means.MACHINE, inlines=inlines)
        for segment, (text, inlines) in zip(SEGMENTS, texts, strict=True)
    )
    return Draft(article, "fr", article.blocks, segments=SEGMENTS, translations=translations)


def test_an_element_over_two_segments_is_clipped_to_each() -> None:
    assert segment_inlines(BLOCK, SEGMENTS[0]) == (Inline(Span(4, 8), "em"),)
    assert segment_inlines(BLOCK, SEGMENTS[1]) == (Inline(Span(0, 4), "em"),)


def test_pieces_of_one_element_become_one_again() -> None:
    done = draft(("Un deux.", (Inline(Span(3, 8), "em"),)), ("Trois quatre.", (Inline(Span(0, 5), "em"),)))
    (block,) = target_blocks(done)
    assert block.text == "Un deux. Trois quatre."
    assert block.inlines == (Inline(Span(3, 14), "em"),)
    assert block.inlines[0].span.of(block.text) == "deux. Trois"


def test_two_elements_apart_stay_two() -> None:
    done = draft(("Un deux.", (Inline(Span(0, 2), "em"),)), ("Trois quatre.", (Inline(Span(6, 12), "em"),)))
    (block,) = target_blocks(done)
    assert [inline.span.of(block.text) for inline in block.inlines] == ["Un", "quatre"]


def test_a_line_break_keeps_its_place() -> None:
    block = Block("b0", BlockRole.PARAGRAPH, TEXT, (Inline(Span(9, 9), "br"),))
    assert segment_inlines(block, SEGMENTS[0]) == ()
    assert segment_inlines(block, SEGMENTS[1]) == (Inline(Span(0, 0), "br"),)


def test_blocks_without_segments_are_not_in_the_translation() -> None:
    assert [block.id for block in target_blocks(draft(("a", ()), ("b", ())))] == ["b0"]
