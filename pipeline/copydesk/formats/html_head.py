"""Title, author, date, language and alternates of a page, from its head, JSON-LD and marked elements.

Sources in order of trust. Title: Open Graph, JSON-LD, ``<title>`` without the name of the site. Author: meta,
JSON-LD, rel or itemprop author; never the name of the site. Date: Open Graph, JSON-LD, meta, the first
``<time>``. Language: ``lang`` of the page, Open Graph, Content-Language, JSON-LD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from copydesk.formats.attributes import safe_url
from copydesk.formats.html_linked_data import Record, article_record, longest_body, names, text
from copydesk.formats.html_page import Head
from copydesk.formats.language_tag import language_tag
from copydesk.formats.metadata import Metadata
from copydesk.formats.timestamp import timestamp

_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_DATES = ("date", "dc.date.issued", "dc.date", "dcterms.created", "datepublished", "pubdate", "publishdate",
          "parsely-pub-date", "sailthru.date", "article:published")  # fmt: skip
_SITES = ("og:site_name", "application-name", "twitter:site")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_KEYWORDS = ("keywords", "news_keywords", "article:tag", "parsely-tags")
_BY = re.compile(r"(?:[Bb]y|BY|[Pp]or|POR|[Pp]ar|PAR)\s+(?=[^\W\d_])")
SEPARATORS = re.compile(r"\s+(?:[-–—|·•»›«‹~]|::)\s+")
"""What stands between the name of a page and that of its site in a title."""

_HEADLINE = 3
"""Words that the name of a site may have."""


def metadata(head: Head) -> Metadata:
    """What the page says; fields it does not state are empty."""
    record = article_record(head.data)
    return Metadata(
        title=next(titles(head), ""),
        author=_author(head, record),
        date=_date(head, record),
        language=_language(head, record),
        alternates=_alternates(head.alternates),
        description=_line(_first(head, _DESCRIPTIONS) or text(record.get("description"))),
        keywords=_keywords(head, record),
        url=safe_url(head.canonical or head.meta.get("og:url", "")) or "",
        base=safe_url(head.base) or "",
    )


def titles(head: Head) -> Iterator[str]:
    """What the page calls itself, best source first, without the name of the site."""
    sites = _sites(head)
    record = article_record(head.data)
    stated = (head.meta.get("og:title"), head.meta.get("twitter:title"), text(record.get("headline")))
    for title in (*stated, head.title):
        if title and (bare := _without_site(_line(title), sites)):
            yield bare
    if len(parts := SEPARATORS.split(head.title)) > 1:
        yield _line(parts[-1] if _site_first(parts) else parts[0])


def site_name(head: Head) -> str:
    """The name of the site: stated, or what the title ends in, or begins with."""
    parts = SEPARATORS.split(head.title)
    named = (parts[0] if _site_first(parts) else parts[-1]) if len(parts) > 1 else ""
    return head.meta.get("og:site_name", "") or named


def _site_first(parts: Sequence[str]) -> bool:
    """Whether a title begins with the site's name: a few letters before what only a headline can be."""
    return len(parts[-1].split()) > _HEADLINE and len(parts[-1]) > 2 * len(parts[0])


def stated_body(head: Head) -> str:
    """The text of the article as JSON-LD gives it; empty if it does not."""
    return longest_body(head.data)


def _sites(head: Head) -> frozenset[str]:
    return frozenset(found.casefold().lstrip("@") for name in _SITES if (found := head.meta.get(name, "")))


def _without_site(title: str, sites: frozenset[str]) -> str:
    if title.casefold() in sites:
        return ""
    parts = SEPARATORS.split(title)
    if len(parts) > 1 and (parts[-1].casefold() in sites or len(parts[-1]) * 3 < len(title)):
        return title[: title.rindex(parts[-1])].rstrip(" -–—|·•»›«‹~:")
    return title


def _author(head: Head, record: Record) -> str:
    stated = [head.meta.get(name, "") for name in _AUTHORS]
    stated = [found for found in stated if "://" not in found]
    found = [*stated, names(record.get("author")), *head.authors]
    sites = _sites(head) | {_line(names(record.get("publisher"))).casefold()}
    named = (line for name in found if (line := _BY.sub("", _line(name))))
    return next((line for line in named if line.casefold().lstrip("@") not in sites), "")[:200]


def _date(head: Head, record: Record) -> str:
    stated = [head.meta.get("article:published_time", ""), text(record.get("datePublished"))]
    stated += [head.meta.get(name, "") for name in _DATES]
    return next((found for stamp in [*stated, *head.times] if (found := timestamp(stamp))), "")


def _language(head: Head, record: Record) -> str | None:
    meta = head.meta
    stated = (
        head.language,
        meta.get("og:locale"),
        meta.get("content-language"),
        meta.get("dc.language"),
        text(record.get("inLanguage")),
    )
    return next((tag for stated_tag in stated if (tag := language_tag(stated_tag))), None)


def _keywords(head: Head, record: Record) -> tuple[str, ...]:
    given = record.get("keywords")
    listed = [word for word in given if isinstance(word, str)] if isinstance(given, list) else []
    stated = ", ".join(listed) or text(given) or _first(head, _KEYWORDS)
    return tuple(dict.fromkeys(word for part in re.split(r"[,;]", stated) if (word := _line(part))))


def _alternates(stated: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    found: dict[tuple[str, str], None] = {}
    for tag_text, url in stated:
        if tag := language_tag(tag_text):
            found[tag, url] = None
    return tuple(found)


def _first(head: Head, wanted: Iterable[str]) -> str:
    return next((found for name in wanted if (found := head.meta.get(name, ""))), "")


def _line(given: str) -> str:
    return " ".join(given.split())
