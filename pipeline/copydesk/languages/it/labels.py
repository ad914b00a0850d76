"""Italian labels of published pages."""

from copydesk.languages.contract.labels import Labels

LABELS = Labels(
    machine="Traduzione automatica di un originale in {language}.",
    mixed="Traduzione automatica di un originale in {language}, rivista in parte dalla redazione.",
    human="Traduzione di un originale in {language}, rivista dalla redazione.",
    original="Leggi l’originale",
    related="Leggi anche",
    versions="In altre lingue",
    unreviewed="Traduzione non riveduta. Errori segnalati: {count}.",
    languages={
        "ca": "catalano",
        "de": "tedesco",
        "en": "inglese",
        "es": "spagnolo",
        "fr": "francese",
        "it": "italiano",
        "pt": "portoghese",
    },
)
