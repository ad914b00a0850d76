"""Posts of a WordPress site, by its REST API: read with what they translate.

Fields are those of https://developer.wordpress.org/rest-api/reference/posts/. What plugins add: Polylang Pro
``lang`` and ``translations`` (language to number); WP REST Polylang ``polylang_current_lang`` and
``polylang_translations``; WPML REST API ``wpml_current_locale`` and ``wpml_translations`` (a list,
or a map by locale, of ``locale`` and ``id``). Where nothing of that is there, the page of a post names its
versions by ``hreflang``, as both plugins write it, and each page its number, as WordPress does.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from copydesk.data import primary
from copydesk.errors import ConfigError, InputError
from copydesk.formats.html import plain_line
from copydesk.formats.html_head import metadata
from copydesk.formats.html_walk import walk
from copydesk.ingest.base import Raw
from copydesk.store.web import Web

PREFIX = "wordpress:"
_FILTERS = ("after", "before", "lang", "status", "type", "ids")
_PAGE = 50
_ROOTS = ("/wp-json/", "/?rest_route=/")
"""Where the API begins: with permalinks, and without them."""

_FORM = "Write wordpress:https://site.example?after=2024-01-01&lang=es"
_NAME, _SECRET = "COPYDESK_WORDPRESS_USER", "COPYDESK_WORDPRESS_PASSWORD"
_NUMBER = re.compile(
    r"""<link\b[^>]*\bhref=["'][^"'>]*wp(?:/|%2F)v2(?:/|%2F)[\w-]+(?:/|%2F)(\d+)["']"""
    r"""|<link\b[^>]*\brel=["']shortlink["'][^>]*[?&](?:p|page_id)=(\d+)["']""",
    re.IGNORECASE,
)
"""The address of a page's post in the API, or its short one, in the head of the page."""


@dataclass(frozen=True, slots=True)
class WordPress:
    """A site: its address without a slash at its end, and the filters on its posts.

    ``root`` is where its API begins, ``tells_languages`` whether that knows of languages, as far as asked.
    """

    site: str
    filters: Mapping[str, str]
    root: str = ""
    tells_languages: bool = False

    @property
    def auth(self) -> tuple[str, str] | None:
        """User and application password from the environment, if both are set."""
        user, password = os.environ.get(_NAME, ""), os.environ.get(_SECRET, "")
        return (user, password) if user and password else None

    def uri(self, post: object) -> str:
        """How a post of the site is called among articles."""
        return f"{PREFIX}{self.site}#{post}"

    def api(self, path: str, **query: object) -> str:
        """The address of an endpoint."""
        asked = urlencode({key: value for key, value in query.items() if value not in ("", None)})
        address = f"{self.root or self.site + _ROOTS[0]}wp/v2/{path}"
        return address + (f"{'&' if '?' in address else '?'}{asked}" if asked else "")


def site_of(name: str) -> WordPress:
    """The site and filters that ``name`` gives: ``wordpress:https://site.example?after=2024-01-01&lang=es``.

    Raises:
        ConfigError: it is no address, or a filter is unknown.
    """
    parts = urlsplit(name.removeprefix(PREFIX))
    filters = dict(parse_qsl(parts.query))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigError(f"{name} names no site", remedy=_FORM)
    if unknown := sorted(set(filters) - set(_FILTERS)):
        raise ConfigError(f"{name}: unknown filter {unknown[0]}", remedy=f"Filters are {', '.join(_FILTERS)}")
    site = urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/"), "", ""))
    return WordPress(site, filters)


def posts(name: str, web: Web) -> Iterator[Raw]:
    """The posts that ``name`` asks for, newest first, each with the text it was translated from if linked.

    Raises:
        InputError: the site cannot be read, or has no REST API.
    """
    site = reached(site_of(name), web)
    kind = site.filters.get("type", "posts")
    page = pages = 1
    while page <= pages:
        url = site.api(
            kind,
            per_page=_PAGE,
            page=page,
            after=_moment(site.filters.get("after", "")),
            before=_moment(site.filters.get("before", "")),
            lang=site.filters.get("lang", ""),
            status=site.filters.get("status", ""),
            include=site.filters.get("ids", ""),
        )
        found, pages = _listed(web, site, url)
        for post in _spoken(found, site):
            data = json.dumps(_entry(post, site, web, kind), ensure_ascii=False).encode()
            yield Raw(site.uri(post.get("id")), "feed", data, str(post.get("link", "")))
        page += 1


def reached(site: WordPress, web: Web) -> WordPress:
    """``site`` with the beginning of its API.

    Raises:
        InputError: it has none, or does not answer.
    """
    refused: InputError | None = None
    for root in _ROOTS:
        url = f"{site.site}{root}"
        try:
            found = json.loads(web.get(url, auth=site.auth).data)
        except InputError as error:
            refused = refused or error
            continue
        except ValueError:
            continue
        spaces = found.get("namespaces", ()) if isinstance(found, dict) else ()
        if "wp/v2" in spaces:
            tells = any(str(space).startswith(("pll/", "wpml/")) for space in spaces)
            return replace(site, root=url, tells_languages=tells)
    raise InputError(
        f"{site.site}: no WordPress REST API is found there" + (f" ({refused.message})" if refused else ""),
        remedy="Check the address, or export the posts as WXR (Tools, Export)",
    )


