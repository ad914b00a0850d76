"""What a page shows beside its text: pictures, films, tables, numbered lists, and where its links lead."""

from __future__ import annotations

import pytest

from copydesk.data import Article, BlockRole, MediaKind, draft_of
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions

PROSE = "El puerto movió el año pasado 184 000 toneladas de pescado, un 7 % más que el año anterior."
MORE = "La cofradía espera que la nueva lonja, con 40 puestos, abra sus puertas antes del verano."


def article(body: str, *, head: str = "", base_url: str = "") -> Article:
    page = f"""<html><head><title>La lonja crece</title>{head}</head><body>
        <nav><img src=/puerto-grande.png></nav><main><article>
        <h1>La lonja crece</h1><p>{PROSE}</p>{body}<p>{MORE}</p><p>{PROSE[3:]}</p></article></main>
        <aside><a href=/otra><img src=/otra.jpg alt=Otra></a></aside></body></html>"""
    return read(Raw("es/lonja.html", "html", page.encode()), IngestOptions(base_url=base_url))


def test_a_figure_keeps_picture_alternative_text_and_caption_in_place() -> None:
    found = article(
        "<figure><img src=/sala.jpg alt='La sala de ventas'>"
        "<figcaption>La sala, el lunes.</figcaption></figure>"
    )
    (picture,) = found.media
    blocks = {block.id: block for block in (*found.blocks, *found.texts)}
    assert (picture.kind, picture.url, picture.label) == (MediaKind.IMAGE, "/sala.jpg", "La sala de ventas")
    assert blocks[picture.after].text == PROSE
    assert (blocks[picture.text].role, blocks[picture.text].text) == (BlockRole.ALT, "La sala de ventas")
    assert [blocks[name].text for name in picture.captions] == ["La sala, el lunes."]
    assert draft_of(found).blocks[-1] == blocks[picture.text]


FILM = "https://www.youtube.com/embed/x"


@pytest.mark.parametrize(
    ("markup", "kind", "url"),
    [
        ("<p><img src='data:image/gif;base64,R0' data-src=/f/a.jpg></p>", "image", "/f/a.jpg"),
        ("<p><img srcset='/f/a.jpg 400w, /f/b.jpg 800w'></p>", "image", "/f/b.jpg"),
        ("<video poster=/p.jpg><source src=/v/a.mp4></video>", "video", "/v/a.mp4"),
        (f"<div><iframe src={FILM}></iframe></div>", "video", FILM),
        ("<iframe data-src=https://maps.example/3></iframe>", "embed", "https://maps.example/3"),
        ("<audio src=/a.mp3></audio>", "audio", "/a.mp3"),
    ],
)
def test_media_are_found_however_they_are_written(markup: str, kind: str, url: str) -> None:
    assert [(m.kind.value, m.url) for m in article(markup).media] == [(kind, url)]


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=/pixel.gif width=1 height=1>",
        "<img src=/a.jpg class=avatar>",
        "<img src='javascript:x'>",
        "<aside><img src=/a.jpg></aside>",
        "<template><img src=/a.jpg></template>",
    ],
)
def test_symbols_and_what_stands_beside_the_story_are_no_media_of_it(markup: str) -> None:
    assert not article(markup).media


def test_a_table_keeps_its_cells_and_a_layout_table_has_none() -> None:
    table = "<table><tr><th>Año<th>Toneladas<tr><td>2022<td><tr><td colspan=2>172 000</table>"
    found = [block for block in article(table).blocks if block.role is BlockRole.CELL]
    assert [(b.text, c.row, c.column, c.columns, c.header) for b in found if (c := b.cell)] == [
        ("Año", 0, 0, 1, True),
        ("Toneladas", 0, 1, 1, True),
        ("2022", 1, 0, 1, False),
        ("172 000", 2, 0, 2, False),
    ]
    layout = f"<table><tr><td>{PROSE} {MORE} {PROSE}<td>x<tr><td>y<td>z</table>"
    assert not [block for block in article(layout).blocks if block.cell]


def test_numbered_lists_count_from_where_they_say_and_lists_in_quotes_stay_quoted() -> None:
    found = article(
        "<ol start=4><li>Registro con firma digital.<li>Fianza de 600 euros.<li value=9>Visado.</ol>"
        "<blockquote><ul><li>Menos ruido, dijo la presidenta.</ul></blockquote>"
    )
    items = [block for block in found.blocks if block.role is BlockRole.LIST_ITEM]
    assert [(b.number, b.ordered, b.quoted) for b in items] == [
        (4, True, False), (0, True, False), (9, True, False), (0, False, True),
    ]  # fmt: skip


def test_ruby_is_read_as_browsers_without_it_show_it() -> None:
    ruby = "<ruby>漢字<rp>(</rp><rt>kanji</rt><rp>)</rp></ruby>"
    found = article(f"<p>La palabra {ruby} tiene 2 signos en total.</p>")
    assert "La palabra 漢字(kanji) tiene 2 signos en total." in [block.text for block in found.blocks]


@pytest.mark.parametrize(
    ("head", "base_url", "expected"),
    [
        ("<link rel=canonical href=https://m.example/a/b>", "", "https://m.example/a/x?y=1"),
        ("<base href=https://n.example/>", "", "https://n.example/x?y=1"),
        ("<base href=/c/><link rel=canonical href=https://m.example/a/b>", "", "https://m.example/c/x?y=1"),
        ("<meta property=og:url content=/a/b>", "https://o.example/", "https://o.example/a/x?y=1"),
        ("", "https://o.example/", "https://o.example/es/x?y=1"),
        ("", "", "x?y=1"),
    ],
)
def test_links_are_resolved_against_the_address_of_the_page(head: str, base_url: str, expected: str) -> None:
    link = "<p>Lo cuenta <a href='x?y=1'>el diario</a> del 3 de mayo.</p>"
    found = article(link, head=head, base_url=base_url)
    inlines = [inline for block in found.blocks if "cuenta" in block.text for inline in block.inlines]
    assert [url for inline in inlines for _, url in inline.attributes] == [expected]
    assert any("--base-url" in note for note in found.notes) == (expected == "x?y=1")


def test_description_and_keywords_come_along_and_the_description_is_translated() -> None:
    head = "<meta name=description content='Más pescado.'><meta name=keywords content='mar, lonja'>"
    found = article("", head=head)
    assert (found.description, found.keywords) == ("Más pescado.", ("mar", "lonja"))
    assert [(block.role, block.text) for block in found.texts] == [(BlockRole.DESCRIPTION, "Más pescado.")]
