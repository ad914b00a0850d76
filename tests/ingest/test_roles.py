"""Story or furniture, told by words, shape and neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.data import Block, BlockRole, FurnitureKind
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions
from copydesk.ingest.roles import assign

PAGES = Path(__file__).parent / "pages"
LONG = (
    "Una frase bastante larga que cuenta algo de lo que pasó ayer en la plaza mayor del pueblo. Y otra más."
)


def kinds(*lines: str, shaped: bool = True) -> list[str]:
    blocks = [Block(f"b{n}", BlockRole.PARAGRAPH, line) for n, line in enumerate(lines)]
    return [block.furniture or block.role for block in assign(blocks, shaped=shaped)]


@pytest.mark.parametrize(("language", "stars", "legal"), [("es", 2, 4), ("fr", 1, 3), ("en", 1, 3)])
def test_a_plain_page_is_told_apart_into_its_parts(language: str, stars: int, legal: int) -> None:
    data = (PAGES / f"plain_{language}.txt").read_bytes()
    found = read(Raw("a.txt", "plain", data), IngestOptions()).blocks
    assert [block.furniture or block.role for block in found] == [
        "headline", "caption", "paragraph", "heading", "paragraph", "quote", "paragraph",
        "caption", "teaser", "teaser", "paragraph", "paragraph",
        "share", *["comments"] * (3 + stars), *["legal"] * legal,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Síguenos en Telegram", FurnitureKind.SHARE),
        ("Partager cet article", FurnitureKind.SHARE),
        ("Share", FurnitureKind.SHARE),
        ("Folgen Sie uns auf Mastodon", FurnitureKind.SHARE),
        ("Condividi su WhatsApp", FurnitureKind.SHARE),
        ("Siga-nos no Instagram", FurnitureKind.SHARE),
        ("Segueix-nos a Telegram", FurnitureKind.SHARE),
        ("Deja un comentario", FurnitureKind.COMMENTS),
        ("Schreiben Sie einen Kommentar", FurnitureKind.COMMENTS),
        ("3 comentários", FurnitureKind.COMMENTS),
        ("L’adreça electrònica no es publicarà", FurnitureKind.COMMENTS),
        ("Lascia un commento!", FurnitureKind.COMMENTS),
        ("Tous droits réservés", FurnitureKind.LEGAL),
        ("© 2023 La Gaceta", FurnitureKind.LEGAL),
        ("Zum Inhalt springen", FurnitureKind.NAVIGATION),
        ("► Volver arriba", FurnitureKind.NAVIGATION),
    ],
)
def test_furniture_is_known_by_its_words_in_seven_languages(text: str, kind: FurnitureKind) -> None:
    assert kinds("Titular", LONG, text, LONG) == ["headline", "paragraph", kind, "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "Compartir piso en la ciudad cuesta un 12 % más que hace un año.",
        "Los derechos de los pasajeros cambian en enero, según la ministra.",
        "La política de privacidad de la empresa será examinada por el juez.",
        "Comments by the minister drew anger on Friday.",
        "Next year the bridge will close for six weeks.",
        "Responsable de la obra es la empresa Loureiro.",
        "Home prices fell by 3% in May.",
        "Le commentaire du ministre a surpris les élus.",
    ],
)
def test_a_story_may_speak_of_what_furniture_speaks_of(text: str) -> None:
    assert kinds("Titular", LONG, text, LONG)[2] == "paragraph"
    assert kinds("Titular", LONG, text, LONG, shaped=False)[2] == "paragraph"


def test_a_list_in_the_story_stays_a_list_though_it_names_rights() -> None:
    items = ["Derechos: se amplían a los autónomos.", "Plazo: seis meses.", "Coste: dos millones."]
    blocks = [Block("", BlockRole.PARAGRAPH, LONG)]
    blocks += [Block("", BlockRole.LIST_ITEM, item, level=1) for item in items]
    assert [b.role for b in assign([*blocks, blocks[0]], shaped=False)][1:4] == ["list-item"] * 3
    assert [b.role for b in assign(blocks, shaped=False)][1:] == ["list-item"] * 3


def test_a_closing_list_stays_in_the_story_though_furniture_follows() -> None:
    blocks = [Block("", BlockRole.PARAGRAPH, LONG), Block("", BlockRole.LIST_ITEM, "Lunes, 12:00", level=1)]
    blocks.append(Block("", BlockRole.PARAGRAPH, "Deja un comentario"))
    assert [b.role for b in assign(blocks, shaped=False)] == ["paragraph", "list-item", "furniture"]


def test_a_label_takes_the_title_that_follows_it_and_no_more() -> None:
    assert kinds("T", LONG, "Artículo relacionado:", "El otro asunto", LONG)[2:] == [
        "teaser",
        "teaser",
        "paragraph",
    ]
    assert kinds("T", LONG, "Lea también: El otro asunto", "Una línea corta", LONG)[2:4] == [
        "teaser",
        "heading",
    ]


def test_a_label_before_a_list_takes_the_list() -> None:
    blocks = [Block("", BlockRole.PARAGRAPH, LONG), Block("", BlockRole.HEADING, "Articles liés", level=3)]
    blocks += [Block("", BlockRole.LIST_ITEM, f"Titre {n}", level=1) for n in range(3)]
    assert [b.role for b in assign(blocks, shaped=False)] == ["paragraph", *["teaser"] * 4]


def test_a_label_at_the_very_end_is_a_teaser_alone() -> None:
    assert kinds("T", LONG, "Read also:")[2:] == ["teaser"]


def test_a_line_between_paragraphs_is_a_heading_only_without_markup() -> None:
    assert kinds("T", LONG, "Un plan con fecha", LONG)[2] == "heading"
    assert kinds("T", LONG, "Un plan con fecha", LONG, shaped=False)[2] == "paragraph"


def test_a_last_line_is_no_heading() -> None:
    assert kinds("T", LONG, "Fuente - Naviera Brisa")[2] == "paragraph"


def test_a_line_that_leads_into_a_quote_is_text() -> None:
    assert kinds("T", LONG, "Lo dijo así…", "«Nadie lo esperaba»", LONG)[2:4] == ["paragraph", "quote"]


@pytest.mark.parametrize(
    ("text", "is_quote"),
    [
        ('"Nadie lo esperaba"', True),
        ("« Personne ne l'attendait. »", True),
        ("„Niemand hat es erwartet“", True),
        ('"Nadie", dijo, "lo esperaba"', False),
        ('"', False),
        ('""', False),
    ],
)
def test_a_quote_is_one_quotation_from_end_to_end(text: str, is_quote: bool) -> None:
    assert (kinds("T", LONG, text, LONG)[2] == "quote") is is_quote


@pytest.mark.parametrize("text", ["Foto: Ana Ruiz", "barco.jpg", "El muelle, ayer / EFE", "Imagen: archivo"])
def test_captions_name_pictures(text: str) -> None:
    assert kinds("T", LONG, text, LONG)[2] == "caption"


def test_a_byline_under_the_headline_is_text() -> None:
    assert kinds("T", "Por Ana Ruiz", LONG)[1] == "paragraph"


def test_a_text_that_begins_with_a_long_paragraph_has_no_headline() -> None:
    assert kinds(LONG * 4, LONG) == ["paragraph", "paragraph"]


def test_roles_change_neither_text_nor_order() -> None:
    lines = (PAGES / "plain_es.txt").read_text(encoding="utf-8").split("\n")
    blocks = [Block(f"b{n}", BlockRole.PARAGRAPH, line) for n, line in enumerate(lines) if line]
    found = assign(blocks, shaped=True)
    assert [(b.id, b.text) for b in found] == [(b.id, b.text) for b in blocks]
    assert assign([], shaped=True) == ()
