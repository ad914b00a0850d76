"""Posts of a WordPress site, by its REST API: read with what they translate, and written back as drafts.

Fields are those of https://developer.wordpress.org/rest-api/reference/posts/. Polylang adds ``lang`` and
``translations`` (language to post id), WPML's REST support ``wpml_current_locale`` and ``wpml_translations``
(``locale``, ``id``).
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from copydesk.errors import ConfigError, InputError
from copydesk.ingest.base import Raw
from copydesk.store.web import Web

PREFIX = "wordpress:"
_FILTERS = ("after", "before", "lang", "status", "type", "ids")
_PAGE = 50
_FORM = "Write wordpress:https://site.example?after=2024-01-01&lang=es"
_NAME, _SECRET = "COPYDESK_WORDPRESS_USER", "COPYDESK_WORDPRESS_PASSWORD"


@dataclass(frozen=True, slots=True)
class WordPress:
    """A site: its address without a slash at its end, and the filters on its posts."""

    site: str
    filters: Mapping[str, str]

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
        return f"{self.site}/wp-json/wp/v2/{path}" + (f"?{asked}" if asked else "")


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
    site = site_of(name)
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
        for post in found:
            data = json.dumps(_entry(post, site, web, kind), ensure_ascii=False).encode()
            yield Raw(site.uri(post.get("id")), "feed", data, str(post.get("link", "")))
        page += 1


def one_post(site: WordPress, web: Web, number: object, kind: str = "posts") -> Mapping[str, Any]:
    """The post of that number."""
    found = json.loads(web.get(site.api(f"{kind}/{number}"), auth=site.auth).data)
    return found if isinstance(found, dict) else {}


def _listed(web: Web, site: WordPress, url: str) -> tuple[list[Mapping[str, Any]], int]:
    got = web.get(url, auth=site.auth)
    try:
        found = json.loads(got.data)
    except ValueError:
        found = None
    if not isinstance(found, list):
        raise InputError(
            f"{site.site}: there is no WordPress REST API at {url}",
            remedy="Check the address, or export the posts as WXR (Tools, Export)",
        )
    return [post for post in found if isinstance(post, dict)], int(got.headers.get("x-wp-totalpages") or 1)


def _entry(post: Mapping[str, Any], site: WordPress, web: Web, kind: str) -> dict[str, Any]:
    """A post as an entry of a feed, which the reader of feeds takes."""
    entry = {
        "id": site.uri(post.get("id")),
        "url": post.get("link", ""),
        "title": _rendered(post.get("title")),
        "html": _rendered(post.get("content")),
        "date": post.get("date_gmt") and f"{post['date_gmt']}+00:00",
        "language": language_of(post),
        "description": " ".join(re.sub(r"<[^>]*>", " ", _rendered(post.get("excerpt"))).split()),
    }
    for number in linked_posts(post):
        other = one_post(site, web, number, kind)
        if "xnumx" in _rendered(other.get("content")).lower():
            continue
        entry["original"] = {
            "title": _rendered(other.get("title")),
            "html": _rendered(other.get("content")),
            "language": language_of(other),
        }
        break
    return {key: value for key, value in entry.items() if value}


def language_of(post: Mapping[str, Any]) -> str:
    """The language of a post as Polylang or WPML says, empty if neither does."""
    return str(post.get("lang") or post.get("wpml_current_locale") or "").replace("_", "-")


def linked_posts(post: Mapping[str, Any]) -> list[int]:
    """The numbers of the versions of a post in other languages, the oldest first."""
    polylang = post.get("translations")
    wpml = post.get("wpml_translations")
    found = list(polylang.values()) if isinstance(polylang, dict) else []
    found += [item.get("id") for item in wpml if isinstance(item, dict)] if isinstance(wpml, list) else []
    numbers = {number for number in found if isinstance(number, int) and number != post.get("id")}
    return sorted(numbers)


def _rendered(field: Any) -> str:
    return str(field.get("rendered", "")) if isinstance(field, dict) else str(field or "")


def _moment(day: str) -> str:
    return f"{day}T00:00:00" if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else day
