"""What reading a page tells the editor, and metadata that pages write in their own ways."""

from __future__ import annotations

import unicodedata

import pytest

from copydesk.data import Article, Draft
from copydesk.detect import identify
from copydesk.detect.options import DetectOptions
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions

TEXTS = (
    "El puerto abrió el lunes su segundo muelle, que permitirá descargar 40 barcos más cada semana.",
    "La obra ha costado 3,2 millones de euros y ha durado catorce meses, dos menos de los que preveía.",
    "Los armadores pedían desde 2016 más espacio, porque en otoño esperaban hasta nueve horas para amarrar.",
    "La cofradía calcula que la subasta de la tarde empezará a las 16.30 y no a las 18.00, como hasta ahora.",
    "El alcalde recordó que falta por asfaltar la carretera de acceso.",
    "Un segundo contrato, de 410.000 euros, renovará las grúas antes de que empiece la campaña del bonito.",
)
STORY = "".join(f"<p>{text}</p>" for text in TEXTS)


def article(markup: str, *, title: str = "Arnela estrena muelle") -> Article:
    head = f'<html lang=es><head><meta charset=utf-8><meta property=og:title content="{title}">'
    return read(Raw("a.html", "html", f"{head}{markup}".encode()), IngestOptions())


def told(found: Article) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity.value) for finding in found.findings]


def test_a_page_read_whole_has_no_finding() -> None:
    assert told(article(f"<article><h1>Arnela estrena muelle</h1>{STORY}</article>")) == []


SHORT = "<article><h1>Arnela estrena muelle</h1><p>El muelle abre el lunes.</p></article>"


def test_a_brief_with_nothing_round_it_is_no_fault() -> None:
    assert told(article(SHORT)) == []


def test_a_story_that_the_page_gives_in_its_data_and_not_in_its_text_is_an_error() -> None:
    record = f'{{"@type":"NewsArticle","articleBody":"{" ".join(TEXTS)}"}}'
    data = f'<script type="application/ld+json">{record}</script>'
    shown = "<main><h1>Arnela estrena muelle</h1><p>La noticia del puerto se carga en breve.</p></main>"
    with_data = article(data + shown)
    assert ("story", "error") in told(with_data)


def test_a_headline_unlike_the_title_is_a_warning_that_names_both() -> None:
    found = article(f"<article><h1>Fin de las esperas</h1>{STORY}</article>")
    (finding,) = [f for f in found.findings if f.rule == "headline"]
    assert finding.severity == "warning"
    assert "Fin de las esperas" in finding.message
    assert "Arnela estrena muelle" in finding.message


def test_findings_of_reading_reach_the_draft() -> None:
    found = article(SHORT, title="Fin de las esperas en el puerto")
    assert told(found) == [("headline", "warning")]
    draft = identify(Draft(found, "fr", found.blocks), DetectOptions(source="es"))
    assert draft.findings[: len(found.findings)] == found.findings


