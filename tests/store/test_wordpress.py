"""Posts of a WordPress site over HTTP, from a server that answers as the REST API documents it."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from copydesk.config.settings import Settings
from copydesk.data import draft_of
from copydesk.detect import identify
from copydesk.errors import ConfigError
from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions
from copydesk.repair import repair
from copydesk.store.inbox import Refused, collect
from copydesk.store.web import Web
from copydesk.store.wordpress import site_of
from copydesk.store.wordpress_drafts import Outcome, write_drafts

LOGIN = "Basic " + base64.b64encode(b"ana:secret word").decode()
STORY = "<p>El puerto movió 184.000 toneladas de pescado el año pasado, un 7 % más que el anterior.</p>"
BROKEN = (
    "<p>Le port a traité XNUMX tonnes de poisson l'an passé, soit XNUMX % de plus que l'année d'avant.</p>"
)


def post(number: int, lang: str, html: str, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "link": f"https://m.example/?p={number}",
        "date_gmt": f"2026-11-{number:02}T08:00:00",
        "title": {"rendered": f"Título &#8220;{number}&#8221;"},
        "content": {"rendered": html},
        "excerpt": {"rendered": "<p>Resumen.</p>"},
        "lang": lang,
        "status": "publish",
        **more,
    }


class Blog:
    """The endpoints ``/wp-json/``, ``wp/v2/posts`` and ``posts/<id>`` of a site, two posts a page.

    ``root`` is where the API begins, ``pages`` what stands at other paths. It passes over ``lang`` where
    posts have none, as a site without the plugins does.
    """

    def __init__(self, posts: list[dict[str, Any]]) -> None:
        self.posts = {post["id"]: post for post in posts}
        self.clock = 0
        self.root = "/wp-json/"
        self.pages: dict[str, str] = {}
        blog = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                path = (
                    parts.path + "?rest_route=" + query.get("rest_route", "")
                    if "rest_route" in query
                    else parts.path
                )
                if path in blog.pages:
                    self.answer(blog.pages[path])
                    return
                if path == blog.root:
                    self.answer({"name": "Mareas", "namespaces": ["oembed/1.0", "wp/v2"]})
                    return
                if not path.startswith(blog.root):
                    self.answer("<p>Not here</p>", status=404)
                    return
                if path == f"{blog.root}wp/v2/posts":
                    found = [
                        p for p in blog.posts.values() if query.get("lang", p.get("lang")) == p.get("lang")
                    ]
                    found = (
                        found if any(p.get("lang") for p in blog.posts.values()) else [*blog.posts.values()]
                    )
                    found = [p for p in found if query.get("after", "") <= p["date_gmt"]]
                    at = 2 * (int(query["page"]) - 1)
                    self.answer(found[at : at + 2], {"X-WP-TotalPages": str(-(-len(found) // 2))})
                    return
                number = path.rpartition("/")[2]
                found_one = blog.posts.get(int(number)) if number.isdigit() else None
                self.answer(found_one or {"code": "rest_no_route"}, status=200 if found_one else 404)

            def do_POST(self) -> None:
                sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                if self.headers.get("Authorization") != LOGIN:
                    self.answer({"code": "rest_cannot_create"}, status=401)
                    return
                number = self.path.rpartition("/")[2]
                made = int(number) if number.isdigit() else max(blog.posts) + 1
                blog.clock += 1
                stamp = f"2026-12-01T00:00:{blog.clock:02}"
                blog.posts[made] = {"id": made, "modified_gmt": stamp, "date_gmt": stamp, **sent}
                self.answer(blog.posts[made], status=201)

            def answer(self, body: Any, headers: dict[str, str] | None = None, status: int = 200) -> None:
                data = (body if isinstance(body, str) else json.dumps(body)).encode()
                self.send_response(status)
                for name, value in (headers or {}).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.name = f"wordpress:http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def blog() -> Iterator[Blog]:
    made = Blog(
        [
            post(1, "es", STORY),
            post(2, "es", STORY.replace("184", "185")),
            post(3, "fr", BROKEN, translations={"fr": 3, "es": 1}),
        ]
    )
    threading.Thread(target=made.server.serve_forever, args=(0.01,), daemon=True).start()
    yield made
    made.server.shutdown()
    made.server.server_close()


def found(name: str) -> list[Raw]:
    items = list(collect([name], IngestOptions(allow_private=True)))
    assert not [item.error for item in items if isinstance(item, Refused)]
    return [item for item in items if isinstance(item, Raw)]


def test_posts_come_page_by_page_with_filters(blog: Blog) -> None:
    assert [raw.uri for raw in found(blog.name)] == [f"{blog.name}#{n}" for n in (1, 2, 3)]
    (raw,) = found(f"{blog.name}?lang=es&after=2026-11-02")
    article = read(raw, IngestOptions())
    assert (article.id, article.title, article.language) == (f"{blog.name}#2", "Título “2”", "es")
    assert (article.date, article.description) == ("2026-11-02T08:00:00+00:00", "Resumen.")
    assert article.url == "https://m.example/?p=2"


WPML = {"locale": "es_ES", "id": 1, "slug": "a", "post_title": "A", "href": "https://m.example/a"}


@pytest.mark.parametrize(
    "links",
    [
        pytest.param({"lang": "fr", "translations": {"fr": 3, "es": 1}}, id="Polylang Pro"),
        pytest.param({"lang": "fr", "translations": {"fr": "3", "es": "1"}}, id="numbers as strings"),
        pytest.param(
            {"polylang_current_lang": "fr_FR", "polylang_translations": [{"locale": "es_ES", "id": 1}]},
            id="WP REST Polylang",
        ),
        pytest.param({"wpml_current_locale": "fr_FR", "wpml_translations": [WPML]}, id="WPML REST API 1"),
        pytest.param(
            {"wpml_current_locale": "fr_FR", "wpml_translations": {"es_ES": WPML}}, id="WPML REST API 2"
        ),
    ],
)
def test_a_broken_translation_is_repaired_against_the_original_that_it_is_linked_to(
    blog: Blog, links: dict[str, Any]
) -> None:
    blog.posts[3] = {
        key: value for key, value in blog.posts[3].items() if key not in ("lang", "translations")
    }
    blog.posts[3] |= links
    assert mended(found(f"{blog.name}?ids=3")[-1]) == "184"


@pytest.mark.parametrize("root", ["/wp-json/", "/?rest_route=/"])
@pytest.mark.parametrize(
    "own_number",
    [
        '<link rel="alternate" type="application/json" href="https://m.example/wp-json/wp/v2/posts/1" />',
        '<link rel="alternate" type="application/json" href="/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F1">',
        "<link rel='shortlink' href='https://m.example/?p=1' />",
    ],
)
def test_versions_that_only_the_page_of_a_post_names_are_found(
    blog: Blog, root: str, own_number: str
) -> None:
    blog.root = root
    for number in blog.posts:
        blog.posts[number].pop("lang")
    site = blog.name.removeprefix("wordpress:")
    blog.posts[3] |= {"translations": None, "link": f"{site}/fr/la-halle"}
    blog.pages["/fr/la-halle"] = (
        f'<head><link rel="alternate" hreflang="fr" href="{site}/fr/la-halle" />'
        f'<link rel="alternate" hreflang="x-default" href="{site}/gone" />'
        f'<link rel="alternate" hreflang="it" href="{site}/gone" />'
        f'<link rel="alternate" hreflang="es" href="{site}/la-lonja" /></head>'
    )
    blog.pages["/la-lonja"] = (
        f'<head><link rel="alternate" hreflang="fr" href="{site}/?p=3" />{own_number}</head><p>La lonja'
    )
    assert mended(found(blog.name)[-1]) == "184"


def mended(raw: Raw) -> str:
    """The first number of the repaired post."""
    settings = Settings()
    draft = identify(draft_of(read(raw, IngestOptions()), "en"), settings.detect)
    text = " ".join(block.text for block in repair(draft, settings.repair).blocks)
    assert "XNUMX" not in text
    return next(word for word in text.replace("\u202f", " ").split() if word.isdigit() and len(word) == 3)


def test_a_site_that_tells_no_languages_is_not_asked_for_one(blog: Blog) -> None:
    for number in blog.posts:
        blog.posts[number].pop("lang")
    (item,) = collect([f"{blog.name}?lang=es"], IngestOptions(allow_private=True))
    assert isinstance(item, Refused)
    assert "does not tell the languages" in str(item.error)


def test_what_is_no_wordpress_is_said(blog: Blog) -> None:
    blog.root = "/elsewhere/"
    (item,) = collect([blog.name], IngestOptions(allow_private=True))
    assert isinstance(item, Refused)
    assert "404" in str(item.error)
    for name in ("wordpress:site.example", "wordpress:https://site.example?tag=x"):
        with pytest.raises(ConfigError):
            site_of(name)


def test_drafts_are_written_once_linked_updated_and_never_over_a_newer_edit(
    blog: Blog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def written() -> list[tuple[Outcome, int]]:
        with Web(IngestOptions(allow_private=True)) as web:
            return [(w.outcome, w.post) for w in write_drafts(tmp_path, site_of(blog.name), web, ("fr",))]

    def translated(text: str) -> None:
        folder = tmp_path / "la-lonja" / "fr"
        folder.mkdir(parents=True, exist_ok=True)
        item = {
            "language": "fr",
            "title": "La halle",
            "bodies": [{"contentType": "text/html", "value": text}],
            "altIds": [{"role": "source", "value": f"{blog.name}#1"}],
            "associations": [{"name": "original", "language": "es"}],
        }
        (folder / "article.ninjs.json").write_text(json.dumps(item), "utf-8")

    with pytest.raises(ConfigError, match="login"):
        written()
    monkeypatch.setenv("COPYDESK_WORDPRESS_USER", "ana")
    monkeypatch.setenv("COPYDESK_WORDPRESS_PASSWORD", "wrong")
    with pytest.raises(ConfigError, match="no translation"):
        written()
    translated("<p>Un.</p>")
    assert written() == [(Outcome.FAILED, 0)]
    monkeypatch.setenv("COPYDESK_WORDPRESS_PASSWORD", "secret word")
    assert written() == [(Outcome.CREATED, 4)]
    draft = blog.posts[4]
    assert (draft["status"], draft["lang"], draft["translations"]) == ("draft", "fr", {"es": 1})
    assert written() == [(Outcome.UNCHANGED, 4)]
    translated("<p>Deux.</p>")
    assert written() == [(Outcome.UPDATED, 4)]
    assert blog.posts[4]["content"] == "<p>Deux.</p>"
    blog.posts[4] |= {"content": "<p>Mine.</p>", "modified_gmt": "2026-12-02T00:00:00"}
    translated("<p>Trois.</p>")
    assert written() == [(Outcome.EDITED, 4)]
    assert blog.posts[4]["content"] == "<p>Mine.</p>"
