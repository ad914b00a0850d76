"""What speaks for and against each piece of a page being part of the story.

A clue is a number from 0 to 1 (a few are shares); a clue that is absent is 0. They come from the piece's own
words, from what stands round it, and from what the page says about itself (the article text of JSON-LD, the
description). A class name is one clue among others: it never decides. ``page_weights`` says what each is
worth.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise

from copydesk.data import BlockRole, FurnitureKind
from copydesk.formats.html_hints import Hint
from copydesk.formats.html_page import Page, Piece, Region
from copydesk.ingest.cues import cue, is_byline, normal
from copydesk.ingest.shape import ends_sentence

Clues = dict[str, float]

PROSE = 60
"""Unlinked characters from which a piece counts as prose."""

ELSEWHERE = (
    "in-comments", "in-legal", "in-share", "in-navigation", "in-tag-footer", "in-tag-form", "in-tag-nav",
    "hidden", "repeated", "cue-furniture",
)  # fmt: skip
"""Clues that a piece is no part of the story, whatever it says."""

_CARRIERS = frozenset({"p", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})
_TAGS = frozenset({"article", "aside", "figure", "footer", "form", "header", "nav", "table", "ul"})
_ASIDE = frozenset({"aside", "footer", "nav"})
_MOST = 0.6
_BIG = 80
_WORD = re.compile(r"\w+")
_DATE = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:19|20)\d\d\b")
_LONGEST_LABEL = 60


@dataclass(frozen=True)
class Witnesses:
    """What the page says about its story: its title, its description and the text given in JSON-LD."""

    title: str = ""
    description: str = ""
    body: str = ""

    @cached_property
    def triples(self) -> frozenset[tuple[str, str, str]]:
        """Every three words in a row of the body; empty where there is too little to tell by."""
        return frozenset(triples(self.body)) if len(self.body) > 200 else frozenset()


def triples(text: str) -> list[tuple[str, str, str]]:
    """Every three words in a row of ``text``, in lower case."""
    words = _WORD.findall(text.lower())
    return list(zip(words, words[1:], words[2:], strict=False))


@dataclass(frozen=True)
class Layout:
    """The prose of a page and where it stands. Sequences run parallel to ``page.pieces`` or ``regions``.

    ``linked`` counts the linked characters of each piece, ``prose`` its weight as running text. ``held`` is
    the prose in a region. ``hints`` are the names in force in a region: its own and those round it, but none
    of a region that holds most of the page's prose, where they name a wrapper or a theme. ``boxes`` is the
    element that holds a piece among its siblings, ``core`` the box with the most prose.
    """

    page: Page
    linked: Sequence[int]
    prose: Sequence[int]
    held: Sequence[int]
    hints: Sequence[frozenset[Hint | str]]
    boxes: Sequence[int]
    core: int

    @property
    def total(self) -> int:
        """All prose of the page, at least 1."""
        return self.held[0] or 1

    @property
    def first_prose(self) -> int:
        """The first piece of running text in the core, the number of pieces if there is none."""
        pieces = range(len(self.page.pieces))
        return next(
            (at for at in pieces if self.boxes[at] == self.core and self.prose[at] >= _BIG), len(pieces)
        )

    def within(self, piece: int, region: int) -> bool:
        """Whether a piece stands in a region."""
        outer = self.page.regions[region]
        return outer.index <= self.page.pieces[piece].region <= outer.last


def layout(page: Page) -> Layout:
    """How the prose of ``page`` is laid out."""
    linked = [min(len(p.text), sum(len(i.span) for i in p.inlines if i.tag == "a")) for p in page.pieces]
    prose = [_weight(len(p.text) - n) for p, n in zip(page.pieces, linked, strict=True)]
    held = _held(page, prose)
    hints = _hints(page, held)
    laid = Layout(page, linked, prose, held, hints, [_box(page, piece) for piece in page.pieces], 0)
    return below(laid, 0)


def below(laid: Layout, headline: int) -> Layout:
    """``laid`` with the core that it has where what stands above the piece ``headline`` counts little."""
    return replace(laid, core=_core(laid, headline))


def _core(laid: Layout, headline: int) -> int:
    """The box with the most prose; what the page calls its story counts double, lists of links little."""
    scores = Counter[int]()
    regions, story = laid.page.regions, _story_regions(laid)
    for at, piece in enumerate(laid.page.pieces):
        hints = laid.hints[piece.region]
        if len(piece.text) < PROSE or is_beside(hints):
            continue
        weight = laid.prose[at] * (2.0 if story[piece.region] else 1.0)
        is_card = piece.role in (BlockRole.LIST_ITEM, BlockRole.HEADING) and laid.linked[at] > 0
        weight *= (0.3 if is_card or _ASIDE & hints else 1.0) * (0.25 if at < headline else 1.0)
        scores[laid.boxes[at]] += int(2 * weight)
        scores[regions[laid.boxes[at]].parent] += int(weight)
    return max(scores, key=lambda box: scores[box], default=0)


def is_beside(hints: frozenset[Hint | str]) -> bool:
    """Whether names say that something stands beside the story; vague ones ("widget") do not."""
    return any(
        hint is BlockRole.TEASER or (isinstance(hint, FurnitureKind) and hint is not FurnitureKind.OTHER)
        for hint in hints
    )


def clues(laid: Layout, witnesses: Witnesses, headline: int | None) -> list[Clues]:
    """The clues of each piece, in order. ``headline`` is the piece that is the headline."""
    found = [_words(piece, n) for piece, n in zip(laid.page.pieces, laid.linked, strict=True)]
    for add in (_structure, _names, _neighbours, _surroundings):
        add(laid, found)
    _prose_round(laid, found)
    _witnessed(laid, found, witnesses)
    _from_headline(found, headline)
    _labels(laid, found)
    _repeated(laid, found)
    return found


def _weight(unlinked: int) -> int:
    return unlinked if unlinked >= PROSE else unlinked // 4


def _held(page: Page, prose: Sequence[int]) -> list[int]:
    own = [0] * len(page.regions)
    for piece, weight in zip(page.pieces, prose, strict=True):
        own[piece.region] += weight
    sums = [0, *accumulate(own)]
    return [sums[region.last + 1] - sums[region.index] for region in page.regions]


def _hints(page: Page, held: Sequence[int]) -> list[frozenset[Hint | str]]:
    most = held[0] * _MOST
    round_story = _round_story(page, held)
    found: list[frozenset[Hint | str]] = []
    for region in page.regions:
        own: set[Hint | str] = set()
        is_wrapper = held[region.index] >= max(most, 2 * PROSE) or region.index in round_story
        if region.hint is not None and not is_wrapper:
            own.add(region.hint)
        if region.tag in _TAGS and (region.tag == "article" or not is_wrapper):
            own.add(region.tag)
        outer = found[region.parent] if region.index else frozenset()
        found.append(outer | own if own else outer)
    return found


def _round_story(page: Page, held: Sequence[int]) -> frozenset[int]:
    """The regions round what the page itself calls its story; their names are a theme's."""
    found: set[int] = set()
    for region in page.regions:
        if region.story and held[region.index] * 5 > held[0]:
            outer = region.parent
            while outer and outer not in found:
                found.add(outer)
                outer = page.regions[outer].parent
    return frozenset(found)


