"""Links of a document, resolved against the address that it has on the web."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urljoin

from copydesk.data import Block, BlockRole, Inline
from copydesk.formats.metadata import Metadata

_LINKS = frozenset({"href", "cite"})
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def base_address(url: str, about: Metadata) -> str:
    """What links are relative to: the base that a document names, its own address, or ``url``; "" unknown."""
    base = resolved(about.base, resolved(about.url, url) or url) or resolved(about.url, url) or url
    return base if _SCHEME.match(base) else ""


def resolved(url: str, base: str) -> str:
    """``url`` as an absolute address where ``base`` tells it; places on the same page stay as they are."""
    if not url or not base or url.startswith("#") or _SCHEME.match(url):
        return url
    try:
        return urljoin(base, url)
    except ValueError:  # "//[" and the like
        return url


def linked(block: Block, base: str) -> Block:
    """``block`` with its links resolved."""
    if not base or not any(name in _LINKS for inline in block.inlines for name, _ in inline.attributes):
        return block
    return replace(block, inlines=tuple(_absolute(inline, base) for inline in block.inlines))


def dead_links(blocks: Iterable[Block], base: str) -> str:
    """A note on links of the story that lead nowhere once it stands elsewhere; empty if there are none."""
    count = sum(
        name in _LINKS and not url.startswith("#") and not _SCHEME.match(url)
        for block in blocks
        if block.role not in (BlockRole.FURNITURE, BlockRole.TEASER) and not base
        for inline in block.inlines
        for name, url in inline.attributes
    )
    return f"{count} link(s) are relative and the address of the page is unknown: give --base-url" * bool(
        count
    )


def _absolute(inline: Inline, base: str) -> Inline:
    found = ((name, resolved(url, base) if name in _LINKS else url) for name, url in inline.attributes)
    return replace(inline, attributes=tuple(found))
