"""Edits go into the file that a text came from; all else stays byte for byte."""

from __future__ import annotations

import html
import io
import json
import zipfile

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.data import Block, BlockRole, Edit, Span
from copydesk.formats.html import read_fragment
from copydesk.formats.write_back import written_back


def edits(text: str, *pairs: tuple[str, str]) -> list[Edit]:
    return [Edit(Span(text.index(a), text.index(a) + len(a)), a, b, "placeholder", "proof") for a, b in pairs]


def mended(data: bytes, form: str, *texts: str, charset: str = "utf-8") -> bytes:
    """``data`` with the first XNUMX of each text as 60 and what is left of it as it was."""
    blocks = [Block(f"b{n}", BlockRole.PARAGRAPH, text) for n, text in enumerate(texts)]
    found = {block.id: edits(block.text, ("XNUMX", "60")) for block in blocks if "XNUMX" in block.text}
    changed, lost = written_back(data, charset, form, [(blocks, found)])
    assert not lost
    return changed


PAGE = """<!doctype html>\r\n<title>Un XNUMX &amp; más</title>
<meta name=description content='El XNUMX &quot;ya&quot;'>
<body class="x" ><!-- XNUMX --><script>var a = "XNUMX%";</script>
<p>Antes\t&laquo;el <b id=k>XNU</b>MX  %&raquo; &amp; m&aacute;s</p><img src=a alt="Alt XNUMX">
<p>Nada XNUMX aqu\xed</p>"""


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_page_keeps_all_but_the_repaired_characters(charset: str) -> None:
    data = mended(
        PAGE.encode(charset), "html", "Un XNUMX & más", "Antes «el XNUMX %» & más", 'El XNUMX "ya"',
        "Alt XNUMX", charset=charset,
    )  # fmt: skip
    expected = (
        PAGE.replace("Un XNUMX", "Un 60")
        .replace("El XNUMX", "El 60")
        .replace("XNU</b>MX", "60</b>")
        .replace("Alt XNUMX", "Alt 60")
    )
    assert data == expected.encode(charset)


def test_a_news_item_is_mended_in_each_of_its_bodies() -> None:
    item = (
        '{"headline": "Crece un XNUMX % \\u00f1", "n": 1e0,\n'
        ' "body_text":"Uno.\\n\\nSube un \\"XNUMX\\" hoy.",'
        '"body_html": "<p>Uno.<\\/p><p>Sube un &quot;<b>XNUMX</b>&quot; hoy.</p>", "XNUMX": "x"}'
    )
    data = mended(item.encode(), "ninjs", "Crece un XNUMX % ñ", "Uno.", 'Sube un "XNUMX" hoy.')
    assert data.decode() == item.replace("un XNUMX", "un 60").replace('"XNUMX\\"', '"60\\"').replace(
        "<b>XNUMX", "<b>60"
    )
    json.loads(data)


def test_an_export_of_wordpress_is_mended_in_its_sections() -> None:
    feed = (
        "<?xml version='1.0'?><rss><channel><item><title>Sube un XNUMX &amp; más</title>"
        "<content:encoded><![CDATA[<!-- wp --><p>El <em>XNUMX</em> & más</p>\n\n]]></content:encoded>"
        "<description>&lt;p&gt;El XNUMX &amp;amp; m\u00e1s&lt;/p&gt;</description></item></channel></rss>"
    )
    data = mended(feed.encode(), "feed", "Sube un XNUMX & más", "El XNUMX & más").decode()
    assert data == feed.replace("XNUMX", "60")


def test_markdown_and_text_are_mended_where_they_are_marked_up() -> None:
    post = (
        "---\r\ntitle: 'El XNUMX'\r\n---\r\n\r\nSube un **XNU**MX\r\n% [hoy](x \"XNUMX\").\r\n\r\n`XNUMX`\r\n"
    )
    data = mended(post.encode(), "markdown", "El XNUMX", "Sube un XNUMX % hoy.").decode()
    assert data == post.replace("El XNUMX", "El 60").replace("**XNU**MX", "**60**")
    assert (
        mended(b"\xef\xbb\xbfUno  XNUMX\nDos XNUMX", "plain", "Uno XNUMX")
        == b"\xef\xbb\xbfUno  60\nDos XNUMX"
    )


def test_a_word_document_keeps_its_other_parts_byte_for_byte() -> None:
    document = docx.Document()
    document.add_heading("El XNUMX & más", 1)
    paragraph = document.add_paragraph("Sube un XN")
    paragraph.add_run("UMX").bold = True
    paragraph.add_run(" % hoy.")
    out = io.BytesIO()
    document.save(out)
    data = mended(out.getvalue(), "docx", "El XNUMX & más", "Sube un XNUMX % hoy.")
    again = docx.Document(io.BytesIO(data))
    assert [p.text for p in again.paragraphs] == ["El 60 & más", "Sube un 60 % hoy."]
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(io.BytesIO(data)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/document.xml"]


def test_a_text_that_does_not_stand_in_the_file_is_told() -> None:
    blocks = [Block("b0", BlockRole.PARAGRAPH, "Otro XNUMX")]
    repairs = [(blocks, {"b0": edits("Otro XNUMX", ("XNUMX", "60"))})]
    assert written_back(b"<p>Uno XNUMX</p>", "utf-8", "html", repairs) == (b"<p>Uno XNUMX</p>", ("b0",))


WORDS = st.sampled_from(
    ["uno", " ", "&amp;", "&nbsp;", "<b>", "</b>", "ñ", "\n", "XNUMX", "<br>", "&lt;", "."]
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=12).map("".join), st.text(alphabet="<&>\"'é ", max_size=5))
def test_an_edit_changes_the_words_that_a_reader_sees_and_no_others(body: str, after: str) -> None:
    markup = f"<p>Antes {body} XNUMX después</p><p>fin &eacute;</p>"
    blocks, _ = read_fragment(markup)
    at = next(block for block in blocks if "después" in block.text)
    start = at.text.rindex("XNUMX después")
    edit = Edit(Span(start, start + 5), "XNUMX", after, "placeholder", "proof")
    data, lost = written_back(markup.encode(), "utf-8", "html", [(blocks, {at.id: [edit]})])
    assert not lost
    assert data.decode() == markup.replace("XNUMX después", f"{html.escape(after, quote=False)} después")
