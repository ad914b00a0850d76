"""Word documents, books and subtitles: into blocks, and back into their own places."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.data import Block
from copydesk.errors import InputError
from copydesk.formats.docx import read_docx, write_docx
from copydesk.formats.epub import read_epub, write_epub
from copydesk.formats.subtitles import LINE, read_subtitles, write_subtitles
from copydesk.formats.xml import parse
from copydesk.publish.markup import inline_html
from documents import book, word_document

SRT = """1
00:00:01,000 --> 00:00:03,000
El puerto movió el año pasado
184 000 toneladas de pescado,

2
00:00:03,200 --> 00:00:05,000
un 7 % más que en 2022.

3
00:00:06,000 --> 00:00:07,000
<i>Gracias.</i>
"""


def outline(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.role.value, block.text) for block in blocks]


def shouted(blocks: tuple[Block, ...]) -> Mapping[str, Block]:
    return {block.text: replace(block, text=block.text.upper()) for block in blocks}


def test_a_word_document_gives_headline_lists_quotes_cells_and_marks() -> None:
    blocks, about = read_docx(word_document())
    assert outline(blocks) == [
        ("headline", "La lonja crece un 7 %"),
        ("paragraph", "El puerto movió 184 000 toneladas de pescado, dice el diario."),
        ("heading", "Menos ruido"),
        ("list-item", "Fianza de 600 euros."),
        ("quote", "Antes había que estar aquí."),
        ("cell", "Año"), ("cell", "Toneladas"), ("cell", "2022"), ("cell", "172 000"),
    ]  # fmt: skip
    assert [(i.tag, i.span.of(blocks[1].text)) for i in blocks[1].inlines] == [
        ("strong", "184 000 toneladas"),
        ("a", "el diario"),
    ]
    assert about.author == "Uxía"


def test_a_word_document_comes_out_with_other_text_and_all_else_as_it_was() -> None:
    blocks, _ = read_docx(word_document())
    made = docx.Document(io.BytesIO(write_docx(word_document(), shouted(blocks), language="fr", title="T")))
    assert [(p.style.name, p.text) for p in made.paragraphs if p.style and p.text][:3] == [
        ("Title", "LA LONJA CRECE UN 7 %"),
        ("Normal", "EL PUERTO MOVIÓ 184 000 TONELADAS DE PESCADO, DICE EL DIARIO."),
        ("Heading 1", "MENOS RUIDO"),
    ]
    second = next(p for p in made.paragraphs if p.text.startswith("EL PUERTO"))
    assert [run.text for run in second.runs if run.bold] == ["184 000 TONELADAS"]
    assert [link.url for link in second.hyperlinks] == ["https://m.example/a"]
    assert made.tables[0].cell(1, 1).text == "172 000"
    assert len(made.inline_shapes) == 1
    assert made.core_properties.language == "fr"


def test_a_book_comes_out_translated_with_its_package_intact() -> None:
    blocks, about = read_epub(book())
    assert outline(blocks) == [
        ("headline", "Mareas del norte"),
        ("paragraph", "El puerto movió 184 000 toneladas."),
        ("list-item", "Uno, dos y tres"),
        ("list-item", "Anidado con 4 casas"),
        ("quote", "Estaba aquí."),
        ("heading", "Segundo capítulo"),
    ]
    assert (about.id, about.language, about.author) == ("urn:x:1", "es", "Uxía")
    made = write_epub(
        book(), shouted(blocks), language="fr", title="T", markup=lambda b: inline_html(b.text, b.inlines)
    )
    with zipfile.ZipFile(io.BytesIO(made)) as packed, zipfile.ZipFile(io.BytesIO(book())) as old:
        first = packed.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert sorted(packed.namelist()) == sorted(old.namelist())
        assert packed.read("OEBPS/a.png") == old.read("OEBPS/a.png")
        chapter = parse(packed.read("OEBPS/a.xhtml"), doctype="skip")
        package = packed.read("OEBPS/c.opf").decode()
        contents = packed.read("OEBPS/nav.xhtml").decode()
    assert chapter.get("lang") == "fr"
    assert [element.get("src") for element in chapter.iter("{*}img")] == ["a.png"]
    assert "<dc:language>fr</dc:language>" in package
    assert "MAREAS DEL NORTE" in contents
    again, _ = read_epub(made)
    assert [block.text for block in again] == [block.text.upper() for block in blocks]


@pytest.mark.parametrize("read", [read_docx, read_epub])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)])
def test_what_is_damaged_is_refused(read: object, data: bytes) -> None:
    with pytest.raises(InputError):
        read(data)  # type: ignore[operator]


def test_sentences_run_over_cues_and_times_stay() -> None:
    found = read_subtitles(SRT)
    assert [block.text for block in found.blocks] == [
        "El puerto movió el año pasado 184 000 toneladas de pescado, un 7 % más que en 2022.",
        "Gracias.",
    ]
    made = write_subtitles(SRT, {b.text: b.text.upper() for b in found.blocks})
    assert [line for line in made.split("\n") if "-->" in line] == [
        line for line in SRT.split("\n") if "-->" in line
    ]
    assert all(len(line) <= LINE for line in made.split("\n"))
    assert "<i>GRACIAS.</i>" in made
    assert [b.text for b in read_subtitles(made).blocks] == [b.text.upper() for b in found.blocks]


def test_webvtt_keeps_notes_settings_names_and_voices() -> None:
    source = "WEBVTT\n\nNOTE hola\n\nuno\n00:01.000 --> 00:03.000 align:start\n<v Ana>El puerto creció.\n"
    made = write_subtitles(source, {"El puerto creció.": "Le port a grandi."})
    assert made == source.replace("El puerto creció.", "Le port a grandi.")


@given(st.lists(st.text("ab ñ.", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=9))
def test_any_cues_come_back_with_all_their_words(texts: list[str]) -> None:
    cues = (f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{text.strip()}" for n, text in enumerate(texts, 1))
    source = "\n\n".join(cues) + "\n"
    blocks = read_subtitles(source).blocks
    made = write_subtitles(source, {block.text: block.text for block in blocks})
    words = [word for block in blocks for word in block.text.split()]
    assert [word for block in read_subtitles(made).blocks for word in block.text.split()] == words
