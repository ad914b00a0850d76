"""Pictures, films and embedded pages of a page: what stands where, and which pieces caption it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from urllib.parse import quote, urlsplit

from copydesk.data import Media, MediaKind
from copydesk.formats.attributes import safe_url
from copydesk.formats.html_page import MediaItem, Page

_KINDS: Mapping[str, MediaKind] = {
    "img": MediaKind.IMAGE,
    "amp-img": MediaKind.IMAGE,
    "amp-anim": MediaKind.IMAGE,
    "video": MediaKind.VIDEO,
    "amp-video": MediaKind.VIDEO,
    "amp-youtube": MediaKind.VIDEO,
    "audio": MediaKind.AUDIO,
    "amp-audio": MediaKind.AUDIO,
    "iframe": MediaKind.EMBED,
    "amp-iframe": MediaKind.EMBED,
    "embed": MediaKind.EMBED,
    "object": MediaKind.EMBED,
}
MEDIA = frozenset({*_KINDS, "source"})
"""Elements that show something else than text; ``source`` names what the one round it shows."""

_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_EMPTY = re.compile(
    r"placeholder|spacer|blank\.|1x1|pixel|transparent\.|loading\.gif|about:blank", re.IGNORECASE
)
_SYMBOL = re.compile(r"avatar|gravatar|emoji|sprite|\bicons?\b|[-_/]icon|\blogo|smiley", re.IGNORECASE)
_FILMS = re.compile(r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com)$")
_SMALL = 80


def seen(tag: str, attributes: Mapping[str, str], *, at: int, region: int) -> MediaItem | None:
    """What an element shows before piece ``at``; None for symbols, portraits and empty frames."""
    url = _address(attributes)
    sizes = [attributes.get(side, "").removesuffix("px") for side in ("width", "height")]
    names = f"{attributes.get('class', '')} {url}"
    if tag == "amp-youtube":
        url = f"https://www.youtube.com/watch?v={quote(attributes.get('data-videoid', ''))}"
    if _KINDS[tag] is MediaKind.IMAGE and (
        any(size.isdigit() and int(size) <= _SMALL for size in sizes) or _SYMBOL.search(names)
    ):
        return None
    kind = _KINDS[tag]
    if kind is MediaKind.EMBED and _FILMS.search(urlsplit(f"//{url.partition('//')[2]}").netloc):
        kind = MediaKind.VIDEO
    label = attributes.get("alt") or attributes.get("title") or attributes.get("aria-label") or ""
    return MediaItem(kind, url, " ".join(label.split()), at, region)


def sourced(item: MediaItem, attributes: Mapping[str, str]) -> str:
    """The address that a ``source`` inside the element of ``item`` gives it, where it has none itself."""
    return item.url or _address(attributes)


def placed(
    page: Page, items: Iterable[MediaItem], *, shown: Collection[int], captions: Collection[int]
) -> tuple[Media, ...]:
    """``items`` in their places among the pieces that are ``shown``, each once; blocks are named ``b<n>``.

    A caption belongs to what stands in its figure, else to what stands right before it.
    """
    found: dict[str, Media] = {}
    for item in items:
        if not item.url or item.url in found:
            continue
        figure = _figure(page, item.region)
        mine = [at for at in captions if figure and _figure(page, page.pieces[at].region) == figure]
        if not mine and item.at in captions:
            mine = [item.at]
        before = [at for at in shown if at < item.at]
        found[item.url] = Media(
            item.kind,
            item.url,
            f"b{max(before)}" if before else "",
            item.label,
            captions=tuple(f"b{at}" for at in sorted(mine)),
        )
    return tuple(found.values())


def _figure(page: Page, region: int) -> int:
    """The figure that a region lies in, 0 if in none."""
    while region and page.regions[region].tag != "figure":
        region = page.regions[region].parent
    return region


def _address(attributes: Mapping[str, str]) -> str:
    sets = (attributes[name].split(",")[-1].split() for name in _SETS if attributes.get(name, "").strip())
    stated = [attributes.get(name, "") for name in _SOURCES] + [parts[0] for parts in sets if parts]
    safe = (safe_url(url) for url in stated if url and not url.lower().startswith("data:"))
    return next((url for url in safe if url and not _EMPTY.search(url)), "")
