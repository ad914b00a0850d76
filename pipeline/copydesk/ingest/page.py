"""How a page becomes an article.

1. ``walk`` turns markup into pieces of text in nested regions and notes what the page says about itself.
2. ``layout`` weighs where its prose stands; ``find_headline`` finds the heading that says what the
   title says.
3. ``clues`` collects what speaks for and against each piece; ``page_weights`` says what each clue is worth.
   Their sum is how likely the piece is part of the story.
4. Pieces more likely than not are the story. ``settle_edges`` settles what only neighbours can tell:
   captions, headings, the standfirst, dates and bylines. What each piece is, is told by its markup. All
   others stay in the article as furniture or teasers, so that nothing is lost, and never reach the engine.
5. ``media_of`` takes the pictures, films and embedded pages that stand in the story, with their captions.
6. ``guard`` checks the outcome against the page's own witnesses and says what was left out.

``compose`` then has the last word on single blocks, by their words, as for every other format.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.data import Block, BlockRole, Finding, FurnitureKind, Media
from copydesk.formats.html_head import metadata, site_name, stated_body, titles
from copydesk.formats.html_hints import Hint
from copydesk.formats.html_page import Page
from copydesk.formats.html_roles import block_of, role_of
from copydesk.formats.html_walk import walk
from copydesk.formats.metadata import Metadata
from copydesk.ingest.cues import cue, is_byline
from copydesk.ingest.page_clues import Clues, Layout, Witnesses, below, clues, layout
from copydesk.ingest.page_edges import settle_edges
from copydesk.ingest.page_guard import guard
from copydesk.ingest.page_headline import find_headline, says_title
from copydesk.ingest.page_media import media_of
from copydesk.ingest.page_weights import WEIGHTS

_PLACES: Mapping[Hint | str, FurnitureKind] = {
    "nav": FurnitureKind.NAVIGATION,
    "header": FurnitureKind.NAVIGATION,
    "footer": FurnitureKind.OTHER,
    "form": FurnitureKind.OTHER,
}
_KINDS = (
    FurnitureKind.COMMENTS, FurnitureKind.LEGAL, FurnitureKind.SHARE, FurnitureKind.NAVIGATION,
    FurnitureKind.OTHER,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageStory:
    """What reading made of a page."""

    blocks: tuple[Block, ...]
    about: Metadata
    media: tuple[Media, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_page(markup: str) -> PageStory:
    """The blocks of a whole page, furniture included, and what the page says about itself.

    Every visible text of the page is in exactly one block. Scripts, styles, embedded objects and form values
    are not text. Time is linear in the input; broken and deeply nested markup is read as browsers would.
    """
    page = walk(markup)
    about = metadata(page.head)
    witnesses = Witnesses(about.title, about.description, stated_body(page.head))
    laid, headline = look(page)
    found = clues(laid, witnesses, headline)
    likely = [likelihood(clue) for clue in found]
    kept = settle_edges(laid, found, likely, headline)
    findings = guard(laid, found, likely, kept, headline, witnesses)
    start = min(kept, default=0)
    roles = [
        BlockRole.HEADLINE if at == headline
        else role_of(piece, laid.hints[piece.region]) if at in kept
        else _beside(laid, at, before=at < start)
        for at, piece in enumerate(page.pieces)
    ]  # fmt: skip
    blocks = tuple(
        block_of(number, piece, role)
        for number, (piece, role) in enumerate(zip(page.pieces, roles, strict=True))
    )
    return PageStory(blocks, about, media_of(laid, kept, headline, blocks), findings)


def look(page: Page) -> tuple[Layout, int | None]:
    """The layout of a page, and the piece that is its headline."""
    named, site = list(titles(page.head)), site_name(page.head)
    laid = layout(page)
    headline = find_headline(laid, named, site)
    if headline is not None and says_title(page.pieces[headline].text, named):
        laid = below(laid, headline)
    return laid, headline


def likelihood(clue: Clues) -> float:
    """How likely a piece with these clues is part of the story, from 0 to 1."""
    total = sum(WEIGHTS.get(name, 0.0) * value for name, value in clue.items() if value)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _beside(laid: Layout, at: int, *, before: bool) -> BlockRole | FurnitureKind:
    """What a piece beside the story is: a teaser, or furniture of a kind."""
    hints = laid.hints[laid.page.pieces[at].region]
    if laid.page.regions[laid.page.pieces[at].region].hidden:
        return FurnitureKind.OTHER
    for kind in _KINDS:
        if kind in hints:
            return kind
    piece = laid.page.pieces[at]
    said = cue(piece.text)
    if said is not None and isinstance(said.hint, FurnitureKind):
        return said.hint
    if piece.role is BlockRole.CAPTION:  # of a picture beside the story, or said twice
        return FurnitureKind.OTHER
    is_teaser = BlockRole.TEASER in hints or laid.page.regions[laid.page.pieces[at].region].in_article
    if is_teaser and not before and not is_byline(laid.page.pieces[at].text):
        return BlockRole.TEASER
    named = next((kind for tag, kind in _PLACES.items() if tag in hints), None)
    is_linked = laid.linked[at] * 10 >= len(laid.page.pieces[at].text) * 9
    return named or (FurnitureKind.NAVIGATION if before or is_linked else FurnitureKind.OTHER)
