"""Reading HTML that is all story: markup to blocks. Whole pages are read by ``copydesk.ingest.page``."""

from __future__ import annotations

from copydesk.data import Block
from copydesk.formats.html_roles import fragment_blocks
from copydesk.formats.html_walk import walk


def read_fragment(markup: str) -> tuple[Block, ...]:
    """The blocks of a piece of markup that is all story, such as the body of a news item."""
    return fragment_blocks(walk(markup))
