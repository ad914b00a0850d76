"""Spanish."""

from copydesk.languages.es.furniture import FURNITURE
from copydesk.languages.es.labels import LABELS
from copydesk.languages.es.meaning import MEANING
from copydesk.languages.es.names import NAMES
from copydesk.languages.es.negation import NEGATION
from copydesk.languages.es.numerals import NUMERALS
from copydesk.languages.es.post_edit import POST_EDIT
from copydesk.languages.es.prose import PROSE
from copydesk.languages.es.segmentation import SEGMENTATION
from copydesk.languages.es.typography import TYPOGRAPHY
from copydesk.languages.facts import Facts

FACTS = Facts(
    "es",
    "Spanish",
    "español",
    SEGMENTATION,
    FURNITURE,
    NUMERALS,
    TYPOGRAPHY,
    PROSE,
    POST_EDIT,
    labels=LABELS,
    negation=NEGATION,
    meaning=MEANING,
    names=NAMES,
)
