"""English."""

from copydesk.languages.en.furniture import FURNITURE
from copydesk.languages.en.labels import LABELS
from copydesk.languages.en.numerals import NUMERALS
from copydesk.languages.en.prose import PROSE
from copydesk.languages.en.segmentation import SEGMENTATION
from copydesk.languages.en.typography import TYPOGRAPHY
from copydesk.languages.facts import Facts

FACTS = Facts("en", "English", "English", SEGMENTATION, FURNITURE, NUMERALS, TYPOGRAPHY, PROSE, labels=LABELS)
