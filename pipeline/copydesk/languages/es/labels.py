"""Spanish labels of published pages."""

from copydesk.languages.contract.labels import Labels

LABELS = Labels(
    machine="Traducción automática de un original en {language}.",
    mixed="Traducción automática de un original en {language}, revisada en parte por la redacción.",
    human="Traducción de un original en {language}, revisada por la redacción.",
    original="Leer el original",
    related="Lea también",
    versions="En otros idiomas",
    unreviewed="Traducción sin revisar. Errores señalados: {count}.",
    languages={
        "ca": "catalán",
        "de": "alemán",
        "en": "inglés",
        "es": "español",
        "fr": "francés",
        "it": "italiano",
        "pt": "portugués",
    },
)
