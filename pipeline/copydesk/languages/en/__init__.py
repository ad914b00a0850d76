"""English."""

from copydesk.languages.en.furniture import FURNITURE
from copydesk.languages.en.labels import LABELS
from copydesk.languages.en.meaning import MEANING
from copydesk.languages.en.names import NAMES
from copydesk.languages.en.negation import NEGATION
from copydesk.languages.en.numerals import NUMERALS
from copydesk.languages.en.post_edit import POST_EDIT
from copydesk.languages.en.prose import PROSE
from copydesk.languages.en.segmentation import SEGMENTATION
from copydesk.languages.en.typography import TYPOGRAPHY
from copydesk.languages.facts import Facts

FACTS = Facts(
    "en",
    "English",
    "English",
    SEGMENTATION,
    FURNITURE,
    NUMERALS,
    TYPOGRAPHY,
    PROSE,
    labels=LABELS,
    names=NAMES,
    negation=NEGATION,
    post_edit=POST_EDIT,
    meaning=MEANING,
)
