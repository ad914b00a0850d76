"""What a site tells machines of its published versions: a sitemap, Atom feeds and redirects."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urljoin, urlsplit

from lxml import etree

from copydesk.languages import facts

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Published:
    """A published version of an article.

    ``folder`` is relative to the output folder, ``former`` are the folders that it had. ``date`` is the
    article's, ISO 8601 or empty. ``hidden``: search engines are asked to leave it out.
    """

    article: str
    language: str
    source_language: str
    folder: str
    title: str
    summary: str = ""
    author: str = ""
    date: str = ""
    hidden: bool = False
    former: tuple[str, ...] = ()


def sitemap(versions: Iterable[Published], base_url: str) -> bytes:
    """``sitemap.xml``: the page of every version, with those of its article in other languages.

    Pages that search engines are asked to leave out are left out.
    """
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap={None: _SITEMAP, "xhtml": _XHTML})  # type: ignore[dict-item]
    shown = sorted((v for v in versions if not v.hidden), key=lambda v: (v.folder, v.language))
    siblings: dict[str, list[Published]] = {}
    for version in shown:
        siblings.setdefault(version.article, []).append(version)
    for version in shown:
        url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(url, f"{{{_SITEMAP}}}loc").text = _page(version, base_url)
        if when := _moment(version.date):
            etree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = when.isoformat()
        pages = [(other.language, _page(other, base_url)) for other in siblings[version.article]]
        original = _page(version, base_url, "source.html")
        for language, href in (*pages, (version.source_language, original), ("x-default", original)):
            attributes = {"rel": "alternate", "hreflang": language, "href": href}
            etree.SubElement(url, f"{{{_XHTML}}}link", attributes)
    return _bytes(root)


def feed(versions: Iterable[Published], language: str, base_url: str) -> bytes:
    """``feed.<language>.xml``: the versions in ``language`` as Atom, the newest first.

    Atom wants a date of every entry: an article without one is as old as the oldest that has one.
    """
    own = sorted((v for v in versions if v.language == language), key=lambda v: v.folder)
    dates = {version.folder: when for version in own if (when := _moment(version.date))}
    oldest, newest = min(dates.values(), default=_LONG_AGO), max(dates.values(), default=_LONG_AGO)
    own.sort(key=lambda v: dates.get(v.folder, _LONG_AGO), reverse=True)
    address = urljoin(base_url, f"feed.{language}.xml")
    site = urlsplit(base_url).netloc or "copydesk"
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item]
    root.set(_XML_LANG, language)
    _text(root, "title", f"{site}, {facts(language).own_name}")
    _text(root, "id", address if base_url else _urn(f"feed.{language}"))
    _text(root, "updated", newest.isoformat())
    etree.SubElement(root, f"{{{_ATOM}}}link", {"rel": "self", "href": address})
    _text(etree.SubElement(root, f"{{{_ATOM}}}author"), "name", site)
    for version in own:
        _entry(root, version, dates.get(version.folder, oldest), base_url)
    return _bytes(root)


def _entry(root: etree._Element, version: Published, when: datetime, base_url: str) -> None:
    entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
    page = _page(version, base_url)
    _text(entry, "title", version.title)
    _text(entry, "id", _urn(f"{version.article}#{version.language}"))
    etree.SubElement(entry, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": page})
    _text(entry, "updated", when.isoformat())
    if _moment(version.date):
        _text(entry, "published", when.isoformat())
    if version.author:
        _text(etree.SubElement(entry, f"{{{_ATOM}}}author"), "name", version.author)
    if version.summary:
        _text(entry, "summary", version.summary)


def redirects(versions: Iterable[Published], base_url: str) -> bytes:
    """``_redirects``: where versions went that had another name, for Netlify, GitLab and Cloudflare."""
    path = urlsplit(base_url).path or "/"
    lines = sorted(
        f"{path}{quote(old)}/* {path}{quote(version.folder)}/:splat 301\n"
        for version in versions
        for old in version.former
    )
    return "".join(lines).encode()


def _page(version: Published, base_url: str, name: str = "article.html") -> str:
    return urljoin(base_url, f"{quote(version.folder)}/{name}")


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _moment(date: str) -> datetime | None:
    """The moment of an ISO 8601 date, UTC where it names no zone; None if it is none."""
    try:
        when = datetime.fromisoformat(date if len(date) != len("2025-03") else f"{date}-01")
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _text(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _bytes(root: etree._Element) -> bytes:
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8") + b"\n"
