"""German."""

from copydesk.languages.contract.names import Names
from copydesk.languages.de.furniture import FURNITURE
from copydesk.languages.de.labels import LABELS
from copydesk.languages.de.meaning import MEANING
from copydesk.languages.de.negation import NEGATION
from copydesk.languages.de.numerals import NUMERALS
from copydesk.languages.de.organisations import ORGANISATIONS
from copydesk.languages.de.prose import PROSE
from copydesk.languages.de.segmentation import SEGMENTATION
from copydesk.languages.de.typography import TYPOGRAPHY
from copydesk.languages.facts import Facts

FACTS = Facts(
    "de",
    "German",
    "Deutsch",
    SEGMENTATION,
    FURNITURE,
    NUMERALS,
    TYPOGRAPHY,
    PROSE,
    names=Names(
        nouns=True,
        organisations=ORGANISATIONS,
        titles=frozenset(
            [
                "herr",
                "frau",
                "dr",
                "prof",
                "präsident",
                "präsidentin",
                "kanzler",
                "kanzlerin",
                "minister",
                "ministerin",
                "könig",
                "königin",
                "prinz",
                "prinzessin",
                "papst",
                "general",
                "richter",
                "richterin",
            ]
        ),
    ),
    labels=LABELS,
    negation=NEGATION,
    meaning=MEANING,
)
