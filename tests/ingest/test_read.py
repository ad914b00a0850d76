"""Reading whole articles of every format, and what happens to inputs that are none."""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.data import Article, BlockRole
from copydesk.errors import InputError, PluginError
from copydesk.ingest import READERS, SUFFIXES, read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import FieldMap, IngestOptions

OPTIONS = IngestOptions()
PAGE = "<html lang=es><body><article><h1>Titular</h1><p>{}</p></article></body></html>"


def article(name: str, data: str | bytes, uri: str = "a") -> Article:
    return read(Raw(uri, name, data.encode() if isinstance(data, str) else data), OPTIONS)


def ninjs(**fields: Any) -> Article:
    return article("ninjs", json.dumps(fields))


def texts(found: Article) -> list[str]:
    return [block.text for block in found.blocks]


def test_every_suffix_leads_to_a_reader_that_loads() -> None:
    assert set(SUFFIXES.values()) == set(READERS.builtin)
    for name in READERS.builtin:
        assert callable(READERS.load(name))


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(PluginError, match="markdown"):
        article("word", "x")


def test_an_article_knows_the_hash_of_its_bytes_and_its_origin() -> None:
    data = b"Titular\n\nUn texto."
    found = read(Raw("x/a.txt", "plain", data), OPTIONS)
    assert found.origin.sha256 == hashlib.sha256(data).hexdigest()
    assert (found.id, found.origin.uri, found.origin.format) == ("x/a.txt", "x/a.txt", "plain")


@pytest.mark.parametrize("name", ["html", "plain", "markdown", "ninjs", "jsonl"])
@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t ", b"\xff\xfe", b"\x00\x00"])
def test_bytes_without_text_are_refused_with_a_remedy(name: str, data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        article(name, data, "leer")
    assert "leer" in refused.value.message
    assert refused.value.remedy


@pytest.mark.parametrize("name", ["html", "plain", "markdown"])
def test_binary_data_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"binary|charset"):
        article(name, gzip.compress(bytes(range(256)) * 40) + bytes(range(30)) * 100)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("name", ["html", "plain"])
def test_undeclared_charsets_are_told(name: str, encoding: str) -> None:
    text = "El año pasado llovió más en Cádiz: «ni un día seco», según la señora Núñez."
    data = (PAGE.format(text) if name == "html" else f"Titular\n\n{text}").encode(encoding)
    assert texts(article(name, data)) == ["Titular", text]


def test_a_guess_that_mixes_scripts_in_words_is_no_guess() -> None:
    data = "Obras áéíóúñ\n\nEl pleno aprobó ayer las obras de la plaza.".encode("latin-1")
    assert texts(article("plain", data))[0] == "Obras áéíóúñ"


def test_a_wrong_declared_charset_is_noticed_and_noted() -> None:
    page = '<meta charset="utf-8">' + PAGE.format("Le café a fermé à Orléans, déçu par l’été.")
    found = article("html", page.encode("cp1252"))
    assert texts(found)[1] == "Le café a fermé à Orléans, déçu par l’été."
    assert any("declared as utf-8" in note for note in found.notes)
    page = '<meta charset="iso-8859-1">' + PAGE.format("déjà vu")
    assert texts(article("html", page.encode()))[1] == "déjà vu"


def test_mojibake_is_left_as_it_is() -> None:
    assert texts(article("html", PAGE.format("dÃ©jÃ vu")))[1] == "dÃ©jÃ vu"


@pytest.mark.parametrize("name", ["html", "plain", "markdown"])
def test_illegal_characters_go_and_are_noted(name: str) -> None:
    text = "Uno\x00 dos\x07 tres\x9d cuatro\ufffe"
    data = PAGE.format(text) if name == "html" else f"# Titular\n\n{text}"
    found = article(name, data)
    assert texts(found)[-1] == "Uno dos tres cuatro"
    assert any("4 control" in note for note in found.notes)


@pytest.mark.parametrize("name", ["html", "plain", "markdown"])
def test_windows_characters_read_as_controls_are_what_they_were_meant_to_be(name: str) -> None:
    text = "Pag\xf3 5 \x80 \x96 \x93d\x92Ajuria\x94\x85"
    data = PAGE.format(text) if name == "html" else f"# Titular\n\n{text}"
    found = article(name, data)
    assert texts(found)[-1] == "Pag\xf3 5 € – “d’Ajuria”…"
    assert any("6 control" in note for note in found.notes)


def test_bidi_marks_and_no_break_spaces_stay() -> None:
    text = "a\u202eb\u2066c\u2069 d\u00a0e\u200bf"
    assert texts(article("html", PAGE.format(text)))[1] == text
    assert texts(article("plain", f"Titular\n\n{text}"))[1] == text


def test_lone_surrogates_in_json_become_replacement_characters() -> None:
    found = article("jsonl", r'{"title": "a\ud800b", "text": "x\udfffy tres.", "id": "\ud800"}')
    assert texts(found) == ["a\ufffdb", "x\ufffdy tres."]
    assert found.id == "\ufffd"
    json.dumps(found.id).encode()


def test_entities_cannot_bring_illegal_characters_back() -> None:
    found = texts(article("html", PAGE.format("a&#0;b&#1;c&#xD800;d&#xFFFF;e&#150;f")))[1]
    assert found[-1] == "f"
    assert not set(found) & set("\x00\x01\uffff")
    assert "–" in found