def _box(page: Page, piece: Piece) -> int:
    region = page.regions[piece.region]
    return region.parent if region.tag in _CARRIERS else region.index


def _words(piece: Piece, linked: int) -> Clues:
    text, length = piece.text, len(piece.text)
    unlinked = length - linked
    words = _WORD.findall(text)
    found: Clues = {
        "always": 1.0,
        "length": min(math.log1p(length), 6.5) / 6.5,
        "unlinked": min(math.log1p(unlinked), 6.5) / 6.5,
        "linked-share": linked / max(1, length),
        "linked": float(linked * 10 >= 9 * length),
        "sentence": float(ends_sentence(text)),
        "short": float(length < 25),
        "long": float(unlinked >= 100),
        "very-long": float(unlinked >= 250),
        "long-sentence": float(unlinked >= 100 and ends_sentence(text)),
        "capitals": sum(word[0].isupper() for word in words) / max(1, len(words)),
        "shouted": float(length > 12 and text.isupper()),
        "figures": sum(word.isdigit() for word in words) / max(1, len(words)),
        "date": float(length < 80 and _DATE.search(text) is not None),
        "commas": min(3, text.count(",")) / 3,
        "label-link": float(
            0 < linked < length and ":" in text[: length - linked + 1] and linked * 2 > length
        ),
        "byline": float(length < 100 and is_byline(text)),
        "after-image": float(piece.after_image),
        f"is-{piece.role.value}": 1.0,
    }
    if piece.role is BlockRole.LIST_ITEM and unlinked > PROSE:
        found["long-item"] = 1.0
    if piece.role is BlockRole.HEADING:
        found["level-1" if piece.level == 1 else "level-4" if piece.level >= 4 else "level-2"] = 1.0
    for name, said in (("cue", cue(text)), ("weak-cue", cue(text, after_story=True))):
        if said is not None:
            found[f"{name}-{said.hint.value if isinstance(said.hint, BlockRole) else 'furniture'}"] = 1.0
    return found


