"""What may be set about segmentation."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from copydesk.stage import Options


class SegmentOptions(Options):
    """How blocks are cut.

    ``segmenter`` names the member that finds sentences. ``furniture`` says what becomes of page furniture:
    "skip" gives it no segments, so it is not published; "keep" publishes it as it is, "translate" like the
    rest. ``max_chars`` is the length in characters above which a sentence is cut at a clause.
    ``spacy_pipeline`` is an installed spaCy pipeline for the member "spacy"; empty means a blank one with a
    sentencizer.
    """

    segmenter: str = "rules"
    furniture: Literal["keep", "skip", "translate"] = "skip"
    max_chars: int = Field(default=1000, ge=100)
    spacy_pipeline: str = ""
