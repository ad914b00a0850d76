"""Cutting blocks into sentences and joining them again.

``SEGMENTERS`` names the members of the family, which are imported when first asked for; ``segment`` is the
stage over a draft.
"""

from copydesk.segment.options import SegmentOptions
from copydesk.segment.registry import SEGMENTERS
from copydesk.segment.stage import segment

__all__ = ["SEGMENTERS", "SegmentOptions", "segment"]
