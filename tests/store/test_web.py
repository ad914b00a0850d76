"""Pages from the web, asked of a real server: limits, robots.txt, redirects and private addresses."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import pytest

from copydesk.ingest import read
from copydesk.ingest.base import Raw
from copydesk.ingest.options import IngestOptions
from copydesk.store.inbox import Refused, collect, count
from local_site import Answer, Site

PAGE = (
    "<html><title>La lonja</title><h1>La lonja</h1><p>El puerto movió el año pasado 184 000 toneladas de"
    ' pescado, <a href="b">dice</a> la cofradía de la ría.</p></html>'
)


def fetched(url: str, **options: object) -> list[Raw | Refused]:
    return list(collect([url], IngestOptions.model_validate({"allow_private": True, **options})))


def refusal(url: str, **options: object) -> str:
    (item,) = fetched(url, **options)
    assert isinstance(item, Refused)
    assert item.error.remedy
    return str(item.error)


def html(text: str = PAGE, charset: str = "utf-8") -> Answer:
    return 200, {"Content-Type": f"text/html; charset={charset}"}, text.encode(charset)


def test_a_page_is_read_and_its_links_lead_where_it_stood(site: Site) -> None:
    site.pages |= {"/a/x": (302, {"Location": "/a/y"}, b""), "/a/y": html()}
    (raw,) = fetched(f"{site.url}/a/x")
    assert isinstance(raw, Raw)
    found = read(raw, IngestOptions())
    assert (found.title, found.origin.uri) == ("La lonja", f"{site.url}/a/x")
    assert found.blocks[1].inlines[0].attributes == (("href", f"{site.url}/a/b"),)
    assert count([f"{site.url}/a/x"], IngestOptions()) == 1


def test_the_charset_of_the_server_counts(site: Site) -> None:
    site.pages["/a"] = html(
        "<h1>Łódź rośnie</h1><p>Zażółć gęślą jaźń i 184 000 ton ryb w porcie.</p>", "iso8859-2"
    )
    (raw,) = fetched(f"{site.url}/a")
    assert isinstance(raw, Raw)
    assert read(raw, IngestOptions()).title == "Łódź rośnie"


def test_a_feed_at_an_address_is_read_entry_by_entry(site: Site) -> None:
    item = "<item><title>{}</title><description>Hay 3 barcos.</description></item>"
    feed = f"<?xml version='1.0'?><rss><channel>{item.format('A')}{item.format('B')}</channel></rss>"
    site.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, feed.encode())
    assert [item.uri for item in fetched(f"{site.url}/feed")] == [f"{site.url}/feed#1", f"{site.url}/feed#2"]


def test_robots_are_honoured_and_asked_once(site: Site) -> None:
    site.pages |= {
        "/robots.txt": (200, {}, b"User-agent: copydesk\nDisallow: /no/\n"),
        "/no/a": html(),
        "/yes": html(),
    }
    found = list(collect([f"{site.url}/no/a", f"{site.url}/yes"], IngestOptions(allow_private=True)))
    assert [type(item) for item in found] == [Refused, Raw]
    assert site.asked == ["/robots.txt", "/yes"]
    site.pages["/robots.txt"] = (503, {}, b"")
    assert "robots.txt" in refusal(f"{site.url}/yes")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((404, {}, b""), "answers 404"),
        ((403, {}, b""), "answers 403"),
        ((302, {"Location": "/a"}, b""), "redirects without end"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "only http and https"),
        ((200, {}, b"x" * 2000), "larger than 1000 bytes"),
        ((200, {}, b"%PDF-1.4"), "a PDF"),
        ((200, {}, b""), "empty"),
    ],
)
def test_what_cannot_be_read_says_why(site: Site, answer: Answer, told: str) -> None:
    site.pages["/a"] = answer
    assert told in refusal(f"{site.url}/a", max_bytes=1000)


def test_private_addresses_are_not_asked_unless_allowed(site: Site) -> None:
    site.pages["/a"] = html()
    assert "private network" in refusal(f"{site.url}/a", allow_private=False)
    assert "private network" in refusal("http://[::ffff:10.0.0.1]/", allow_private=False)
    assert "private network" in refusal("http://169.254.169.254/latest", allow_private=False)
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of the first host is public when it is checked, that of the second is not."""
    site.pages |= {"/a": (302, {"Location": f"{site.url}/secret"}, b""), "/secret": html()}
    known = socket.getaddrinfo
    public = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", _first(known, public))
    monkeypatch.setattr(
        "copydesk.store.web.Web._check_peer", lambda *_: None
    )  # the server stands for a public one
    site.pages["/robots.txt"] = (404, {}, b"")
    assert "private network" in refusal(
        f"{site.url}/a".replace("127.0.0.1", "localhost"), allow_private=False
    )
    assert "/secret" not in site.asked


def test_a_name_that_resolves_anew_to_a_private_address_is_found_out(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages["/a"] = html()
    public = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", _first(socket.getaddrinfo, public))
    told = refusal(f"{site.url}/a".replace("127.0.0.1", "localhost"), allow_private=False)
    assert "127.0.0.1, an address inside a private network" in told


def _first(known: Callable[..., Any], public: list[Any]) -> Callable[..., Any]:
    """``localhost`` looks public to whoever checks it, private to whoever connects."""

    def resolve(host: Any, port: Any, *args: Any, **more: Any) -> Any:
        is_check = host == "localhost" and more.get("type") == socket.SOCK_STREAM and not args
        return public if is_check else known(host, port, *args, **more)

    return resolve
