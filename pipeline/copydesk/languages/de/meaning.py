"""German: negation, modality, attribution."""

from copydesk.languages.contract.meaning import Meaning
from copydesk.languages.contract.segmentation import words

MEANING = Meaning(
    negations=words("nicht kein keine keinen keinem keiner nie niemals nichts niemand ohne kaum weder noch"),
    modals=words(
        "kann können könnte könnten muss müssen müsste soll sollen sollte sollten darf dürfen dürfte "
        "mag möglicherweise vielleicht wohl wahrscheinlich mutmaßlich mutmaßliche angeblich "
        "müsst könnt könne müsse solle"
    ),
    attributions=words(
        "laut sagte sagten erklärte erklärt betonte zufolge teilte berichtete behauptete warnte "
        "kündigte bestritt"
    ),
)
