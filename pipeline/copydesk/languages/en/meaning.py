"""English: negation, modality, attribution."""

from copydesk.languages.contract.meaning import Meaning
from copydesk.languages.contract.segmentation import words

MEANING = Meaning(
    negations=words("not no never none nobody nothing neither nor without cannot hardly t"),
    modals=words(
        "may might can could must should shall would ought perhaps probably possibly likely allegedly "
        "alleged reportedly suspected supposedly mandatory"
    ),
    attributions=words(
        "said says according told stated claimed claims added announced warned denied explained "
        "insisted argued noted"
    ),
)
