"""Entries of RSS and Atom feeds and of WordPress exports (WXR), read by feedparser."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from html import unescape
from itertools import zip_longest
from typing import Any

from copydesk.errors import InputError
from copydesk.formats.wxr import WxrItem, is_export, wxr_items

_POSTS = frozenset({"", "post", "page"})
_GONE = frozenset({"trash", "auto-draft", "inherit"})
_NO_KEYWORDS = frozenset({"language", "post_translations", "post_format"})
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|table|t[hdr]|thead|tbody|blockquote|figure|figcaption|pre|hr|section|iframe)\b",
    re.IGNORECASE,
)
_STANZA = re.compile(r"\n[ \t]*\n\s*")
_GUTENBERG = re.compile(r"<!--\s*/?wp:.*?-->", re.DOTALL)
_CAPTION = re.compile(
    r"\[caption[^\]]*\]\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*?)\[/caption\]", re.DOTALL
)
_EMBED = re.compile(r"\[embed[^\]]*\]\s*(https?://[^\s\[\]<]+)\s*\[/embed\]")
_SHORTCODE = re.compile(r"\[/?[a-z][\w-]*(?:\s+[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\]]+))*\s*/?\](?!\()")


def entries(data: bytes) -> list[dict[str, Any]]:
    """The entries of a feed that have text, in order.

    Each has ``html`` and, as far as the feed says so, ``title``, ``url``, ``id``, ``author``, ``date``,
    ``language``, ``keywords`` and ``description``. The full text (content) is taken where it is given, else
    the summary. Of a WordPress export only posts and pages come, whatever their state but the trash.
    """
    import feedparser  # only feeds need it, and every command would wait for it

    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False)
    language = str(feed.feed.get("language", ""))
    site, items = _items(data, len(feed.entries))
    found = (
        _entry(entry, language) | _as_exported(item, site)
        for entry, item in zip_longest(feed.entries, items)
        if _is_article(entry)
    )
    return [entry for entry in found if entry.get("html") or entry.get("title")]


def _items(data: bytes, count: int) -> tuple[str, list[WxrItem]]:
    """The site and the items of a WordPress export; none of what is no such export, or no sound one."""
    try:
        site, items = wxr_items(data) if is_export(data) else ("", [])
    except InputError:
        return "", []
    return (site, items) if len(items) == count else ("", [])


def _as_exported(item: WxrItem | None, site: str) -> dict[str, Any]:
    """What only the export itself says of an entry, and the item to write its translation by."""
    if item is None:
        return {}
    said = {"language": item.language, "wxr": item.xml, "site": site}
    return {key: value for key, value in said.items() if value}


def autoparagraphs(markup: str) -> str:
    """Text as WordPress stores it as markup: blank lines part paragraphs, shortcodes are code."""
    markup = _GUTENBERG.sub("", markup.replace("\r\n", "\n"))
    markup = _CAPTION.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", markup)
    markup = _EMBED.sub(r'<p><iframe src="\1"></iframe></p>', markup)
    markup = _SHORTCODE.sub(lambda found: f"<code>{found[0]}</code>", markup)
    if re.search(r"<p\b", markup, re.IGNORECASE):
        return markup
    stanzas = (stanza.strip() for stanza in _STANZA.split(markup))
    return "\n".join(
        stanza if _BLOCK.match(stanza) else f"<p>{stanza.replace(chr(10), '<br>')}</p>"
        for stanza in stanzas
        if stanza
    )


def _is_article(entry: Mapping[str, Any]) -> bool:
    return entry.get("wp_post_type", "") in _POSTS and entry.get("wp_status", "") not in _GONE


def _entry(entry: Mapping[str, Any], language: str) -> dict[str, Any]:
    contents = [content for content in entry.get("content", ()) if content.get("value")]
    summary = str(entry.get("summary", ""))
    best: Mapping[str, Any] = max(contents, key=lambda content: len(content["value"]), default={})
    html = str(best.get("value", "")) or summary
    if is_post := "wp_post_type" in entry:
        html = autoparagraphs(html)
    own = {
        "id": entry.get("id") or entry.get("link", ""),
        "url": entry.get("link", ""),
        "title": entry.get("title", ""),
        "author": entry.get("author", ""),
        "date": entry.get("published") or entry.get("updated", ""),
        "language": best.get("language") or entry.get("language") or language,
        "keywords": [tag["term"] for tag in entry.get("tags", ()) if _is_keyword(tag)],
        "description": _plain(str(entry.get("excerpt_encoded", "")) if is_post else summary),
        "html": html,
    }
    if own["description"] == _plain(html):
        own["description"] = ""
    return {key: value for key, value in own.items() if value}


def _is_keyword(tag: Mapping[str, Any]) -> bool:
    return bool(tag.get("term")) and tag.get("scheme") not in _NO_KEYWORDS


def _plain(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())
