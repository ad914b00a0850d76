"""Blocks and metadata to an article: the last step of every reader."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from copydesk.data import Article, Block, BlockRole, Finding, Media, Origin, Severity
from copydesk.errors import InputError
from copydesk.formats.metadata import Metadata
from copydesk.ingest.addresses import base_address, dead_links, linked, resolved
from copydesk.ingest.base import Raw
from copydesk.ingest.clean import clean, patch
from copydesk.ingest.cues import normal
from copydesk.ingest.roles import assign

_STORY = frozenset({BlockRole.HEADLINE, BlockRole.HEADING, BlockRole.PARAGRAPH, BlockRole.LIST_ITEM,
                    BlockRole.QUOTE, BlockRole.CAPTION, BlockRole.CELL})  # fmt: skip


def compose(
    raw: Raw,
    blocks: Sequence[Block],
    about: Metadata,
    *,
    media: Sequence[Media] = (),
    labels: Sequence[str] = (),
    shaped: bool = False,
    all_story: bool = False,
    notes: Sequence[str] = (),
    findings: Sequence[Finding] = (),
) -> Article:
    """The article in ``raw``, with final roles, a headline where there is a title, and block ids b0, b1 ...

    ``shaped``: the blocks come from plain text; ``all_story``: none of them is furniture, whatever it says.
    ``notes`` is what reading had to guess or change; each becomes a finding, beside ``findings``. ``media``
    name the blocks by the ids that these come with, ``labels`` are more texts beside the flow.
    Relative links are resolved against the address that the document or ``raw`` names.

    Raises:
        InputError: if there is no text, or nothing but furniture and teasers.
    """
    about = replace(
        about,
        title=_line(about.title),
        author=_line(about.author),
        id=_line(about.id),
        extras=clean(about.extras),
        description=_line(about.description),
        keywords=tuple(_line(word) for word in about.keywords),
    )
    found = _titled([_safe(b) for b in blocks if b.text.strip()], about.title)
    if not all_story:
        found = list(assign(found, shaped=shaped))
    if not found:
        raise InputError(
            f"{raw.uri}: it holds no text", remedy="Remove it from the input, or mend its export"
        )
    if not any(block.role in _STORY for block in found):
        raise InputError(
            f"{raw.uri}: it holds page furniture but no story",
            remedy="Export the article itself rather than the page around it",
        )
    base = base_address(raw.url, about)
    found = [linked(block, base) for block in found]
    names = {block.id: f"b{n}" for n, block in enumerate(found) if block.id}
    media, texts = _texts(media, about.description, names, base)
    known = {text.text for text in texts}
    more = (line for label in labels if (line := _line(label)) and line not in known)
    texts += tuple(Block(f"t{n}", BlockRole.ALT, line) for n, line in enumerate(more, len(texts)))
    told = tuple(note for note in (*notes, dead_links(found, base)) if note)
    headline = next((b.text for b in found if b.role is BlockRole.HEADLINE), "")
    return Article(
        id=about.id or raw.uri,
        origin=Origin(raw.uri, raw.format, hashlib.sha256(raw.data).hexdigest()),
        blocks=tuple(replace(block, id=f"b{n}") for n, block in enumerate(found)),
        title=headline or about.title,
        author=about.author,
        date=about.date,
        language=about.language,
        alternates=tuple((tag, resolved(url, base)) for tag, url in about.alternates),
        extras=about.extras,
        description=about.description,
        keywords=about.keywords,
        url=resolved(about.url, base),
        notes=told,
        findings=(*(Finding("reading", Severity.NOTE, note) for note in told), *findings),
        media=media,
        texts=texts,
    )


def _texts(
    media: Sequence[Media], description: str, names: Mapping[str, str], base: str
) -> tuple[tuple[Media, ...], tuple[Block, ...]]:
    """``media`` with the blocks named anew, and the texts beside the flow: their labels, the description."""
    texts = [Block("t0", BlockRole.DESCRIPTION, description)] if description else []
    found = []
    for item in media:
        label = _line(item.label)
        if label:
            texts.append(Block(f"t{len(texts)}", BlockRole.ALT, label))
        found.append(
            replace(
                item,
                url=resolved(item.url, base),
                after=names.get(item.after, ""),
                label=label,
                text=texts[-1].id if label else "",
                captions=tuple(names[name] for name in item.captions if name in names),
            )
        )
    return tuple(found), tuple(texts)


def _titled(blocks: list[Block], title: str) -> list[Block]:
    """The blocks with ``title`` as headline unless they have one; a top line that repeats it becomes it."""
    if not title or any(b.role is BlockRole.HEADLINE for b in blocks):
        return blocks
    for at, block in enumerate(blocks[:5]):
        if normal(block.text) == normal(title):
            blocks[at] = replace(block, role=BlockRole.HEADLINE, level=0, furniture=None)
            return blocks
    first = next((at for at, b in enumerate(blocks) if b.role is not BlockRole.FURNITURE), None)
    if first is None:
        return blocks
    return [*blocks[:first], Block("", BlockRole.HEADLINE, title), *blocks[first:]]


def _safe(block: Block) -> Block:
    text = patch(block.text)
    return block if text == block.text else replace(block, text=text)


def _line(text: str) -> str:
    return " ".join(clean(text).split())
