"""English labels of published pages."""

from copydesk.languages.contract.labels import Labels

LABELS = Labels(
    machine="Machine translation of an original in {language}.",
    mixed="Machine translation of an original in {language}, revised in part by an editor.",
    human="Translation of an original in {language}, revised by an editor.",
    original="Read the original",
    related="Related",
    languages={
        "ca": "Catalan",
        "de": "German",
        "en": "English",
        "es": "Spanish",
        "fr": "French",
        "it": "Italian",
        "pt": "Portuguese",
    },
)
