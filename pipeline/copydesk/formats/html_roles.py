"""What a piece of the story is by its markup, and its block."""

from __future__ import annotations

from collections.abc import Container

from copydesk.data import Block, BlockRole, FurnitureKind
from copydesk.formats.html_hints import Hint
from copydesk.formats.html_page import Page, Piece
from copydesk.formats.language_tag import language_tag

_LONGEST_CAPTION = 300


def role_of(piece: Piece, hints: Container[Hint | str]) -> BlockRole:
    """The role of a piece of the story, from its element and the names in force."""
    if piece.role is not BlockRole.PARAGRAPH:
        return piece.role
    if piece.cell is not None:
        return BlockRole.CELL
    for role in (BlockRole.CAPTION, BlockRole.QUOTE):
        if role in hints:
            return role
    return BlockRole.CAPTION if piece.after_image and _is_slanted(piece) else piece.role


def block_of(number: int, piece: Piece, role: BlockRole | FurnitureKind) -> Block:
    """The block of a piece that has ``role``, or is furniture of that kind."""
    kind = role if isinstance(role, FurnitureKind) else None
    is_role = BlockRole.FURNITURE if isinstance(role, FurnitureKind) else role
    level = piece.level if is_role in (BlockRole.HEADING, BlockRole.LIST_ITEM) else 0
    is_item = is_role is BlockRole.LIST_ITEM
    return Block(
        f"b{number}",
        is_role,
        piece.text,
        piece.inlines,
        level,
        piece.ordered and is_item,
        kind,
        language_tag(piece.language),
        piece.number if is_item else 0,
        piece.quoted and is_item,
        piece.cell if is_role is BlockRole.CELL else None,
    )


def fragment_blocks(page: Page) -> tuple[Block, ...]:
    """A fragment of markup as blocks: all of it is story; a level 1 heading at its start is the headline."""
    hints: list[frozenset[Hint | str]] = []
    for region in page.regions:
        outer = hints[region.parent] if region.index else frozenset()
        hints.append(outer | {region.hint} if isinstance(region.hint, BlockRole) else outer)
    roles = [role_of(piece, hints[piece.region]) for piece in page.pieces]
    if page.pieces and (page.pieces[0].role, page.pieces[0].level) == (BlockRole.HEADING, 1):
        roles[0] = BlockRole.HEADLINE
    return tuple(
        block_of(number, piece, role)
        for number, (piece, role) in enumerate(zip(page.pieces, roles, strict=True))
    )


def _is_slanted(piece: Piece) -> bool:
    """Whether all of a short text is in italics, as captions are where there is no markup for them."""
    whole = any(i.tag in ("em", "i") and len(i.span) == len(piece.text) for i in piece.inlines)
    return whole and len(piece.text) <= _LONGEST_CAPTION