def test_a_torn_byte_costs_one_character_and_is_told() -> None:
    page = f"<html lang=es><meta charset=utf-8><article><h1>Años después</h1>{STORY}</article>".encode()
    found = read(Raw("a", "html", page.replace("\u00f3".encode(), b"\xf3", 1)), IngestOptions())
    text = " ".join(block.text for block in found.blocks)
    assert text.count("\ufffd") == 1
    assert "millones" in text
    assert "cofradía" in text
    assert ("reading", "note") in told(found)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<span>3 de mayo de 2022</span><span>21:25</span>", "3 de mayo de 2022 21:25"),
        ("<a href=/a>Cámara de Diputados</a><a href=/b>Frente</a>", "Cámara de Diputados Frente"),
        ("<b>a</b><i>b</i>", "ab"),
        ("<span>C</span><span>uando</span>", "Cuando"),
        ("H<sub>2</sub><span>O</span>", "H2O"),
        ("re&shy;gi&shy;ón", "región"),
    ],
)
def test_elements_side_by_side_make_no_word_or_number_that_nobody_wrote(markup: str, text: str) -> None:
    found = article(f"<article><h1>Arnela estrena muelle</h1>{STORY}<p>{markup}</p></article>")
    assert text in [block.text for block in found.blocks]


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2022-05-04T03:00:00 UTC", "2022-05-04T03:00:00+00:00"),
        ("2022-5-3 22:17:36", "2022-05-03T22:17:36"),
        ("10/05/2022 05:22 pm", "2022-05-10T17:22"),
        ("05/23/2022", "2022-05-23"),
        ("31/31/2022", ""),
        ("2022-05-04T03:00:00.123Z", "2022-05-04T03:00:00.123Z"),
        ("2022-05-04 03:00:00 -0300", "2022-05-04T03:00:00-03:00"),
        ("2022-05-04T03:00:00+0200", "2022-05-04T03:00:00+02:00"),
        ("20220504", "2022-05-04"),
        ("13/05/2022 17:22", "2022-05-13T17:22"),
        ("Wed, 04 May 2022 03:00:00 GMT", "2022-05-04T03:00:00+00:00"),
        ("4 de mayo de 2022", "2022-05-04"),
        ("Martes, 10 Mayo 2022 05:22 PM", "2022-05-10T17:22"),
        ("4 mai 2022 à 10h30", "2022-05-04T10:30"),
        ("1er août 2022", "2022-08-01"),
        ("4. März 2022, 9:05 Uhr", "2022-03-04T09:05"),
        ("May 4, 2022 12:05 a.m.", "2022-05-04T00:05"),
        ("Sept. 4th, 2022", "2022-09-04"),
        ("31 de febrero de 2022", ""),
        ("4 de cosas de 2022", ""),
        ("hace 3 horas", ""),
    ],
)
def test_dates_of_content_systems_become_iso_8601(stated: str, date: str) -> None:
    page = f'<meta property=article:published_time content="{stated}"><article>{STORY}</article>'
    assert article(page).date == date


def test_authors_in_a_graph_are_found_by_their_id_and_the_site_is_no_author() -> None:
    graph = (
        '{"@graph":[{"@type":"NewsArticle","headline":"x","keywords":["puerto","pesca"],"author":{"@id":"#p"}},'
        '{"@type":"Person","@id":"#p","name":"Uxía Barreiro"}]}'
    )
    page = (
        '<meta property=og:site_name content="La Ría"><meta name=author content="La Ría">'
        '<meta name=description content="Un muelle más.">'
        f'<script type="application/ld+json">{graph}</script><article>{STORY}</article>'
    )
    found = article(page)
    assert (found.author, found.description, found.keywords) == (
        "Uxía Barreiro",
        "Un muelle más.",
        ("puerto", "pesca"),
    )


@pytest.mark.parametrize(
    ("record", "author"),
    [
        ('{"@type":"NewsArticle","author":{"name":"Uxía Barreiro"},}', "Uxía Barreiro"),
        ('//<![CDATA[\n{"@type":"NewsArticle","author":"Por Uxía Barreiro"}\n//]]>', "Uxía Barreiro"),
        ('<!--{"@type":"NewsArticle","author":[{"name":"Uxía"},{"name":"Brais"}]}-->', "Uxía, Brais"),
        ('{"@type":"NewsArticle","author":{"name":"La Ría"},"publisher":{"name":"La Ría"}}', ""),
        ('{"@type":"NewsArticle","author":"a,}","publisher":{"name":"x"},}', "a,}"),
    ],
)
def test_linked_data_with_slips_is_read_as_search_engines_read_it(record: str, author: str) -> None:
    assert (
        article(f'<script type="application/ld+json">{record}</script><article>{STORY}</article>').author
        == author
    )


def test_letters_in_pieces_are_made_whole() -> None:
    decomposed = unicodedata.normalize("NFD", f"<h1>Más pesca en Cádiz</h1>{STORY}")
    assert article(decomposed, title="Más pesca").blocks[0].text == "Más pesca en Cádiz"
