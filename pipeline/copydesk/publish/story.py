"""Blocks as the body of a page: lists nest, captions become figures, teasers stand aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from copydesk.data import TEXT_ROLES, Block, BlockRole, Draft
from copydesk.publish.markup import escape, inline_html
from copydesk.text.assemble import target_blocks


def title(draft: Draft, blocks: Iterable[Block]) -> str:
    """The title of the version that ``blocks`` hold: its headline, else the article's own title."""
    headline = next((b.text for b in blocks if b.role is BlockRole.HEADLINE and b.text.strip()), "")
    return headline or draft.article.title or draft.article.id


def source_blocks(draft: Draft) -> tuple[Block, ...]:
    """The working source text of the blocks that are published: all in the flow with segments."""
    published = {segment.block for segment in draft.segments}
    return _in_flow(block for block in draft.blocks if block.id in published)


def sides(draft: Draft) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The published blocks of the source and of the target, in parallel."""
    return source_blocks(draft), _in_flow(target_blocks(draft))


def _in_flow(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block.role not in TEXT_ROLES)


def story_html(blocks: Sequence[Block], *, related: str = "") -> str:
    """The blocks as flow content. ``related`` names the asides to readers who cannot see them."""
    pieces: list[str] = []
    for role, group in groupby(blocks, key=lambda block: block.role):
        members = list(group)
        write = _GROUPED.get(role)
        pieces += write(members, related) if write else map(_single, members)
    return "".join(pieces)


def _single(block: Block) -> str:
    inner = inline_html(block.text, block.inlines)
    if block.role is BlockRole.HEADLINE:
        return f"<h1>{inner}</h1>\n"
    if block.role is BlockRole.HEADING:
        level = min(max(block.level, 2), 6)
        return f"<h{level}>{inner}</h{level}>\n"
    if block.role is BlockRole.CAPTION:
        return f"<figure><figcaption>{inner}</figcaption></figure>\n"
    return f"<p>{inner}</p>\n"


def _quotes(blocks: list[Block], _: str) -> Iterator[str]:
    yield "<blockquote>\n"
    yield from map(_single, blocks)
    yield "</blockquote>\n"


def _teasers(blocks: list[Block], related: str) -> Iterator[str]:
    label = f' aria-label="{escape(related)}"' if related else ""
    yield f"<aside{label}>\n"
    yield from map(_single, blocks)
    yield "</aside>\n"


def _furniture(blocks: list[Block], _: str) -> Iterator[str]:
    yield '<div class="furniture">\n'
    yield from map(_single, blocks)
    yield "</div>\n"


def _lists(blocks: list[Block], _: str) -> Iterator[str]:
    open_lists: list[str] = []
    for block in blocks:
        kind = "ol" if block.ordered else "ul"
        level = max(block.level, 1)
        while len(open_lists) > level or (len(open_lists) == level and open_lists[-1] != kind):
            yield f"</li></{open_lists.pop()}>\n"
        if len(open_lists) == level:
            yield "</li>\n<li>"
        while len(open_lists) < level:
            yield f"<{kind}>\n<li>"
            open_lists.append(kind)
        yield inline_html(block.text, block.inlines)
    while open_lists:
        yield f"</li></{open_lists.pop()}>\n"


_GROUPED: dict[BlockRole, Callable[[list[Block], str], Iterator[str]]] = {
    BlockRole.QUOTE: _quotes,
    BlockRole.TEASER: _teasers,
    BlockRole.FURNITURE: _furniture,
    BlockRole.LIST_ITEM: _lists,
}
