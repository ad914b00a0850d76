"""Reading HTML: markup to blocks and metadata."""

from __future__ import annotations

from copydesk.data import Block
from copydesk.formats.html_head import metadata
from copydesk.formats.html_story import fragment_blocks, page_blocks
from copydesk.formats.html_walk import walk
from copydesk.formats.metadata import Metadata


def read_page(markup: str) -> tuple[tuple[Block, ...], Metadata]:
    """The blocks of a whole page, furniture included, and what the page says about itself.

    Every visible text of the page is in exactly one block. Scripts, styles, embedded objects and form values
    are not text. Time is linear in the input; broken and deeply nested markup is read as browsers would.
    """
    page = walk(markup)
    return page_blocks(page), metadata(page.head)


def read_fragment(markup: str) -> tuple[Block, ...]:
    """The blocks of a piece of markup that is all story, such as the body of a news item."""
    return fragment_blocks(walk(markup))