def _structure(laid: Layout, found: list[Clues]) -> None:
    regions = laid.page.regions
    paths, kin = _paths(regions)
    in_box, on_path, of_kin = Counter[int](), Counter[int](), Counter[int]()
    counts = Counter(kin[piece.region] for piece in laid.page.pieces)
    for box, piece, weight in zip(laid.boxes, laid.page.pieces, laid.prose, strict=True):
        in_box[box] += weight
        on_path[paths[piece.region]] += weight
        of_kin[kin[piece.region]] += weight
    outer = regions[laid.core].parent
    story = _story_regions(laid)
    core_path = paths[laid.core]
    for at, (clue, piece) in enumerate(zip(found, laid.page.pieces, strict=True)):
        box, region = laid.boxes[at], piece.region
        clue |= {
            "in-paragraph": float(regions[region].tag == "p"),
            "in-box": float(regions[region].tag in ("div", "section", "button", "label")),
            "box-share": in_box[box] / laid.total,
            "path-share": on_path[paths[region]] / laid.total,
            "kin-share": of_kin[kin[region]] / laid.total,
            "kin-count": min(math.log1p(counts[kin[region]]), 4) / 4,
            "core-box": float(box == laid.core),
            "core-path": float(paths[box] == core_path),
            "in-core": float(laid.within(at, laid.core)),
            "round-core": float(laid.within(at, outer)),
            "outer-share": laid.held[regions[box].parent] / laid.total,
            "in-story": float(story[region]),
            "hidden": float(regions[region].hidden),
        }


def _paths(regions: Sequence[Region]) -> tuple[list[int], list[int]]:
    """For each region a number for its path of tags, and one for its tag and class and its parent's."""
    paths: list[int] = []
    kin: list[int] = []
    known: dict[tuple[object, ...], int] = {}
    for region in regions:
        above = paths[region.parent] if region.index else -1
        outer = regions[region.parent]
        paths.append(known.setdefault((above, region.tag), len(known)))
        kin.append(known.setdefault((region.tag, region.names, outer.tag, outer.names), len(known)))
    return paths, kin


def _story_regions(laid: Layout) -> list[bool]:
    """Which regions are, or stand in, what the page itself calls its story."""
    found: list[bool] = []
    for region in laid.page.regions:
        own = region.story and laid.held[region.index] * 5 > laid.total
        found.append(own or (bool(region.index) and found[region.parent]))
    return found


def _names(laid: Layout, found: list[Clues]) -> None:
    for clue, piece in zip(found, laid.page.pieces, strict=True):
        hints = laid.hints[piece.region]
        for hint in hints:
            kind = hint.value if isinstance(hint, FurnitureKind | BlockRole) else f"tag-{hint}"
            clue[f"in-{kind}"] = 1.0
        if is_beside(hints):
            clue["named-sentence"] = clue["long-sentence"]


def _neighbours(laid: Layout, found: list[Clues]) -> None:
    last = len(found) - 1
    for at, clue in enumerate(found):
        for step in (-2, -1, 1, 2):
            if 0 <= (near := at + step) <= last:
                clue[f"{step:+}-prose"] = min(laid.prose[near], 300) / 300
                clue[f"{step:+}-linked"] = found[near]["linked-share"]
                clue[f"{step:+}-same-box"] = float(laid.boxes[near] == laid.boxes[at])
                clue[f"{step:+}-cue"] = max(
                    found[near].get("cue-furniture", 0.0), found[near].get("cue-teaser", 0.0)
                )


