"""Sitemap, feeds and redirects of an output folder."""

from __future__ import annotations

from typing import Any

import feedparser
import pytest
from lxml import etree

from copydesk.publish.feeds import Published, feed, redirects, sitemap

SITE = "https://news.example/x/"
VERSIONS = [
    Published("a", "fr", "es", "un-1/fr", "Un & <deux>", "Résumé", "Ana Ruiz", "2025-03-14T08:30:00+01:00"),
    Published("a", "en", "es", "one-1/en", "One", former=("uno-1/en",)),
    Published("b", "fr", "es", "trois-2/fr", "Trois", date="2025-03-15"),
    Published("c", "fr", "es", "quatre-3/fr", "Quatre", hidden=True),
]
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.mark.parametrize("base", [SITE, ""])
def test_a_feed_lists_the_versions_of_its_language_the_newest_first(base: str) -> None:
    found: Any = feedparser.parse(feed(VERSIONS, "fr", base))
    assert not found.bozo
    assert (found.version, found.feed.language) == ("atom10", "fr")
    assert [entry.title for entry in found.entries] == ["Trois", "Un & <deux>", "Quatre"]
    one = found.entries[1]
    assert one.link == f"{base}un-1/fr/article.html"
    assert (one.summary, one.author, one.published) == ("Résumé", "Ana Ruiz", "2025-03-14T08:30:00+01:00")
    assert found.entries[2].updated == one.updated
    assert len({entry.id for entry in found.entries}) == 3


def test_the_sitemap_names_all_languages_of_a_page_and_no_hidden_one() -> None:
    root = etree.fromstring(sitemap(VERSIONS, SITE))
    assert [loc.text for loc in root.findall("s:url/s:loc", SPACE)] == [
        f"{SITE}one-1/en/article.html",
        f"{SITE}trois-2/fr/article.html",
        f"{SITE}un-1/fr/article.html",
    ]
    links = root.findall("s:url", SPACE)[2].findall("x:link", SPACE)
    assert {link.get("hreflang"): link.get("href") for link in links} == {
        "fr": f"{SITE}un-1/fr/article.html",
        "en": f"{SITE}one-1/en/article.html",
        "es": f"{SITE}un-1/fr/source.html",
        "x-default": f"{SITE}un-1/fr/source.html",
    }
    assert root.findtext("s:url/s:lastmod", None, SPACE) == "2025-03-15T00:00:00+00:00"


def test_what_moved_is_redirected() -> None:
    assert redirects(VERSIONS, SITE) == b"/x/uno-1/en/* /x/one-1/en/:splat 301\n"
    assert redirects(VERSIONS[:1], SITE) == b""
