"""Which inline elements and attributes survive reading."""

from __future__ import annotations

import re
from collections.abc import Mapping

_INLINE = "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var"
INLINE = frozenset(_INLINE.split())
"""Inline elements that are kept over their text; others give only their text."""

_NEEDS_ATTRIBUTES = frozenset({"a", "bdo", "span"})
_PLAIN = frozenset({"title", "lang", "dir", "datetime"})
_URLS = frozenset({"href", "cite"})
_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202f\ufeff]+")
_SCHEME = re.compile(r"([^/?#:]*):")


def kept(tag: str, attributes: Mapping[str, str]) -> tuple[tuple[str, str], ...] | None:
    """The harmless attributes of an inline element, or None if the element says nothing without them.

    Kept are title, lang, dir, datetime, translate, and href and cite with ``http``, ``https``, ``mailto`` or
    relative targets. The class ``notranslate`` becomes ``translate="no"``, which says the same.
    """
    found = [("translate", "no")] if is_closed(attributes) else []
    for name, value in attributes.items():
        if name in _PLAIN:
            found.append((name, value.strip()))
        elif name in _URLS and (target := safe_url(value)) is not None:
            found.append((name, target))
    useful = found
    if tag == "a":
        useful = [item for item in found if item[0] == "href"]
    return None if tag in _NEEDS_ATTRIBUTES and not useful else tuple(found)


def is_closed(attributes: Mapping[str, str]) -> bool:
    """Whether the attributes of an element say that its text is not to be translated."""
    closed = attributes.get("translate", "").strip().lower() == "no"
    return closed or "notranslate" in attributes.get("class", "").split()


def safe_url(url: str) -> str | None:
    """``url`` without the characters that browsers skip; None if its scheme could do something."""
    bare = _IGNORED.sub("", url)
    scheme = _SCHEME.match(bare)
    if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
        return None
    return re.sub(r"[\t\n\r]", "", url.strip("\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\r\f\x0b ")) or None
