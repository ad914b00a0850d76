"""Sentence boundaries by spaCy, for desks that have a pipeline for their language."""

from __future__ import annotations

from functools import cache
from typing import Any

import spacy

from copydesk.data import Span, primary
from copydesk.errors import PluginError
from copydesk.segment.options import SegmentOptions


class SpacySegmenter:
    """Cuts where spaCy sees sentences: a user-named pipeline, or a blank one with a sentencizer.

    The bare sentencizer knows no abbreviations and cuts worse than the desk's rules (see
    ``benchmarks/segmentation.py``); a parser or senter pipeline may do better.

    Raises:
        PluginError: if the named pipeline is not installed.
    """

    name = "spacy"

    def __init__(self, options: SegmentOptions | None = None) -> None:
        self._pipeline = options.spacy_pipeline if options else ""
        if self._pipeline:
            _named(self._pipeline)

    def cut(self, text: str, language: str) -> tuple[Span, ...]:
        """The sentences of ``text``, without the white space around them."""
        nlp = _named(self._pipeline) if self._pipeline else _blank(primary(language))
        nlp.max_length = max(nlp.max_length, len(text) + 1)
        spans = []
        for sentence in nlp(text).sents:
            piece = text[sentence.start_char : sentence.end_char]
            bare = piece.strip()
            if bare:
                start = sentence.start_char + len(piece) - len(piece.lstrip())
                spans.append(Span(start, start + len(bare)))
        return tuple(spans)


@cache
def _named(pipeline: str) -> Any:
    try:
        return spacy.load(pipeline)
    except OSError as error:
        raise PluginError(
            f"there is no spaCy pipeline {pipeline!r}", remedy=f"Run: python -m spacy download {pipeline}"
        ) from error


@cache
def _blank(language: str) -> Any:
    try:
        nlp = spacy.blank(language)
    except ImportError:  # spaCy's way to say that it has no data for the language
        nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    return nlp
