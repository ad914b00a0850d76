"""French."""

from copydesk.languages.facts import Facts
from copydesk.languages.fr.furniture import FURNITURE
from copydesk.languages.fr.labels import LABELS
from copydesk.languages.fr.meaning import MEANING
from copydesk.languages.fr.names import NAMES
from copydesk.languages.fr.negation import NEGATION
from copydesk.languages.fr.numerals import NUMERALS
from copydesk.languages.fr.post_edit import POST_EDIT
from copydesk.languages.fr.prose import PROSE
from copydesk.languages.fr.segmentation import SEGMENTATION
from copydesk.languages.fr.typography import TYPOGRAPHY

FACTS = Facts(
    "fr",
    "French",
    "français",
    SEGMENTATION,
    FURNITURE,
    NUMERALS,
    TYPOGRAPHY,
    PROSE,
    POST_EDIT,
    labels=LABELS,
    names=NAMES,
    negation=NEGATION,
    meaning=MEANING,
)
