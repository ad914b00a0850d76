"""Pages as content management systems write them."""

from __future__ import annotations

from pathlib import Path

from copydesk.data import Article
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Article:
    return read(Raw(name, "html", (PAGES / name).read_bytes()), IngestOptions())


def outline(article: Article) -> list[str]:
    return [f"{block.furniture or block.role} {block.text[:24]}".strip() for block in article.blocks]


def test_a_blog_without_article_element() -> None:
    found = page("blog_es.html")
    assert outline(found) == [
        "navigation Saltar al contenido",
        "navigation Mareas del Norte",
        "navigation Puertos",
        "navigation Lugo",
        "navigation Pesca",
        "headline La lonja de Burela estre",
        "paragraph La lonja de Burela vendi",
        "caption La sala de ventas, el lu",
        "paragraph El cambio ha costado 184",
        "heading Menos ruido, más comprad",
        "paragraph En el primer día pujaron",
        "quote Antes había que estar aq",
        "teaser Artículo relacionado: El",
        "paragraph La cofradía formará a lo",
        "list-item Registro con firma digit",
        "list-item Fianza de 600 euros.",
        "share Comparte esto:",
        "share X",
        "share WhatsApp",
        "comments 2 comentarios",
        "comments Yo estuve allí el lunes",
        "comments Ya era hora.",
        "comments Deja una respuesta",
        "comments Tu dirección de correo e",
        "comments Comentario *",
        "comments Publicar el comentario",
        "other Lo más leído",
        "other El bonito llega antes",
        "legal © 2023 Mareas del Norte.",
        "legal Aviso legal",
    ]
    assert (found.author, found.date) == ("Uxía Barreiro", "2023-03-07T08:15:00+01:00")
    assert found.language == "es-ES"
    assert found.alternates == (("gl", "https://mareas.example/gl/lonxa"),)
    assert found.title == "La lonja de Burela estrena subasta digital"
    assert [b.ordered for b in found.blocks if b.role == "list-item"] == [True, True]


def test_a_newspaper_with_article_and_teaser_cards() -> None:
    found = page("daily_fr.html")
    assert outline(found) == [
        "legal Nous utilisons des cooki",
        "legal Tout accepter",
        "navigation L'Écho des Monts",
        "navigation À la une Sport",
        "navigation Transports",
        "headline Le tram de Morlaix roule",
        "paragraph Le conseil a voté jeudi",
        "navigation Par Maël Kerbrat, le 9 f",
        "caption Le futur dépôt de Coat-S",
        "paragraph Les élus ont approuvé je",
        "paragraph «\xa0C'est le chantier d'un",
        "teaser Lire aussi",
        "teaser Les bus de nuit revienne",
        "heading Le billet à 1,60 €",
        "list-item une rame toutes les huit",
        "list-item douze le dimanche ;",
        "list-item dernier départ à 23 h 45",
        "paragraph Mat-tre eo an treñ-tram",
        "quote «\xa0Nous voulions un arrêt",
        "paragraph L'opposition annonce un",
        "share Partager",
        "share Facebook",
        "teaser La criée ferme lundi",
        "teaser Trois jours de travaux.",
        "teaser Un orgue neuf à Plouigne",
        "legal Mentions légales · Polit",
        "legal © 2024 L'Écho des Monts",
    ]
    assert [b.language for b in found.blocks if b.language] == ["br"]
    assert [b.level for b in found.blocks if b.role == "list-item"] == [1, 2, 1]
    assert found.author == "Maël Kerbrat"
    assert found.alternates == (("en", "/en/tram"), ("fr", "/tram"))
    assert not [i for b in found.blocks for i in b.inlines if "javascript" in str(i.attributes)]


def test_an_old_page_of_tables_and_breaks_inside_a_form() -> None:
    found = page("old_en.html")
    assert outline(found) == [
        "navigation Home\nNews\nSport",
        "headline Harbour wall repaired af",
        "navigation By Tom Ashdown",
        "paragraph The harbour wall at Seat",
        'paragraph "It will stand for anoth',
        "paragraph The café on the pier reo",
    ]
    assert found.notes == (
        "declared as utf-8, but read as cp1252",
        "1 link(s) are relative and the address of the page is unknown: give --base-url",
    )
    barge = found.blocks[4]
    assert [(i.tag, i.span.of(barge.text)) for i in barge.inlines] == [("i", "Priya Rao"), ("a", "barge")]
    assert barge.inlines[1].attributes == (("href", "/barge"), ("title", "The barge"))
    assert "barge – and" in barge.text
