"""What the shape of plain lines tells: headline, captions, quotes and headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.data import Block, BlockRole
from copydesk.ingest.cues import cue, is_byline

_LONGEST_HEADLINE = 250
_LONGEST_HEADING = 110
_FEW_WORDS = 8
_FARTHEST = 4
_STOPS = frozenset(".!?:;")
_CLOSERS = "\"'”’»)]“‹›"
_ELLIPSIS = ("...", "…")
_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“”", "»": "«", "‘": "’", "‹": "›", "”": "”"}
_FILE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s[-–/]\s")
_AGENCY = re.compile(
    r"(?:[/(|]\s*|\b)(?:EFE|AFP|AP|ANSA|DPA|Lusa|ACN|Reuters|Getty(?: Images)?|Europa Press|REUTERS)\)?$"
)


def set_headline(blocks: list[Block]) -> None:
    """The first block is the headline, unless it is a long paragraph."""
    if blocks and blocks[0].role is BlockRole.PARAGRAPH and len(blocks[0].text) <= _LONGEST_HEADLINE:
        blocks[0] = replace(blocks[0], role=BlockRole.HEADLINE)


def set_captions(blocks: list[Block]) -> None:
    """Short lines without a stop where pictures stand: under the headline, above a teaser, named as files."""
    for at, block in enumerate(blocks):
        if block.role is not BlockRole.PARAGRAPH or not is_line(block.text) or is_byline(block.text):
            continue
        before = blocks[at - 1].role if at else None
        after = blocks[at + 1].role if at + 1 < len(blocks) else None
        names_picture = _names_picture(block.text)
        on_top = before is BlockRole.HEADLINE and after is not None and _is_compact(block.text)
        if names_picture or on_top or (after is BlockRole.TEASER and before is not BlockRole.TEASER):
            blocks[at] = replace(block, role=BlockRole.CAPTION)


def set_quotes(blocks: list[Block]) -> None:
    """Lines that are one quotation from their first to their last character."""
    for at, block in enumerate(blocks):
        if block.role is BlockRole.PARAGRAPH and is_quoted(block.text):
            blocks[at] = replace(block, role=BlockRole.QUOTE)


def set_headings(blocks: list[Block]) -> None:
    """Short lines without a stop, or trailing off, that text follows; not those that lead to a quote."""
    for at, block in enumerate(blocks):
        if block.role is not BlockRole.PARAGRAPH or not is_line(block.text) or is_byline(block.text):
            continue
        if _leads_to_text(blocks, at):
            blocks[at] = replace(block, role=BlockRole.HEADING, level=2)


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends in a mark that ends sentences, whatever closes after it."""
    return text.rstrip(_CLOSERS + " \xa0\u202f")[-1:] in _STOPS | {"…"}


def is_line(text: str) -> bool:
    """Whether ``text`` is a short line that does not end like a sentence; it may trail off in an ellipsis."""
    if len(text) > _LONGEST_HEADING or not any(c.isalpha() for c in text):
        return False
    if text.endswith(_ELLIPSIS):
        return not re.search(r"[.!?…]\s", text.rstrip(".…"))
    return not ends_sentence(text) and text[0] not in "-–—"


def is_quoted(text: str) -> bool:
    """Whether one pair of quotation marks holds the whole text."""
    closing = _QUOTES.get(text[:1], "")
    inner = text[1:].rstrip(".,… ")
    if not closing or len(inner) < 2 or inner[-1] not in closing:
        return False
    return not any(mark in inner[:-1] for mark in closing)


def _is_compact(text: str) -> bool:
    """Few words, or mostly names: more a picture's text than a sentence under the headline."""
    words = text.split()
    named = sum(any(c.isupper() or c.isdigit() for c in word) for word in words)
    return not text.endswith(_ELLIPSIS) and (len(words) <= _FEW_WORDS or named * 2 >= len(words))


def _names_picture(text: str) -> bool:
    found = cue(text)
    if found is not None and found.hint is BlockRole.CAPTION:
        return True
    return bool(_FILE.search(text) or _AGENCY.search(text)) or len(_PARTS.findall(text)) >= 2


def _leads_to_text(blocks: Sequence[Block], at: int) -> bool:
    """Whether story text follows, perhaps under more headings. What trails off into a quote leads in."""
    following = blocks[at + 1 : at + 1 + _FARTHEST]
    if following and following[0].role is BlockRole.QUOTE and blocks[at].text.endswith(_ELLIPSIS):
        return False
    for block in following:
        if block.role is BlockRole.PARAGRAPH and is_line(block.text):
            continue
        return block.role in (BlockRole.PARAGRAPH, BlockRole.QUOTE, BlockRole.LIST_ITEM)
    return False
