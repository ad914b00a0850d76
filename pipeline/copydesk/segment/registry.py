"""The members of the segmenter family."""

from copydesk.plugins import Registry

SEGMENTERS = Registry(
    "segmenters",
    {"rules": "copydesk.segment.rules:RuleSegmenter", "spacy": "copydesk.segment.spacy:SpacySegmenter"},
    {"spacy": "spacy"},
)
"""Built-in segmenters. A member is a callable from ``SegmentOptions`` to a ``Segmenter``."""
