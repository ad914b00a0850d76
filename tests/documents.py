"""A Word document, a book and feeds, made for the tests."""

from __future__ import annotations

import base64
import io
import zipfile

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_OPS = "http://www.idpf.org/2007/ops"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def word_document() -> bytes:
    """A story with a title, marks, a link, a list item, a quotation, a picture and a table."""
    document = docx.Document()
    document.core_properties.author = "Uxía"
    document.add_paragraph("La lonja crece un 7 %", style="Title")
    text = document.add_paragraph("El puerto movió ")
    text.add_run("184 000 toneladas").bold = True
    text.add_run(" de pescado, dice ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), text.part.relate_to("https://m.example/a", _LINK, is_external=True))
    text._p.append(link)
    link.append(text.add_run("el diario")._r)
    text.add_run(".")
    document.add_heading("Menos ruido", 1)
    document.add_paragraph("Fianza de 600 euros.", style="List Number")
    document.add_paragraph("Antes había que estar aquí.", style="Quote")
    document.add_picture(io.BytesIO(_PIXEL))
    table = document.add_table(2, 2)
    for at, value in enumerate(("Año", "Toneladas", "2022", "172 000")):
        table.cell(at // 2, at % 2).text = value
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def book() -> bytes:
    """An EPUB 3 of two chapters with a picture and a table of contents."""
    xhtml = '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
        ' version="1.0"><rootfiles><rootfile full-path="OEBPS/c.opf"'
        ' media-type="application/oebps-package+xml"/></rootfiles></container>',
        "OEBPS/c.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x:1</dc:identifier>'
        "<dc:title>Mareas</dc:title><dc:language>es</dc:language><dc:creator>Uxía</dc:creator>"
        '<meta property="dcterms:modified">2026-11-01T00:00:00Z</meta></metadata><manifest>'
        '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        '<item id="p" href="a.png" media-type="image/png"/>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
        "OEBPS/nav.xhtml": f'{xhtml}<body><nav xmlns:epub="{_OPS}" epub:type="toc"><ol><li>'
        '<a href="a.xhtml">Mareas del norte</a>'
        "</li></ol></nav></body></html>",
        "OEBPS/a.xhtml": f"{xhtml}<body><h1>Mareas del norte</h1>"
        '<p><img src="a.png" alt=""/>El puerto movió <b>184 000</b> toneladas.</p>'
        "<ul><li>Uno, dos y tres<ul><li>Anidado con 4 casas</li></ul></li></ul>"
        "<blockquote><p>Estaba aquí.</p></blockquote></body></html>",
        "OEBPS/b.xhtml": f"{xhtml}<body><h1>Segundo capítulo</h1></body></html>",
        "OEBPS/a.png": _PIXEL,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return made.getvalue()
