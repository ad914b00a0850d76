"""Where the story of a page begins and ends, and the small pieces inside it: rules over what the clues chose.

The clues judge each piece by itself. What only its neighbours can tell is settled here: a caption belongs
to the story that its picture stands in, a heading to the text under it, a standfirst to the headline; a
date or a byline above the text is none of it; and where JSON-LD gives the text, nothing follows its end.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from copydesk.data import BlockRole
from copydesk.ingest.page_clues import ELSEWHERE, PROSE, Clues, Layout

_UNSURE = 0.1
_DOUBT = 0.3
_LITTLE = 200
_AGREED = 0.75
_FAR = 4
_LINE = 60
_LINES_ON_TOP = 8
_NO_LIST = (*ELSEWHERE, "in-teaser", "under-label")
_NO_STANDFIRST = ("byline", "date", "weak-cue-furniture", "cue-teaser", "hidden")


def settle_edges(
    laid: Layout, clues: Sequence[Clues], likely: Sequence[float], headline: int | None
) -> frozenset[int]:
    """The pieces that are the story, without the headline."""
    kept = {at for at, chance in enumerate(likely) if chance > 0.5 and at != headline}
    if sum(laid.prose[at] for at in kept) < _LITTLE:  # doubt speaks for the story where little is left of it
        kept |= {
            at
            for at, chance in enumerate(likely)
            if chance > _UNSURE and laid.prose[at] >= PROSE and not any(map(clues[at].get, ELSEWHERE))
        }
        kept |= _alike(laid, clues, kept)
    _drop_furniture(clues, kept)
    _drop_unstated(laid, clues, kept)
    _add_standfirst(laid, clues, kept, headline)
    _add_lists(laid, clues, kept)
    _drop_lines_on_top(laid, clues, kept)
    _drop_loose_ends(laid, clues, kept, headline)
    _add_facts(laid, clues, kept, headline)
    _settle_tables(laid, clues, likely, kept)
    _settle_captions(laid, clues, likely, kept, headline)
    _settle_headings(laid, clues, likely, kept, headline)
    return frozenset(kept)


def _alike(laid: Layout, clues: Sequence[Clues], kept: Collection[int]) -> set[int]:
    """Prose in elements of the same name as those of the story, such as the texts of a picture story."""
    regions = laid.page.regions
    names = {regions[laid.page.pieces[at].region].names for at in kept if laid.prose[at] >= PROSE}
    return {
        at
        for at, piece in enumerate(laid.page.pieces)
        if regions[piece.region].names in names - {""}
        and laid.prose[at] >= PROSE
        and not any(map(clues[at].get, ELSEWHERE))
    }


def _settle_tables(laid: Layout, clues: Sequence[Clues], likely: Sequence[float], kept: set[int]) -> None:
    """A table stays whole where most of it is likely or the page calls it its story, else it goes."""
    tables: dict[int, list[int]] = {}
    for at, piece in enumerate(laid.page.pieces):
        if piece.cell is not None:
            tables.setdefault(piece.cell.table, []).append(at)
    for cells in tables.values():
        sizes = [len(laid.page.pieces[at].text) for at in cells]
        chance = sum(size * likely[at] for size, at in zip(sizes, cells, strict=True)) / sum(sizes)
        kept -= set(cells)
        is_told = clues[cells[0]]["in-story"] and not any(map(clues[cells[0]].get, _NO_LIST))
        linked = sum(laid.linked[at] for at in cells) / sum(sizes)
        if chance > 0.5 or (is_told and linked < _DOUBT):
            kept |= set(cells)


def _drop_furniture(clues: Sequence[Clues], kept: set[int]) -> None:
    """Short pieces whose words, or names without a sentence, are those of furniture."""
    for at in tuple(kept):
        clue = clues[at]
        is_named = not clue["sentence"] and any(map(clue.get, (*ELSEWHERE, "in-teaser")))
        if (is_named or clue.get("cue-furniture")) and not clue["long"]:
            kept.discard(at)


def _drop_unstated(laid: Layout, clues: Sequence[Clues], kept: set[int]) -> None:
    """What stands before or after the text of JSON-LD, where both agree on most of it."""
    told = {at: clues[at]["in-body"] for at in kept if "in-body" in clues[at] and laid.prose[at] >= PROSE}
    stated = [at for at, share in told.items() if share > 0.5]
    agreed = sum(laid.prose[at] for at in stated)
    if stated and agreed >= _AGREED * sum(laid.prose[at] for at in told):
        kept -= {at for at, share in told.items() if share < _UNSURE and not min(stated) < at < max(stated)}


def _add_standfirst(laid: Layout, clues: Sequence[Clues], kept: set[int], headline: int | None) -> None:
    """A sentence between the headline and the text."""
    if headline is None or not (below := [at for at in kept if at > headline]):
        return
    for at in range(headline + 1, min(min(below), headline + 1 + _FAR)):
        clue, piece = clues[at], laid.page.pieces[at]
        plain = piece.role in (BlockRole.PARAGRAPH, BlockRole.HEADING) and not laid.linked[at]
        said = any(map(clue.get, _NO_STANDFIRST))
        if plain and not said and clue["sentence"] and len(piece.text) >= 40 and not clue.get("repeated"):
            kept.add(at)


def _add_lists(laid: Layout, clues: Sequence[Clues], kept: set[int]) -> None:
    """Lists that stand among the paragraphs they follow, unless they are links or stand under a label."""
    regions = laid.page.regions
    for at in range(1, len(clues)):
        if laid.page.pieces[at].role is not BlockRole.LIST_ITEM or at - 1 not in kept:
            continue
        around = (regions[laid.boxes[at]].parent, laid.boxes[at])
        if laid.boxes[at - 1] in around and not clues[at]["linked"] and not any(map(clues[at].get, _NO_LIST)):
            kept.add(at)


def _add_facts(laid: Layout, clues: Sequence[Clues], kept: set[int], headline: int | None) -> None:
    """Lists of terms and values above the text and inside it, such as when and where of an event."""
    regions, pieces = laid.page.regions, laid.page.pieces
    below = [at for at in kept if headline is None or at > headline]
    if not below:
        return
    for at in range(min(below) if headline is None else headline + 1, max(below)):
        if at in kept:
            continue
        around = [pieces[at].region]
        while around[-1]:
            around.append(regions[around[-1]].parent)
        is_fact = any(regions[region].tag == "dl" for region in around) and not clues[at]["linked"]
        if is_fact and not any(map(clues[at].get, _NO_LIST)):
            kept.add(at)


def _drop_lines_on_top(laid: Layout, clues: Sequence[Clues], kept: set[int]) -> None:
    """Dates and bylines above the first paragraph."""
    for at in sorted(kept)[:_LINES_ON_TOP]:
        clue, text = clues[at], laid.page.pieces[at].text
        if laid.prose[at] >= PROSE and clue["sentence"]:
            return
        if len(text) < _LINE and (clue["byline"] or clue["date"]) and not clue["sentence"]:
            kept.discard(at)


def _drop_loose_ends(laid: Layout, clues: Sequence[Clues], kept: set[int], headline: int | None) -> None:
    """Links above the headline, and lines after the text that stand elsewhere than it does."""
    if headline is not None:
        kept -= {at for at in kept if at < headline and clues[at]["linked-share"] > 0.8}
    for at in sorted(kept, reverse=True):
        clue, piece = clues[at], laid.page.pieces[at]
        if (
            laid.prose[at] >= PROSE
            or clue["sentence"]
            or clue["in-core"]
            or piece.role is not BlockRole.PARAGRAPH
            or piece.cell is not None
        ):
            return
        if not clue["core-path"]:
            kept.discard(at)


def _settle_captions(
    laid: Layout, clues: Sequence[Clues], likely: Sequence[float], kept: set[int], headline: int | None
) -> None:
    """Captions inside the story stay where the clues are in doubt, those outside go."""
    captions = {
        at
        for at, piece in enumerate(laid.page.pieces)
        if piece.role is BlockRole.CAPTION
        or (piece.role is BlockRole.PARAGRAPH and "in-caption" in clues[at])
    }
    texts = kept - captions
    if not texts:
        return
    start = min(texts) if headline is None else min(headline, min(texts))
    for at in captions:
        is_inside = start - 2 < at < max(texts) + 2 and not clues[at].get("repeated")
        if is_inside and (likely[at] > _DOUBT or {at - 1, at + 1} <= {*texts, headline}):
            kept.add(at)
        elif not is_inside:
            kept.discard(at)


def _settle_headings(
    laid: Layout, clues: Sequence[Clues], likely: Sequence[float], kept: set[int], headline: int | None
) -> None:
    """A heading stays where text of the story follows it, and goes where none does."""
    pieces = laid.page.pieces
    follows = False
    for at in range(len(pieces) - 1, -1, -1):
        if at == headline or pieces[at].role is not BlockRole.HEADING:
            follows = follows or at in kept
            continue
        leads = at + 1 in kept and pieces[at + 1].role is not BlockRole.HEADING
        said = any(clues[at].get(name) for name in ("cue-furniture", "cue-teaser", "linked", "hidden"))
        inside = headline is None or at > headline
        if at in kept and (not follows or clues[at].get("cue-teaser")):
            kept.discard(at)
        elif leads and inside and not said and likely[at] > _UNSURE and laid.within(at + 1, laid.boxes[at]):
            kept.add(at)
