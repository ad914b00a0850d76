"""Drafts for the tests of detection."""

from copydesk.data import Article, Block, BlockRole, Detection, Draft, Origin, Segment, Span

SPANISH = (
    "El ayuntamiento aprobó ayer los presupuestos del próximo año con los votos de la oposición. "
    "La alcaldesa explicó que el dinero se destinará sobre todo a las escuelas del barrio viejo."
)
FRENCH = (
    "Le conseil municipal a voté hier le budget de l'année prochaine avec les voix de l'opposition. "
    "La maire a expliqué que l'argent ira surtout aux écoles du vieux quartier."
)
DUTCH = (
    "De gemeenteraad keurde gisteren de begroting van volgend jaar goed met de stemmen van de oppositie. "
    "De burgemeester legde uit dat het geld vooral naar de scholen van de oude wijk gaat."
)


def block(
    number: int, text: str, role: BlockRole = BlockRole.PARAGRAPH, language: str | None = None
) -> Block:
    return Block(f"b{number}", role, text, language=language)


def draft(*blocks: Block, hint: str | None = None, target: str = "fr") -> Draft:
    article = Article("a", Origin("a.txt", "txt", ""), blocks, language=hint)
    return Draft(article, target, blocks)


def cut(whole: Draft, document: str | None) -> Draft:
    """Each block one segment, in a document of the given language."""
    segments = tuple(Segment(f"{b.id}.0", b.id, Span(0, len(b.text))) for b in whole.blocks)
    detection = Detection(document, 1.0, "Latn") if document else None
    return Draft(whole.article, whole.target, whole.blocks, document=detection, segments=segments)
