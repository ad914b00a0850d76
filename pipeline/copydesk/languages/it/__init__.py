"""Italian."""

from copydesk.languages.facts import Facts
from copydesk.languages.it.furniture import FURNITURE
from copydesk.languages.it.labels import LABELS
from copydesk.languages.it.meaning import MEANING
from copydesk.languages.it.names import NAMES
from copydesk.languages.it.negation import NEGATION
from copydesk.languages.it.numerals import NUMERALS
from copydesk.languages.it.post_edit import POST_EDIT
from copydesk.languages.it.prose import PROSE
from copydesk.languages.it.segmentation import SEGMENTATION
from copydesk.languages.it.typography import TYPOGRAPHY

FACTS = Facts(
    "it",
    "Italian",
    "italiano",
    SEGMENTATION,
    FURNITURE,
    NUMERALS,
    TYPOGRAPHY,
    PROSE,
    post_edit=POST_EDIT,
    names=NAMES,
    labels=LABELS,
    negation=NEGATION,
    meaning=MEANING,
)
