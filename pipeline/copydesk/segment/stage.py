"""The segmentation stage: blocks to segments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import accumulate

from copydesk.data import Block, BlockRole, Draft, Segment, Span
from copydesk.segment.base import Segmenter
from copydesk.segment.limit import limit
from copydesk.segment.options import SegmentOptions
from copydesk.segment.registry import SEGMENTERS

_TITLES = frozenset({BlockRole.HEADLINE, BlockRole.HEADING, BlockRole.CAPTION, BlockRole.CELL, BlockRole.ALT})
_SENTENCE_WORDS = 3  # what a title's part needs to be a sentence of its own
_WHOLE_TAGS = frozenset({"code", "kbd", "samp", "pre"})


def segment(draft: Draft, options: SegmentOptions) -> Draft:
    """The draft with ``segments`` set for every block that is to be published, in text order.

    Furniture has segments unless ``options.furniture`` is "skip". A headline, heading, caption, cell or
    label is one segment unless it is made of several real sentences. No boundary falls inside an inline
    code element or a URL. Joining the segments and the gaps between them gives back each block's text.

    Raises:
        PluginError: if the segmenter is unknown or its packages are missing.
    """
    segmenter = _segmenter(options)
    document = draft.document.language if draft.document else draft.article.language
    segments = [
        Segment(f"{block.id}.{number}", block.id, span)
        for block in draft.blocks
        if block.role is not BlockRole.FURNITURE or options.furniture != "skip"
        for number, span in enumerate(
            cut_block(block, block.language or document or "und", segmenter, options)
        )
    ]
    return replace(draft, segments=tuple(segments))


def cut_block(block: Block, language: str, segmenter: Segmenter, options: SegmentOptions) -> tuple[Span, ...]:
    """The pieces of one block's text."""
    spans = segmenter.cut(block.text, language)
    if block.role in _TITLES and not _several_sentences(block.text, spans):
        spans = _whole(spans)
    pieces = [piece for span in spans for piece in limit(block.text, span, options.max_chars)]
    codes = [inline.span for inline in block.inlines if inline.tag in _WHOLE_TAGS]
    return _rejoined(pieces, codes) if codes else tuple(pieces)


@cache
def _segmenter(options: SegmentOptions) -> Segmenter:
    found: Segmenter = SEGMENTERS.load(options.segmenter)(options)
    return found


def _several_sentences(text: str, spans: tuple[Span, ...]) -> bool:
    return all(len(span.of(text).split()) >= _SENTENCE_WORDS for span in spans)


def _whole(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return (Span(spans[0].start, spans[-1].end),) if spans else ()


def _rejoined(pieces: Iterable[Span], codes: list[Span]) -> tuple[Span, ...]:
    """The pieces, those joined again between which a code element would be torn."""
    codes = sorted(codes)
    starts = [code.start for code in codes]
    reach = list(accumulate((code.end for code in codes), max))
    joined: list[Span] = []
    for piece in pieces:
        before = bisect_left(starts, joined[-1].end) if joined else 0
        if before and piece.start < reach[before - 1]:
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return tuple(joined)