@pytest.mark.parametrize("name", ["html", "plain", "markdown"])
def test_a_line_of_five_megabytes_is_read(name: str) -> None:
    text = "palabra " * 640_000 + "fin"
    data = PAGE.format(text) if name == "html" else f"# Titular\n\n{text}"
    assert texts(article(name, data))[1] == text


@pytest.mark.parametrize(
    "tag", ["div", "b", "blockquote", "ul><li", "span lang=fr", "table><tr><td", "a href=x"]
)
def test_ten_thousand_nested_tags_lose_no_text(tag: str) -> None:
    page = f"<h1>Titular</h1>{f'<{tag}>' * 10_000}hondo {'</p>' * 3}<p>después"
    found = article("html", page)
    assert " ".join(texts(found)).split() == ["Titular", "hondo", "después"]


def test_a_huge_colspan_is_only_a_number() -> None:
    assert texts(article("html", "<h1>T</h1><table><td colspan=9000000000000000>celda"))[1] == "celda"


@pytest.mark.parametrize("own", ["../../x", "/etc/passwd", "C:\\x", "a\nb"])
def test_ids_that_look_like_paths_are_only_names(own: str) -> None:
    found = article("jsonl", json.dumps({"id": own, "text": "Hola."}))
    assert found.id == " ".join(own.split())


def test_json_that_is_broken_names_line_and_column() -> None:
    with pytest.raises(InputError, match="line 2, column"):
        article("ninjs", '{"uri": "x",\n nope}')


@pytest.mark.parametrize("data", ["[1, 2]", '"x"', "3", "null", "true"])
@pytest.mark.parametrize("name", ["ninjs", "jsonl"])
def test_json_that_is_no_object_is_refused(name: str, data: str) -> None:
    with pytest.raises(InputError, match="not an object"):
        article(name, data)


@pytest.mark.parametrize("data", ["[" * 100_000, '{"a":' * 100_000, '{"a": ' + "9" * 5000 + "}"])
def test_json_without_end_is_refused(data: str) -> None:
    with pytest.raises(InputError):
        article("ninjs", data)


def test_a_news_item_without_body_is_refused() -> None:
    with pytest.raises(InputError, match="no body") as refused:
        ninjs(uri="urn:x", headline="Solo titular")
    assert "body_html" in refused.value.remedy


def test_a_record_without_text_names_the_fields_it_looked_for() -> None:
    with pytest.raises(InputError, match="maintext") as refused:
        article("jsonl", '{"title": "x", "cuerpo": "y"}')
    assert "ingest.fields" in refused.value.remedy


def test_a_page_of_furniture_alone_is_refused() -> None:
    page = (
        "<nav><a href=/>Portada</a></nav><form class=comments><label>Nombre</label></form><footer>©</footer>"
    )
    with pytest.raises(InputError, match="no story"):
        article("html", page)


def test_the_field_map_names_other_keys() -> None:
    options = IngestOptions.model_validate({"fields": {"text": "cuerpo", "id": ["clave", "n"], "title": "t"}})
    data = json.dumps({"cuerpo": "Primero.\n\nSegundo.", "n": 7, "t": "El título"}).encode()
    found = read(Raw("f#1", "jsonl", data), options)
    assert (found.id, texts(found)) == ("7", ["El título", "Primero.", "Segundo."])
    assert FieldMap(text=("a",)).text == ("a",)


def test_a_record_keeps_what_nobody_reads_as_extras() -> None:
    record = {"title": "T", "text": "Hola.", "section": "Local", "date": "2023-01-02", "language": "es_MX"}
    found = article("jsonl", json.dumps(record))
    assert json.loads(found.extras) == {"section": "Local", "date": "2023-01-02", "language": "es_MX"}
    assert (found.date, found.language, found.title) == ("2023-01-02", "es-MX", "T")


def test_html_in_a_record_is_preferred_and_read_as_markup() -> None:
    found = article("jsonl", '{"title": "T", "text": "no", "html": "<p>sí, <b>esto</b></p>"}')
    assert texts(found) == ["T", "sí, esto"]
    assert [i.tag for i in found.blocks[1].inlines] == ["b"]


def test_a_news_item_in_a_line_of_records_is_read_as_one() -> None:
    found = article(
        "jsonl", '{"uri": "urn:1", "headlines": [{"value": "T"}], "bodies": [{"value": "Hola."}]}'
    )
    assert (found.id, texts(found)) == ("urn:1", ["T", "Hola."])


def test_a_title_that_the_text_repeats_gives_one_headline() -> None:
    found = article("jsonl", '{"title": "El título", "html": "<p>El título</p><p>Hola.</p>"}')
    assert [(b.role, b.text) for b in found.blocks] == [
        (BlockRole.HEADLINE, "El título"),
        (BlockRole.PARAGRAPH, "Hola."),
    ]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(READERS.builtin)), st.binary(max_size=300))
def test_any_bytes_give_an_article_or_an_input_error(name: str, data: bytes) -> None:
    try:
        found = article(name, data)
    except InputError:
        return
    assert any(block.text for block in found.blocks)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["html", "plain", "markdown"]), st.text(max_size=300))
def test_any_text_gives_sound_blocks_and_the_same_every_time(name: str, text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        found = article(name, data)
    except InputError:
        return
    assert found == article(name, data)
    assert [block.id for block in found.blocks] == [f"b{n}" for n in range(len(found.blocks))]
    for block in found.blocks:
        assert block.text.strip()
        assert all(inline.span.end <= len(block.text) for inline in block.inlines)
        assert (block.role is BlockRole.FURNITURE) == (block.furniture is not None)
