"""Reading HTML that is all story: markup to blocks. Whole pages are read by ``copydesk.ingest.page``."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.data import Block, BlockRole, Media
from copydesk.formats.html_media import placed
from copydesk.formats.html_roles import fragment_blocks
from copydesk.formats.html_walk import walk


class Fragment(NamedTuple):
    """A text as blocks, and what is shown between them."""

    blocks: tuple[Block, ...]
    media: tuple[Media, ...] = ()


def read_fragment(markup: str) -> Fragment:
    """A piece of markup that is all story, such as the body of a news item."""
    page = walk(markup)
    blocks = fragment_blocks(page)
    captions = {at for at, block in enumerate(blocks) if block.role is BlockRole.CAPTION}
    return Fragment(blocks, placed(page, page.media, shown=range(len(blocks)), captions=captions))


def plain_line(text: str) -> str:
    """A title or summary without the markup and entities that content systems put into them."""
    is_markup = "<" in text or "&" in text
    return " ".join(block.text for block in read_fragment(text).blocks) if is_markup else text
