"""The translation as Markdown (CommonMark) with front matter."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from copydesk.data import Block, BlockRole, Edition, Media, MediaKind
from copydesk.publish.language import source_language
from copydesk.publish.markdown_text import inline_markdown, link_target
from copydesk.publish.reader_facts import description
from copydesk.publish.story import Story, figures, stories, title

_UNSAFE_IN_YAML = re.compile("[<\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


class MarkdownPublisher:
    """Writes ``article.md``."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """Front matter (YAML, every string quoted) and the story."""
        _, story = stories(edition.draft)
        text = "".join([*_front_matter(edition, story), *_story(story)])
        yield "article.md", text.encode()


def _front_matter(edition: Edition, story: Story) -> Iterator[str]:
    draft, provenance = edition.draft, edition.provenance
    facts = {
        "title": title(draft, story.blocks),
        "description": description(story),
        "lang": draft.target,
        "author": draft.article.author,
        "date": draft.article.date,
        "keywords": list(draft.article.keywords),
        "version": edition.version,
        "original": draft.article.id,
        "original_lang": source_language(draft),
        "original_sha256": provenance.source_sha256,
        "engines": list(provenance.engines),
        "settings": provenance.settings,
    }
    yield "---\n"
    for name, value in facts.items():
        if value:
            yield f"{name}: {_UNSAFE_IN_YAML.sub(_escaped, json.dumps(value, ensure_ascii=False))}\n"
    yield "---\n"


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _story(story: Story) -> Iterator[str]:
    shown = figures(story.blocks, story)
    taken = {caption for item in story.media for caption in item.captions}
    flow = [block for block in story.blocks if block.id not in taken]
    for role, group in groupby(flow, key=lambda block: block.role):
        members = list(group)
        if role is not BlockRole.HEADLINE:
            yield from _figures(shown.pop("", ()))
        if role is BlockRole.LIST_ITEM:
            yield "\n"
            yield from _list(members)
        elif role is BlockRole.CELL:
            yield from _tables(members)
        elif role is BlockRole.QUOTE:
            yield "\n"
            yield ">\n".join(map(_block, members))
        else:
            for block in members:
                yield f"\n{_block(block)}"
                yield from _figures(shown.pop(block.id, ()))
        yield from _figures(figure for block in members for figure in shown.pop(block.id, ()))
    yield from _figures(shown.pop("", ()))


def _figures(found: Iterable[tuple[Media, list[Block], str]]) -> Iterator[str]:
    """A picture as such, all else as a link; captions under it."""
    for item, captions, label in found:
        address = link_target(item.url)
        name = _one_line(inline_markdown(label or ("" if item.kind is MediaKind.IMAGE else item.url), ()))
        yield f"\n{'!' * (item.kind is MediaKind.IMAGE)}[{name}](<{address}>)\n"
        yield from (f"\n{_block(block)}" for block in captions)


def _tables(cells: Iterable[Block]) -> Iterator[str]:
    """Tables as GitHub and Goldmark read them; a cell that spans others stands in the first of them."""
    placed = [(block, block.cell) for block in cells if block.cell is not None]
    for _table, group in groupby(placed, key=lambda pair: pair[1].table):
        rows: dict[int, dict[int, str]] = defaultdict(dict)
        for block, cell in group:
            inner = _one_line(inline_markdown(block.text, block.inlines))
            before = rows[cell.row].get(cell.column)
            rows[cell.row][cell.column] = inner if before is None else f"{before}<br>{inner}"
        width = max(column for row in rows.values() for column in row) + 1
        lines = [f"| {' | '.join(row.get(n, '') for n in range(width))} |\n" for row in rows.values()]
        yield "".join(["\n", lines[0], f"|{' --- |' * width}\n", *lines[1:]])


def _list(items: Iterable[Block]) -> Iterator[str]:
    widths: list[int] = []
    ordered: bool | None = None
    number = 0
    for item in items:
        level = min(max(item.level, 1), len(widths) + 1)
        if level == 1 and item.ordered is not ordered:
            if ordered is not None:
                yield "\n<!-- -->\n\n"
            ordered, number = item.ordered, 0
        if level == 1:
            number = item.number or number + 1
        marker = f"{number if level == 1 else item.number or 1}. " if item.ordered else "- "
        del widths[level - 1 :]
        indent = sum(widths)
        widths.append(len(marker))
        inner = inline_markdown(item.text, item.inlines)
        yield f"{' ' * indent}{marker}{_continued(inner, ' ' * (indent + len(marker)))}\n"


def _block(block: Block) -> str:
    inner = inline_markdown(block.text, block.inlines)
    if block.role is BlockRole.HEADLINE:
        return f"# {_one_line(inner)}\n"
    if block.role is BlockRole.HEADING:
        return f"{'#' * min(max(block.level, 2), 6)} {_one_line(inner)}\n"
    if block.role in (BlockRole.QUOTE, BlockRole.TEASER):
        return f"> {_continued(inner, '> ')}\n"
    return f"{inner}\n"


def _continued(text: str, prefix: str) -> str:
    return text.replace("\n", f"\n{prefix}")


def _one_line(text: str) -> str:
    return re.sub(r"\\?\n", " ", text)
