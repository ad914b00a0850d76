"""Which pictures, films and embedded pages of a page belong to its story."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from copydesk.data import Block, BlockRole, Media
from copydesk.formats.html_hints import Hint
from copydesk.formats.html_media import placed
from copydesk.formats.html_page import Page, Region
from copydesk.ingest.page_clues import Layout, is_beside

_BESIDE = frozenset({"aside", "footer", "form", "nav"})


def media_of(
    laid: Layout, kept: Collection[int], headline: int | None, blocks: Sequence[Block]
) -> tuple[Media, ...]:
    """What stands between the headline and the end of the story, and not in a box beside it."""
    if not kept:
        return ()
    page = laid.page
    start = min(kept) if headline is None else min(headline, *kept)
    shown = {*kept} if headline is None else {*kept, headline}
    outer = page.regions[page.regions[laid.core].parent]
    places = [piece.region for piece in page.pieces]
    texts = sorted(places[at] for at in shown)
    every = sorted(places)
    items = [
        item
        for item in page.media
        if start <= item.at <= max(kept) + 1
        and _is_story(laid.hints[item.region])
        and not page.regions[item.region].hidden
        and (item.at <= max(kept) or outer.index <= item.region <= outer.last)
        and not _is_card(page, item.region, every, texts)
    ]
    captions = {at for at in kept if blocks[at].role is BlockRole.CAPTION}
    return placed(page, items, shown=shown, captions=captions)


def _is_card(page: Page, region: int, every: Sequence[int], texts: Sequence[int]) -> bool:
    """Whether the nearest text round what stands in a region is none of the story's.

    ``every`` and ``texts`` are the regions of all pieces and of those that are shown, in order.
    """
    place = page.regions[region]
    while place.index and (place.tag == "figure" or not _held(every, place)):
        place = page.regions[place.parent]
    return not _held(texts, place)


def _held(places: Sequence[int], region: Region) -> bool:
    """Whether a region holds one of ``places``."""
    at = bisect_left(places, region.index)
    return at < len(places) and places[at] <= region.last


def _is_story(hints: frozenset[Hint | str]) -> bool:
    return not is_beside(hints - {BlockRole.CAPTION}) and not _BESIDE & hints
