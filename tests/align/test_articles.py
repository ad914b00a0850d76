from copydesk.align import align_articles, link
from copydesk.data import Article, Block, BlockRole, Detection, Draft, Origin, Segment, Span


def _draft(name: str, language: str, texts: list[str]) -> Draft:
    blocks = tuple(Block(f"b{n}", BlockRole.PARAGRAPH, text) for n, text in enumerate(texts))
    article = Article(name, Origin(name, "txt", "0" * 64), blocks)
    segments = tuple(Segment(f"{b.id}.0", b.id, Span(0, len(b.text))) for b in blocks)
    return Draft(article, language, blocks, document=Detection(language, 1.0), segments=segments)


def test_links_name_the_segments_of_both_versions() -> None:
    source = _draft("a", "es", ["Teruel suma 84,2 millones.", "Habló Inés Larraga."])
    target = _draft("b", "fr", ["Teruel ajoute 84,2 millions.", "Inés Larraga a parlé."])
    links = align_articles(source, target).links
    assert [(x.source, x.target) for x in links] == [(("b0.0",), ("b0.0",)), (("b1.0",), ("b1.0",))]


def test_an_undetected_language_is_aligned_by_neutral_facts() -> None:
    source = _draft("a", "es", ["Teruel suma 84,2 millones."])
    target = Draft(source.article, "fr", source.blocks, segments=source.segments)
    assert len(align_articles(target, target).links) == 1


def test_the_desk_s_own_translations_are_linked_one_to_one() -> None:
    links = link(_draft("a", "es", ["Uno.", "Dos."])).links
    assert [(x.source, x.target, x.confidence) for x in links] == [
        (("b0.0",), ("b0.0",), 1.0),
        (("b1.0",), ("b1.0",), 1.0),
    ]
