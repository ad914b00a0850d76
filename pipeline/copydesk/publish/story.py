"""Blocks as the body of a page: lists nest, tables are tables, pictures and films stand in their places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from urllib.parse import urlsplit

from copydesk.data import TEXT_ROLES, Block, BlockRole, Cell, Draft, Media, MediaKind
from copydesk.formats.attributes import safe_url
from copydesk.publish.markup import escape, inline_html
from copydesk.text.assemble import target_blocks

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_PLAYED = re.compile(r"\.(?:mp4|m4v|webm|ogv|mov|mp3|m4a|aac|ogg|oga|opus|wav|flac)$", re.IGNORECASE)
_CODE = frozenset({"code", "kbd", "samp", "var"})


@dataclass(frozen=True, slots=True)
class Story:
    """One language version of an article: its blocks in the flow, and what is shown between them.

    ``labels`` are the texts of ``media`` and the description by block id, in the version's language.
    """

    blocks: tuple[Block, ...]
    media: tuple[Media, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    description: str = ""

    @property
    def headline(self) -> str:
        """Its headline; empty if it has none."""
        return _headline(self.blocks)


def title(draft: Draft, blocks: Iterable[Block]) -> str:
    """The title of the version that ``blocks`` hold: its headline, else the article's own title."""
    return _headline(blocks) or draft.article.title or draft.article.id


def _headline(blocks: Iterable[Block]) -> str:
    return next((b.text for b in blocks if b.role is BlockRole.HEADLINE and b.text.strip()), "")


def sides(draft: Draft) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The published blocks of the source and of the target, in parallel."""
    source, target = stories(draft)
    return source.blocks, target.blocks


def stories(draft: Draft) -> tuple[Story, Story]:
    """The source and the target as they are published: all blocks with segments, the target typeset."""
    published = {segment.block for segment in draft.segments}
    source = [block for block in draft.blocks if block.id in published]
    return _story(draft, source), _story(draft, map(_typeset, target_blocks(draft)))


def _story(draft: Draft, blocks: Iterable[Block]) -> Story:
    every = tuple(blocks)
    labels = {block.id: block.text for block in every if block.role is BlockRole.ALT}
    described = (block.text for block in every if block.role is BlockRole.DESCRIPTION)
    flow = tuple(block for block in every if block.role not in TEXT_ROLES)
    return Story(flow, _placed(draft, flow), labels, next(described, ""))


def _placed(draft: Draft, flow: Sequence[Block]) -> tuple[Media, ...]:
    """The article's media, each after the nearest block before it that is published."""
    shown = {block.id for block in flow}
    nearest, before = {"": ""}, ""
    for block in draft.blocks:
        before = block.id if block.id in shown else before
        nearest[block.id] = before
    return tuple(
        replace(
            item, after=nearest.get(item.after, ""), captions=tuple(c for c in item.captions if c in shown)
        )
        for item in draft.article.media
        if safe_url(item.url)
    )  # fmt: skip


def _typeset(block: Block) -> Block:
    """The block with curly apostrophes, but for those in code."""
    if "'" not in block.text:
        return block
    codes = [inline.span for inline in block.inlines if inline.tag in _CODE]

    def curly(match: re.Match[str]) -> str:
        return "'" if any(span.start <= match.start() < span.end for span in codes) else "’"

    return replace(block, text=_APOSTROPHE.sub(curly, block.text))


def story_html(
    blocks: Sequence[Block], *, related: str = "", story: Story | None = None, embeds: bool = False
) -> str:
    """The blocks as flow content. ``related`` names the asides to readers who cannot see them.

    The media of ``story`` stand after the blocks that they follow, those that follow none of ``blocks`` under
    the headline. ``embeds`` shows other pages in frames rather than as links.
    """
    figures = _figures(blocks, story, embeds=embeds) if story else {}
    taken = {caption for item in story.media for caption in item.captions} if story else set()
    flow = [block for block in blocks if block.id not in taken]
    pieces: list[str] = []
    for role, group in groupby(flow, key=_kind):
        members = list(group)
        write = _GROUPED.get(role)
        if role is not BlockRole.HEADLINE:
            pieces += figures.pop("", ())
        if write:
            pieces += write(members, related)
            pieces += (figure for block in members for figure in figures.get(block.id, ()))
        else:
            for block in members:
                pieces += (_single(block), *figures.get(block.id, ()))
    return "".join((*pieces, *figures.get("", ())))


def _figures(blocks: Sequence[Block], story: Story, *, embeds: bool) -> dict[str, list[str]]:
    """The figures by the block that they stand behind; by the empty string those that stand on top."""
    return {
        block: [_figure(*figure, embeds=embeds) for figure in found]
        for block, found in figures(blocks, story).items()
    }


