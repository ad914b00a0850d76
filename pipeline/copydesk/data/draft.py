"""The one thing that travels through the stages. Fields only; each stage returns ``replace(draft, ...)``."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.data.article import Article, Block
from copydesk.data.edit import Edit
from copydesk.data.finding import Finding
from copydesk.data.language import Detection
from copydesk.data.ledger import Ledger
from copydesk.data.link import Link
from copydesk.data.segment import Segment
from copydesk.data.translation import Translation


@dataclass(frozen=True, slots=True)
class BlockRepair:
    """The edits proposed for one block's original text; those of certainty "unknown" were not applied."""

    block: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class SegmentLedger:
    """The number ledger of one segment and its translation."""

    segment: str
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class Draft:
    """An article on its way into the language ``target``.

    ``article`` is what was read. ``blocks`` is the working text: the article's blocks and then its texts,
    each with its repairs applied and its inlines moved along; same ids, same order. ``languages[i]`` is the
    detection of ``segments[i]``, ``translations[i]`` its translation: the three tuples run in parallel.
    """

    article: Article
    target: str
    blocks: tuple[Block, ...]
    document: Detection | None = None
    repairs: tuple[BlockRepair, ...] = ()
    segments: tuple[Segment, ...] = ()
    languages: tuple[Detection, ...] = ()
    translations: tuple[Translation, ...] = ()
    ledgers: tuple[SegmentLedger, ...] = ()
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()


def draft_of(article: Article, target: str = "") -> Draft:
    """The draft that an article's way begins with."""
    return Draft(article, target, (*article.blocks, *article.texts))
