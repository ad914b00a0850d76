"""Catalan segmentation."""

from copydesk.languages.contract.segmentation import Segmentation

SEGMENTATION = Segmentation()
