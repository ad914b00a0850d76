from __future__ import annotations

from typing import Any

from lxml import html

from copydesk.publish.index import IndexRow, render_index

PROOF = ("bilingual.html",)
ROWS = [
    IndexRow("Zebra", "zebra-1/fr", "es", "fr", 1, 12, files=("article.html", "manifest.json")),
    IndexRow("Äpfel & <Birnen>", "apfel-2/fr", "de", "fr", 2, 1, findings={"warning": 2}, files=PROOF),
    IndexRow("Casa", "casa-3/fr", "es", "fr", 1, 5, findings={"error": 1, "note": 3}, files=PROOF),
    IndexRow("Held", "held-4/fr", "es", "fr", 1, 5, held=2),
]  # fmt: skip


def _page(data: bytes) -> Any:
    return html.document_fromstring(data.decode())


def test_what_needs_an_editor_stands_first() -> None:
    page = _page(render_index(ROWS))
    assert [h.text_content() for h in page.xpath("//h2")] == ["Casa", "Held", "Äpfel & <Birnen>", "Zebra"]
    assert [a.get("href") for a in page.xpath("//h2/a")] == [
        "casa-3/fr/bilingual.html",
        "apfel-2/fr/bilingual.html",
        "zebra-1/fr/article.html",
    ]


def test_the_order_of_the_rows_does_not_matter() -> None:
    assert render_index(ROWS) == render_index(reversed(ROWS))


def test_totals_and_downloads_are_told() -> None:
    page = _page(render_index(ROWS, downloads=[("es-fr.tmx", "Memory")]))
    assert page.xpath("string(//header/p)") == "4 translations · 23 segments · 1 error · 2 warnings · 3 notes"
    assert page.xpath("//header//a/@href") == ["es-fr.tmx"]


def test_an_empty_folder_says_so() -> None:
    assert "Nothing has been published" in render_index([]).decode()


def test_a_row_names_both_titles_and_how_far_the_review_is() -> None:
    row = IndexRow(
        "Casa", "casa-3/fr", "es", "fr", 1, 5, "Maison", "approved by Ana", quality="light editing"
    )
    page = _page(render_index([row]))
    assert [(p.get("lang"), p.text) for p in page.find_class("title")] == [("fr", "Maison")]
    assert page.find_class("quality")[0].text == "approved by Ana · light editing"
