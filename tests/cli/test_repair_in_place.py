"""`copydesk repair --write` on the files that newsrooms have."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from copydesk.cli.main import app
from copydesk.errors import ConfigError

SPANISH = "El parque costó 48 millones de euros y ocupa doce hectáreas, dijo ayer el ayuntamiento."
FRENCH = "Le parc a coûté XNUMX millions d'euros et couvre douze hectares, a dit la mairie mardi dernier."
WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Site</title><language>fr</language>
<wp:wxr_version>1.2</wp:wxr_version>
<item><title>Le parc solaire de la ville</title><link>https://site.example/a</link>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>{}</p><!-- /wp:paragraph -->]]></content:encoded>
<wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
</channel></rss>
"""


def word(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("Le parc solaire de la ville", style="Title")
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FILES = {
    "a.html": f"<html lang='fr'><article><h1>Le parc solaire</h1>\n<p>{FRENCH}</p></article></html>".encode(),
    "a.json": json.dumps({"headline": "Le parc", "language": "fr", "body_html": f"<p>{FRENCH}</p>"}).encode(),
    "a.xml": WXR.format(FRENCH).encode(),
    "a.docx": word(FRENCH),
}


@pytest.mark.parametrize("name", FILES)
def test_a_placeholder_is_filled_where_it_stands(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("s.html").write_text(f"<html lang='es'><article><h1>El parque</h1><p>{SPANISH}</p></article></html>")
    Path(name).write_bytes(FILES[name])
    result = CliRunner().invoke(app, ["repair", name, "--source", "s.html", "--language", "fr", "--write"])
    assert result.exit_code == 0, result.output
    if name == "a.docx":
        assert docx.Document(name).paragraphs[1].text == FRENCH.replace("XNUMX", "48")
    else:
        assert Path(name).read_bytes() == FILES[name].replace(b"XNUMX", b"48")


def test_a_word_document_is_not_printed(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(FILES["a.docx"])
    result = CliRunner().invoke(app, ["repair", str(tmp_path / "a.docx"), "--language", "fr"])
    assert isinstance(result.exception, ConfigError)
