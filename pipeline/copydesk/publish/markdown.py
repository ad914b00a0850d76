"""The translation as Markdown (CommonMark) with front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from copydesk.data import Block, BlockRole, Edition
from copydesk.publish.language import source_language
from copydesk.publish.markdown_text import inline_markdown
from copydesk.publish.story import sides, title

_UNSAFE_IN_YAML = re.compile("[<\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


class MarkdownPublisher:
    """Writes ``article.md``."""

    def render(self, edition: Edition) -> Iterable[tuple[str, bytes]]:
        """Front matter (YAML, every string quoted) and the story."""
        _, blocks = sides(edition.draft)
        text = "".join([*_front_matter(edition, title(edition.draft, blocks)), *_story(blocks)])
        yield "article.md", text.encode()


def _front_matter(edition: Edition, headline: str) -> Iterator[str]:
    draft, provenance = edition.draft, edition.provenance
    facts = {
        "title": headline,
        "lang": draft.target,
        "author": draft.article.author,
        "date": draft.article.date,
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


def _story(blocks: Iterable[Block]) -> Iterator[str]:
    for role, group in groupby(blocks, key=lambda block: block.role):
        yield "\n"
        if role is BlockRole.LIST_ITEM:
            yield from _list(group)
        else:
            yield (">\n" if role is BlockRole.QUOTE else "\n").join(map(_block, group))


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
        number += level == 1
        marker = f"{number if level == 1 else 1}. " if item.ordered else "- "
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
