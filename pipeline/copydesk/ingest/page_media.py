"""Which pictures, films and embedded pages of a page belong to its story."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from copydesk.data import Block, BlockRole, Media
from copydesk.formats.html_hints import Hint
from copydesk.formats.html_media import placed
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
    items = [
        item
        for item in page.media
        if start <= item.at <= max(kept) + 1
        and _is_story(laid.hints[item.region])
        and not page.regions[item.region].hidden
        and (item.at <= max(kept) or outer.index <= item.region <= outer.last)
    ]
    captions = {at for at in kept if blocks[at].role is BlockRole.CAPTION}
    return placed(page, items, shown=shown, captions=captions)


def _is_story(hints: frozenset[Hint | str]) -> bool:
    return not is_beside(hints - {BlockRole.CAPTION}) and not _BESIDE & hints
