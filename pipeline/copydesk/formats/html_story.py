"""Which part of a page is the story, and what each piece of it is.

A page marks its story (article, main, itemprop articleBody, well-known class names) or it is where most
unlinked prose stands together. Names of elements ("comments", "share", "related") count unless the element
holds most of the page's prose: then they name a wrapper or a theme, not a piece of furniture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import accumulate

from copydesk.data import Block, BlockRole, FurnitureKind
from copydesk.formats.html_cues import Mark
from copydesk.formats.html_head import title
from copydesk.formats.html_page import Page, Piece, Region
from copydesk.formats.language_tag import language_tag

_PROSE = 60
_CARRIERS = frozenset({"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})
_OUTERMOST = frozenset({"", "html", "body"})
_MOST = 0.6
_FEW = 2
_LONGEST_CAPTION = 300


def page_blocks(page: Page) -> tuple[Block, ...]:
    """All text of a whole page as blocks: the story with its roles, everything else as furniture."""
    marks = _marks(page)
    inside = _story(page, marks)
    headline = _headline(page, marks, inside)
    start = inside.start if headline is None else min(inside.start, headline)
    roles = []
    for at, piece in enumerate(page.pieces):
        mark = marks[piece.region]
        if at == headline:
            roles.append(_Role(BlockRole.HEADLINE))
        elif not start <= at < inside.stop:
            roles.append(_outside(page, piece, mark, before=at < start))
        elif headline is not None and at < headline and linked(piece):
            roles.append(_Role(BlockRole.FURNITURE, FurnitureKind.NAVIGATION))
        else:
            roles.append(_inside(piece, mark))
    return _blocks(page.pieces, roles)


def fragment_blocks(page: Page) -> tuple[Block, ...]:
    """A fragment of markup as blocks: all of it is story; a level 1 heading at its start is the headline."""
    marks = _marks(page)
    roles = [_inside(piece, marks[piece.region]) for piece in page.pieces]
    if page.pieces and (page.pieces[0].role, page.pieces[0].level) == (BlockRole.HEADING, 1):
        roles[0] = _Role(BlockRole.HEADLINE)
    return _blocks(page.pieces, roles)


def linked(piece: Piece) -> bool:
    """Whether nearly all of its text is links."""
    return _linked(piece) * 10 >= len(piece.text) * 9


class _Role(tuple[BlockRole, FurnitureKind | None]):
    __slots__ = ()

    def __new__(cls, role: BlockRole, kind: FurnitureKind | None = None) -> _Role:
        return super().__new__(cls, (role, kind))


def _blocks(pieces: Sequence[Piece], roles: Sequence[_Role]) -> tuple[Block, ...]:
    made = []
    for number, (piece, (role, kind)) in enumerate(zip(pieces, roles, strict=True)):
        level = piece.level if role in (BlockRole.HEADING, BlockRole.LIST_ITEM) else 0
        ordered = piece.ordered and role is BlockRole.LIST_ITEM
        language = language_tag(piece.language)
        made.append(Block(f"b{number}", role, piece.text, piece.inlines, level, ordered, kind, language))
    return tuple(made)


def _inside(piece: Piece, mark: Mark | None) -> _Role:
    if isinstance(mark, FurnitureKind):
        return _Role(BlockRole.FURNITURE, mark)
    if mark is BlockRole.TEASER:
        return _Role(BlockRole.TEASER)
    plain = piece.role is BlockRole.PARAGRAPH
    if mark in (BlockRole.CAPTION, BlockRole.QUOTE) and plain:
        return _Role(BlockRole(mark))
    if plain and piece.after_image and _is_slanted(piece):
        return _Role(BlockRole.CAPTION)
    return _Role(piece.role)


def _is_slanted(piece: Piece) -> bool:
    """Whether all of a short text is in italics, as captions are where there is no markup for them."""
    whole = any(i.tag in ("em", "i") and len(i.span) == len(piece.text) for i in piece.inlines)
    return whole and len(piece.text) <= _LONGEST_CAPTION


def _outside(page: Page, piece: Piece, mark: Mark | None, *, before: bool) -> _Role:
    if isinstance(mark, FurnitureKind):
        return _Role(BlockRole.FURNITURE, mark)
    if mark is BlockRole.TEASER or page.regions[piece.region].in_article:
        return _Role(BlockRole.TEASER)
    kind = FurnitureKind.NAVIGATION if before or linked(piece) else FurnitureKind.OTHER
    return _Role(BlockRole.FURNITURE, kind)


def _marks(page: Page) -> list[Mark | None]:
    """The mark in force in each region: its own if it counts, or what it stands in."""
    held = _held(page, _prose)
    paragraphs = _held(page, lambda piece: _prose(piece) >= _PROSE)
    most = held(page.regions[0]) * _MOST
    marks: list[Mark | None] = []
    for region in page.regions:
        is_wrapper = region.mark and paragraphs(region) >= _FEW and held(region) >= most
        own = None if is_wrapper else region.mark
        outer = marks[region.parent] if region.index else None
        marks.append(_combined(outer, own))
    return marks


def _combined(outer: Mark | None, own: Mark | None) -> Mark | None:
    if outer is FurnitureKind.OTHER:
        return own if isinstance(own, FurnitureKind) or own is BlockRole.TEASER else outer
    if isinstance(outer, FurnitureKind) or outer is BlockRole.TEASER:
        return outer
    return own or outer


def _story(page: Page, marks: Sequence[Mark | None]) -> range:
    """The range of pieces that are the story."""
    held = _held(page, lambda piece: 0 if _is_beside(marks[piece.region]) else _prose(piece))
    root = _marked_root(page, marks, held) or _scored_root(page, marks, held)
    numbers = [at for at, p in enumerate(page.pieces) if root.index <= p.region <= root.last]
    return range(numbers[0], numbers[-1] + 1) if numbers else range(len(page.pieces))


def _marked_root(page: Page, marks: Sequence[Mark | None], held: Callable[[Region], int]) -> Region | None:
    found = [r for r in page.regions if r.story and not _is_beside(marks[r.index])]
    if not found:
        return None
    best = max(found, key=held)
    article = max((r for r in found if r.tag == "article"), key=held, default=None)
    if article is not None and held(article) * 2 >= held(best):
        best = article
    return best if held(best) * 3 >= held(page.regions[0]) and held(best) else None


def _scored_root(page: Page, marks: Sequence[Mark | None], held: Callable[[Region], int]) -> Region:
    scores = [0] * len(page.regions)
    for piece in page.pieces:
        if _is_beside(marks[piece.region]) or len(piece.text) < _PROSE:
            continue
        region = page.regions[piece.region]
        box = region.parent if region.tag in _CARRIERS else region.index
        scores[box] += 2 * _prose(piece)
        scores[page.regions[box].parent] += _prose(piece)
    best = page.regions[max(range(len(scores)), key=scores.__getitem__)]
    outer = page.regions[best.parent]
    while outer.tag not in _OUTERMOST and held(outer) * 4 <= held(best) * 5:
        best, outer = outer, page.regions[outer.parent]
    return best


def _headline(page: Page, marks: Sequence[Mark | None], inside: range) -> int | None:
    """The piece that is the headline: a level 1 heading, one named so, or a heading before the prose."""
    free = [
        at
        for at, piece in enumerate(page.pieces)
        if at < inside.stop and marks[piece.region] in (None, BlockRole.HEADLINE)
    ]
    tops = [at for at in free if page.pieces[at].role is BlockRole.HEADING and page.pieces[at].level == 1]
    named = [at for at in free if marks[page.pieces[at].region] is BlockRole.HEADLINE]
    within = [at for at in [*tops, *named] if at in inside]
    if within:
        return within[0]
    wanted = title(page.head)
    alike = [at for at in free if at < inside.start and _alike(page.pieces[at].text, wanted)]
    if alike:
        return alike[-1]
    for at in inside:
        piece = page.pieces[at]
        if at in free and piece.role is BlockRole.HEADING:
            return at
        if piece.role is BlockRole.PARAGRAPH and len(piece.text) >= _PROSE and at in free:
            break
    return None


def _alike(text: str, wanted: str) -> bool:
    words, goal = set(re.findall(r"\w+", text.casefold())), set(re.findall(r"\w+", wanted.casefold()))
    return bool(goal) and len(words & goal) * 2 > max(len(goal), len(words))


def _is_beside(mark: Mark | None) -> bool:
    return isinstance(mark, FurnitureKind) or mark is BlockRole.TEASER


def _held(page: Page, weight: Callable[[Piece], int]) -> Callable[[Region], int]:
    """How much weight each region holds, in constant time per question."""
    own = [0] * len(page.regions)
    for piece in page.pieces:
        own[piece.region] += weight(piece)
    sums = [0, *accumulate(own)]
    return lambda region: sums[region.last + 1] - sums[region.index]


def _prose(piece: Piece) -> int:
    unlinked = len(piece.text) - _linked(piece)
    return unlinked if unlinked >= _PROSE else unlinked // 4


def _linked(piece: Piece) -> int:
    return sum(len(inline.span) for inline in piece.inlines if inline.tag == "a")
