"""A folder published for a site: names in the target language, redirects, feeds, sitemap."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from typer.testing import CliRunner

from copydesk.cli.main import app

POST = "---\nid: nota-1\ntitle: {title}\ndate: 2025-03-14\n---\n\nLos vecinos de la comarca votan.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()

    def go(title: str, *more: str) -> Path:
        (tmp_path / "in" / "nota.md").write_text(POST.format(title=title))
        asked = [
            "run",
            "in",
            "--to",
            "fr",
            "--from",
            "es",
            "--out",
            "out",
            "--engine",
            "identity",
            "-q",
            *more,
        ]
        result = CliRunner().invoke(app, asked)
        assert result.exit_code == 0, result.output
        return tmp_path / "out"

    return go


SITE = ("--base-url", "https://news.example/fr", "--slug", "target", "--format", "html,site-markdown")


def test_a_new_title_moves_the_page_and_leaves_a_redirect(run: object) -> None:
    assert callable(run)
    out = run("Primer título", *SITE)
    (folder,) = out.glob("*/fr")
    assert folder.parent.name.startswith("primer-titulo-")
    assert not (out / "_redirects").exists()
    run("Segundo título", *SITE)
    (moved,) = out.glob("*/fr")
    assert moved.parent.name.startswith("segundo-titulo-")
    rule = f"/fr/{folder.parent.name}/fr/* /fr/{moved.parent.name}/fr/:splat 301\n"
    assert (out / "_redirects").read_text() == rule
    assert (moved / "nota.fr.md").read_text() == POST.format(title="Segundo título")
    run("Segundo título", *SITE)
    assert (out / "_redirects").read_text() == rule


def test_a_site_gets_a_feed_and_a_sitemap(run: object) -> None:
    assert callable(run)
    out = run("Primer título", *SITE)
    (entry,) = feedparser.parse((out / "feed.fr.xml").read_bytes()).entries
    assert entry.title == "Primer título"
    (page,) = out.glob("*/fr/article.html")
    address = f"https://news.example/fr/{page.relative_to(out).as_posix()}"
    assert entry.link == address
    hidden = "noindex" in page.read_text()
    assert (address in (out / "sitemap.xml").read_text()) is not hidden
    assert f'rel="canonical" href="{address}"' in page.read_text()
