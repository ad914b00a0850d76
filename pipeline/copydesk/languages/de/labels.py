"""German labels of published pages."""

from copydesk.languages.contract.labels import Labels

LABELS = Labels(
    machine="Maschinelle Übersetzung eines Originals auf {language}.",
    mixed="Maschinelle Übersetzung eines Originals auf {language}, teilweise redaktionell überarbeitet.",
    human="Übersetzung eines Originals auf {language}, redaktionell überarbeitet.",
    original="Zum Original",
    related="Lesen Sie auch",
    versions="In anderen Sprachen",
    unreviewed="Ungeprüfte Übersetzung. Gemeldete Fehler: {count}.",
    languages={
        "ca": "Katalanisch",
        "de": "Deutsch",
        "en": "Englisch",
        "es": "Spanisch",
        "fr": "Französisch",
        "it": "Italienisch",
        "pt": "Portugiesisch",
    },
)
