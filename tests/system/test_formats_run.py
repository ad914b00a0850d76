"""Every format of a newsroom in one folder: in, translated, and out again for its own readers."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import docx
from lxml import etree

from copydesk.formats.subtitles import read_subtitles
from copydesk.formats.xml import content
from documents import book, word_document

STORY = "<p>El puerto movió 184 000 toneladas de pescado el año pasado.</p><p>La lonja abre a las 5.</p>"
RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Mareas</title><language>es</language>'
    "<item><title>La feria</title><link>https://m.example/a</link><guid>m-1</guid>"
    f"<content:encoded><![CDATA[{STORY}]]></content:encoded>%s</item></channel></rss>"
)
NITF = (
    '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf xml:lang="es"><body><body.head><hedline>'
    f"<hl1>La regata</hl1></hedline></body.head><body.content>{STORY}</body.content></body></nitf>"
)
G2 = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:9" xml:lang="es"><contentMeta>'
    "<headline>El faro</headline></contentMeta><contentSet><inlineXML>"
    '<html xmlns="http://www.w3.org/1999/xhtml">'
    f"<body>{STORY}</body></html></inlineXML></contentSet></newsItem>"
)


def test_each_format_goes_in_and_comes_out_translated(desk: Any, tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.docx": word_document(),
        "b.epub": book(),
        "c.srt": "1\n00:00:01,000 --> 00:00:02,000\nEl puerto movió\n184 000 toneladas.\n",
        "d.rss": RSS % "",
        "e.xml": RSS.replace("m-1", "m-2")
        % "<wp:post_id>5</wp:post_id><wp:post_type>post</wp:post_type><wp:status>draft</wp:status>",
        "f.xml": NITF,
        "g.xml": G2,
        "h.json": json.dumps([{"headline": "La ría", "body_html": STORY}, {"title": "B", "content": STORY}]),
        "i.jpg": b"\xff\xd8\xff",
    }
    (tmp_path / "in").mkdir()
    for name, data in files.items():
        (tmp_path / "in" / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    result = desk("run", "in", "--from", "es", "--to", "fr", "--out", "out", "--engine", "counting")
    assert result.returncode == 0, result.stderr
    assert "Skipped 1 file(s)" in result.stderr
    assert "1 .jpg (i.jpg)" in " ".join(result.stderr.split())
    assert len(list((tmp_path / "out").glob("*/fr/article.html"))) == 9
    made = {path.suffix: path.read_bytes() for path in (tmp_path / "out").glob("*/fr/article.*")}
    texts = [p.text for p in docx.Document(io.BytesIO(made[".docx"])).paragraphs if p.text]
    assert len(texts) == 5
    assert "La lonja crece un 7 %" not in texts
    with zipfile.ZipFile(io.BytesIO(made[".epub"])) as packed:
        chapter = etree.fromstring(packed.read("OEBPS/a.xhtml"))
    assert chapter.get("lang") == "fr"
    assert "El puerto movió" not in content(chapter)
    (sentence,) = read_subtitles(made[".srt"].decode()).blocks
    assert "184" in sentence.text
    exported = etree.parse(tmp_path / "out" / "wordpress.xml").findall("channel/item")
    numbers = [item.findtext("{http://wordpress.org/export/1.2/}post_id") for item in exported]
    assert numbers == ["5", "6"], "the original, to be linked, and its translation"
