"""Catalan."""

from copydesk.languages.ca.furniture import FURNITURE
from copydesk.languages.ca.labels import LABELS
from copydesk.languages.ca.meaning import MEANING
from copydesk.languages.ca.names import NAMES
from copydesk.languages.ca.negation import NEGATION
from copydesk.languages.ca.numerals import NUMERALS
from copydesk.languages.ca.post_edit import POST_EDIT
from copydesk.languages.ca.prose import PROSE
from copydesk.languages.ca.segmentation import SEGMENTATION
from copydesk.languages.ca.typography import TYPOGRAPHY
from copydesk.languages.facts import Facts

FACTS = Facts(
    "ca",
    "Catalan",
    "català",
    SEGMENTATION,
    FURNITURE,
    NUMERALS,
    TYPOGRAPHY,
    PROSE,
    labels=LABELS,
    post_edit=POST_EDIT,
    names=NAMES,
    negation=NEGATION,
    meaning=MEANING,
)