def _surroundings(laid: Layout, found: list[Clues]) -> None:
    prose, linked, lengths = ([0, *accumulate(row)] for row in (
        laid.prose, laid.linked, [len(p.text) for p in laid.page.pieces]))  # fmt: skip
    in_box: Counter[int] = Counter()
    box_length: Counter[int] = Counter()
    for at, piece in enumerate(laid.page.pieces):
        in_box[laid.boxes[at]] += laid.linked[at]
        box_length[laid.boxes[at]] += len(piece.text)
    for at, clue in enumerate(found):
        start, stop = max(0, at - 4), min(len(found), at + 5)
        clue["near-prose"] = min((prose[stop] - prose[start]) / 1500, 1.0)
        clue["near-linked"] = (linked[stop] - linked[start]) / max(1, lengths[stop] - lengths[start])
        clue["box-linked"] = in_box[laid.boxes[at]] / max(1, box_length[laid.boxes[at]])


def _prose_round(laid: Layout, found: list[Clues]) -> None:
    """How far a piece is from prose before and after it that nothing speaks against."""
    big = [
        at
        for at, piece in enumerate(laid.page.pieces)
        if laid.prose[at] >= _BIG
        and laid.within(at, laid.page.regions[laid.core].parent)
        and not is_beside(laid.hints[piece.region])
    ]
    for before, after in pairwise([-1, *big, len(found)]):
        for at in range(before + 1, min(after + 1, len(found))):
            down = at - before if before >= 0 else 0
            found[at]["prose-before"], found[at]["near-before"] = float(down > 0), 1 / down if down else 0.0
        for at in range(max(before, 0), after):
            up = after - at if after < len(found) else 0
            found[at]["prose-after"], found[at]["near-after"] = float(up > 0), 1 / up if up else 0.0
    for clue in found:
        near = max(clue.get("near-before", 0.0), clue.get("near-after", 0.0))
        clue["between-prose"] = clue.get("prose-before", 0.0) * clue.get("prose-after", 0.0)
        clue["far-from-prose"] = min(math.log(1 / near), 4) / 4 if near else 1.0


def _witnessed(laid: Layout, found: list[Clues], witnesses: Witnesses) -> None:
    title, description = normal(witnesses.title), normal(witnesses.description)
    body = witnesses.triples
    for clue, piece in zip(found, laid.page.pieces, strict=True):
        text = normal(piece.text)
        clue["is-title"] = float(bool(title) and text == title)
        clue["is-description"] = float(
            len(text) > 30 and len(description) > 30 and (text in description or description in text)
        )
        if body and (own := triples(piece.text)):
            clue["in-body"] = sum(triple in body for triple in own) / len(own)
            clue["not-in-body"] = 1 - clue["in-body"]


def _from_headline(found: list[Clues], headline: int | None) -> None:
    if headline is None:
        return
    for at, clue in enumerate(found):
        clue["above-headline"] = float(at < headline)
        clue["under-headline"] = float(0 < at - headline <= 4)


def _labels(laid: Layout, found: list[Clues]) -> None:
    """Whether a piece stands under a label ("Related", "Comments"), until prose of the core follows."""
    label: int | None = None
    seen = False
    for at, (clue, piece) in enumerate(zip(found, laid.page.pieces, strict=True)):
        region = laid.page.regions[piece.region]
        is_label = piece.role is BlockRole.HEADING or len(piece.text) < _LONGEST_LABEL
        if is_label and max(clue.get("cue-furniture", 0.0), clue.get("cue-teaser", 0.0)):
            label = region.parent if seen else None
        elif label is not None and (clue["core-box"] * clue["long"] or not laid.within(at, label)):
            label = None
        clue["under-label"] = float(label is not None)
        seen = seen or laid.prose[at] >= PROSE


def _repeated(laid: Layout, found: list[Clues]) -> None:
    seen: set[str] = set()
    for clue, piece in zip(found, laid.page.pieces, strict=True):
        text = normal(piece.text)
        if len(text) > 20:
            clue["repeated"] = float(text in seen)
            seen.add(text)
