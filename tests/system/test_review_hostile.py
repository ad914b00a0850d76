"""Hostile articles in a real browser: nothing in them runs, loads or leads away."""

# ruff: noqa: E501  sentences and scripts stay on one line

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By

from copydesk.data import (
    Article,
    Block,
    BlockRole,
    Detection,
    Draft,
    Means,
    Origin,
    Segment,
    Span,
    Translation,
)
from copydesk.store import drafts, editions
from copydesk.store.database import connect, transaction
from copydesk.store.drafts import Result
from copydesk.store.editions import EditionRow
from web import newsroom
from web.browser import INSTALLED, base, complaints, served, until

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not INSTALLED, reason="Debian's chromium-driver is not installed"),
]

HOSTILE = """El alcalde <script>window.hacked = 1</script> habló ayer

<img src=https://evil.example/pixel.png srcset="https://evil.example/2x 2x" onerror="window.hacked=1"> El pleno duró 3 horas y <svg onload=window.hacked=1><use href="data:image/svg+xml,<svg onload=window.hacked=1>"/></svg> terminó tarde.

<a href="javascript:window.hacked=1" hx-get="https://evil.example/x" hx-trigger="load" hx-on:htmx:load="window.hacked=1">La plaza</a> costó 4 millones <iframe src="https://evil.example" srcdoc="<script>top.hacked=1</script>"></iframe> de euros y <a href="data:text/html,<script>opener.hacked=1</script>">más</a>.

\u202eLa noticia va al revés\u202c y <style>@import "https://evil.example/c.css"; body{display:none}</style> sigue <div style="background:url(https://evil.example/b)">aquí</div> y "><button formaction=//evil.example>pulse</button>.

<meta http-equiv=refresh content="0;url=https://evil.example"><base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/d.css"><object data="https://evil.example/o"></object><embed src="data:text/html,x"><video src="https://evil.example/v" autoplay onloadstart="window.hacked=1"></video> Fin {{ 7*7 }} \u2066del texto\u2069.
"""
INSIDE = "script, img, svg, iframe, style, object, embed, video, meta, base, link, [style], [onload], [onerror], [hx-get]:not([hx-target]), [srcset]"
LARGE = "La plaza <script>window.hacked=1</script> costó 4 millones \u202ede euros <img src=x onerror=window.hacked=1>. "


def requests(page: Any) -> list[str]:
    """All that was asked for since the last call."""
    events = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]


def inert(page: Any, address: str) -> None:
    """The page at ``address`` shows what is hostile as text."""
    page.get(address)
    until(page, "document.querySelector('main')")
    assert page.current_url.partition("#")[0] == address.partition("#")[0]
    assert page.execute_script("return window.hacked") is None
    assert page.execute_script(f"return document.querySelectorAll('main :is({INSIDE})').length") == 0
    assert page.execute_script("return document.querySelectorAll('main bdi :is(a, button)').length") == 0
    assert (
        page.execute_script("return /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.innerText)")
        is False
    )
    assert page.execute_script("return getComputedStyle(document.body).display") == "block"


def test_a_hostile_article_is_shown_inert_and_no_request_leaves(browser: Any, tmp_path: Path) -> None:
    page = (
        f"<html lang=es><body><h1>Aviso</h1><p>{HOSTILE}</p><p><a href='https://evil.example/'>fuera</a></p>"
    )
    newsroom.build(tmp_path, {"hostil.txt": HOSTILE, "hostil.html": page})
    with served(tmp_path) as link:
        browser.get(link)
        browser.get_log("browser")
        requests(browser)
        for name in ("/", "/articles", "/statistics", "/log"):
            inert(browser, f"{base(link)}{name}")
        browser.get(f"{base(link)}/")
        links = [a.get_attribute("href") for a in browser.find_elements(By.CSS_SELECTOR, ".go")]
        for address in {href.partition("?")[0] for href in links} | set(links):
            inert(browser, address)
        articles = sorted({href.partition("?")[0] for href in links})
        assert len(articles) == 2
        for address in articles:
            inert(browser, f"{address}/changes")
        seen = requests(browser)
        assert seen
        assert [url for url in seen if not url.startswith((base(link), "data:", "chrome:"))] == []
        assert complaints(browser) == []


def test_the_policy_stops_what_would_get_past_and_the_browser_says_so(browser: Any, tmp_path: Path) -> None:
    newsroom.build(tmp_path)
    with served(tmp_path) as link:
        browser.get(link)
        browser.get_log("browser")
        browser.execute_script(
            "document.querySelector('main').insertAdjacentHTML('beforeend',"
            ' \'<img src="https://evil.example/p.png" onerror="window.hacked=1">\')'
        )
        until(browser, "document.querySelector('main img').complete")
        assert any("Content Security Policy" in message for message in complaints(browser))
        assert browser.execute_script("return window.hacked") is None


def store_large(store: Path) -> None:
    """An article of one sentence of ten million characters, as if a run had translated it."""
    text = LARGE * (10_000_000 // len(LARGE))
    block = Block("b0", BlockRole.PARAGRAPH, text)
    article = Article("largo.txt", Origin("largo.txt", "plain", "0" * 64), (block,), LARGE)
    spanish = Detection("es", 1.0, "Latn")
    segment = Segment("b0.0", "b0", Span(0, len(text)))
    target = Translation("b0.0", text, Means.MACHINE, "made-up:1")
    draft = Draft(article, "fr", (block,), spanish, (), (segment,), (spanish,), (target,))
    fields = frozenset(
        {"article", "document", "segments", "languages", "translations", "ledgers", "findings"}
    )
    row = EditionRow(
        "largo.txt",
        "fr",
        "es",
        1,
        "largo",
        "in",
        "",
        "key",
        ("key",),
        {},
        {},
        {"title": LARGE},
        published=True,
    )
    with closing(connect(store)) as connection, transaction(connection):
        drafts.put(connection, [drafts.row(Result("key", "all", draft, fields))])
        editions.save(connection, row)


def test_ten_megabytes_in_one_sentence_are_shown_short_and_inert(browser: Any, tmp_path: Path) -> None:
    store_large(tmp_path / "out.copydesk.sqlite")
    with served(tmp_path) as link:
        browser.get(link)
        opened = browser.find_element(By.CSS_SELECTOR, ".go").get_attribute("href")
        for address in (f"{base(link)}/", f"{base(link)}/articles", opened, opened.partition("?")[0]):
            inert(browser, address)
            assert browser.execute_script("return document.documentElement.outerHTML.length") < 300_000
        assert "shortened" in browser.find_element(By.TAG_NAME, "main").text
