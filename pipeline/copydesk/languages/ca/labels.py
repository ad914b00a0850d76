"""Catalan labels of published pages."""

from copydesk.languages.contract.labels import Labels

LABELS = Labels(
    machine="Traducció automàtica d’un original en {language}.",
    mixed="Traducció automàtica d’un original en {language}, revisada en part per la redacció.",
    human="Traducció d’un original en {language}, revisada per la redacció.",
    original="Llegiu l’original",
    related="Llegiu també",
    versions="En altres llengües",
    unreviewed="Traducció sense revisar. Errors assenyalats: {count}.",
    languages={
        "ca": "català",
        "de": "alemany",
        "en": "anglès",
        "es": "castellà",
        "fr": "francès",
        "it": "italià",
        "pt": "portuguès",
    },
)