def one_post(
    site: WordPress, web: Web, number: object, kind: str = "posts", **query: str
) -> Mapping[str, Any]:
    """The post of that number."""
    found = json.loads(web.get(site.api(f"{kind}/{number}", **query), auth=site.auth).data)
    return found if isinstance(found, dict) else {}


def _listed(web: Web, site: WordPress, url: str) -> tuple[list[Mapping[str, Any]], int]:
    got = web.get(url, auth=site.auth)
    try:
        found = json.loads(got.data)
    except ValueError:
        found = None
    if not isinstance(found, list):
        raise InputError(f"{url}: the answer is no list of posts", remedy="Check the filters")
    return [post for post in found if isinstance(post, dict)], int(got.headers.get("x-wp-totalpages") or 1)


def _spoken(found: list[Mapping[str, Any]], site: WordPress) -> list[Mapping[str, Any]]:
    """The posts in the language that is asked for; a site that knows none passes ``lang`` over."""
    asked = primary(site.filters.get("lang", ""))
    if not asked or site.tells_languages:
        return found
    if found and not any(map(language_of, found)):
        raise InputError(
            f"{site.site}: its REST API does not tell the languages of posts, so lang cannot choose",
            remedy="Leave lang out, choose by ids or dates, or install Polylang Pro or WPML REST API there",
        )
    return [post for post in found if primary(language_of(post)) == asked]


def _entry(post: Mapping[str, Any], site: WordPress, web: Web, kind: str) -> dict[str, Any]:
    """A post as an entry of a feed, which the reader of feeds takes."""
    html, language = _rendered(post.get("content")), language_of(post)
    versions = [(number, "") for number in linked_posts(post)]
    if _is_broken(html) and not versions:
        own, versions = _alternates(post, web)
        language = language or own
    entry = {
        "id": site.uri(post.get("id")),
        "url": post.get("link", ""),
        "title": _rendered(post.get("title")),
        "html": html,
        "date": post.get("date_gmt") and f"{post['date_gmt']}+00:00",
        "language": language,
        "description": plain_line(_rendered(post.get("excerpt"))),
    }
    for number, other_language in versions:
        other = one_post(site, web, number, kind)
        if _is_broken(_rendered(other.get("content"))):
            continue
        entry["original"] = {
            "title": _rendered(other.get("title")),
            "html": _rendered(other.get("content")),
            "language": language_of(other) or other_language,
        }
        break
    return {key: value for key, value in entry.items() if value}


def language_of(post: Mapping[str, Any]) -> str:
    """The language of a post as a plugin says, empty if none does."""
    said = (post.get(name) for name in ("lang", "polylang_current_lang", "wpml_current_locale"))
    return str(next(filter(None, said), "")).replace("_", "-")


def linked_posts(post: Mapping[str, Any]) -> list[int]:
    """The numbers of the versions of a post in other languages, the oldest first."""
    found: list[object] = []
    for name in ("translations", "polylang_translations", "wpml_translations"):
        versions = post.get(name)
        items = versions.values() if isinstance(versions, dict) else versions
        if isinstance(items, Iterable) and not isinstance(items, str):
            found += (item.get("id") if isinstance(item, dict) else item for item in items)
    numbers = {int(str(number)) for number in found if re.fullmatch(r"\d{1,18}", str(number))}
    return sorted(numbers - {0, post.get("id")})


def _alternates(post: Mapping[str, Any], web: Web) -> tuple[str, list[tuple[int, str]]]:
    """The language of a post, and number and language of its other versions, as its page names them."""
    try:
        page = web.page(str(post.get("link", "")))
        named = metadata(walk(page.data.decode("utf-8", "replace")).head).alternates
    except InputError:
        return "", []
    own, found = "", list[tuple[int, str]]()
    for language, url in named:
        if language == "x-default":
            continue
        if url.rstrip("/") in (page.url.rstrip("/"), str(post.get("link", "")).rstrip("/")):
            own = language
            continue
        with contextlib.suppress(InputError):  # a version that cannot be read proves nothing
            match = _NUMBER.search(unescape(web.page(url).data.decode("utf-8", "replace")))
            if match:
                found.append((int(match[1] or match[2]), language))
    return own, found


def _is_broken(html: str) -> bool:
    return "xnumx" in html.lower()


def _rendered(field: Any) -> str:
    return str(field.get("rendered", "")) if isinstance(field, dict) else str(field or "")


def _moment(day: str) -> str:
    return f"{day}T00:00:00" if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else day
