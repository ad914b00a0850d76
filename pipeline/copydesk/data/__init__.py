"""Frozen types that travel through the desk. Standard library only; no behaviour beyond their invariants."""

from copydesk.data.alignment import Alignment
from copydesk.data.article import (
    TEXT_ROLES,
    Article,
    Block,
    BlockRole,
    Cell,
    FurnitureKind,
    Inline,
    Media,
    MediaKind,
    Origin,
    Original,
)
from copydesk.data.bitext import Bitext
from copydesk.data.context import Context, Correction, Exchange, Passage, Piece
from copydesk.data.draft import BlockRepair, Draft, SegmentLedger, draft_of
from copydesk.data.edit import Certainty, Edit
from copydesk.data.edition import Edition, Provenance, Sibling, Site
from copydesk.data.finding import Finding, Severity
from copydesk.data.glossary import Glossary, Term
from copydesk.data.language import Detection, Pair, Vote, primary
from copydesk.data.ledger import Entry, Ledger, Verdict
from copydesk.data.link import Link
from copydesk.data.number import NumberKind, NumberMention, Quantity
from copydesk.data.quality import Badge, Quality
from copydesk.data.segment import Segment
from copydesk.data.span import Span
from copydesk.data.step import Step
from copydesk.data.translation import Candidate, Means, Protection, Request, Translation, engine_names

__all__ = [
    "TEXT_ROLES",
    "Alignment",
    "Article",
    "Badge",
    "Bitext",
    "Block",
    "BlockRepair",
    "BlockRole",
    "Candidate",
    "Cell",
    "Certainty",
    "Context",
    "Correction",
    "Detection",
    "Draft",
    "Edit",
    "Edition",
    "Entry",
    "Exchange",
    "Finding",
    "FurnitureKind",
    "Glossary",
    "Inline",
    "Ledger",
    "Link",
    "Means",
    "Media",
    "MediaKind",
    "NumberKind",
    "NumberMention",
    "Origin", "Original",
    "Pair",
    "Passage",
    "Piece",
    "Protection",
    "Provenance",
    "Quality",
    "Quantity",
    "Request",
    "Segment",
    "SegmentLedger",
    "Severity",
    "Sibling",
    "Site",
    "Span",
    "Step",
    "Term",
    "Translation",
    "Verdict",
    "Vote",
    "draft_of",
    "engine_names",
    "primary",
]  # fmt: skip
