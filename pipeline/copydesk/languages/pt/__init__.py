"""Portuguese."""

from copydesk.languages.facts import Facts
from copydesk.languages.pt.furniture import FURNITURE
from copydesk.languages.pt.labels import LABELS
from copydesk.languages.pt.meaning import MEANING
from copydesk.languages.pt.names import NAMES
from copydesk.languages.pt.negation import NEGATION
from copydesk.languages.pt.numerals import NUMERALS
from copydesk.languages.pt.prose import PROSE
from copydesk.languages.pt.segmentation import SEGMENTATION
from copydesk.languages.pt.typography import TYPOGRAPHY

FACTS = Facts(
    "pt",
    "Portuguese",
    "português",
    SEGMENTATION,
    FURNITURE,
    NUMERALS,
    TYPOGRAPHY,
    PROSE,
    labels=LABELS,
    names=NAMES,
    negation=NEGATION,
    meaning=MEANING,
)