def figures(blocks: Sequence[Block], story: Story) -> dict[str, list[tuple[Media, list[Block], str]]]:
    """The media of ``story``, each with its captions and its label, by the block that they stand behind.

    By the empty string those that follow none of ``blocks``.
    """
    captions = {block.id: block for block in blocks if block.role is BlockRole.CAPTION}
    taken = {caption for item in story.media for caption in item.captions}
    behind, last = {"": ""}, ""
    for block in blocks:
        last = last if block.id in taken else block.id
        behind[block.id] = last
    found: dict[str, list[tuple[Media, list[Block], str]]] = defaultdict(list)
    for item in story.media:
        own = [captions[name] for name in item.captions if name in captions]
        found[behind.get(item.after, "")].append((item, own, story.labels.get(item.text, item.label)))
    return found


def _kind(block: Block) -> BlockRole:
    """What a block is grouped as: an item in a quotation belongs to the quotation."""
    return BlockRole.QUOTE if block.quoted else block.role


def _figure(item: Media, captions: Sequence[Block], label: str, *, embeds: bool) -> str:
    url = escape(safe_url(item.url) or "")
    name = escape(" ".join(label.split()))
    host = escape(urlsplit(item.url).netloc or item.url)
    if item.kind is MediaKind.IMAGE:
        shown = f'<img src="{url}" alt="{name}" loading="lazy" decoding="async">'
    elif item.kind in (MediaKind.VIDEO, MediaKind.AUDIO) and _PLAYED.search(urlsplit(item.url).path):
        element = "video" if item.kind is MediaKind.VIDEO else "audio"
        shown = f'<{element} src="{url}" controls preload="none" aria-label="{name or host}"></{element}>'
    elif embeds:
        shown = (
            f'<iframe src="{url}" title="{name or host}" loading="lazy" allowfullscreen'
            ' sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"></iframe>'
        )
    else:
        shown = f'<p class="embed {item.kind.value}"><a href="{url}">{name or host}</a></p>'
    inner = "<br>\n".join(inline_html(block.text, block.inlines) for block in captions)
    caption = f"<figcaption>{inner}</figcaption>" if inner else ""
    return f"<figure>{shown}{caption}</figure>\n"


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
    for is_list, group in groupby(blocks, key=lambda block: block.role is BlockRole.LIST_ITEM):
        members = list(group)
        yield from _lists(members, "") if is_list else map(_single, members)
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
        number = f' value="{block.number}"' if block.number else ""
        if len(open_lists) == level:
            yield f"</li>\n<li{number}>"
        while len(open_lists) < level:
            yield f"<{kind}>\n<li{number if len(open_lists) == level - 1 else ''}>"
            open_lists.append(kind)
        yield inline_html(block.text, block.inlines)
    while open_lists:
        yield f"</li></{open_lists.pop()}>\n"


def _tables(blocks: list[Block], _: str) -> Iterator[str]:
    placed = [(block, block.cell) for block in blocks if block.cell is not None]
    for _table, cells in groupby(placed, key=lambda pair: pair[1].table):
        covered: set[tuple[int, int]] = set()
        yield '<div class="table" tabindex="0">\n<table>\n'
        for row, members in groupby(cells, key=lambda pair: pair[1].row):
            yield f"<tr>{''.join(_row(row, list(members), covered))}</tr>\n"
        yield "</table>\n</div>\n"


def _row(row: int, cells: Sequence[tuple[Block, Cell]], covered: set[tuple[int, int]]) -> Iterator[str]:
    """The cells of a row; those without text have no block. ``covered`` is what cells above reach into."""
    scope = "col" if all(cell.header for _, cell in cells) else "row"
    at = 0
    for column, group in groupby(cells, key=lambda pair: pair[1].column):
        members = list(group)
        cell = members[0][1]
        yield from ("<td></td>" for empty in range(at, column) if (row, empty) not in covered)
        at = column + cell.columns
        covered |= {(row + down, column + n) for down in range(1, cell.rows) for n in range(cell.columns)}
        attributes = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        attributes += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        inner = "<br>\n".join(inline_html(block.text, block.inlines) for block, _ in members)
        if cell.header:
            yield f'<th scope="{scope}"{attributes}>{inner}</th>'
        else:
            yield f"<td{attributes}>{inner}</td>"


_GROUPED: dict[BlockRole, Callable[[list[Block], str], Iterator[str]]] = {
    BlockRole.QUOTE: _quotes,
    BlockRole.TEASER: _teasers,
    BlockRole.FURNITURE: _furniture,
    BlockRole.LIST_ITEM: _lists,
    BlockRole.CELL: _tables,
}
